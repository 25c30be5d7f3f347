// Publicity: after a tragedy that everybody has read of, people look closer and call sooner than they would.
//
// Thread rule: one replication, one thread.
#pragma once

#include <vector>

#include "base/time.h"

namespace lscb::observe {

class Publicity {
 public:
  /// From `at` on calling is `surge` (>= 1) times what it is in ordinary times; what is above 1 fades
  /// exponentially with a mean of `months`. Surges of several events add up.
  void strike(double surge, double months, Instant at);
  /// Multiple of calling, >= 1; exactly 1 in ordinary times.
  [[nodiscard]] double level(Instant at) const;

 private:
  struct Event {
    double excess = 0.0;
    double per_minute = 0.0;
    Instant at;
  };
  std::vector<Event> events_;
};

}  // namespace lscb::observe
