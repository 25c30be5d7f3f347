#include "experiment/decile.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <vector>

#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

constexpr double tenth = 0.1;

/// Ranks from 1 of the runs at the ends of the lowest decile's interval.
struct Ranks {
  std::size_t low = 0;
  std::size_t high = 0;
};

Ranks ranks(std::int64_t n, double tail) {
  // The number of runs at or below the true decile; the interval holds where it is low to high - 1.
  const boost::math::binomial below{static_cast<double>(n), tenth};
  const auto at_most = [&](std::int64_t k) { return boost::math::cdf(below, static_cast<double>(k)); };
  std::int64_t low = 1;
  while (at_most(low) <= tail) ++low;
  std::int64_t high = low + 1;
  while (high < n && 1.0 - at_most(high - 1) > tail) ++high;
  return {static_cast<std::size_t>(low), static_cast<std::size_t>(high)};
}

}  // namespace

std::int64_t runs_for_deciles(double confidence) {
  LSCB_REQUIRE(confidence > 0.0 && confidence < 1.0, "a confidence lies between 0 and 1");
  // All runs may lie on one side of the decile: that must be rare enough.
  const double tail = (1.0 - confidence) / 2.0;
  std::int64_t n = 1;
  for (double all_above = 1.0 - tenth; all_above > tail; all_above *= 1.0 - tenth) ++n;
  return n;
}

Deciles deciles(const Series& series, double confidence) {
  std::vector<double> sorted;
  for (const auto& value : series) {
    if (value) sorted.push_back(*value);
  }
  std::sort(sorted.begin(), sorted.end());
  Deciles result;
  result.n = static_cast<std::int64_t>(sorted.size());
  if (result.n < runs_for_deciles(confidence)) return result;
  const Ranks ends = ranks(result.n, (1.0 - confidence) / 2.0);
  const std::size_t n = sorted.size();
  const std::size_t rank = (n + 9) / 10;  // at least a tenth of the runs
  result.lowest = {sorted[rank - 1], sorted[ends.low - 1], sorted[ends.high - 1]};
  result.highest = {sorted[n - rank], sorted[n - ends.high], sorted[n - ends.low]};
  return result;
}

}  // namespace lscb::experiment
