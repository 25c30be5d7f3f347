// Family trees and chronologies on all cases.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// From `Change::date` until `until`: the chronology is read whatever waits, and a family tree is drawn in
/// assessments. Both cost time of the same workers.
struct TreesAndChronologies {
  double chronologies = 0.0;  ///< share of pieces of work whose chronology is never left out, 0..1
  double family_trees = 0.0;  ///< share of initial, single and core assessments, 0..1
  std::optional<Instant> until;
  friend bool operator==(const TreesAndChronologies&, const TreesAndChronologies&) = default;
};

}  // namespace lscb::change
