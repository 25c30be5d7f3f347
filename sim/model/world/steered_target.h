// A target for decisions that is in force, and how far it has been steered.
#pragma once

#include "base/time.h"
#include "change/target_policy.h"
#include "door/steering.h"

namespace lscb::world {

/// Known again by date and policy: a fork has the same change at another address.
struct SteeredTarget {
  Instant since;
  change::TargetPolicy policy;
  door::Steering steering;
};

}  // namespace lscb::world
