// A stand-in for the recorded model: families written by hand, of whom it is known what each child's being
// missed rests on.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "experiment/recorder.h"
#include "experiment/restored.h"
#include "fake_model.h"

namespace lscb::experiment::fake {

/// Groups at their reference, bit by Group.
using Groups = unsigned;
inline constexpr Groups every_group = (1U << group_count) - 1;
constexpr Groups bit(Group group) {
  return 1U << static_cast<unsigned>(group);
}
constexpr bool has(Groups groups, Group group) {
  return (groups & bit(group)) != 0;
}

/// A design in which these groups take something away, and no others: one thing of each.
inline world::Design design_with(Groups takes_away, std::string name = "here") {
  world::Design made = design(std::move(name));
  for (const Group group : all_groups) made = restored(made, group);
  const auto takes = [takes_away](Group group) { return has(takes_away, group); };
  if (takes(Group::policy))
    made.changes.push_back({four_years.from, "Policy", "board", change::ThresholdPolicy{}, {}});
  if (takes(Group::load)) made.parameters.workforce.absence_spells_year = 1.0;
  if (takes(Group::turnover)) made.parameters.workforce.leaving_early = 1.0;
  if (takes(Group::early_help)) made.changes.push_back(centre_cut(four_years.from, 0.5));
  if (takes(Group::partners)) {
    change::Restructure anew;
    anew.partner_ties_broken = 0.5;
    anew.cases_transferred = 0.0;
    made.changes.push_back({four_years.from, "Anew", "council", anew, {}});
  }
  if (takes(Group::experience)) made.parameters.workforce.experience_years = 1.0;
  if (takes(Group::account)) made.parameters.door.weight_account = 1.0;
  return made;
}

/// Which groups a design has at their reference.
inline Groups at_reference_in(const world::Design& design) {
  Groups groups = 0;
  for (const Group group : all_groups) {
    if (at_reference(design, group)) groups |= bit(group);
  }
  return groups;
}

/// Whether a child is not missed with those groups at their reference.
using NotMissed = std::function<bool(Groups at_reference)>;

/// Not missed once this one is restored.
inline NotMissed rests_on(Group group) {
  return [group](Groups groups) { return has(groups, group); };
}

struct Child {
  std::uint32_t household = 0;
  std::uint8_t position = 0;
  NotMissed replayed;        ///< alone, the load held
  NotMissed in_whole_run{};  ///< as replayed, unless said otherwise
  bool told = false;
  [[nodiscard]] kernel::Cause cause() const {
    return kernel::Cause::root().child(1, household).child(2, position);
  }
  [[nodiscard]] bool missed_in_run(Groups groups) const {
    return in_whole_run && groups != 0 ? !in_whole_run(groups) : !replayed(groups);
  }
};

/// Children of a replication, by household and position.
using Families = std::function<std::vector<Child>(kernel::WorldKey)>;

/// What the stand-in was asked.
struct Asked {
  std::mutex mutex;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::vector<Groups>>
      replays;  ///< by replication, household
  std::atomic<int> recordings{0};
  std::atomic<int> whole_runs{0};
};

/// Groups that a design has at their reference beyond those that `as_it_was` has.
inline Groups restored_in(const world::Design& design, Groups as_it_was) {
  return at_reference_in(design) & ~as_it_was;
}

inline world::Outcome outcome_of(std::size_t missed) {
  world::Outcome outcome;
  outcome.figures.assign(measures::catalogue().size(), 0.0);
  outcome.decisions.emplace();
  outcome.figures[*measures::find(headline_id)] = static_cast<double>(missed) / 4.0;
  return outcome;
}

inline std::vector<world::MissedChild> missed_of(const std::vector<Child>& children, Groups groups) {
  std::vector<world::MissedChild> missed;
  for (const Child& child : children) {
    if (child.missed_in_run(groups))
      missed.push_back({HouseholdId{child.household}, child.position, child.cause(), child.told});
  }
  return missed;
}

class RecordedFamilies final : public Recorded {
 public:
  RecordedFamilies(std::vector<Child> children, Groups as_it_was, kernel::WorldKey key, Asked* asked)
      : children_(std::move(children)),
        as_it_was_(as_it_was),
        key_(key),
        asked_(asked),
        missed_(missed_of(children_, 0)),
        outcome_(outcome_of(missed_.size())) {}
  [[nodiscard]] const world::Outcome& outcome() const override { return outcome_; }
  [[nodiscard]] const std::vector<world::MissedChild>& missed() const override { return missed_; }
  [[nodiscard]] std::uint8_t replay(HouseholdId household, const world::Design& design,
                                    const world::Eased& eased) const override {
    const Groups groups = restored_in(design, as_it_was_);
    const world::Eased expected{has(groups, Group::policy), has(groups, Group::load),
                                has(groups, Group::turnover), has(groups, Group::early_help),
                                has(groups, Group::experience)};
    EXPECT_TRUE(eased == expected) << "restored " << groups;
    if (asked_ != nullptr) {
      const std::lock_guard lock{asked_->mutex};
      asked_->replays[{key_.replication, household.value()}].push_back(groups);
    }
    unsigned bits = 0;
    for (const Child& child : children_) {
      if (child.household == household.value() && !child.replayed(groups)) bits |= 1U << child.position;
    }
    return static_cast<std::uint8_t>(bits);
  }

 private:
  std::vector<Child> children_;
  Groups as_it_was_;
  kernel::WorldKey key_;
  Asked* asked_;
  std::vector<world::MissedChild> missed_;
  world::Outcome outcome_;
};

/// `as_it_was`: what design_with leaves at its reference. Of several scenarios, by name.
inline Recorder recorder(Families families, std::map<std::string, Groups> takes_away,
                         Asked* asked = nullptr) {
  const auto as_it_was = [takes_away = std::move(takes_away)](const world::Design& design) {
    return every_group & ~takes_away.at(design.scenario.substr(0, design.scenario.find(' ')));
  };
  Recorder made;
  made.record = [=](const world::Design& design, kernel::WorldKey key, Interval) {
    if (asked != nullptr) ++asked->recordings;
    return std::make_unique<RecordedFamilies>(families(key), as_it_was(design), key, asked);
  };
  made.name_missed = [=](const std::vector<world::Design>& designs, kernel::WorldKey key, Interval,
                         world::Together& out) {
    for (out.playing = 0; out.playing < designs.size(); ++out.playing) {
      if (asked != nullptr) ++asked->whole_runs;
      const world::Design& design = designs[out.playing];
      auto missed = missed_of(families(key), restored_in(design, as_it_was(design)));
      world::Outcome& outcome = out.outcomes.emplace_back(outcome_of(missed.size()));
      outcome.missed = std::move(missed);
    }
  };
  return made;
}

}  // namespace lscb::experiment::fake
