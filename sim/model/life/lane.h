// The next thing of one kind that happens to one subject if nothing changes before it: the first point of the
// field at or below the present rate. When the rate changes, only the strip between the old rate and the new
// can hold an earlier one, so what was found stays found.
//
// Invariant: `place` is the first point after the last one taken with threshold <= rate and place < the end.
#pragma once

#include "life/field.h"

namespace lscb::life {

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
      take(reach.field.first(reach.subject, reach.kind, was, to, reach.from, place < reach.end ? place : reach.end));
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
