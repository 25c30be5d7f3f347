// Figures and differences in words that a board can read.
//
// How far a figure is rounded follows from half the width of its interval: to the power of ten at or below
// it, so that "about 31, 24 to 38" shows what is known and no digit more. Where rounding would show a bound
// as zero though the interval lies wholly on one side of it, one more digit is shown, and so on. Of one run,
// which has no interval, three figures are shown.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "experiment/estimate.h"
#include "experiment/verdict.h"

namespace lscb::report {

/// Stands at the head of every result.
inline constexpr std::string_view heading = "organisation simplified, uncalibrated: not for decisions";
/// Stands under every comparison.
inline constexpr std::string_view caution = "A smaller number is not a safe service.";
/// Below this, in size, a correlation is called small.
inline constexpr double small_correlation = 0.3;

/// "about 214 children a year, 205 to 223"; "not defined" without a figure. Shares are told as "about 71 %".
[[nodiscard]] std::string level_in_words(const experiment::Estimate& estimate, std::string_view unit);

/// "about 31 more children a year, 24 to 38"; "about 1 fewer child a year, 4 fewer to 2 more"; "exactly the
/// same in every run". Shares differ by percentage points, higher or lower; money by pounds, more or less.
[[nodiscard]] std::string difference_in_words(const experiment::Estimate& difference, std::string_view unit);

/// A difference as a share of what it is compared with: "about 3.1 % lower, 2.4 to 3.8"; "exactly the same in
/// every run".
[[nodiscard]] std::string relative_in_words(const experiment::Estimate& share);

/// A sum spent beyond a budget: "about £120,000 a year over the budget, £90,000 to £150,000"; "about £20,000
/// under the budget, £50,000 under to £10,000 over". The unit begins with "pounds".
[[nodiscard]] std::string balance_in_words(const experiment::Estimate& balance, std::string_view unit);

/// A verdict with what it rests on.
struct Judged {
  const experiment::Estimate& difference;
  experiment::Verdict verdict;
  std::optional<double> delta;
  std::optional<std::int64_t> runs_needed;
};
/// Of an experiment::Difference or an experiment::ContrastFigure, which must outlive it.
template <class Figure>
[[nodiscard]] Judged judged(const Figure& figure) {
  return {figure.estimate, figure.verdict, figure.delta, figure.runs_needed};
}

/// The verdict's words, as difference_in_words has them for the unit ("fewer" children, "less" money, a
/// "lower" share); where there are not enough runs, with how many would do. Of a difference that does not
/// matter but whose sign is settled: "no difference that matters: more, by less than the 43 you would act
/// on".
[[nodiscard]] std::string verdict_in_words(const Judged& judged, std::string_view unit);

/// Likewise for a narrow column; of such a difference "more, by less than 43".
[[nodiscard]] std::string verdict_in_short(const Judged& judged, std::string_view unit);

/// "correlation 0.83"; "correlation 0.12, small"; "correlation not defined".
[[nodiscard]] std::string correlation_in_words(std::optional<double> correlation);

/// A number with its unit, rounded to two significant digits more than its size: "8.3 children a year".
[[nodiscard]] std::string delta_in_words(double delta, std::string_view unit);

/// "1 April 2011".
[[nodiscard]] std::string date_in_words(Instant at);
/// "1 January 2011 to 31 December 2013": the last day is inside. REQUIRES: not empty.
[[nodiscard]] std::string window_in_words(Interval window);

/// 1234567.8 with `decimals` 1: "1,234,567.8"; negative decimals round to tens, hundreds and so on. Never
/// "-0".
[[nodiscard]] std::string grouped(double value, int decimals);
/// Of a figure without an interval: 1234567.8 as "1,230,000", 12.0 as "12", 0.25 as "0.25".
[[nodiscard]] std::string three_figures(double value);

}  // namespace lscb::report
