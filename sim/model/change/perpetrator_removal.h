// Removing the perpetrator rather than the children.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// From `Change::date` until `until`: on how many occasions orders against a known dangerous adult are
/// sought, how long they take, and how many the partner agencies can have in hand at once.
struct PerpetratorRemoval {
  std::optional<double> sought;  ///< share of occasions, 0..1
  std::optional<double> weeks;   ///< mean time until orders take effect, 1..52
  std::optional<int> capacity;   ///< orders in hand at once, 1..500; others wait
  std::optional<Instant> until;
  friend bool operator==(const PerpetratorRemoval&, const PerpetratorRemoval&) = default;
};

}  // namespace lscb::change
