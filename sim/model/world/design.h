// One organisation over time, complete: everything that a replication needs besides its key.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "change/change.h"
#include "spec/area.h"
#include "world/parameters.h"

namespace lscb::world {

struct Design {
  std::string scenario;  ///< the file's stem
  std::string title;
  spec::Area area;
  Parameters parameters;
  /// Demand relative to the area the life parameters were set for (its referrals per child against theirs):
  /// an assumption, since published flows cannot tell need from detection.
  double demand_intensity = 1.0;
  Interval window;                      ///< [from, to): what is counted
  std::vector<change::Change> history;  ///< the area's shared past, before and after `from`, by date
  std::vector<change::Change> changes;  ///< the scenario's own, by date
};

}  // namespace lscb::world
