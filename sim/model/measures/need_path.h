// Reading a child's true need over time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/time.h"
#include "measures/history.h"

namespace lscb::measures {

/// From this need on a child is owed an assessment.
inline constexpr std::uint8_t spell_need = 2;

/// Need at `at`; 0 before the first point. O(n).
[[nodiscard]] inline std::uint8_t need_at(std::span<const NeedPoint> path, Instant at) {
  std::uint8_t need = 0;
  for (const NeedPoint& point : path) {
    if (point.at > at) break;
    need = point.need;
  }
  return need;
}

/// The least need over [from, to], both ends included. REQUIRES: from <= to. O(n).
[[nodiscard]] inline std::uint8_t least_need(std::span<const NeedPoint> path, Instant from, Instant to) {
  std::uint8_t least = need_at(path, from);
  for (const NeedPoint& point : path) {
    if (point.at > to) break;
    if (point.at > from) least = std::min(least, point.need);
  }
  return least;
}

/// Calls f(Interval, need) for each stretch of constant need inside `window`, in order; stretches of no
/// length are left out. O(n).
template <class F>
void for_each_stretch(std::span<const NeedPoint> path, Interval window, F&& f) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Instant next = i + 1 < path.size() ? path[i + 1].at : Instant::never();
    const Interval stretch{std::max(path[i].at, window.from), std::min(next, window.to)};
    if (stretch.from < stretch.to) f(stretch, path[i].need);
  }
}

}  // namespace lscb::measures
