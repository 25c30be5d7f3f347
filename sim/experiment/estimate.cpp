#include "experiment/estimate.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "kernel/assert.h"
#include "kernel/tally.h"

namespace lscb::experiment {
namespace {

/// The chance that a planned number of runs settles a verdict.
constexpr double power = 0.8;

}  // namespace

StudentT::StudentT(double confidence) : confidence_(confidence) {
  LSCB_REQUIRE(confidence > 0.0 && confidence < 1.0, "a confidence lies between 0 and 1");
}

const StudentT::Remembered& StudentT::at(std::int64_t n) {
  LSCB_REQUIRE(n >= 2, "an interval needs two replications");
  const auto place =
      std::lower_bound(remembered_.begin(), remembered_.end(), n,
                       [](const Remembered& known, std::int64_t wanted) { return known.n < wanted; });
  if (place != remembered_.end() && place->n == n) return *place;
  const boost::math::students_t t{static_cast<double>(n - 1)};
  // The complement keeps its digits where the confidence is close to one.
  const double tail = (1.0 - confidence_) / 2.0;
  return *remembered_.insert(place, {n, quantile(complement(t, tail)), quantile(t, power)});
}

double StudentT::half_width(std::int64_t n) {
  return at(n).half_width;
}

double StudentT::power_margin(std::int64_t n) {
  return at(n).power_margin;
}

Estimate estimate(const Series& series, StudentT& t) {
  kernel::Tally tally;
  for (const auto& value : series) {
    if (value) tally.add(*value);
  }
  Estimate result;
  result.n = tally.count();
  if (result.n >= 1) result.mean = tally.mean();
  if (result.n >= 2) {
    result.deviation = tally.deviation();
    const double half = t.half_width(result.n) * tally.deviation() / std::sqrt(static_cast<double>(result.n));
    result.low = tally.mean() - half;
    result.high = tally.mean() + half;
  }
  return result;
}

void keep_within(Estimate& estimate, double lowest, double highest) {
  if (estimate.low) estimate.low = std::clamp(*estimate.low, lowest, highest);
  if (estimate.high) estimate.high = std::clamp(*estimate.high, lowest, highest);
}

std::pair<double, double> poisson_interval(std::int64_t count, double confidence) {
  LSCB_REQUIRE(count >= 0 && confidence > 0.0 && confidence < 1.0, "an interval of a count");
  const double outside = 1.0 - confidence;
  if (count == 0) return {0.0, -std::log(outside)};
  const auto events = static_cast<double>(count);
  return {boost::math::gamma_p_inv(events, outside / 2.0),
          boost::math::gamma_q_inv(events + 1.0, outside / 2.0)};
}

std::pair<double, double> binomial_interval(std::int64_t part, std::int64_t whole, double confidence) {
  LSCB_REQUIRE(part >= 0 && part <= whole && whole >= 1 && confidence > 0.0 && confidence < 1.0,
               "an interval of a share");
  const double outside = 1.0 - confidence;
  const auto n = static_cast<double>(whole);
  const auto k = static_cast<double>(part);
  if (part == 0) return {0.0, 1.0 - std::pow(outside, 1.0 / n)};
  if (part == whole) return {std::pow(outside, 1.0 / n), 1.0};
  return {boost::math::ibeta_inv(k, n - k + 1.0, outside / 2.0),
          boost::math::ibetac_inv(k + 1.0, n - k, outside / 2.0)};
}

double simultaneous_level(double confidence, std::size_t count) {
  LSCB_REQUIRE(count >= 1, "simultaneous over no interval");
  return 1.0 - (1.0 - confidence) / static_cast<double>(count);
}

}  // namespace lscb::experiment
