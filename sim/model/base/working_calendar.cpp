#include "base/working_calendar.h"

#include <cstdio>
#include <cstdlib>

namespace lscb {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr int first_year = 1970;
constexpr int last_year = 2040;
constexpr std::int64_t first_day = 0;
constexpr std::int64_t end_day = sys_days{year{last_year + 1} / 1 / 1}.time_since_epoch().count();

// Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, ch. 8).
constexpr sys_days easter_sunday(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return sys_days{year{y} / month{static_cast<unsigned>(n / 31)} / day{static_cast<unsigned>(n % 31 + 1)}};
}

bool is_weekend(sys_days d) {
  const weekday w{d};
  return w == std::chrono::Saturday || w == std::chrono::Sunday;
}

class Holidays {
 public:
  explicit Holidays(std::vector<std::uint8_t>& working) : working_(working) {}
  void close(sys_days d) { working_[static_cast<std::size_t>(d.time_since_epoch().count() - first_day)] = 0; }
  /// A fixed holiday on a weekend is kept on the next weekday that is not itself a holiday.
  void close_or_substitute(sys_days d) {
    while (is_weekend(d) || closed(d)) d += std::chrono::days{1};
    close(d);
  }

 private:
  bool closed(sys_days d) const {
    return working_[static_cast<std::size_t>(d.time_since_epoch().count() - first_day)] == 0;
  }
  std::vector<std::uint8_t>& working_;
};

void close_bank_holidays(std::vector<std::uint8_t>& working) {
  using namespace std::chrono;
  Holidays holidays{working};
  for (int y = first_year; y <= last_year; ++y) {
    const sys_days easter = easter_sunday(y);
    if (y >= 1974) holidays.close_or_substitute(sys_days{year{y} / January / 1});
    holidays.close(easter - std::chrono::days{2});
    holidays.close(easter + std::chrono::days{1});
    if (y == 1995 || y == 2020) {
      holidays.close(sys_days{year{y} / May / 8});
    } else if (y >= 1978) {
      holidays.close(sys_days{year{y} / May / Monday[1]});
    }
    if (y == 2002) {
      holidays.close(sys_days{year{y} / June / 3});
      holidays.close(sys_days{year{y} / June / 4});
    } else if (y == 2012) {
      holidays.close(sys_days{year{y} / June / 4});
      holidays.close(sys_days{year{y} / June / 5});
    } else if (y == 2022) {
      holidays.close(sys_days{year{y} / June / 2});
      holidays.close(sys_days{year{y} / June / 3});
    } else {
      holidays.close(sys_days{year{y} / May / Monday[last]});
    }
    holidays.close(sys_days{year{y} / August / Monday[last]});
    if (y == 2011) holidays.close(sys_days{year{y} / April / 29});
    if (y == 2022) holidays.close(sys_days{year{y} / September / 19});
    if (y == 2023) holidays.close(sys_days{year{y} / May / 8});
    holidays.close_or_substitute(sys_days{year{y} / December / 25});
    holidays.close_or_substitute(sys_days{year{y} / December / 26});
  }
}

}  // namespace

const WorkingCalendar& WorkingCalendar::england() {
  static const WorkingCalendar calendar;
  return calendar;
}

WorkingCalendar::WorkingCalendar() : working_(static_cast<std::size_t>(end_day - first_day)) {
  for (std::size_t i = 0; i < working_.size(); ++i) {
    working_[i] = is_weekend(sys_days{std::chrono::days{first_day + static_cast<std::int64_t>(i)}}) ? 0 : 1;
  }
  close_bank_holidays(working_);
  count_before_.reserve(working_.size() + 1);
  std::int32_t count = 0;
  for (std::size_t i = 0; i < working_.size(); ++i) {
    count_before_.push_back(count);
    if (working_[i]) {
      day_of_rank_.push_back(static_cast<std::int32_t>(i));
      ++count;
    }
  }
  count_before_.push_back(count);
}

std::int64_t WorkingCalendar::index(std::int64_t day) const {
  if (day < first_day || day >= end_day) {
    std::fprintf(stderr, "working calendar: day %lld lies outside 1970-2040\n", static_cast<long long>(day));
    std::abort();
  }
  return day - first_day;
}

bool WorkingCalendar::is_working_day(Instant at) const {
  return working_[static_cast<std::size_t>(index(day_number(at)))] != 0;
}

std::int64_t WorkingCalendar::working_days_between(Instant from, Instant to) const {
  // Days after `from` up to and with `to`: counts of days strictly before each plus one.
  return count_before_[static_cast<std::size_t>(index(day_number(to)) + 1)] -
         count_before_[static_cast<std::size_t>(index(day_number(from)) + 1)];
}

Instant WorkingCalendar::deadline(Instant from, int n) const {
  const std::int64_t i = index(day_number(from));
  const std::int64_t rank = n == 0 ? count_before_[static_cast<std::size_t>(i)]
                                   : count_before_[static_cast<std::size_t>(i + 1)] + n - 1;
  return start_of_day(first_day + day_of_rank_[static_cast<std::size_t>(rank)]) + Minutes{closing_minute};
}

Instant WorkingCalendar::next_office_minute(Instant at) const {
  const std::int64_t i = index(day_number(at));
  const std::int64_t minute = at.count() - start_of_day(first_day + i).count();
  if (working_[static_cast<std::size_t>(i)] && minute < closing_minute) {
    return minute >= opening_minute ? at : start_of_day(first_day + i) + Minutes{opening_minute};
  }
  const std::int64_t rank = count_before_[static_cast<std::size_t>(i + 1)];
  return start_of_day(first_day + day_of_rank_[static_cast<std::size_t>(rank)]) + Minutes{opening_minute};
}

Instant WorkingCalendar::add_office_time(Instant from, Minutes work) const {
  const Instant begin = next_office_minute(from);
  const std::int64_t i = index(day_number(begin));
  const std::int64_t into_day = begin.count() - start_of_day(first_day + i).count() - opening_minute;
  const std::int64_t total = into_day + work.count();
  std::int64_t days_ahead = total / office_minutes;
  std::int64_t rest = total % office_minutes;
  if (rest == 0 && days_ahead > 0) {  // done at closing time, not at the next opening
    --days_ahead;
    rest = office_minutes;
  }
  const std::int64_t rank = count_before_[static_cast<std::size_t>(i)] + days_ahead;
  return start_of_day(first_day + day_of_rank_[static_cast<std::size_t>(rank)]) +
         Minutes{opening_minute + rest};
}

Minutes WorkingCalendar::office_time_between(Instant from, Instant to) const {
  if (to < from) return -office_time_between(to, from);
  const auto office_minutes_before = [this](Instant at) {
    const std::int64_t i = index(day_number(at));
    std::int64_t total = count_before_[static_cast<std::size_t>(i)] * office_minutes;
    if (working_[static_cast<std::size_t>(i)]) {
      const std::int64_t minute = at.count() - start_of_day(first_day + i).count();
      const std::int64_t into = minute - opening_minute;
      total += into < 0 ? 0 : (into > office_minutes ? office_minutes : into);
    }
    return total;
  };
  return Minutes{office_minutes_before(to) - office_minutes_before(from)};
}

}  // namespace lscb
