// The board monitors the pressure to use CAF.
#pragma once

#include <optional>

#include "base/time.h"
#include "spec/area.h"

namespace lscb::change {

/// From `Change::date` until `until`: a decision at the front door for CAF is read a second time before it
/// takes effect, against the published thresholds.
struct CafMonitoring {
  double score_above = 0.0;                   ///< only decisions with at least this score, in levels, 0..4
  spec::Role by = spec::Role::social_worker;  ///< of the duty team: social_worker or team_manager
  std::optional<Instant> until;
  friend bool operator==(const CafMonitoring&, const CafMonitoring&) = default;
};

}  // namespace lscb::change
