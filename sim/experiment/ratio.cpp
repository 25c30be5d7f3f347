#include "experiment/ratio.h"

#include <cmath>

#include "kernel/assert.h"

namespace lscb::experiment {

Estimate ratio(std::span<const double> part, std::span<const double> whole, StudentT& t) {
  LSCB_REQUIRE(part.size() == whole.size(), "a ratio is of pairs");
  double parts = 0.0, wholes = 0.0;
  std::int64_t with_any = 0;
  for (std::size_t r = 0; r < part.size(); ++r) {
    parts += part[r];
    wholes += whole[r];
    with_any += whole[r] != 0.0;
  }
  Estimate estimate;
  estimate.n = static_cast<std::int64_t>(part.size());
  if (wholes == 0.0) return estimate;
  const double value = parts / wholes;
  estimate.mean = value;
  if (with_any < 2) return estimate;
  const double n = static_cast<double>(part.size());
  double squares = 0.0;
  for (std::size_t r = 0; r < part.size(); ++r) {
    const double residual = part[r] - value * whole[r];
    squares += residual * residual;
  }
  const double deviation = std::sqrt(squares / (n - 1.0)) / std::abs(wholes / n);
  estimate.deviation = deviation;
  const double half = t.half_width(estimate.n) * deviation / std::sqrt(n);
  estimate.low = value - half;
  estimate.high = value + half;
  return estimate;
}

}  // namespace lscb::experiment
