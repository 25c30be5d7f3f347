// How much of the office's time is productive work.
#pragma once

#include <cstdint>

#include "base/working_calendar.h"
#include "workforce/parameters.h"

namespace lscb::workforce {

/// Productive minutes an office minute of a whole post at full speed, in 1/65536: `productive_hours_year`,
/// and what illness at its base rate takes of them, in the office minutes of a mean year. O(1).
[[nodiscard]] std::int64_t productive_share(const Parameters& parameters, const WorkingCalendar& calendar);
inline constexpr std::int64_t whole_share = 65536;

/// Office minutes that so much productive work takes at that speed, rounded up. REQUIRES: speed > 0.
[[nodiscard]] constexpr Minutes office_minutes(Minutes productive, std::int64_t speed) {
  return Minutes{(productive.count() * whole_share + speed - 1) / speed};
}

}  // namespace lscb::workforce
