#include "experiment/course.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "trace/mark.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

/// Places of the steps that whoever looks on would see.
std::vector<std::size_t> seen(const std::vector<trace::Step>& steps) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const trace::Origin origin = steps[i].origin();
    if (origin == trace::Origin::arrives ||
        (origin == trace::Origin::follows && steps[i].lane() != trace::Lane::in_view)) {
      places.push_back(i);
    }
  }
  return places;
}

bool is_input(const trace::Step& step) {
  return step.origin() == trace::Origin::read || step.lane() == trace::Lane::in_view;
}

/// Inputs of a course from one place to another, by kind, in order.
std::map<std::size_t, std::vector<const trace::Step*>> inputs(const std::vector<trace::Step>& steps,
                                                              std::size_t from, std::size_t to) {
  std::map<std::size_t, std::vector<const trace::Step*>> by_kind;
  for (std::size_t i = from; i < std::min(to, steps.size()); ++i) {
    if (is_input(steps[i])) by_kind[steps[i].what.index()].push_back(&steps[i]);
  }
  return by_kind;
}

std::vector<DifferentInput> different_inputs(const Course& a, std::size_t from_a, std::size_t to_a,
                                             const Course& b, std::size_t from_b, std::size_t to_b) {
  const auto in_a = inputs(a.steps, from_a, to_a);
  const auto in_b = inputs(b.steps, from_b, to_b);
  std::vector<DifferentInput> all;
  for (const auto& [kind, reads] : in_a) {
    const auto others = in_b.find(kind);
    for (std::size_t i = 0; i < reads.size(); ++i) {
      const bool paired = others != in_b.end() && i < others->second.size();
      const trace::Step* other = paired ? others->second[i] : nullptr;
      if (other == nullptr || !(*other == *reads[i])) all.push_back({reads[i], other});
    }
  }
  for (const auto& [kind, reads] : in_b) {
    const auto others = in_a.find(kind);
    for (std::size_t i = others == in_a.end() ? 0 : others->second.size(); i < reads.size(); ++i)
      all.push_back({nullptr, reads[i]});
  }
  const auto read_at = [](const DifferentInput& input) {
    return input.first != nullptr ? input.first->at : input.second->at;
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const DifferentInput& x, const DifferentInput& y) { return read_at(x) < read_at(y); });
  return all;
}

kernel::WorldKey key_of(std::uint64_t seed, int replication) {
  return {seed, static_cast<std::uint64_t>(replication) - 1};
}

}  // namespace

NoSuchFamily::NoSuchFamily(std::uint32_t asked, std::uint32_t families)
    : std::invalid_argument(
          fmt::format("there is no family {}; expected a number from 1 to {}", asked, families)) {}

void follow(const world::Design& design, std::uint64_t seed, int replication,
            const std::vector<std::uint32_t>& families, const std::function<void(const trace::Step&)>& sink) {
  const auto asked_for = [&](HouseholdId household) {
    return families.empty() ||
           (household.valid() &&
            std::find(families.begin(), families.end(), trace::number_of(household)) != families.end());
  };
  std::uint32_t last = 0;
  world::Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (asked_for(step.household)) sink(step);
  };
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    last = std::max(last, trace::number_of(child.household));
  };
  (void)world::replicate_watched(design, key_of(seed, replication), design.window, watch);
  for (const std::uint32_t family : families) {
    if (family == 0 || family > last) throw NoSuchFamily{family, last};
  }
}

Course course_of(const world::Design& design, const FamilyKey& key) {
  Course course;
  course.scenario = design.scenario;
  course.title = design.title;
  course.key = key;
  course.run = world::run_of(design);
  course.window = design.window;
  const HouseholdId wanted{key.family - 1U};
  std::uint32_t families = 0;
  measures::Judge judge{course.run.to, design.area.assessment_rules};
  world::Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (step.household == wanted) course.steps.push_back(step);
  };
  watch.child = [&](const measures::ChildHistory& child, const life::Household& family) {
    families = std::max(families, trace::number_of(child.household));
    if (child.household != wanted) return;
    judge.judge(child);
    course.children.push_back(
        {child.conceived, child.born, child.leaves, judge.spells(), judge.opportunities()});
    if (!design.area.centres.empty()) course.centre = design.area.centres[family.catchment].title;
  };
  (void)world::replicate_watched(design, key_of(key.seed, key.replication), design.window, watch);
  if (course.children.empty()) throw NoSuchFamily{key.family, families};
  return course;
}

std::optional<std::string> cannot_pair(const world::Design& first, const world::Design& second) {
  const auto refuse = [&](const char* what) {
    return fmt::format(
        "{} and {} differ in their {}: their families are not the same; expected two scenarios of one area, "
        "period and set of parameters",
        first.scenario, second.scenario, what);
  };
  if (first.window.from != second.window.from || first.window.to != second.window.to) return refuse("dates");
  if (!(first.area == second.area)) return refuse("area");
  if (!world::same_world(first, second)) return refuse("parameters");
  return std::nullopt;
}

std::optional<Divergence> divergence(const Course& first, const Course& second) {
  const auto in_first = seen(first.steps);
  const auto in_second = seen(second.steps);
  const auto same = [&](std::size_t a, std::size_t b) { return first.steps[a] == second.steps[b]; };
  std::size_t common = 0;
  while (common < in_first.size() && common < in_second.size() && same(in_first[common], in_second[common]))
    ++common;
  if (common == in_first.size() && common == in_second.size()) return std::nullopt;

  Divergence found;
  if (common < in_first.size()) found.in_first = in_first[common];
  if (common < in_second.size()) found.in_second = in_second[common];
  const Instant at_first = found.in_first ? first.steps[*found.in_first].at : Instant::never();
  const Instant at_second = found.in_second ? second.steps[*found.in_second].at : Instant::never();
  found.of_second = at_second < at_first;
  found.at = std::min(at_first, at_second);
  const std::size_t after_first = common == 0 ? 0 : in_first[common - 1] + 1;
  const std::size_t after_second = common == 0 ? 0 : in_second[common - 1] + 1;
  found.inputs = different_inputs(first, after_first, found.in_first.value_or(first.steps.size()), second,
                                  after_second, found.in_second.value_or(second.steps.size()));
  // Read after the moment of the parting, in the course that went on alone: no ground of it.
  found.inputs.erase(std::remove_if(found.inputs.begin(), found.inputs.end(),
                                    [&](const DifferentInput& input) {
                                      const auto late = [&](const trace::Step* step) {
                                        return step == nullptr || step->at > found.at;
                                      };
                                      return late(input.first) && late(input.second);
                                    }),
                     found.inputs.end());
  found.earlier_inputs = different_inputs(first, 0, after_first, second, 0, after_second).size();
  return found;
}

}  // namespace lscb::experiment
