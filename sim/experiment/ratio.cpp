#include "experiment/ratio.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

/// A ratio, and each replication's residual from it as a share of the mean whole: the ratio scatters as their
/// mean does.
struct Linear {
  double value = 0.0;
  std::vector<double> residuals;
  bool scatters = false;  ///< else one replication alone has any of the whole
};

std::optional<Linear> linear(std::span<const double> part, std::span<const double> whole) {
  LSCB_REQUIRE(part.size() == whole.size(), "a ratio is of pairs");
  double parts = 0.0, wholes = 0.0;
  std::int64_t with_any = 0;
  for (std::size_t r = 0; r < part.size(); ++r) {
    parts += part[r];
    wholes += whole[r];
    with_any += whole[r] != 0.0;
  }
  if (wholes == 0.0) return std::nullopt;
  Linear result{parts / wholes, {}, with_any >= 2};
  const double mean = std::abs(wholes / static_cast<double>(part.size()));
  for (std::size_t r = 0; r < part.size(); ++r)
    result.residuals.push_back((part[r] - result.value * whole[r]) / mean);
  return result;
}

/// REQUIRES: the residuals have mean 0.
Estimate around(double value, std::span<const double> residuals, bool scatters, StudentT& t) {
  Estimate estimate;
  estimate.n = static_cast<std::int64_t>(residuals.size());
  estimate.mean = value;
  if (!scatters) return estimate;
  const double n = static_cast<double>(residuals.size());
  double squares = 0.0;
  for (const double residual : residuals) squares += residual * residual;
  const double deviation = std::sqrt(squares / (n - 1.0));
  estimate.deviation = deviation;
  const double half = t.half_width(estimate.n) * deviation / std::sqrt(n);
  estimate.low = value - half;
  estimate.high = value + half;
  return estimate;
}

Estimate empty(std::size_t replications) {
  Estimate estimate;
  estimate.n = static_cast<std::int64_t>(replications);
  return estimate;
}

}  // namespace

Estimate ratio(std::span<const double> part, std::span<const double> whole, StudentT& t) {
  const auto found = linear(part, whole);
  return found ? around(found->value, found->residuals, found->scatters, t) : empty(part.size());
}

Estimate ratio_difference(Ratio of, Ratio from, StudentT& t) {
  LSCB_REQUIRE(of.part.size() == from.part.size(), "ratios are set apart replication by replication");
  const auto other = linear(of.part, of.whole);
  const auto first = linear(from.part, from.whole);
  if (!other || !first) return empty(of.part.size());
  std::vector<double> residuals;
  for (std::size_t r = 0; r < other->residuals.size(); ++r)
    residuals.push_back(other->residuals[r] - first->residuals[r]);
  return around(other->value - first->value, residuals, other->scatters && first->scatters, t);
}

}  // namespace lscb::experiment
