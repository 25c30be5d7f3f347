// A mean with its interval over independent replications.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace lscb::experiment {

/// Mean, spread and two-sided Student-t interval of the replications in which a figure was defined. What is
/// not defined is empty: the mean without any replication, the rest with fewer than two.
struct Estimate {
  std::int64_t n = 0;  ///< replications in which the figure was defined
  std::optional<double> mean;
  std::optional<double> deviation;  ///< sample standard deviation, divisor n - 1
  std::optional<double> low;
  std::optional<double> high;
};

/// One figure over replications, by index of the replication; empty where it was not defined.
using Series = std::vector<std::optional<double>>;

/// Quantiles of Student's t at one level, remembered by number of replications. One thread at a time.
class StudentT {
 public:
  /// `confidence`: of a two-sided interval, in (0, 1).
  explicit StudentT(double confidence);

  /// Half an interval's width in standard errors: the 1 - (1 - confidence) / 2 quantile with n - 1 degrees of
  /// freedom. REQUIRES: n >= 2. Source: Student, Biometrika 6:1, 1908; computed by Boost.Math.
  [[nodiscard]] double half_width(std::int64_t n);

  /// The quantile that adds a four-in-five chance of success to a planned number of runs. REQUIRES: n >= 2.
  [[nodiscard]] double power_margin(std::int64_t n);

  [[nodiscard]] double confidence() const { return confidence_; }

 private:
  struct Remembered {
    std::int64_t n;
    double half_width;
    double power_margin;
  };
  const Remembered& at(std::int64_t n);

  double confidence_;
  std::vector<Remembered> remembered_;
};

/// The estimate at t's level. O(length); values are added in order of index, so the bytes depend on nothing
/// else.
[[nodiscard]] Estimate estimate(const Series& series, StudentT& t);

/// Draws the interval's ends in to what the figure can be: a number of families is no less than none.
void keep_within(Estimate& estimate, double lowest, double highest = std::numeric_limits<double>::infinity());

/// Ends of the exact interval for the expectation of a Poisson count (Garwood, Biometrika 28, 1936); of a
/// count of 0 the one-sided one, from 0 to -ln(1 - confidence): at 95 %, the rule of three. REQUIRES: count
/// >= 0; a confidence between 0 and 1.
[[nodiscard]] std::pair<double, double> poisson_interval(std::int64_t count, double confidence);

/// Ends of the exact interval for the chance behind `part` of `whole` (Clopper and Pearson, Biometrika 26,
/// 1934); of none or of all the one-sided one. REQUIRES: 0 <= part <= whole, 1 <= whole; a confidence between
/// 0 and 1.
[[nodiscard]] std::pair<double, double> binomial_interval(std::int64_t part, std::int64_t whole,
                                                          double confidence);

/// The level of each of `count` intervals that are to hold together at `confidence` (Bonferroni, after Dunn,
/// J. Am. Stat. Assoc. 56:52, 1961). REQUIRES: count >= 1.
[[nodiscard]] double simultaneous_level(double confidence, std::size_t count);

}  // namespace lscb::experiment
