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

#include <cstdint>
#include <vector>

#include "kernel/keyed_random.h"
#include "life/layers.h"

namespace lscb::life {

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

class Field {
 public:
  explicit Field(kernel::WorldKey key) : key_(key) {}

  /// The first point with from <= place < before and above < threshold <= up_to; {never} if there is none.
  /// O(cells read). REQUIRES: 0 <= above <= up_to; `from` in 1970 or later; `before` bounded (it is the
  /// horizon of the search). A rate `up_to` above the kind's highest bound is an assertion.
  [[nodiscard]] Found first(kernel::Cause subject, Kind kind, float above, float up_to, Place from,
                            Place before) const;

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
