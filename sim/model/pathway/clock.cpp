#include "pathway/clock.h"

#include <array>

#include "base/statutory_limits.h"
#include "base/working_calendar.h"

namespace lscb::pathway {

const char* name(ClockKind kind) {
  static constexpr std::array<const char*, clock_count> names = {
      "decision on a referral", "initial assessment", "core assessment", "initial conference",
      "first core group",       "first review",       "later review",    "single assessment"};
  return names[static_cast<std::size_t>(kind)];
}

Instant due(ClockKind kind, Instant start) {
  const auto& calendar = WorkingCalendar::england();
  switch (kind) {
    case ClockKind::decision:
      return calendar.deadline(start, 1);
    case ClockKind::initial_assessment:
      return calendar.deadline(start, initial_assessment_limit(start));
    case ClockKind::core_assessment:
      return calendar.deadline(start, 35);
    case ClockKind::conference:
      return calendar.deadline(start, 15);
    case ClockKind::core_group:
      return calendar.deadline(start, 10);
    case ClockKind::first_review:
      return add_months(start, 3);
    case ClockKind::later_review:
      return add_months(start, 6);
    case ClockKind::single_assessment:
      return calendar.deadline(start, 45);
  }
  return start;
}

}  // namespace lscb::pathway
