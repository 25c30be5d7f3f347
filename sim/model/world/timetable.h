// A design's changes as acts, in the order in which they are done. An act comes before everything else that
// is due at its minute.
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"
#include "change/change.h"
#include "world/design.h"

namespace lscb::world {

/// Steps of a change: 0 is its date, and the first stage of a restructure; later stages follow. What is
/// announced is announced before; what has an end is undone at it. A target's quarters count from 1 on, and a
/// run has fewer than a hundred.
inline constexpr int announcement = 100;
inline constexpr int undoing = 101;
/// Of an inspection's judgement.
inline constexpr int publication = 102;

struct Act {
  Instant at;
  const change::Change* change = nullptr;  ///< of the design, which outlives it
  int step = 0;
};

/// History first where two are due at once, then in the design's order. A standing change from before
/// the run is done at its beginning; what lies outside the run otherwise is left out.
[[nodiscard]] std::vector<Act> timetable(const Design& design, Interval run);

/// The first instant at which one timetable has an act that the other has not, or has in another order; empty
/// if they are the same. Until then designs of the same world and window live through the same.
[[nodiscard]] std::optional<Instant> part(const std::vector<Act>& a, const std::vector<Act>& b);

}  // namespace lscb::world
