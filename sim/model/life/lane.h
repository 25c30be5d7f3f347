// The next thing of one kind that happens to one subject if nothing changes before it: the first point of the
// field at or below the present rate. When the rate changes, only what is not yet known of the field is read:
// a rise reads the strip between what is known to be clear and the new rate, a fall begins behind the point
// that no longer takes effect, and a rate that only comes back to where it was reads nothing.
//
// Invariants: `place` is the first point after the last one taken with threshold <= rate and place < the end;
// before it, or before the end if there is none, no other point has a threshold <= clear; clear >= rate.
#pragma once

#include <algorithm>
#include <cstdint>

#include "life/field.h"

namespace lscb::life {

/// Minutes since 1970, kept narrow for the cache's sake; `no_minute` is later than all, and stands for never.
using Minute = std::int32_t;
inline constexpr Minute no_minute = INT32_MAX;
constexpr Minute narrow(Instant at) {
  return static_cast<Minute>(std::clamp<std::int64_t>(at.count(), INT32_MIN, no_minute));
}
/// `no_minute` of `never`: the place's upper half is just that.
constexpr Minute minute_at(Place place) {
  return static_cast<Minute>(place >> 32);
}
static_assert(minute_at(never) == no_minute);

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
  float rate = 0.0F;   ///< a year
  float clear = 0.0F;  ///< a year

  [[nodiscard]] bool empty() const { return place == never; }

  /// The rate is now `to`. Amortised O(points found).
  void retarget(float to, const Reach& reach) {
    rate = to;
    if (to > clear) {
      rise(reach);
    } else if (!empty() && threshold_of(reach.kind, place) > to) {
      fall(reach);
    }
  }

  /// The point at `place` has happened; the rate stays.
  void advance(const Reach& reach) {
    const Found found = reach.field.first(reach.subject, reach.kind, 0.0F, rate, reach.from, reach.end);
    place = found.place;
    clear = found.clear;
  }

  /// Nothing of this kind can happen any more.
  void silence() { *this = Lane{}; }

 private:
  void rise(const Reach& reach) {
    const Found found =
        reach.field.first(reach.subject, reach.kind, clear, rate, reach.from, std::min(place, reach.end));
    if (found.place != never) place = found.place;
    clear = found.clear;
  }
  void fall(const Reach& reach) {
    const float passed = std::min(clear, below(threshold_of(reach.kind, place)));
    const Place from = place + 1;
    *this = Lane{never, rate, 0.0F};
    if (rate == 0.0F) return;
    const Found found = reach.field.first(reach.subject, reach.kind, 0.0F, rate, from, reach.end);
    place = found.place;
    clear = std::min(found.clear, passed);
  }
};

}  // namespace lscb::life
