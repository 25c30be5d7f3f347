// The keyed Poisson field: all that could happen to a child or a family, whatever services do. A pure
// function of the key, read where needed and never used up (MODEL, "The same life under two designs").
//
// For a subject and a kind the field is a homogeneous Poisson process of points in the plane of time and
// rate. A point takes effect if its threshold (a rate a year) is at most the subject's rate at its time, so
// that a subject whose rate is r(t) experiences a Poisson process of that rate, and a lower rate experiences
// a subset of the same points. The plane is cut into layers of rate, and each layer into cells of time,
// absolute from 1970, whose length depends on kind and layer alone. Number, minutes and thresholds of the
// points of a cell are words of the subject's cause at a position given by kind, layer and cell. Only cells
// that could hold the answer are read; reading more of them, or fewer, changes nothing.
//
// Thread rule: immutable.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "kernel/keyed_random.h"

namespace lscb::life {

/// What can happen. The codes are part of every key: never renumber.
enum class Kind : std::uint8_t {
  need_up = 0,
  need_down = 1,
  incident = 2,
  harm = 3,
  crisis = 4,
  adult_arrives = 5,
  adult_leaves = 6,
};
inline constexpr int kind_count = 7;
inline constexpr int layer_count = 5;

/// The place of a point in the order of a subject's points of one kind: by minute, layer, number in its cell.
/// Behind them stands the threshold as a number of 24 bits, so that a place is all there is to a point.
/// REQUIRES of minutes: from 1970 to the year 6000.
using Place = std::int64_t;
inline constexpr Place never = INT64_MAX;
/// Before every point at that minute or later, after every earlier one.
constexpr Place place_at(Instant minute) {
  return minute.count() * (Place{1} << 32);
}
constexpr Place after_minute(Instant minute) {
  return place_at(minute + Minutes{1});
}
constexpr Instant minute_of(Place place) {
  return Instant{place >> 32};
}
/// REQUIRES: the place of a point. Layers are kept from 1 on, so that a bare minute is no point's place.
constexpr int layer_of(Place place) {
  return static_cast<int>(place >> 29 & 0x7) - 1;
}
constexpr bool is_point(Place place) {
  return (place & 0xffff'ffff) != 0;
}
constexpr unsigned ordinal_of(Place place) {
  return static_cast<unsigned>(place >> 24 & 0x1f);
}

struct Candidate {
  Place place = never;
  float threshold = 0.0F;  ///< a year; > 0
};

/// What a search has found, and how much more it has seen.
struct Found {
  Place place = never;
  /// At least the search's `up_to`: in the stretch searched there is no point before `place` with a threshold
  /// above the search's `above` and up to this.
  float clear = 0.0F;
};

/// How far each layer has been read for one lane. Kept from one search to the next, it saves reading a cell
/// again.
struct Ahead {
  /// The first point that takes effect, or else the minute up to which there is none.
  std::array<Place, layer_count> next{};
  std::uint8_t reached = 0;       ///< layers that the rate reaches; what is said of the others means nothing
  std::uint8_t last_of_cell = 0;  ///< by layer: no other point of the cell takes effect after that one
};

/// Upper bound of a layer, a year.
[[nodiscard]] float bound(Kind kind, int layer);
/// Threshold of a point, a year.
[[nodiscard]] float threshold_of(Kind kind, Place place);
/// How many layers hold points that take effect at a rate.
[[nodiscard]] int layers_reached(Kind kind, float rate);
/// Where the cell ends that holds a point.
[[nodiscard]] Place end_of_cell(Kind kind, Place place);
/// Length of the layer's cells.
[[nodiscard]] Minutes cell_length(Kind kind, int layer);

class Field {
 public:
  explicit Field(kernel::WorldKey key) : key_(key) {}

  /// The first point with from <= place < before and above < threshold <= up_to; {never} if there is none.
  /// O(cells read). REQUIRES: 0 <= above <= up_to; `from` in 1970 or later; `before` bounded (it is the
  /// horizon of the search). A rate `up_to` above the kind's highest bound is an assertion.
  [[nodiscard]] Found first(kernel::Cause subject, Kind kind, float above, float up_to, Place from,
                            Place before) const;

  /// The same for the first point with from <= place < before and threshold <= rate, as `ahead` knows it,
  /// read on where it does not. REQUIRES: `ahead` is true of `rate` and of what is not before `from`; rate >
  /// 0.
  [[nodiscard]] Place next(kernel::Cause subject, Kind kind, float rate, Place from, Place before,
                           Ahead& ahead) const;

  /// All points of a layer in a stretch of time, in order: the field drawn eagerly. For tests and pictures.
  [[nodiscard]] std::vector<Candidate> all(kernel::Cause subject, Kind kind, int layer,
                                           Interval stretch) const;

  /// The cause of what follows from a point.
  [[nodiscard]] static kernel::Cause cause(kernel::Cause subject, Kind kind, Place place);

  [[nodiscard]] kernel::WorldKey key() const { return key_; }

 private:
  kernel::WorldKey key_;
};

}  // namespace lscb::life
