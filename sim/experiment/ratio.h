// Ratios of sums over replications, with their intervals.
#pragma once

#include <span>

#include "experiment/estimate.h"

namespace lscb::experiment {

/// sum(part) / sum(whole) over replications, each replication's pair independent of the others. The ratio
/// estimator: standard error of the residuals part - ratio x whole, over the mean of `whole` (Cochran,
/// Sampling Techniques, 3rd edition, 1977, 6.3-6.4), with Student's t. Not a mean of ratios, which small
/// wholes would pull about. Empty where the wholes sum to 0; without an interval where fewer than two
/// replications have any of the whole: one alone says nothing of how they scatter.
/// REQUIRES: of one length.
[[nodiscard]] Estimate ratio(std::span<const double> part, std::span<const double> whole, StudentT& t);

struct Ratio {
  std::span<const double> part;
  std::span<const double> whole;
};

/// The ratio `of` less that of `from`, of the same replications, which share their lives: the residuals are
/// subtracted pair by pair, each over its own mean whole. Empty where either is empty; without an interval
/// where either has none. REQUIRES: all of one length.
[[nodiscard]] Estimate ratio_difference(Ratio of, Ratio from, StudentT& t);

}  // namespace lscb::experiment
