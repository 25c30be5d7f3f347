// What a result over replications rests on.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace lscb::experiment {

struct Basis {
  std::uint64_t seed = 0;
  int replications = 0;  ///< finished; fewer than asked for after a cancel
  double confidence = 0.95;
  Interval counted;  ///< what the figures count
};

}  // namespace lscb::experiment
