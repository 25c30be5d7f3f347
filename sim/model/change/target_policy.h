// Pressure on decisions as a target.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// Fewer enquiries, more CAFs, measured against the four whole quarters before `Change::date`. Each calendar
/// quarter after it management reads the last one's returns and moves the thresholds informally by `step`
/// (door/steering.h), until `until`.
struct TargetPolicy {
  std::optional<double> section47_reduction;  ///< share of the baseline's strategy discussions, 0..1
  std::optional<double> caf_increase;         ///< share of the baseline's contacts sent to CAF, 0..3
  double step = 0.0;                          ///< levels a quarter, 0.01..1
  std::optional<Instant> until;
  friend bool operator==(const TargetPolicy&, const TargetPolicy&) = default;
};

}  // namespace lscb::change
