#include "workforce/office_hours.h"

#include <algorithm>

namespace lscb::workforce {
namespace {

// 1 January 1970 was a Thursday.
constexpr int weekday_of(std::int64_t day) {
  return static_cast<int>((day + 3) % 7);
}

constexpr Instant next_midnight(Instant at) {
  return start_of_day(day_number(at) + 1);
}
constexpr Instant closing(Instant at) {
  return start_of_day(day_number(at)) + Minutes{WorkingCalendar::closing_minute};
}

}  // namespace

bool OfficeHours::open_on(Instant at) const {
  return open_.open_on(weekday_of(day_number(at)));
}

Instant OfficeHours::next_open(Instant at) const {
  if (open_.count() == 0) return Instant::never();
  Instant found = calendar_->next_office_minute(at);
  while (!open_on(found)) found = calendar_->next_office_minute(next_midnight(found));
  return found;
}

Instant OfficeHours::add(Instant from, Minutes work) const {
  if (open_.all()) return calendar_->add_office_time(from, work);
  Instant begin = next_open(from);
  Minutes left = work;
  while (left > closing(begin) - begin) {
    left -= closing(begin) - begin;
    begin = next_open(next_midnight(begin));
  }
  return begin + left;
}

Minutes OfficeHours::between(Instant from, Instant to) const {
  if (open_.all()) return calendar_->office_time_between(from, to);
  Minutes sum{0};
  for (Instant begin = next_open(from); begin < to; begin = next_open(next_midnight(begin))) {
    sum += std::min(closing(begin), to) - begin;
  }
  return sum;
}

}  // namespace lscb::workforce
