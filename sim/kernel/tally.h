#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace lscb::kernel {

// Count, mean, variance and extremes of observations, without storing them (Welford, Technometrics 4:419,
// 1962; merging after Chan, Golub and LeVeque, 1979). O(1) each. Merging in another order may differ in the
// last bits: where bytes must agree, merge in a fixed order.
class Tally {
 public:
  void add(double x) {
    ++count_;
    const double from_old_mean = x - mean_;
    mean_ += from_old_mean / static_cast<double>(count_);
    squares_ += from_old_mean * (x - mean_);
    if (x < least_) least_ = x;
    if (x > greatest_) greatest_ = x;
  }

  void merge(const Tally& other) {
    if (other.count_ == 0) return;
    const double n = static_cast<double>(count_);
    const double m = static_cast<double>(other.count_);
    const double apart = other.mean_ - mean_;
    mean_ += apart * (m / (n + m));
    squares_ += other.squares_ + apart * apart * (n * m / (n + m));
    count_ += other.count_;
    if (other.least_ < least_) least_ = other.least_;
    if (other.greatest_ > greatest_) greatest_ = other.greatest_;
  }

  [[nodiscard]] std::int64_t count() const { return count_; }

  // Not a number while empty, as are min and max.
  [[nodiscard]] double mean() const { return count_ > 0 ? mean_ : kUndefined; }
  [[nodiscard]] double min() const { return count_ > 0 ? least_ : kUndefined; }
  [[nodiscard]] double max() const { return count_ > 0 ? greatest_ : kUndefined; }
  [[nodiscard]] double sum() const { return mean_ * static_cast<double>(count_); }

  // The unbiased variance, divisor count - 1; not a number below two observations.
  [[nodiscard]] double variance() const {
    return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : kUndefined;
  }
  [[nodiscard]] double deviation() const { return std::sqrt(variance()); }

 private:
  static constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

  std::int64_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;  // sum of squared distances from the mean
  double least_ = std::numeric_limits<double>::infinity();
  double greatest_ = -std::numeric_limits<double>::infinity();
};

}  // namespace lscb::kernel
