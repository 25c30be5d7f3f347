// The workload identity: hours needed in a year, by process and role, against the hours that the posts hold.
// Pure arithmetic on the area's published flows and the parameters' hours; nothing is rescaled to fit.
//
//   hours needed by a process = children a year x hours each x sibling factor x the role's share of the work
//   hours there by role       = whole posts x productive hours a year (in post: less the vacant ones)
//
// A further child of a household costs `pathway.sibling_share` of the first, so with m children a referral the
// sibling factor is (1 + (m - 1) x share) / m.
#pragma once

#include <string>
#include <vector>

#include "scenario/provenance.h"
#include "spec/area.h"
#include "world/design.h"

namespace lscb::scenario {

/// One process: how much of it there is in a year, and whose hours it takes.
struct ProcessHours {
  std::string id;             ///< "initial_assessment"
  std::string title;          ///< "initial assessments"
  double count = 0.0;         ///< children a year (for plans held: children on a plan, on average)
  double hours_each = 0.0;    ///< for the first child
  double sibling_factor = 1.0;
  double hours = 0.0;         ///< a year, all roles
  spec::ByRole<double> by_role{};  ///< sums to `hours`
};

/// One role (all teams; centres' family support apart, in `centre_*`).
struct RoleHours {
  spec::Role role = spec::Role::social_worker;
  double posts = 0.0;
  double posts_filled = 0.0;           ///< permanent holders at the start
  double posts_agency = 0.0;           ///< vacant posts covered by agency staff at the start
  double hours_established = 0.0;      ///< a year, every post filled
  double hours_in_post = 0.0;          ///< a year, permanent and agency
  double hours_needed = 0.0;
  [[nodiscard]] double load_established() const;  ///< needed / established; 0 if nothing is needed
  [[nodiscard]] double load_in_post() const;
};

/// Something on which the identity rests and that another hand could have set otherwise.
struct Adjustment {
  std::string text;
  std::string effect;  ///< what it does to the hours needed, in words with its figure
  spec::Grade grade = spec::Grade::judgement;
};

struct Finding {
  std::string text;
  bool outside_band = false;  ///< a load at establishment outside 85-110 %
};

struct Workload {
  std::string area;
  std::vector<ProcessHours> processes;
  std::vector<RoleHours> roles;  ///< in order of spec::Role; roles without post and work are left out
  RoleHours total;
  double centre_hours_established = 0.0;  ///< family support in the centres: CAF and support work
  double centre_caf_capacity = 0.0;       ///< CAFs that these hours can hold at once, after assessments
  std::vector<Adjustment> adjustments;
  std::vector<Finding> findings;
};

/// The band within which an establishment is called balanced.
inline constexpr double lightest_load = 0.85;
inline constexpr double heaviest_load = 1.10;

/// REQUIRES: a design that was loaded without problems. `provenance` supplies the grades.
[[nodiscard]] Workload workload(const world::Design& design, const Provenance& provenance);

}  // namespace lscb::scenario
