// An area: its children, its published flows, its teams, centres and money. Plain values, read from
// scenarios/areas/*.toml; where each figure comes from stays with the reader (scenario room).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/money.h"
#include "base/statutory_limits.h"
#include "base/time.h"

namespace lscb::spec {

/// Who does the work. Only social workers are qualified to decide and to hold an assessment; a consultant
/// social worker is one by grade (workforce/person.h). Append only: draws are keyed by the number.
enum class Role : std::uint8_t {
  social_worker,
  practitioner,  ///< children's practitioner
  clinician,
  family_support_worker,
  team_manager,
  unit_coordinator,
  conference_chair
};
inline constexpr int role_count = 7;
template <class T>
using ByRole = std::array<T, role_count>;
constexpr std::size_t index(Role role) {
  return static_cast<std::size_t>(role);
}
/// Whether the hours of the workload identity are theirs; the others manage, coordinate or chair.
constexpr bool does_casework(Role role) {
  return role <= Role::family_support_worker;
}
/// As files write it.
constexpr const char* id(Role role) {
  constexpr ByRole<const char*> ids{"social_worker",         "practitioner", "clinician",
                                    "family_support_worker", "team_manager", "unit_coordinator",
                                    "conference_chair"};
  return ids[index(role)];
}

/// Who tells children's social care (DfE referral-source classes, with the children's centre apart).
enum class Referrer : std::uint8_t {
  police,
  health,
  school,
  childrens_centre,
  relative,
  anonymous,
  housing,
  self
};
inline constexpr int referrer_count = 8;
template <class T>
using ByReferrer = std::array<T, referrer_count>;
constexpr std::size_t index(Referrer referrer) {
  return static_cast<std::size_t>(referrer);
}
/// As files write it.
constexpr const char* id(Referrer referrer) {
  constexpr ByReferrer<const char*> ids{"police",   "health",    "school",  "childrens_centre",
                                        "relative", "anonymous", "housing", "self"};
  return ids[index(referrer)];
}

/// Duty and assessment teams take contacts, referrals and assessments; long-term teams hold plans.
enum class TeamKind : std::uint8_t { duty, long_term };

/// Posts of one role in one team.
struct Establishment {
  Role role = Role::social_worker;
  int posts = 0;  ///< by head
  /// Share of these posts without a permanent holder when the run-in begins, 0..1.
  double vacant_at_start = 0.0;
  int part_time = 0;  ///< of these posts, on part-time contracts: the last of them, 0..posts
  /// What a part-time contract holds of a whole one, in hundredths, 1..100.
  int part_time_hours = 100;
  /// As whole-time equivalents.
  [[nodiscard]] double whole_time() const { return posts - part_time * (100 - part_time_hours) / 100.0; }
  friend bool operator==(const Establishment&, const Establishment&) = default;
};

struct Team {
  std::string id;
  std::string title;
  TeamKind kind = TeamKind::duty;
  std::vector<Establishment> establishment;
  friend bool operator==(const Team&, const Team&) = default;
};

struct Centre {
  std::string id;
  std::string title;
  /// Posts that lead CAFs and support families.
  int family_support_posts = 0;
  /// Days open in a week, 0..5.
  int open_days = 5;
  /// Net spend a year.
  Pence budget;
  /// Share of the area's families in its catchment; shares of all centres sum to 1.
  double catchment = 0.0;
  friend bool operator==(const Centre&, const Centre&) = default;
};

/// Published counts of children: a year's flows and a day's stocks. Used for the workload identity, for the
/// size of demand and for the caseloads that the run-in starts from.
struct Flows {
  double contacts = 0.0;
  double referrals = 0.0;
  double initial_assessments = 0.0;
  double core_assessments = 0.0;
  double section47_enquiries = 0.0;
  double conferences = 0.0;
  double review_conferences = 0.0;
  double protection_plans_held = 0.0;
  double children_in_need = 0.0;  ///< stock, includes looked-after and protected children
  double looked_after = 0.0;
  friend bool operator==(const Flows&, const Flows&) = default;
};

/// Age bands of the published population: under 1, 1-4, 5-10, 11-17.
inline constexpr int age_band_count = 4;

struct Area {
  std::string id;
  std::string title;
  double children = 0.0;  ///< aged 0-17, persons
  /// Shares of the children by age band, sum to 1. The model lets equal numbers be born every year; the
  /// workload identity says how far these shares are from that.
  std::array<double, age_band_count> ages{};
  Flows flows;
  std::vector<Team> teams;
  std::vector<Centre> centres;
  /// Mix of referral sources, sums to 1.
  ByReferrer<double> referral_sources{};
  /// Months to fill a vacant post at the start of the run-in (mean), and the share of permanent staff who
  /// leave in a year; `recruitment` changes move them.
  double months_to_fill = 0.0;
  double leaving_per_year = 0.0;
  /// Share of vacant qualified posts covered by agency staff, 0..1.
  double agency_cover = 0.0;
  /// Whether and from when the area makes single assessments.
  AssessmentRules assessment_rules;
  friend bool operator==(const Area&, const Area&) = default;
};

}  // namespace lscb::spec
