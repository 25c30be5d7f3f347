#pragma once

// The two-stage test applied to a simulation: as many runs as its claims require, then one finding a claim.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kernel/keyed_random.h"
#include "support/claim.h"

namespace lscb::proof {

struct Measure {
  const Claim& claim;
  double truth;
};

// One independent run: the measured values, in the order of the measures. A pure function of its key.
using Run = std::function<std::vector<double>(kernel::WorldKey)>;

struct Finding {
  bool holds = false;
  std::string text;  // one line: claim, truth, margin, alpha, power, runs, mean
};

// Makes the runs that the most demanding claim needs, with replications 0, 1, ... of that seed.
[[nodiscard]] std::vector<Finding> examine(const std::vector<Measure>& measures, const Run& run,
                                           std::uint64_t seed);

}  // namespace lscb::proof
