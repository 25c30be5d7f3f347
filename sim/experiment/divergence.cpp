#include "experiment/divergence.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace lscb::experiment {
namespace {

/// Places of the steps that whoever looks on would see.
std::vector<std::size_t> seen(const std::vector<trace::Step>& steps) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (is_seen(steps[i])) places.push_back(i);
  }
  return places;
}

bool is_input(const trace::Step& step) {
  return step.origin() == trace::Origin::read || step.lane() == trace::Lane::in_view;
}

/// Its kind, and what it is about, where it says.
using InputKey = std::pair<std::size_t, std::uint64_t>;

class About {
 public:
  std::uint64_t operator()(const trace::Tie& t) const { return static_cast<std::uint64_t>(t.referrer); }
  std::uint64_t operator()(const trace::Repute& r) const { return static_cast<std::uint64_t>(r.referrer); }
  std::uint64_t operator()(const trace::Standards& s) const { return static_cast<std::uint64_t>(s.which); }
  std::uint64_t operator()(const trace::Arrangement& a) const { return static_cast<std::uint64_t>(a.which); }
  std::uint64_t operator()(const trace::Judged& j) const { return j.about.value; }
  template <class Other>
  std::uint64_t operator()(const Other&) const {
    return 0;
  }
};

InputKey key_of(const trace::Step& step) {
  return {step.what.index(), std::visit(About{}, step.what)};
}

using Inputs = std::map<InputKey, std::vector<const trace::Step*>>;

/// Inputs of a course from one place to another, in order.
Inputs inputs(const std::vector<trace::Step>& steps, std::size_t from, std::size_t to) {
  Inputs all;
  for (std::size_t i = from; i < std::min(to, steps.size()); ++i) {
    if (is_input(steps[i])) all[key_of(steps[i])].push_back(&steps[i]);
  }
  return all;
}

/// Whether what is read can lead to what comes from outside. A case that waits as its review falls due parts
/// the courses there and then.
bool can_lead_to(const trace::Step& read, const trace::Step& arrival) {
  const auto* work = std::get_if<trace::WorkDone>(&arrival.what);
  if (work == nullptr) return false;
  using pathway::Work;
  if (const auto* standards = std::get_if<trace::Standards>(&read.what)) {
    const bool held_to_them = work->asked.has(pathway::chronology) || work->work == Work::screening ||
                              work->work == Work::initial_assessment || work->work == Work::core_assessment;
    return standards->which == trace::Standard::work && held_to_them;
  }
  return std::get_if<trace::CaseHeld>(&read.what) != nullptr && work->work == Work::section47;
}

std::vector<DifferentInput> different_inputs(const Course& a, std::size_t from_a, std::size_t to_a,
                                             const Course& b, std::size_t from_b, std::size_t to_b) {
  const Inputs in_a = inputs(a.steps, from_a, to_a);
  const Inputs in_b = inputs(b.steps, from_b, to_b);
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

/// By what an outcome is known in both courses: what it is about, and the how-manieth of these.
using OutcomeKey = std::pair<std::array<std::uint64_t, 3>, std::size_t>;

struct Outcome {
  const trace::Step* step = nullptr;
  std::uint64_t value = 0;  ///< how it came out
};

using Outcomes = std::map<OutcomeKey, Outcome>;

Outcomes outcomes(const Course& course) {
  Outcomes all;
  for (const trace::Step& step : course.steps) {
    const auto outcome = outcome_of(step);
    if (!outcome) continue;
    OutcomeKey key{outcome->about, 0};
    while (all.count(key) != 0) ++key.second;
    all[key] = {&step, outcome->value};
  }
  return all;
}

class OutcomeReader {
 public:
  explicit OutcomeReader(std::uint64_t kind) : kind_(kind) {}
  std::optional<StepOutcome> operator()(const trace::Told& t) const { return about(t.contact.value, 0, 1); }
  std::optional<StepOutcome> operator()(const trace::Decided& d) const {
    return about(d.contact.value, 0, static_cast<std::uint64_t>(d.route));
  }
  std::optional<StepOutcome> operator()(const trace::AssessmentBegun& a) const {
    return about(static_cast<std::uint64_t>(a.kind), 0, a.children.bits);
  }
  std::optional<StepOutcome> operator()(const trace::Found& f) const {
    return about(f.child.position, 0, f.level);
  }
  std::optional<StepOutcome> operator()(const trace::ServiceBegins& s) const {
    return about(s.child.position, static_cast<std::uint64_t>(s.kind), 1);
  }
  std::optional<StepOutcome> operator()(const trace::ServiceEnds& s) const {
    return about(s.child.position, static_cast<std::uint64_t>(s.kind), 1);
  }
  std::optional<StepOutcome> operator()(const trace::Harm& h) const { return about(h.child.position, 0, 1); }
  template <class Other>
  std::optional<StepOutcome> operator()(const Other&) const {
    return std::nullopt;
  }

 private:
  [[nodiscard]] StepOutcome about(std::uint64_t what, std::uint64_t which, std::uint64_t value) const {
    return {{kind_, what, which}, value};
  }
  std::uint64_t kind_;
};

/// The moment in a course at which an outcome was settled: that of the step, or, for a call that was never
/// made, that at which it was kept back.
const trace::Step* settled(const Course& course, const trace::Step* step, const trace::Step* other) {
  if (step != nullptr) return step;
  const auto* told = std::get_if<trace::Told>(&other->what);
  if (told == nullptr) return nullptr;
  for (const trace::Step& one : course.steps) {
    const auto* withheld = std::get_if<trace::Withheld>(&one.what);
    if (withheld != nullptr && withheld->incident == told->incident && withheld->referrer == told->referrer)
      return &one;
  }
  return nullptr;
}

/// The work in which was seen what an assessment finds: the finding itself can wait for the end of the time
/// that fieldwork takes. Null for anything that is no finding, or where no such work is logged.
const trace::Step* assessed_in(const Course& course, const trace::Step* settled) {
  if (std::get_if<trace::Found>(&settled->what) == nullptr) return nullptr;
  const trace::Step* work = nullptr;
  for (const trace::Step* step = course.steps.data(); step != settled; ++step) {
    if (std::get_if<trace::AssessmentBegun>(&step->what) != nullptr) work = nullptr;
    const auto* done = std::get_if<trace::WorkDone>(&step->what);
    if (done == nullptr) continue;
    using pathway::Work;
    if (done->work == Work::initial_assessment || done->work == Work::core_assessment) work = step;
  }
  return work;
}

/// What stood before who settled it: all that was read or weighed at that minute, the work just done, and
/// what was kept back; of a finding, the assessment's work and what was read for it, whatever other work was
/// done as it was written down. In order.
Inputs grounds(const Course& course, const trace::Step* settled) {
  Inputs all;
  if (settled == nullptr) return all;
  const trace::Step* work = assessed_in(course, settled);
  const Instant at = work != nullptr ? work->at : settled->at;
  for (const trace::Step& step : course.steps) {
    if (step.at != at || &step > settled || (work != nullptr && &step < work)) continue;
    const bool is_work = std::get_if<trace::WorkDone>(&step.what) != nullptr;
    if (is_work && work != nullptr && &step != work) break;
    if (is_input(step) || is_work || std::get_if<trace::Withheld>(&step.what) != nullptr)
      all[key_of(step)].push_back(&step);
  }
  return all;
}

/// Where each side was weighed on a call of its own (two that are decided together are weighed once), these
/// stand side by side all the same.
void pair_weighings(Inputs& first, Inputs& second) {
  const auto last_judged = [](Inputs& inputs) {
    Inputs::iterator last = inputs.end();
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
      if (it->first.first == trace::kind_of<trace::Judged> &&
          (last == inputs.end() || it->second.back() > last->second.back()))
        last = it;
    }
    return last;
  };
  const auto a = last_judged(first), b = last_judged(second);
  if (a == first.end() || b == second.end()) return;
  if (second.count(a->first) != 0 || first.count(b->first) != 0) return;
  auto moved = second.extract(b);
  moved.key() = a->first;
  second.insert(std::move(moved));
}

bool same_ground(const trace::Step& a, const trace::Step& b) {
  return a.what == b.what;  // at another time, perhaps
}

}  // namespace

bool is_seen(const trace::Step& step) {
  const trace::Origin origin = step.origin();
  return origin == trace::Origin::arrives ||
         (origin == trace::Origin::follows && step.lane() != trace::Lane::in_view);
}

bool is_told_by_weighing(const trace::Step& step) {
  const std::size_t kind = step.what.index();
  return kind == trace::kind_of<trace::Experience> || kind == trace::kind_of<trace::Backlog> ||
         kind == trace::kind_of<trace::Yardstick>;
}

std::optional<StepOutcome> outcome_of(const trace::Step& step) {
  return std::visit(OutcomeReader{step.what.index()}, step.what);
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
  // At the same minute what arrives parts them: the other may follow from what has not come yet.
  const auto arrives = [](const Course& course, const std::optional<std::size_t>& place) {
    return place && course.steps[*place].origin() == trace::Origin::arrives;
  };
  found.of_second = at_second < at_first || (at_second == at_first && arrives(second, found.in_second) &&
                                             !arrives(first, found.in_first));
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
  const trace::Step& step = found.of_second ? second.steps[*found.in_second] : first.steps[*found.in_first];
  if (step.origin() == trace::Origin::arrives) {
    const auto no_cause =
        std::stable_partition(found.inputs.begin(), found.inputs.end(), [&](const DifferentInput& input) {
          return can_lead_to(input.first != nullptr ? *input.first : *input.second, step);
        });
    found.beside.assign(no_cause, found.inputs.end());
    found.inputs.erase(no_cause, found.inputs.end());
  }
  found.earlier_inputs = different_inputs(first, 0, after_first, second, 0, after_second).size();
  return found;
}

std::optional<DifferentOutcome> different_outcome(const Course& first, const Course& second) {
  const Outcomes in_first = outcomes(first);
  const Outcomes in_second = outcomes(second);
  std::optional<DifferentOutcome> found;
  const auto consider = [&](const trace::Step* a, const trace::Step* b) {
    const Instant at =
        std::min(a != nullptr ? a->at : Instant::never(), b != nullptr ? b->at : Instant::never());
    if (!found || at < found->at) found = DifferentOutcome{a, b, at, {}};
  };
  for (const auto& [key, outcome] : in_first) {
    const auto other = in_second.find(key);
    if (other == in_second.end()) {
      consider(outcome.step, nullptr);
    } else if (other->second.value != outcome.value) {
      consider(outcome.step, other->second.step);
    }
  }
  for (const auto& [key, outcome] : in_second) {
    if (in_first.find(key) == in_first.end()) consider(nullptr, outcome.step);
  }
  if (!found) return found;
  Inputs of_first = grounds(first, settled(first, found->first, found->second));
  Inputs of_second = grounds(second, settled(second, found->second, found->first));
  pair_weighings(of_first, of_second);
  const bool both_judged = std::any_of(of_first.begin(), of_first.end(), [&](const auto& entry) {
    return entry.first.first == trace::kind_of<trace::Judged> && of_second.count(entry.first) != 0;
  });
  const auto is_told = [&](const trace::Step& step) { return both_judged && is_told_by_weighing(step); };
  for (const auto& [key, steps] : of_first) {
    if (is_told(*steps.back())) continue;
    const auto others = of_second.find(key);
    const bool paired = others != of_second.end();
    if (!paired || !same_ground(*steps.back(), *others->second.back()))
      found->inputs.push_back({steps.back(), paired ? others->second.back() : nullptr});
  }
  for (const auto& [key, steps] : of_second) {
    if (!is_told(*steps.back()) && of_first.find(key) == of_first.end())
      found->inputs.push_back({nullptr, steps.back()});
  }
  return found;
}

}  // namespace lscb::experiment
