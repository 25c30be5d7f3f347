// Each tally against the plainest way to the same figure, on random input.

#include <gtest/gtest.h>
// RapidCheck's bridge needs gtest first.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "kernel/histogram.h"
#include "kernel/quantiles.h"
#include "kernel/tally.h"
#include "kernel/time_weighted.h"

namespace lscb::kernel {
namespace {

std::vector<double> some_numbers() {
  std::vector<double> numbers;
  for (const int n : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000)))
    numbers.push_back(n / 8.0);
  return numbers;
}

bool close(double a, double b) {
  return std::fabs(a - b) <= 1e-9 * (1.0 + std::fabs(a) + std::fabs(b));
}

RC_GTEST_PROP(Tally, AsInTwoPasses, ()) {
  const std::vector<double> numbers = some_numbers();
  RC_PRE(numbers.size() > 1U);
  Tally tally;
  double sum = 0.0;
  for (const double x : numbers) {
    tally.add(x);
    sum += x;
  }
  const auto n = static_cast<double>(numbers.size());
  double squares = 0.0;
  for (const double x : numbers) squares += (x - sum / n) * (x - sum / n);
  RC_ASSERT(tally.count() == static_cast<std::int64_t>(numbers.size()));
  RC_ASSERT(close(tally.mean(), sum / n));
  RC_ASSERT(close(tally.sum(), sum));
  RC_ASSERT(close(tally.variance(), squares / (n - 1)));
  RC_ASSERT(tally.min() == *std::min_element(numbers.begin(), numbers.end()));
  RC_ASSERT(tally.max() == *std::max_element(numbers.begin(), numbers.end()));
}

RC_GTEST_PROP(Tally, MergingIsAddingAll, ()) {
  const std::vector<double> first = some_numbers();
  const std::vector<double> second = some_numbers();
  RC_PRE(first.size() + second.size() > 1U);
  Tally a;
  Tally b;
  Tally all;
  for (const double x : first) a.add(x);
  for (const double x : second) b.add(x);
  for (const double x : first) all.add(x);
  for (const double x : second) all.add(x);
  a.merge(b);
  RC_ASSERT(a.count() == all.count());
  RC_ASSERT(close(a.mean(), all.mean()));
  RC_ASSERT(close(a.variance(), all.variance()));
  RC_ASSERT(a.min() == all.min());
  RC_ASSERT(a.max() == all.max());
}

TEST(Tally, IsUndefinedWhereThereIsNothing) {
  Tally tally;
  EXPECT_TRUE(std::isnan(tally.mean()) && std::isnan(tally.min()) && std::isnan(tally.max()));
  EXPECT_EQ(tally.sum(), 0.0);
  tally.add(3.0);
  EXPECT_TRUE(std::isnan(tally.variance()));
  EXPECT_EQ(tally.mean(), 3.0);
}

TEST(Tally, KeepsAVarianceFarFromZero) {
  Tally tally;
  for (int i = 0; i < 1000; ++i) tally.add(1e9 + i % 2);
  EXPECT_NEAR(tally.variance(), 0.25 * 1000 / 999, 1e-6);
}

// A path of changes against its level tick by tick, in a window that may begin or end inside a step.
RC_GTEST_PROP(TimeWeighted, AsTickByTick, ()) {
  const Tick from = *rc::gen::inRange(-20, 60);
  const Window window{from, from + *rc::gen::inRange(0, 80)};
  const Tick restart_at = *rc::gen::inRange(0, 100);
  const bool restarts = *rc::gen::arbitrary<bool>();
  TimeWeighted level(0, 2, window);
  std::vector<std::int64_t> at_tick;
  std::int64_t now_level = 2;
  for (Tick now = 0; now < 100; ++now) {
    if (*rc::gen::inRange(0, 4) == 0) {
      const auto change = *rc::gen::inRange(-3, 4);
      now_level += change;
      level.add(now, change);
    }
    if (restarts && now == restart_at) level.restart(now);
    at_tick.push_back(now_level);
  }
  const Tick first = std::max<Tick>(restarts ? restart_at : 0, window.from);
  std::int64_t sum = 0;
  std::int64_t length = 0;
  for (Tick t = std::max<Tick>(first, 0); t < std::min<Tick>(100, window.to); ++t) {
    sum += at_tick[static_cast<std::size_t>(t)];
    ++length;
  }
  RC_ASSERT(level.integral(100) == sum);
  RC_ASSERT(level.level() == now_level);
  if (length > 0) RC_ASSERT(close(level.mean(100), static_cast<double>(sum) / static_cast<double>(length)));
}

TEST(TimeWeighted, RefusesThePastAndOverflow) {
  TimeWeighted level(10, 3);
  EXPECT_DEATH(level.set(9, 1), "its past");
  level.set(20, std::numeric_limits<std::int64_t>::max() / 4);
  EXPECT_EQ(level.integral(21), 30 + std::numeric_limits<std::int64_t>::max() / 4);
  EXPECT_DEATH(static_cast<void>(level.integral(25)), "64 bits");
}

RC_GTEST_PROP(Quantiles, AsTheSortedValues, ()) {
  std::vector<double> numbers = some_numbers();
  RC_PRE(!numbers.empty());
  Quantiles quantiles;
  for (const double x : numbers) quantiles.add(x);
  std::sort(numbers.begin(), numbers.end());
  RC_ASSERT(quantiles.quantile(0.0) == numbers.front());
  RC_ASSERT(quantiles.quantile(1.0) == numbers.back());
  for (std::size_t i = 0; i < numbers.size() && numbers.size() > 1; ++i) {
    const double p = static_cast<double>(i) / static_cast<double>(numbers.size() - 1);
    RC_ASSERT(close(quantiles.quantile(p), numbers[i]));
  }
  const double x = numbers[numbers.size() / 2];
  const auto above = std::count_if(numbers.begin(), numbers.end(), [&](double y) { return y > x; });
  RC_ASSERT(
      close(quantiles.share_above(x), static_cast<double>(above) / static_cast<double>(numbers.size())));
}

TEST(Quantiles, LieStraightBetweenValuesAndMerge) {
  Quantiles odd;
  Quantiles even;
  for (const double x : {5.0, 1.0, 3.0}) odd.add(x);
  for (const double x : {4.0, 2.0}) even.add(x);
  EXPECT_EQ(odd.quantile(0.25), 2.0);
  odd.merge(even);
  EXPECT_EQ(odd.count(), 5U);
  EXPECT_EQ(odd.quantile(0.5), 3.0);
  EXPECT_EQ(odd.quantile(0.9), 4.6);
  EXPECT_TRUE(std::isnan(Quantiles().quantile(0.5)));
  EXPECT_DEATH(static_cast<void>(odd.quantile(1.5)), "from 0 to 1");
}

RC_GTEST_PROP(Histogram, CountsEachOnceWhereItBelongs, ()) {
  const std::vector<double> numbers = some_numbers();
  Histogram histogram(-50.0, 75.0, 25);
  for (const double x : numbers) histogram.add(x);
  RC_ASSERT(histogram.total() == static_cast<std::int64_t>(numbers.size()));
  const auto between = [&](double low, double high) {
    return std::count_if(numbers.begin(), numbers.end(), [&](double x) { return x >= low && x < high; });
  };
  for (std::size_t bin = 0; bin < histogram.bins(); ++bin) {
    RC_ASSERT(histogram.count(bin) == between(histogram.lower_edge(bin), histogram.lower_edge(bin + 1)));
  }
  RC_ASSERT(histogram.below() == between(-1e9, -50.0));
  RC_ASSERT(histogram.above() == between(75.0, 1e9));
  Histogram twice = histogram;
  twice.merge(histogram);
  RC_ASSERT(twice.total() == 2 * histogram.total());
  RC_ASSERT(twice.count(3) == 2 * histogram.count(3));
}

TEST(Histogram, RefusesOtherBins) {
  Histogram histogram(0.0, 1.0, 10);
  EXPECT_DEATH(histogram.merge(Histogram(0.0, 2.0, 10)), "the same bins");
  EXPECT_DEATH(Histogram(1.0, 1.0, 10), "a range and bins");
}

}  // namespace
}  // namespace lscb::kernel
