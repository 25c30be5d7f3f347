#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "kernel/assert.h"
#include "kernel/ticks.h"

namespace lscb::kernel {

// A half-open stretch of time, [from, to).
struct Window {
  Tick from = std::numeric_limits<Tick>::min() / 2;
  Tick to = std::numeric_limits<Tick>::max() / 2;

  // Ticks of [begin, end) that lie inside.
  [[nodiscard]] constexpr Tick overlap(Tick begin, Tick end) const {
    const Tick first = begin > from ? begin : from;
    const Tick last = end < to ? end : to;
    return last > first ? last - first : 0;
  }
};

// Integral over time of a whole-numbered level, such as the number in a queue, kept exactly: an integer, in
// units of the level times ticks. Only time inside the window counts. O(1) each. REQUIRES: times never go
// back; the integral stays inside int64 (checked).
class TimeWeighted {
 public:
  explicit TimeWeighted(Tick start = 0, std::int64_t level = 0, Window window = {})
      : window_(window), last_(start), level_(level) {}

  // The level is `level` from `now` on.
  void set(Tick now, std::int64_t level) {
    advance(now);
    level_ = level;
  }
  void add(Tick now, std::int64_t change) { set(now, level_ + change); }

  [[nodiscard]] std::int64_t level() const { return level_; }

  // Integral from the start, or the last restart, to `now`. REQUIRES: now is no earlier than the last change.
  [[nodiscard]] std::int64_t integral(Tick now) const {
    std::int64_t sum = 0;
    LSCB_REQUIRE(now >= last_, "a time-weighted level cannot be asked about its past");
    const bool overflows = __builtin_mul_overflow(level_, window_.overlap(last_, now), &sum) ||
                           __builtin_add_overflow(sum, integral_, &sum);
    LSCB_REQUIRE(!overflows, "the integral of a level leaves the range of 64 bits");
    return sum;
  }

  // Mean level over the part of the window from the start, or the last restart, to `now`; 0 / 0 where there
  // is none.
  [[nodiscard]] double mean(Tick now) const {
    return static_cast<double>(integral(now)) / static_cast<double>(window_.overlap(start(), now));
  }

  // Forgets what was integrated and begins anew at `now` with the level as it stands (end of a warm-up).
  void restart(Tick now) {
    advance(now);
    integral_ = 0;
    window_.from = std::max(window_.from, now);
  }

 private:
  [[nodiscard]] Tick start() const { return std::max(window_.from, first_); }

  void advance(Tick now) {
    integral_ = integral(now);
    last_ = now;
  }

  Window window_;
  Tick last_;
  Tick first_ = last_;
  std::int64_t level_;
  std::int64_t integral_ = 0;
};

}  // namespace lscb::kernel
