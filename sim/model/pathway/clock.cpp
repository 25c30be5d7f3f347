#include "pathway/clock.h"

#include <array>

#include "base/statutory_limits.h"
#include "base/working_calendar.h"

namespace lscb::pathway {

const char* name(ClockKind kind) {
  static constexpr std::array<const char*, clock_count> names = {
      "decision on a referral",
      "initial assessment",
      "core assessment",
      "initial child protection conference",
      "first core group (here: the first visit on the plan)",
      "first child protection review",
      "later child protection review",
      "single assessment"};
  return names[static_cast<std::size_t>(kind)];
}

const char* id(ClockKind kind) {
  static constexpr std::array<const char*, clock_count> ids = {
      "decision",   "initial_assessment", "core_assessment", "conference",
      "core_group", "first_review",       "later_review",    "single_assessment"};
  return ids[static_cast<std::size_t>(kind)];
}

Instant due(ClockKind kind, Instant start) {
  const auto& calendar = WorkingCalendar::england();
  switch (kind) {
    case ClockKind::decision:
      return calendar.deadline(start, decision_limit);
    case ClockKind::initial_assessment:
      return calendar.deadline(start, initial_assessment_limit(start));
    case ClockKind::core_assessment:
      return calendar.deadline(start, core_assessment_limit);
    case ClockKind::conference:
      return calendar.deadline(start, conference_limit);
    case ClockKind::core_group:
      return calendar.deadline(start, first_core_group_limit);
    case ClockKind::first_review:
      return add_months(start, first_review_months);
    case ClockKind::later_review:
      return add_months(start, later_review_months);
    case ClockKind::single_assessment:
      return calendar.deadline(start, single_assessment_limit);
  }
  return start;
}

}  // namespace lscb::pathway
