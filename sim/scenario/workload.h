// The workload identity: hours needed in a year, by process and role, against the hours that the posts hold.
// Pure arithmetic on the area's published flows and the parameters' hours; nothing is rescaled to fit.
//
//   hours needed by a process = children a year x hours each x sibling factor x the role's share of the work
//   hours there by role       = whole posts x productive hours a year (in post: less the vacant ones)
//
// A further child of a household costs `pathway.sibling_share` of the first, so with m children a referral
// the sibling factor is (1 + (m - 1) x share) / m. Who does which part is the pathway's and the world's rule:
// what a replication hands to a role counts for that role here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenario/provenance.h"
#include "spec/area.h"
#include "world/design.h"

namespace lscb::scenario {

/// Where the work is done.
enum class Place : std::uint8_t { duty, long_term, centres };

/// One process: how much of it there is in a year, and whose hours it takes.
struct ProcessHours {
  std::string id;             ///< "initial_assessment"
  std::string title;          ///< "initial assessments"
  Place place = Place::duty;  ///< of all but family support's part, which is the centres'
  double count = 0.0;         ///< children a year (for plans held: children on a plan, on average)
  double hours_each = 0.0;    ///< for the first child, a year for plans held
  double sibling_factor = 1.0;
  double hours = 0.0;              ///< a year, all roles
  spec::ByRole<double> by_role{};  ///< sums to `hours`
};

/// Posts and hours of one role: in all teams, or in the duty or long-term teams.
struct RoleHours {
  double posts = 0.0;
  double posts_filled = 0.0;       ///< permanent holders at the start
  double posts_agency = 0.0;       ///< vacant posts covered by agency staff at the start
  double hours_established = 0.0;  ///< a year, every post filled
  double hours_in_post = 0.0;      ///< a year, permanent and agency
  double hours_needed = 0.0;
  /// Needed / there; 0 if nothing is needed, infinite if it is and nobody is there.
  [[nodiscard]] double load_established() const;
  [[nodiscard]] double load_in_post() const;
};

/// A choice on which the identity rests and that another hand could have made otherwise.
struct Adjustment {
  std::string text;
  double hours = 0.0;  ///< by how much it changes the hours needed (negative: fewer), or moves between roles
  bool moves = false;  ///< the hours are moved between roles, not saved
  spec::Grade grade = spec::Grade::judgement;
};

struct Finding {
  std::string text;
  bool outside_band = false;  ///< a load at establishment outside 85-110 %
};

struct Workload {
  std::string area;
  std::string title;
  std::vector<ProcessHours> processes;
  spec::ByRole<RoleHours> roles;  ///< all teams; family support: the centres
  spec::ByRole<RoleHours> duty;
  spec::ByRole<RoleHours> long_term;
  RoleHours teams;  ///< social workers, practitioners and clinicians together
  /// Before any adjustment: modal hours for every child, every step by a social worker. The adjustments that
  /// do not merely move hours lead from here to the hours needed, one after the other.
  double hours_unadjusted = 0.0;
  double caf_capacity = 0.0;  ///< CAFs that the centres' remaining hours can hold at once
  std::size_t figures = 0;    ///< of the area
  std::size_t borrowed = 0;   ///< of these, national values standing in
  std::vector<Adjustment> adjustments;
  std::vector<Finding> findings;
};

/// The band within which an establishment is called balanced.
inline constexpr double lightest_load = 0.85;
inline constexpr double heaviest_load = 1.10;

/// Children named in a referral, on average (judgement: the workload on paper; the model draws families).
inline constexpr double children_a_referral = 1.7;

/// REQUIRES: a design that was loaded without problems. `provenance` supplies the grades.
[[nodiscard]] Workload workload(const world::Design& design, const Provenance& provenance);

}  // namespace lscb::scenario
