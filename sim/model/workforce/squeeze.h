// What goes first when work piles up: the chance that a part of a task is kept, by the weeks of work that
// wait for the worker.
//
// keep(w) = (1 + e^(-s h)) / (1 + e^(s (w - h))), a logistic curve with slope s and half-point h, scaled so
// that nothing is dropped when nothing waits. Held as a table in steps of 1/32 week up to 64 weeks.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernel/cause.h"
#include "kernel/keyed_random.h"
#include "workforce/parameters.h"
#include "workforce/task.h"

namespace lscb::workforce {

class Squeeze {
 public:
  explicit Squeeze(const Parameters& parameters);

  /// Chance in 0..1 that the part is kept. REQUIRES: weeks >= 0.
  [[nodiscard]] double keep(Part part, double weeks) const;

  /// bit(Part) of each part that the task has and that is kept. Keyed by the task's cause and kind and the
  /// part.
  [[nodiscard]] std::uint8_t kept(const Task& task, double weeks, kernel::WorldKey key) const;

 private:
  static constexpr int steps_a_week = 32;
  static constexpr int steps = 64 * steps_a_week + 1;
  std::vector<std::array<double, part_count>> table_;
};

}  // namespace lscb::workforce
