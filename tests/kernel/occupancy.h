#pragma once

#include <gtest/gtest.h>

#include <cstdint>

#include "kernel/ticks.h"
#include "kernel/time_weighted.h"

namespace lscb::proof {

// How long a unit of the theory is in ticks. A tick is then a billionth of a mean service, and rounding to it
// moves no figure here by a millionth of its margin.
inline constexpr kernel::Tick kUnit = 1'000'000'000;

[[nodiscard]] constexpr kernel::Tick units(double n) {
  return static_cast<kernel::Tick>(n * 1e9);
}

// The number present over time, kept twice: as the integral of a level, and as the sum of the sojourns
// clipped to the window. The two are equal to the tick on every path, whatever the model does.
class Occupancy {
 public:
  explicit Occupancy(kernel::Window window) : window_(window), number_(0, 0, window) {}

  void arrive(kernel::Tick now) { number_.add(now, 1); }

  void leave(kernel::Tick arrived, kernel::Tick now) {
    number_.add(now, -1);
    sojourns_ += window_.overlap(arrived, now);
  }

  // For each one present at the end of the run, then check().
  void still_here(kernel::Tick arrived, kernel::Tick end) { sojourns_ += window_.overlap(arrived, end); }

  void check(kernel::Tick end) const {
    EXPECT_EQ(number_.integral(end), sojourns_) << "integral of N, sojourns";
  }

  [[nodiscard]] std::int64_t number() const { return number_.level(); }
  [[nodiscard]] double mean(kernel::Tick end) const { return number_.mean(end); }
  [[nodiscard]] bool balances(kernel::Tick end) const { return number_.integral(end) == sojourns_; }

 private:
  kernel::Window window_;
  kernel::TimeWeighted number_;
  std::int64_t sojourns_ = 0;
};

}  // namespace lscb::proof
