#include "experiment/verdict.h"

#include <algorithm>
#include <cmath>

#include "kernel/assert.h"

namespace lscb::experiment {

std::string_view words(Verdict verdict) {
  switch (verdict) {
    case Verdict::no_difference_that_matters:
      return "no difference that matters";
    case Verdict::more:
      return "more";
    case Verdict::fewer:
      return "fewer";
    case Verdict::not_enough_runs:
      break;
  }
  return "not enough runs to say";
}

Verdict judge(const Estimate& difference, std::optional<double> delta) {
  LSCB_REQUIRE(!delta || *delta >= 0.0, "a difference one would act on is not negative");
  if (!difference.low || !difference.high) return Verdict::not_enough_runs;
  if (delta && *difference.low >= -*delta && *difference.high <= *delta)
    return Verdict::no_difference_that_matters;
  if (*difference.low > 0.0) return Verdict::more;
  if (*difference.high < 0.0) return Verdict::fewer;
  return Verdict::not_enough_runs;
}

std::optional<std::int64_t> runs_needed(const Estimate& difference, std::optional<double> delta,
                                        std::int64_t replications, StudentT& t) {
  LSCB_REQUIRE(replications >= difference.n, "more differences than replications");
  if (!difference.deviation || !difference.mean) return std::nullopt;
  const double size = std::abs(*difference.mean);
  const double target = std::max(size, delta ? *delta - size : 0.0);
  if (!(target > 0.0)) return std::nullopt;

  const double spread = *difference.deviation / target;
  const auto settles = [&](std::int64_t n) {
    return (t.half_width(n) + t.power_margin(n)) * spread <= std::sqrt(static_cast<double>(n));
  };
  // t falls with n, so that the map from n to the number it asks for closes in on the least n from both
  // sides.
  std::int64_t n = most_runs_counted;
  if (!settles(n)) return std::nullopt;
  for (int step = 0; step < 6; ++step) {
    const double root = (t.half_width(n) + t.power_margin(n)) * spread;
    n = std::clamp(static_cast<std::int64_t>(std::ceil(root * root)), std::int64_t{2}, most_runs_counted);
  }
  while (!settles(n)) ++n;
  while (n > 2 && settles(n - 1)) --n;

  const std::int64_t scaled = (n * replications + difference.n - 1) / difference.n;
  if (scaled > most_runs_counted) return std::nullopt;
  return scaled;
}

}  // namespace lscb::experiment
