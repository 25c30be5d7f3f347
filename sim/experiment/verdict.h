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

/// More runs than this are not counted: "more than a million" is told as none.
inline constexpr std::int64_t most_runs_counted = 1'000'000;

/// About how many replications in all would settle the verdict four times in five, if the difference and its
/// spread are as seen: the least n at which (t_high + t_power) * deviation / sqrt(n) is at most
/// max(|mean|, delta - |mean|). None if no number up to most_runs_counted does, or the spread is not known.
[[nodiscard]] std::optional<std::int64_t> runs_needed(const Estimate& difference, std::optional<double> delta,
                                                      StudentT& t);

}  // namespace lscb::experiment
