// Standards of practice in force, and what the world keeps for them: plain values, copied with the world.
#pragma once

#include <optional>

#include "spec/area.h"

namespace lscb::world {

/// Gathered from the changes in force. Nothing here: as the parameters say.
struct Practice {
  double chronologies = 0.0;      ///< share of pieces of work whose chronology is never left out
  double family_trees = 0.0;      ///< share of assessments
  double caf_outcomes = 0.0;      ///< share of CAFs with measurable outcomes, where above the parameter's
  double plan_outcomes = 0.0;     ///< likewise of child-in-need and protection plans
  double specific_records = 0.0;  ///< share of contacts screened
  bool removals_led = false;      ///< a change on removals is in force: a worker's part takes hours
  std::optional<double> removal_share;
  std::optional<double> removal_days;
  std::optional<int> removal_capacity;
  std::optional<double> caf_read_above;  ///< score from which a decision for CAF is read again
  spec::Role caf_reader = spec::Role::social_worker;
};

/// A plan's, or a CAF's.
struct Outcomes {
  bool measurable = true;
  bool by_standard = false;  ///< only because a change asks for it: writing them takes time
};

}  // namespace lscb::world
