// Policies, targets and arrangements in force: what stands for all families at once.
#include <algorithm>
#include <variant>

#include "world/world.h"

namespace lscb::world {

using change::Challenge;
using change::EarlierFiles;
using change::TargetPolicy;
using change::ThresholdPolicy;

namespace {

/// Begun by `now` and not ended, of kinds that may end.
template <class Kind>
const Kind* in_force(const Act& act, Instant now) {
  const auto* kind = std::get_if<Kind>(&act.change->effect);
  const bool holds =
      kind != nullptr && act.step != undoing && act.at <= now && !(kind->until && *kind->until <= now);
  return holds ? kind : nullptr;
}

}  // namespace

void World::refresh_policy() {
  policy_ = {};
  for (const Act& act : acts_) {
    const auto* t = in_force<ThresholdPolicy>(act, now_);
    if (t == nullptr) continue;
    policy_.assessment_shift += t->initial_assessment_shift;
    policy_.section47_shift += t->section47_shift;
    policy_.caf_shift += t->caf_shift;
    policy_.downgrade_anchor += t->downgrade_anchor;
  }
  for (const SteeredTarget& target : steered_) {
    policy_.section47_shift += target.steering.section47_shift();
    policy_.caf_shift += target.steering.caf_shift();
    policy_.assessment_shift += target.steering.assessment_shift();
  }
  if (recorder_) recorder_->policy(policy_, now_);
}

void World::act_on(const TargetPolicy& policy, const Act& act) {
  const auto steered = std::find_if(steered_.begin(), steered_.end(), [&](const SteeredTarget& each) {
    return each.since == act.change->date && each.policy == policy;
  });
  if (act.step == 0) {
    // Without four quarters on record there is nothing to measure against, and nobody steers.
    const auto baseline = returns_.mean_of_last_four(now_);
    if (!baseline) return;
    const door::Target target{policy.section47_reduction, policy.caf_increase, policy.step};
    steered_.push_back(
        {act.change->date, policy, door::Steering{target, *baseline, p_.door.steering_tolerance}});
  } else if (steered == steered_.end()) {
    return;
  } else if (act.step == undoing) {
    steered_.erase(steered);
  } else if (const auto recorded = returns_.last(now_)) {
    steered->steering.read(*recorded);
  }
  refresh_policy();
}

void World::act_on(const change::Publicity& publicity, const Act& act) {
  publicity_.strike(publicity.surge, publicity.fades_months, act.change->date);
}

void World::act_on(const Challenge&, const Act&) {
  refresh_arrangements();
}

void World::act_on(const EarlierFiles&, const Act&) {
  refresh_arrangements();
}

void World::refresh_arrangements() {
  // Of several in force the latest that states a figure is followed.
  const auto replace = [](double& held, const std::optional<double>& stated) {
    held = stated.value_or(held);
  };
  arrangements_ = {p_.door.challenge_share,
                   0.0,
                   p_.door.audit_share,
                   p_.pathway.earlier_file_requested,
                   p_.pathway.earlier_file_arrives,
                   p_.pathway.earlier_file_days};
  for (const Act& act : acts_) {
    if (const auto* challenge = in_force<Challenge>(act, now_)) {
      replace(arrangements_.agency_challenge, challenge->agency);
      replace(arrangements_.lead_challenge, challenge->lead_professional);
      replace(arrangements_.audit, challenge->audit);
    }
    if (const auto* files = in_force<EarlierFiles>(act, now_)) {
      replace(arrangements_.file_requested, files->requested);
      replace(arrangements_.file_arrives, files->arrives);
      replace(arrangements_.file_days, files->days);
    }
  }
}

double World::read(trace::Arranged which, HouseholdId household) const {
  const double value = arrangements_.of(which);
  note(household, trace::Arrangement{which, value});
  return value;
}

}  // namespace lscb::world
