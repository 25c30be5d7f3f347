// A reorganisation of teams.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "spec/area.h"

namespace lscb::change {

/// A reorganisation of teams. It acts only through hours taken, cases handed over and ties broken.
/// `Change::date` is the day it goes live; with several stages, the day of the first.
struct Restructure {
  Instant announced;                 ///< consultation begins; not after the date
  std::optional<std::string> team;   ///< the team's id; none: every team of social care, no centre
  int stages = 1;                    ///< posts go over in this many groups, 1..12
  int weeks_between_stages = 0;      ///< 0..52
  double consultation_hours = 0.0;   ///< a worker: one task from the announcement, due on the date
  double training_hours = 0.0;       ///< a worker, at its stage
  double cases_transferred = 0.0;    ///< share of open cases that change hands at their stage, 0..1
  double partner_ties_broken = 0.0;  ///< share of each agency's ties to the front door lost, 0..1
  int ties_mend_months = 12;         ///< mean time until a broken tie is remade, 1..60
  // Into systemic units, each of a consultant social worker, a social worker and a children's practitioner,
  // out of all teams' posts; who is left screens and decides. Needs no `team`.
  int units = 0;                    ///< 0: teams stay teams
  bool teams = false;               ///< units go back to being teams; needs units made before, and none now
  int coordinators = 0;             ///< practitioners' posts that become unit coordinators'
  bool training_first = false;      ///< training is given from the announcement on, not at each stage
  bool competence_checked = false;  ///< consultants are those found competent, others are sought outside
  double coaching_hours = 0.0;      ///< a month, each member of a unit: the change of culture
  int coaching_months = 0;          ///< from the unit's stage on, 0..60
  spec::ByReferrer<bool> partners_consulted{};  ///< agencies whose ties it leaves whole
  friend bool operator==(const Restructure&, const Restructure&) = default;
};

}  // namespace lscb::change
