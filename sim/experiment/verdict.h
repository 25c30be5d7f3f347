// What a difference and its interval allow one to say.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "experiment/estimate.h"

namespace lscb::experiment {

enum class Verdict : std::uint8_t { no_difference_that_matters, more, fewer, not_enough_runs };

/// "no difference that matters", "more", "fewer" or "not enough runs to say": also the words of the JSON
/// schema.
[[nodiscard]] std::string_view words(Verdict verdict);

/// In this order: the interval lies within +-delta (ends included): no difference that matters; low above 0:
/// more; high below 0: fewer; else, and without an interval: not enough runs. Without a delta never the
/// first. REQUIRES: delta >= 0.
[[nodiscard]] Verdict judge(const Estimate& difference, std::optional<double> delta);

/// A number of runs above this is told as none: no patience would do.
inline constexpr std::int64_t most_runs_counted = 1'000'000;

/// About how many replications in all would settle the verdict four times in five, if the difference and its
/// spread are as seen: the least n at which (t_confidence + t_power) * deviation / sqrt(n) is at most
/// max(|mean|, delta - |mean|), more by the share of the `replications` in which the difference was not
/// defined. Empty if that is above most_runs_counted, or the spread is not known. REQUIRES: replications >=
/// difference.n.
[[nodiscard]] std::optional<std::int64_t> runs_needed(const Estimate& difference, std::optional<double> delta,
                                                      std::int64_t replications, StudentT& t);

}  // namespace lscb::experiment
