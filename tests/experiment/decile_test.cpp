#include "experiment/decile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lscb::experiment {
namespace {

/// Values 1 to n, in an order that is not theirs.
Series shuffled(std::int64_t n) {
  Series series(static_cast<std::size_t>(n));
  for (std::int64_t i = 0; i < n; ++i) {
    series[static_cast<std::size_t>(i * 37 % n)] = static_cast<double>(i + 1);
  }
  return series;
}

// Proves that a tenth of the runs lie at or beyond the decile, and that its ends are the runs that binomial
// tables give: of 100 runs the lowest decile lies between the 5th and the 17th at 0.95 (P(B <= 4) = 0.0237,
// P(B <= 16) = 0.9794, B binomial of 100 and 0.1).
TEST(Deciles, AreTheRunsOfTheBinomial) {
  const Deciles d = deciles(shuffled(100), 0.95);
  EXPECT_EQ(d.n, 100);
  EXPECT_EQ(d.lowest.value, 10.0);
  EXPECT_EQ(d.lowest.low, 5.0);
  EXPECT_EQ(d.lowest.high, 17.0);
  EXPECT_EQ(d.highest.value, 91.0);
  EXPECT_EQ(d.highest.low, 84.0);
  EXPECT_EQ(d.highest.high, 96.0);
}

// Proves that nothing is told below the number of runs at which all of them on one side of the decile is
// rare enough (0.9^36 = 0.0225 < 0.025 < 0.9^35), and that undefined figures are no runs.
TEST(Deciles, AreNotToldFromTooFewRuns) {
  EXPECT_EQ(runs_for_deciles(0.95), 36);
  EXPECT_EQ(runs_for_deciles(0.99), 51);
  Series series = shuffled(38);
  series[3] = series[4] = std::nullopt;
  EXPECT_TRUE(deciles(series, 0.95).highest.value.has_value());
  series[5] = std::nullopt;
  const Deciles few = deciles(series, 0.95);
  EXPECT_EQ(few.n, 35);
  for (const Decile& d : {few.lowest, few.highest}) {
    EXPECT_FALSE(d.value || d.low || d.high);
  }
  EXPECT_EQ(deciles({}, 0.95).n, 0);
}

// Proves that turning all signs turns the deciles about, and that intervals hold their values, for every
// number of runs.
TEST(Deciles, AreTheSameFromBothSides) {
  for (std::int64_t n = 36; n < 240; ++n) {
    if (n % 37 == 0) continue;  // else not a shuffle
    const Series series = shuffled(n);
    Series turned = series;
    for (auto& value : turned) value = -*value;
    const Deciles a = deciles(series, 0.95);
    const Deciles b = deciles(turned, 0.95);
    EXPECT_EQ(*a.lowest.value, -*b.highest.value);
    EXPECT_EQ(*a.lowest.low, -*b.highest.high);
    EXPECT_EQ(*a.lowest.high, -*b.highest.low);
    EXPECT_LE(*a.lowest.low, *a.lowest.value);
    EXPECT_GE(*a.lowest.high, *a.lowest.value);
    const auto beyond = std::count_if(series.begin(), series.end(),
                                      [&](const auto& value) { return *value >= *a.highest.value; });
    EXPECT_GE(10 * beyond, n);
    EXPECT_LT(10 * (beyond - 1), n);
  }
}

}  // namespace
}  // namespace lscb::experiment
