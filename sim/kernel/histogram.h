#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernel/assert.h"

namespace lscb::kernel {

// Counts of observations in equal bins of [low, high), bin i being [low + i w, low + (i + 1) w), with those
// below and those at or above `high` counted apart. add is O(1). REQUIRES: low < high, bins > 0; add is given
// no NaN.
class Histogram {
 public:
  Histogram(double low, double high, std::size_t bins) : low_(low), high_(high), counts_(bins, 0) {
    LSCB_REQUIRE(low < high && bins > 0, "a histogram has a range and bins");
  }

  void add(double x) {
    LSCB_DEBUG_ASSERT(x == x, "a histogram of what is not a number");
    if (x < low_) {
      ++below_;
    } else if (x >= high_) {
      ++above_;
    } else {
      const auto bin =
          static_cast<std::size_t>((x - low_) / (high_ - low_) * static_cast<double>(counts_.size()));
      ++counts_[bin < counts_.size() ? bin : counts_.size() - 1];  // rounding may reach the end
    }
  }

  // REQUIRES: the same range and bins.
  void merge(const Histogram& other) {
    LSCB_REQUIRE(low_ == other.low_ && high_ == other.high_ && counts_.size() == other.counts_.size(),
                 "histograms merged have the same bins");
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    below_ += other.below_;
    above_ += other.above_;
  }

  [[nodiscard]] std::size_t bins() const { return counts_.size(); }
  [[nodiscard]] std::int64_t count(std::size_t bin) const { return counts_.at(bin); }
  [[nodiscard]] std::int64_t below() const { return below_; }
  [[nodiscard]] std::int64_t above() const { return above_; }
  [[nodiscard]] double lower_edge(std::size_t bin) const {
    return low_ + (high_ - low_) * static_cast<double>(bin) / static_cast<double>(counts_.size());
  }

  [[nodiscard]] std::int64_t total() const {
    std::int64_t sum = below_ + above_;
    for (const std::int64_t count : counts_) sum += count;
    return sum;
  }

 private:
  double low_;
  double high_;
  std::vector<std::int64_t> counts_;
  std::int64_t below_ = 0;
  std::int64_t above_ = 0;
};

}  // namespace lscb::kernel
