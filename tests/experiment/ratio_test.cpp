#include "experiment/ratio.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace lscb::experiment {
namespace {

TEST(Ratio, WorkedByHand) {
  // Parts 1, 2, 6 of wholes 2, 4, 6: ratio 9/12; residuals -0.5, -1, 1.5; deviation sqrt(3.5 / 2) / 4.
  StudentT t{0.95};
  const std::array<double, 3> part{1.0, 2.0, 6.0};
  const std::array<double, 3> whole{2.0, 4.0, 6.0};
  const Estimate e = ratio(part, whole, t);
  EXPECT_DOUBLE_EQ(*e.mean, 0.75);
  EXPECT_NEAR(*e.deviation, 0.330719, 1e-6);
  EXPECT_NEAR(*e.high - *e.mean, 4.302653 * 0.330719 / std::sqrt(3.0), 1e-6);
  EXPECT_NEAR(*e.mean - *e.low, *e.high - *e.mean, 1e-12);
}

TEST(Ratio, WhatIsNotDefinedIsEmpty) {
  StudentT t{0.95};
  const std::array<double, 2> nothing{0.0, 0.0};
  EXPECT_FALSE(ratio(nothing, nothing, t).mean);
  const std::array<double, 1> one{2.0};
  const Estimate single = ratio(one, one, t);
  EXPECT_DOUBLE_EQ(*single.mean, 1.0);
  EXPECT_FALSE(single.low);
}

TEST(RatioDifference, WorkedByHand) {
  // Against the ratio above 1/4, of parts 1, 1, 1 of wholes 2, 4, 6: residuals 0.5, 0, -0.5 over 4. Less
  // these, -0.5, -1, 1.5 over 4: -0.25, -0.25, 0.5.
  StudentT t{0.95};
  const std::array<double, 3> part{1.0, 2.0, 6.0};
  const std::array<double, 3> first{1.0, 1.0, 1.0};
  const std::array<double, 3> whole{2.0, 4.0, 6.0};
  const Estimate e = ratio_difference({part, whole}, {first, whole}, t);
  EXPECT_DOUBLE_EQ(*e.mean, 0.5);
  EXPECT_NEAR(*e.deviation, std::sqrt((0.0625 + 0.0625 + 0.25) / 2.0), 1e-12);
  const Estimate back = ratio_difference({first, whole}, {part, whole}, t);
  EXPECT_DOUBLE_EQ(*back.mean, -0.5);
  EXPECT_DOUBLE_EQ(*back.low, -*e.high);
}

// Replications whose wholes go up and down together take nothing from what the ratios differ by.
TEST(RatioDifference, OfTheSameReplicationsIsNarrowerThanOfOthers) {
  StudentT t{0.95};
  const std::array<double, 4> whole{3.0, 8.0, 1.0, 5.0};
  const std::array<double, 4> part{2.0, 3.0, 0.5, 1.5};
  std::array<double, 4> more = part;
  for (std::size_t i = 0; i < more.size(); ++i) more[i] += 0.1 * whole[i];
  const Estimate paired = ratio_difference({more, whole}, {part, whole}, t);
  EXPECT_NEAR(*paired.mean, 0.1, 1e-12);
  EXPECT_NEAR(*paired.high - *paired.low, 0.0, 1e-12);
  EXPECT_GT(*ratio(part, whole, t).high - *ratio(part, whole, t).low, 0.1);
}

TEST(RatioDifference, WhatIsNotDefinedIsEmpty) {
  StudentT t{0.95};
  const std::array<double, 2> nothing{0.0, 0.0};
  const std::array<double, 2> some{1.0, 2.0};
  EXPECT_FALSE(ratio_difference({some, some}, {nothing, nothing}, t).mean);
  EXPECT_FALSE(ratio_difference({nothing, nothing}, {some, some}, t).mean);
  const std::array<double, 2> one_alone{0.0, 2.0};
  const Estimate e = ratio_difference({some, some}, {one_alone, one_alone}, t);
  EXPECT_DOUBLE_EQ(*e.mean, 0.0);
  EXPECT_FALSE(e.low);
}

TEST(Ratio, OfProportionalPartsHasNoWidth) {
  StudentT t{0.95};
  const std::array<double, 4> whole{3.0, 8.0, 1.0, 5.0};
  const std::array<double, 4> part{1.5, 4.0, 0.5, 2.5};
  const Estimate e = ratio(part, whole, t);
  EXPECT_DOUBLE_EQ(*e.mean, 0.5);
  EXPECT_NEAR(*e.high - *e.low, 0.0, 1e-12);
}

}  // namespace
}  // namespace lscb::experiment
