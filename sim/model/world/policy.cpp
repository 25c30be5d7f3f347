// Policies and targets in force: what stands for all decisions at once.
#include <algorithm>
#include <variant>

#include "world/world.h"

namespace lscb::world {

using change::TargetPolicy;
using change::ThresholdPolicy;

void World::refresh_policy() {
  policy_ = {};
  for (const Act& act : acts_) {
    const auto* t = std::get_if<ThresholdPolicy>(&act.change->effect);
    if (t == nullptr || act.step == undoing || act.at > now_ || (t->until && *t->until <= now_)) continue;
    policy_.assessment_shift += t->initial_assessment_shift;
    policy_.section47_shift += t->section47_shift;
    policy_.caf_shift += t->caf_shift;
    policy_.downgrade_anchor += t->downgrade_anchor;
  }
  for (const SteeredTarget& target : steered_) {
    policy_.section47_shift += target.steering.section47_shift();
    policy_.caf_shift += target.steering.caf_shift();
  }
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

}  // namespace lscb::world
