// Measurable outcomes in plans.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// From `Change::date` until `until`, of the CAFs and plans begun then. A share below the one that the
/// parameters state changes nothing.
struct MeasurableOutcomes {
  std::optional<double> cafs;   ///< share with measurable outcomes, 0..1
  std::optional<double> plans;  ///< child-in-need and protection plans, 0..1
  std::optional<Instant> until;
  friend bool operator==(const MeasurableOutcomes&, const MeasurableOutcomes&) = default;
};

}  // namespace lscb::change
