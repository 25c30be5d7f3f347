// The next thing of one kind that happens to one subject if nothing changes before it: the first point of the
// field at or below the present rate. When the rate changes, only the strip between the old rate and the new
// can hold an earlier one, so what was found stays found.
//
// Invariant: `place` is the first point after the last one taken with threshold <= rate and place < the end.
#pragma once

#include <algorithm>

#include "life/field.h"

namespace lscb::life {

/// Minutes since 1970, kept narrow for the cache's sake; `no_minute` is later than all, and stands for never.
using Minute = std::int32_t;
inline constexpr Minute no_minute = INT32_MAX;
constexpr Minute narrow(Instant at) {
  return static_cast<Minute>(std::clamp<std::int64_t>(at.count(), INT32_MIN, no_minute));
}
constexpr Instant wide(Minute minute) {
  return minute == no_minute ? Instant::never() : Instant{minute};
}
constexpr Minute narrow_minute_of(Place place) {
  return static_cast<Minute>(std::min<std::int64_t>(place >> 24, no_minute));
}

/// Whose points, and where the search may look. `from` is the first place not yet past, `end` the horizon.
struct Reach {
  const Field& field;
  kernel::Cause subject;
  Kind kind = Kind::need_up;
  Place from = 0;
  Place end = 0;
};

struct Lane {
  Place place = never;
  float threshold = 0.0F;
  float rate = 0.0F;  ///< a year

  [[nodiscard]] bool empty() const { return place == never; }

  /// The rate is now `to`. Amortised O(points found).
  void retarget(float to, const Reach& reach) {
    if (to == rate) return;
    const float was = rate;
    rate = to;
    if (to > was) {
      take(reach.field.first(reach.subject, reach.kind, was, to, reach.from,
                             place < reach.end ? place : reach.end));
    } else if (!empty() && threshold > to) {
      drop();
      if (to > 0.0F) take(reach.field.first(reach.subject, reach.kind, 0.0F, to, reach.from, reach.end));
    }
  }

  /// The point at `place` has happened; the rate stays.
  void advance(const Reach& reach) {
    drop();
    take(reach.field.first(reach.subject, reach.kind, 0.0F, rate, reach.from, reach.end));
  }

  /// Nothing of this kind can happen any more.
  void silence() { *this = Lane{}; }

 private:
  void drop() {
    place = never;
    threshold = 0.0F;
  }
  void take(const Candidate& found) {
    if (found.place == never) return;
    place = found.place;
    threshold = found.threshold;
  }
};

}  // namespace lscb::life
