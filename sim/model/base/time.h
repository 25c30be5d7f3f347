// Simulated time: whole minutes of English civil time, without summer time (a minute is far below any clock
// of the model). Instants and durations are different types, and neither mixes with money or plain numbers.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace lscb {

/// A length of time in whole minutes. May be negative.
class Minutes {
 public:
  constexpr Minutes() = default;
  constexpr explicit Minutes(std::int64_t count) : count_(count) {}
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }
  constexpr auto operator<=>(const Minutes&) const = default;
  constexpr Minutes& operator+=(Minutes other) {
    count_ += other.count_;
    return *this;
  }
  constexpr Minutes& operator-=(Minutes other) {
    count_ -= other.count_;
    return *this;
  }

 private:
  std::int64_t count_ = 0;
};

/// A point in time: minutes since 1970-01-01 00:00.
class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::int64_t minutes_since_1970) : count_(minutes_since_1970) {}
  [[nodiscard]] constexpr std::int64_t count() const { return count_; }
  constexpr auto operator<=>(const Instant&) const = default;

  /// Later than every instant a run can reach, and safe to add years to.
  [[nodiscard]] static constexpr Instant never() { return Instant{std::int64_t{1} << 60}; }
  /// Earlier than every instant a run can reach.
  [[nodiscard]] static constexpr Instant long_ago() { return Instant{-(std::int64_t{1} << 60)}; }

 private:
  std::int64_t count_ = 0;
};

constexpr Minutes operator+(Minutes a, Minutes b) {
  return Minutes{a.count() + b.count()};
}
constexpr Minutes operator-(Minutes a, Minutes b) {
  return Minutes{a.count() - b.count()};
}
constexpr Minutes operator-(Minutes a) {
  return Minutes{-a.count()};
}
constexpr Minutes operator*(Minutes a, std::int64_t factor) {
  return Minutes{a.count() * factor};
}
constexpr Instant operator+(Instant a, Minutes b) {
  return Instant{a.count() + b.count()};
}
constexpr Instant operator-(Instant a, Minutes b) {
  return Instant{a.count() - b.count()};
}
constexpr Minutes operator-(Instant a, Instant b) {
  return Minutes{a.count() - b.count()};
}

inline constexpr std::int64_t minutes_per_day = 1440;
/// A Julian year of 365.25 days: the year of every rate "per year".
inline constexpr double minutes_per_year = 525'960.0;

constexpr Minutes days(std::int64_t n) {
  return Minutes{n * minutes_per_day};
}
constexpr Minutes weeks(std::int64_t n) {
  return days(7 * n);
}
/// Hours of work or of the clock, rounded to the nearest minute.
constexpr Minutes hours(double n) {
  return Minutes{static_cast<std::int64_t>(n * 60.0 + (n < 0 ? -0.5 : 0.5))};
}
constexpr double in_hours(Minutes m) {
  return static_cast<double>(m.count()) / 60.0;
}
constexpr double in_days(Minutes m) {
  return static_cast<double>(m.count()) / minutes_per_day;
}
constexpr double in_years(Minutes m) {
  return static_cast<double>(m.count()) / minutes_per_year;
}
constexpr Minutes years(double n) {
  return Minutes{static_cast<std::int64_t>(n * minutes_per_year)};
}

/// Whole days since 1970-01-01 of the day that holds `at` (floor, also before 1970).
constexpr std::int64_t day_number(Instant at) {
  const std::int64_t c = at.count();
  return c >= 0 ? c / minutes_per_day : -((-c + minutes_per_day - 1) / minutes_per_day);
}
constexpr Instant start_of_day(std::int64_t day) {
  return Instant{day * minutes_per_day};
}

/// Midnight at the start of a calendar date.
constexpr Instant at_date(std::chrono::year_month_day date) {
  return start_of_day(std::chrono::sys_days{date}.time_since_epoch().count());
}
constexpr Instant at_date(int year, unsigned month, unsigned day) {
  return at_date(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}
constexpr std::chrono::year_month_day date_of(Instant at) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day_number(at)}}};
}
constexpr int year_of(Instant at) {
  return static_cast<int>(date_of(at).year());
}

/// `at` moved by calendar months, clipped to the last day of the month; the time of day is kept.
constexpr Instant add_months(Instant at, int months) {
  const auto date = date_of(at);
  auto moved = date + std::chrono::months{months};
  if (!moved.ok()) moved = std::chrono::year_month_day{moved.year() / moved.month() / std::chrono::last};
  return at_date(moved) + (at - start_of_day(day_number(at)));
}

/// Half-open stretch [from, to).
struct Interval {
  Instant from;
  Instant to;
  [[nodiscard]] constexpr bool contains(Instant at) const { return from <= at && at < to; }
  [[nodiscard]] constexpr Minutes length() const { return to - from; }
};

}  // namespace lscb
