// Challenge, escalation and audit.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// How often a decision at the front door is looked at again, from `Change::date` until `until`. What is
/// stated replaces what held before; each second look is somebody's hour (Work::challenge).
struct Challenge {
  std::optional<double> agency;  ///< share of contacts turned away that the calling agency challenges, 0..1
  std::optional<double> lead_professional;  ///< share of CAFs in which whoever leads finds complex need and
                                            ///< challenges the decision that sent the family there, 0..1
  std::optional<double> audit;  ///< share of closed and CAF decisions that are read again each month, 0..1
  std::optional<Instant> until;
  friend bool operator==(const Challenge&, const Challenge&) = default;
};

}  // namespace lscb::change
