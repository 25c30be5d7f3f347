// Calls that go to the wrong place first: who has lost their acquaintance at the front door rings a team that
// is no longer there, or a colleague who has moved.
#pragma once

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "observe/parameters.h"

namespace lscb::observe {

struct Misrouting {
  bool astray = false;  ///< goes to the wrong place first
  bool lost = false;    ///< and is never forwarded; false where it is not astray
  Minutes delay;        ///< else how much later it comes; none where it is not astray
};

/// Chance (1 - tie) x `misrouted_share`; of those `misrouted_lost` are lost, the others come late by an
/// exponential time with a mean of `misrouted_days`. One answer an incident: of a tie that is weaker every
/// call that went astray before still does.
[[nodiscard]] Misrouting misrouting(const Parameters& parameters, double tie, kernel::WorldKey world,
                                    kernel::Cause incident);

}  // namespace lscb::observe
