#include "experiment/course.h"

#include <fmt/core.h>

#include <algorithm>
#include <variant>

#include "experiment/design_difference.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

/// Leaves a replication in its midst.
struct Cancelled {};

kernel::WorldKey key_of(std::uint64_t seed, int replication) {
  return {seed, static_cast<std::uint64_t>(replication) - 1};
}

}  // namespace

bool same_change(const PlannedChange& a, const PlannedChange& b) {
  return a.date == b.date && same_change(a.change, b.change);
}

NoSuchFamily::NoSuchFamily(std::uint32_t asked, std::uint32_t families)
    : std::invalid_argument(
          fmt::format("there is no family {}; expected a number from 1 to {}", asked, families)) {}

bool follow(const world::Design& design, std::uint64_t seed, int replication,
            const std::vector<std::uint32_t>& families, const std::function<void(const trace::Step&)>& sink,
            const std::atomic<bool>* cancel) {
  const auto asked_for = [&](HouseholdId household) {
    return families.empty() ||
           (household.valid() &&
            std::find(families.begin(), families.end(), trace::number_of(household)) != families.end());
  };
  std::uint32_t last = 0;
  world::Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (cancel != nullptr && *cancel) throw Cancelled{};
    if (asked_for(step.household)) sink(step);
  };
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    last = std::max(last, trace::number_of(child.household));
  };
  try {
    (void)world::replicate_watched(design, key_of(seed, replication), design.window, watch);
  } catch (const Cancelled&) {
    return false;
  }
  for (const std::uint32_t family : families) {
    if (family == 0 || family > last) throw NoSuchFamily{family, last};
  }
  return true;
}

Course course_of(const world::Design& design, const FamilyKey& key) {
  Course course;
  course.scenario = design.scenario;
  course.title = design.title;
  course.key = key;
  course.run = world::run_of(design);
  course.window = design.window;
  for (const change::Change& change : design.changes) {
    // Staff are told, and their hours taken, before it goes live: courses may part from then on.
    const auto* restructure = std::get_if<change::Restructure>(&change.effect);
    if (restructure != nullptr && restructure->announced < change.date)
      course.changes.push_back(
          {restructure->announced, change.title + ": announced, staff consulted", std::nullopt, change});
    course.changes.push_back({change.date, change.title, change::until_of(change.effect), change});
  }
  std::stable_sort(course.changes.begin(), course.changes.end(),
                   [](const PlannedChange& a, const PlannedChange& b) { return a.date < b.date; });
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

}  // namespace lscb::experiment
