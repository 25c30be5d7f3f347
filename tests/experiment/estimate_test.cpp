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

// Garwood's table (Biometrika 28, 1936), 95 %: 1: 0.0253 to 5.57; 5: 1.62 to 11.67; 10: 4.80 to 18.39.
TEST(Estimate, TableOfGarwoods) {
  const double table[][3] = {{1, 0.0253, 5.572}, {5, 1.623, 11.668}, {10, 4.795, 18.390}};
  for (const auto& [count, low, high] : table) {
    const auto ends = poisson_interval(static_cast<std::int64_t>(count), 0.95);
    EXPECT_NEAR(ends.first, low, 0.001);
    EXPECT_NEAR(ends.second, high, 0.001);
  }
}

TEST(Estimate, RuleOfThree) {
  const auto ends = poisson_interval(0, 0.95);
  EXPECT_EQ(ends.first, 0.0);
  EXPECT_NEAR(ends.second, 2.9957, 1e-4);
}

TEST(Estimate, SimultaneousLevelSharesTheRisk) {
  EXPECT_DOUBLE_EQ(simultaneous_level(0.95, 1), 0.95);
  EXPECT_DOUBLE_EQ(simultaneous_level(0.95, 5), 0.99);
}

// The bounds are those shares under which what was found, or more of it (or less), has half of 5 %: summed by
// hand from the binomial.
TEST(BinomialInterval, LeavesHalfOfWhatIsOutsideOnEachSide) {
  const auto chance_of = [](int from, int to, int n, double p) {
    double sum = 0.0;
    for (int k = from; k <= to; ++k) {
      double term = 1.0;
      for (int i = 0; i < k; ++i) term *= p * (n - i) / (k - i);
      for (int i = 0; i < n - k; ++i) term *= 1.0 - p;
      sum += term;
    }
    return sum;
  };
  for (const auto& [part, whole] : {std::pair{3, 10}, std::pair{1, 40}, std::pair{39, 40}}) {
    const auto [low, high] = binomial_interval(part, whole, 0.95);
    EXPECT_NEAR(chance_of(part, whole, whole, low), 0.025, 1e-9);
    EXPECT_NEAR(chance_of(0, part, whole, high), 0.025, 1e-9);
  }
}

TEST(BinomialInterval, OfNoneOrAllIsOneSided) {
  const auto none = binomial_interval(0, 20, 0.95);
  EXPECT_EQ(none.first, 0.0);
  EXPECT_NEAR(std::pow(1.0 - none.second, 20.0), 0.05, 1e-12);
  const auto all = binomial_interval(20, 20, 0.95);
  EXPECT_NEAR(all.first, 1.0 - none.second, 1e-12);
  EXPECT_EQ(all.second, 1.0);
}

}  // namespace
}  // namespace lscb::experiment
