// Working days in England: weekdays without bank holidays, 1970 to 2040. Statutory clocks run on it, and so
// does work.
//
// Source of the holidays: Banking and Financial Dealings Act 1971 and the royal proclamations that moved or
// added days (29 April 2011, 4-5 June 2012 and others; see working_calendar.cpp).
// Thread rule: immutable after construction; the shared instance may be read from any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"

namespace lscb {

class WorkingCalendar {
 public:
  /// Work is done from 09:00 to 17:00.
  static constexpr std::int64_t opening_minute = std::int64_t{9} * 60;
  static constexpr std::int64_t closing_minute = std::int64_t{17} * 60;
  static constexpr std::int64_t office_minutes = closing_minute - opening_minute;

  [[nodiscard]] static const WorkingCalendar& england();

  [[nodiscard]] bool is_working_day(Instant at) const;

  /// Working days d with day(from) < d <= day(to): the count by which a statutory clock started at `from`
  /// has run at `to`. Negative if `to` is earlier. O(1).
  [[nodiscard]] std::int64_t working_days_between(Instant from, Instant to) const;

  /// The end (17:00) of the n-th working day after the day of `from`: when a clock of n working days runs
  /// out. n >= 0; for n = 0 the end of the day of `from`, or of the next working day if it is not one. O(1).
  [[nodiscard]] Instant deadline(Instant from, int n) const;

  /// The first minute of office time at or after `at`. O(1).
  [[nodiscard]] Instant next_office_minute(Instant at) const;

  /// When `work` minutes of office time, begun at or after `from`, are done. O(1). work >= 0.
  [[nodiscard]] Instant add_office_time(Instant from, Minutes work) const;

  /// Minutes of office time in [from, to). O(1).
  [[nodiscard]] Minutes office_time_between(Instant from, Instant to) const;

 private:
  WorkingCalendar();
  [[nodiscard]] std::int64_t index(std::int64_t day) const;

  std::vector<std::uint8_t> working_;       // by day since the first
  std::vector<std::int32_t> count_before_;  // working days before that day
  std::vector<std::int32_t> day_of_rank_;   // day (since the first) of the k-th working day
};

}  // namespace lscb
