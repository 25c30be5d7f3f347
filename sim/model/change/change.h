// Organisational changes: what it does x when and where. Each kind carries only fields that a built mechanism
// reads; a field without a mechanism does not exist here, and the reader refuses it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/money.h"
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
  friend bool operator==(const Restructure&, const Restructure&) = default;
};

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

/// Less money for children's centres: posts go in proportion, and days close.
struct CentreCut {
  std::optional<std::string> centre;  ///< the centre's id; none: every centre
  double budget_cut = 0.0;            ///< share of the centre's net spend, 0..1
  int days_closed = 0;                ///< a week, 0..5
  friend bool operator==(const CentreCut&, const CentreCut&) = default;
};

/// Posts created (positive) or deleted (negative) in a team, from `Change::date`, until `until` if given.
struct Posts {
  std::string team;
  spec::Role role = spec::Role::social_worker;
  int count = 0;  ///< -50..50, not 0
  std::optional<Instant> until;
  friend bool operator==(const Posts&, const Posts&) = default;
};

/// How fast vacancies are filled and how many leave, from `Change::date`.
struct Recruitment {
  std::optional<double> months_to_fill;    ///< mean, 0.5..120
  std::optional<double> leaving_per_year;  ///< share of permanent staff, 0..1
  friend bool operator==(const Recruitment&, const Recruitment&) = default;
};

using Effect = std::variant<Restructure, ThresholdPolicy, CentreCut, Posts, Recruitment>;

/// Where a change was written, for messages that name both lines of a contradiction.
struct Origin {
  std::string file;
  int line = 0;
};

struct Change {
  Instant date;
  std::string title;  ///< in words, for reports
  std::string owner;  ///< who owns the lever, e.g. "council", "board", "health"
  Effect effect;
  Origin origin;
};

}  // namespace lscb::change
