#pragma once

// Statistical claims inside a gtest test:
//
//   const Claim kWait("M/M/1: mean wait", {.margin = 0.02});
//   TEST(Mm1, AgreesWithTheory) {
//     expect_equivalent({{kWait, 3.0}}, [](kernel::WorldKey world) { return std::vector{simulate(world)}; });
//   }

#include "support/examine.h"

namespace lscb::proof {

// Examines the measures with the seed of the running test's name, prints what it found, and fails the test
// for each claim whose mean is not shown to lie within its margin of the truth.
void expect_equivalent(const std::vector<Measure>& measures, const Run& run);

}  // namespace lscb::proof
