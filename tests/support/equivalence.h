#pragma once

// Runs a simulation as often as its claims require and checks each claim, inside a gtest test:
//
//   const Claim kWait("MM1.mean wait", {.margin = 0.02});
//   TEST(MM1, AgreesWithTheory) {
//     expect_equivalent({{kWait, 3.0}}, [](kernel::WorldKey world) { return std::vector{simulate(world)}; });
//   }

#include <functional>
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

// Makes the runs that the most demanding claim needs, seeded from the test's name, and fails the running test
// for each claim whose mean is not shown to be within its margin of the truth. Prints each claim with its
// margin, alpha, power, runs and difference.
void expect_equivalent(const std::vector<Measure>& measures, const Run& run);

}  // namespace lscb::proof
