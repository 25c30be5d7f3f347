// Statutory time limits in working days, as they stood when a clock began: pure functions of dates.
//
// Source: Working Together to Safeguard Children 2006, 2010 and 2013: decision on a referral 1; initial
// assessment 7 from the referral, 10 for referrals after March 2010; core assessment 35; a single
// assessment, where an area has adopted it, 45 from the referral and not before 15 April 2013; initial
// conference 15 from the strategy discussion; first core group 10; first review 3 months, later ones 6.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "base/working_calendar.h"

namespace lscb {

inline constexpr int decision_limit = 1;
inline constexpr int core_assessment_limit = 35;
inline constexpr int single_assessment_limit = 45;
inline constexpr int conference_limit = 15;
inline constexpr int first_core_group_limit = 10;
inline constexpr int first_review_months = 3;
inline constexpr int later_review_months = 6;

/// The first day whose referrals have ten working days for an initial assessment.
inline constexpr Instant ten_day_rule_from = at_date(2010, 4, 1);
/// The first day on which a single assessment may replace initial and core ones.
inline constexpr Instant single_assessment_allowed_from = at_date(2013, 4, 15);

/// Working days from a referral to the end of its initial assessment.
[[nodiscard]] constexpr int initial_assessment_limit(Instant referral) {
  return referral < ten_day_rule_from ? 7 : 10;
}

/// What an area has decided about its own assessments.
struct AssessmentRules {
  /// The day from which the area makes single assessments; takes effect no earlier than 15 April 2013.
  Instant single_from = Instant::never();
  friend bool operator==(const AssessmentRules&, const AssessmentRules&) = default;
};

[[nodiscard]] constexpr bool single_assessment_in_force(Instant referral, const AssessmentRules& rules) {
  return referral >= single_assessment_allowed_from && referral >= rules.single_from;
}

/// Working days from a contact by which an assessment must have found the need (MODEL, Opportunity): one to
/// decide and the initial limit then in force, and the core limit more where that assessment led to a core
/// assessment; 45 in all where single assessments were in force.
[[nodiscard]] constexpr int opportunity_limit(Instant contact, bool led_to_core,
                                              const AssessmentRules& rules) {
  if (single_assessment_in_force(contact, rules)) return single_assessment_limit;
  return decision_limit + initial_assessment_limit(contact) + (led_to_core ? core_assessment_limit : 0);
}

/// The last minute within a limit of `working_days` that began at `start`: the end of its last working day.
[[nodiscard]] inline Instant limit_ends(const WorkingCalendar& calendar, Instant start, int working_days) {
  return start_of_day(day_number(calendar.deadline(start, working_days)) + 1) - Minutes{1};
}

}  // namespace lscb
