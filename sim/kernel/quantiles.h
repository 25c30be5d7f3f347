#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "kernel/assert.h"

namespace lscb::kernel {

// Exact quantiles: stores every observation, 8 bytes each. add and merge are O(1) an observation, amortised;
// the first question after them sorts, O(n log n). REQUIRES of add: not a NaN.
class Quantiles {
 public:
  void reserve(std::size_t n) { values_.reserve(n); }

  void add(double x) {
    LSCB_DEBUG_ASSERT(!std::isnan(x), "a quantile of what is not a number");
    sorted_ = false;
    values_.push_back(x);
  }

  void merge(const Quantiles& other) {
    sorted_ = false;
    values_.insert(values_.end(), other.values_.begin(), other.values_.end());
  }

  [[nodiscard]] std::size_t count() const { return values_.size(); }

  // The p-quantile, straight between order statistics (Hyndman and Fan, Am. Stat. 50:361, 1996, type 7); not
  // a number while empty. REQUIRES: 0 <= p <= 1.
  [[nodiscard]] double quantile(double p) {
    LSCB_REQUIRE(p >= 0.0 && p <= 1.0, "a quantile is asked for at a share from 0 to 1");
    if (values_.empty()) return std::numeric_limits<double>::quiet_NaN();
    sort();
    const double rank = p * static_cast<double>(values_.size() - 1);
    const auto low = static_cast<std::size_t>(rank);
    const std::size_t high = std::min(low + 1, values_.size() - 1);
    return values_[low] + (rank - static_cast<double>(low)) * (values_[high] - values_[low]);
  }

  // Share of the observations greater than x; not a number while empty.
  [[nodiscard]] double share_above(double x) {
    sort();
    const auto above = values_.end() - std::upper_bound(values_.begin(), values_.end(), x);
    return static_cast<double>(above) / static_cast<double>(values_.size());
  }

 private:
  void sort() {
    if (!sorted_) std::sort(values_.begin(), values_.end());
    sorted_ = true;
  }

  std::vector<double> values_;
  bool sorted_ = true;
};

}  // namespace lscb::kernel
