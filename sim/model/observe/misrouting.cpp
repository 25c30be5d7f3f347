#include "observe/misrouting.h"

#include "kernel/distributions.h"
#include "observe/causes.h"

namespace lscb::observe {

Misrouting misrouting(const Parameters& p, double tie, kernel::WorldKey world, kernel::Cause incident) {
  Misrouting result;
  const double chance = (1.0 - tie) * p.misrouted_share;
  if (chance <= 0.0) return result;
  kernel::Draws draws{world, incident.child(causes::misrouting)};
  result.astray = draws.uniform01() < chance;
  if (!result.astray) return result;
  result.lost = draws.uniform01() < p.misrouted_lost;
  result.delay = hours(24.0 * kernel::exponential(draws, p.misrouted_days));
  return result;
}

}  // namespace lscb::observe
