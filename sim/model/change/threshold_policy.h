// Pressure on decisions.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// Pressure on decisions: a shift of the published thresholds, in score units; positive is harder to pass.
/// In force from `Change::date` until `until`.
struct ThresholdPolicy {
  double initial_assessment_shift = 0.0;  ///< -2..2
  double section47_shift = 0.0;           ///< -2..2
  double caf_shift = 0.0;                 ///< -2..2; negative: more cases sent to CAF
  double downgrade_anchor = 0.0;          ///< weight of an earlier lower label in the next decision, 0..2
  std::optional<Instant> until;
  friend bool operator==(const ThresholdPolicy&, const ThresholdPolicy&) = default;
};

}  // namespace lscb::change
