#include "workforce/pace.h"

#include <cmath>

#include "workforce/hazards.h"

namespace lscb::workforce {
namespace {

// Office minutes of a mean year, over the 28 years in which weekdays repeat.
double office_minutes_a_year(const WorkingCalendar& calendar) {
  constexpr int period = 28;
  const Minutes all = calendar.office_time_between(at_date(2000, 1, 1), at_date(2000 + period, 1, 1));
  return static_cast<double>(all.count()) / period;
}

}  // namespace

std::int64_t productive_share(const Parameters& p, const WorkingCalendar& calendar) {
  return std::llround(p.productive_hours_year / (1.0 - absence_share(p)) * 60.0 /
                      office_minutes_a_year(calendar) * static_cast<double>(whole_share));
}

}  // namespace lscb::workforce
