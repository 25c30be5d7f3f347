#include "experiment/estimate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lscb::experiment {
namespace {

TEST(Estimate, WorkedByHand) {
  // 2, 4, 6: mean 4, deviation 2, t(2; 0.975) = 4.302653 (tables), half-width 4.302653 * 2 / sqrt(3).
  StudentT t{0.95};
  const Estimate e = estimate({2.0, 4.0, 6.0}, t);
  EXPECT_EQ(e.n, 3);
  EXPECT_DOUBLE_EQ(*e.mean, 4.0);
  EXPECT_DOUBLE_EQ(*e.deviation, 2.0);
  EXPECT_NEAR(*e.high - *e.mean, 4.968275, 1e-6);
  EXPECT_NEAR(*e.mean - *e.low, 4.968275, 1e-6);
}

TEST(Estimate, TablesOfStudentsT) {
  StudentT t95{0.95};
  EXPECT_NEAR(t95.half_width(2), 12.7062, 1e-4);
  EXPECT_NEAR(t95.half_width(10), 2.262157, 1e-6);
  EXPECT_NEAR(t95.half_width(200), 1.971957, 1e-6);
  EXPECT_NEAR(t95.half_width(10), 2.262157, 1e-6) << "remembered, after others";
  StudentT t99{0.99};
  EXPECT_NEAR(t99.half_width(31), 2.749996, 1e-6);
  EXPECT_NEAR(t99.power_margin(1'000'000), 0.841622, 1e-5) << "the normal's 80 % point";
}

TEST(Estimate, OnlyDefinedFiguresCount) {
  StudentT t{0.95};
  const Estimate with_gaps = estimate({std::nullopt, 2.0, std::nullopt, 4.0, 6.0}, t);
  const Estimate without = estimate({2.0, 4.0, 6.0}, t);
  EXPECT_EQ(with_gaps.n, 3);
  EXPECT_EQ(with_gaps.mean, without.mean);
  EXPECT_EQ(with_gaps.low, without.low);
  EXPECT_EQ(with_gaps.high, without.high);
}

TEST(Estimate, WhatIsNotDefinedIsEmpty) {
  StudentT t{0.95};
  const Estimate none = estimate({std::nullopt, std::nullopt}, t);
  EXPECT_EQ(none.n, 0);
  EXPECT_FALSE(none.mean || none.deviation || none.low || none.high);
  const Estimate one = estimate({std::nullopt, 3.0}, t);
  EXPECT_EQ(one.n, 1);
  EXPECT_EQ(one.mean, 3.0);
  EXPECT_FALSE(one.deviation || one.low || one.high);
}

TEST(Estimate, ConstantFigureHasNoWidth) {
  StudentT t{0.95};
  const Estimate e = estimate(Series(7, 0.1), t);
  EXPECT_EQ(e.low, 0.1);
  EXPECT_EQ(e.high, 0.1);
  EXPECT_EQ(e.deviation, 0.0);
}

TEST(Estimate, SimultaneousLevelSharesTheRisk) {
  EXPECT_DOUBLE_EQ(simultaneous_level(0.95, 1), 0.95);
  EXPECT_DOUBLE_EQ(simultaneous_level(0.95, 5), 0.99);
}

}  // namespace
}  // namespace lscb::experiment
