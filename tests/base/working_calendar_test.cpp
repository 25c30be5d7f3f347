#include "base/working_calendar.h"

#include <gtest/gtest.h>

#include <set>

#include "support/property.h"

namespace lscb {
namespace {

const WorkingCalendar& calendar = WorkingCalendar::england();

struct Date {
  int year;
  unsigned month;
  unsigned day;
};

// England and Wales, as gazetted.
const Date bank_holidays[] = {
    {2008, 1, 1},   {2008, 3, 21},  {2008, 3, 24},  {2008, 5, 5},   {2008, 5, 26},  {2008, 8, 25},
    {2008, 12, 25}, {2008, 12, 26}, {2009, 1, 1},   {2009, 4, 10},  {2009, 4, 13},  {2009, 5, 4},
    {2009, 5, 25},  {2009, 8, 31},  {2009, 12, 25}, {2009, 12, 28}, {2010, 1, 1},   {2010, 4, 2},
    {2010, 4, 5},   {2010, 5, 3},   {2010, 5, 31},  {2010, 8, 30},  {2010, 12, 27}, {2010, 12, 28},
    {2011, 1, 3},   {2011, 4, 22},  {2011, 4, 25},  {2011, 4, 29},  {2011, 5, 2},   {2011, 5, 30},
    {2011, 8, 29},  {2011, 12, 26}, {2011, 12, 27}, {2012, 1, 2},   {2012, 4, 6},   {2012, 4, 9},
    {2012, 5, 7},   {2012, 6, 4},   {2012, 6, 5},   {2012, 8, 27},  {2012, 12, 25}, {2012, 12, 26},
    {2013, 1, 1},   {2013, 3, 29},  {2013, 4, 1},   {2013, 5, 6},   {2013, 5, 27},  {2013, 8, 26},
    {2013, 12, 25}, {2013, 12, 26}, {2014, 1, 1},   {2014, 4, 18},  {2014, 4, 21},  {2014, 5, 5},
    {2014, 5, 26},  {2014, 8, 25},  {2014, 12, 25}, {2014, 12, 26}};

// Proves that from 2008 to 2014 the calendar is closed on weekends and on the gazetted holidays and on no
// other day, so also open on 28 May 2012, whose holiday moved to 4 June.
TEST(WorkingCalendar, ClosesOnWeekendsAndGazettedHolidaysOnly) {
  std::set<std::int64_t> holidays;
  for (const Date& d : bank_holidays) holidays.insert(day_number(at_date(d.year, d.month, d.day)));
  ASSERT_EQ(holidays.size(), 8 * 7 + 2U);  // eight a year, and one more in 2011 and in 2012
  for (Instant at = at_date(2008, 1, 1); at < at_date(2015, 1, 1); at = at + days(1)) {
    const std::chrono::weekday weekday{std::chrono::sys_days{date_of(at)}};
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    const bool open = !weekend && holidays.count(day_number(at)) == 0;
    EXPECT_EQ(calendar.is_working_day(at), open) << "day " << day_number(at);
  }
}

// Proves the added days by name: the royal wedding, and the diamond jubilee with the moved spring holiday.
TEST(WorkingCalendar, KnowsTheAddedHolidays) {
  EXPECT_FALSE(calendar.is_working_day(at_date(2011, 4, 29)));
  EXPECT_TRUE(calendar.is_working_day(at_date(2012, 5, 28)));
  EXPECT_FALSE(calendar.is_working_day(at_date(2012, 6, 4)));
  EXPECT_FALSE(calendar.is_working_day(at_date(2012, 6, 5)));
}

// Proves a clock by hand over Easter 2011 and the wedding: ten working days after Thursday 14 April end on
// Wednesday 4 May, with 22, 25 and 29 April and 2 May closed.
TEST(WorkingCalendar, RunsAClockOverEaster) {
  const Instant referral = at_date(2011, 4, 14) + hours(15);
  EXPECT_EQ(calendar.deadline(referral, 10), at_date(2011, 5, 4) + hours(17)) << "17:00 on the last day";
  EXPECT_EQ(calendar.working_days_between(referral, at_date(2011, 5, 4)), 10);
  EXPECT_EQ(calendar.working_days_between(at_date(2011, 5, 4), referral), -10);
}

// Any minute from 2008 to 2014: often beside an edge of the office day.
Instant some_instant() {
  const auto day =
      *rc::gen::inRange<std::int64_t>(day_number(at_date(2008, 1, 1)), day_number(at_date(2015, 1, 1)));
  const auto minute =
      *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, minutes_per_day),
                      rc::gen::element<std::int64_t>(0, 539, 540, 541, 1019, 1020, 1021, 1439));
  return start_of_day(day) + Minutes{minute};
}

bool in_office_hours(Instant at) {
  const std::int64_t minute = at.count() - start_of_day(day_number(at)).count();
  return calendar.is_working_day(at) && minute >= WorkingCalendar::opening_minute &&
         minute < WorkingCalendar::closing_minute;
}

// Minutes of office time of one day inside [from, to).
std::int64_t office_minutes_of(std::int64_t day, Instant from, Instant to) {
  const Instant midnight = start_of_day(day);
  if (!calendar.is_working_day(midnight)) return 0;
  const Instant open = std::max(from, midnight + Minutes{WorkingCalendar::opening_minute});
  const Instant close = std::min(to, midnight + Minutes{WorkingCalendar::closing_minute});
  return std::max<std::int64_t>(0, (close - open).count());
}

// Proves working_days_between against a count day by day.
TEST(WorkingCalendar, CountsDaysAsALoopDoes) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const Instant to = from + Minutes{*rc::gen::inRange<std::int64_t>(0, 200 * minutes_per_day)};
    std::int64_t count = 0;
    for (std::int64_t day = day_number(from) + 1; day <= day_number(to); ++day) {
      if (calendar.is_working_day(start_of_day(day))) ++count;
    }
    RC_ASSERT(calendar.working_days_between(from, to) == count);
    RC_ASSERT(calendar.working_days_between(to, from) == -count);
  });
}

// Proves deadline against a walk day by day, for n = 0 too.
TEST(WorkingCalendar, EndsAClockWhereALoopDoes) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const int n = *rc::gen::inRange(0, 61);
    std::int64_t day = day_number(from);
    if (n == 0) {
      while (!calendar.is_working_day(start_of_day(day))) ++day;
    }
    for (int left = n; left > 0;) {
      ++day;
      if (calendar.is_working_day(start_of_day(day))) --left;
    }
    RC_ASSERT(calendar.deadline(from, n) == start_of_day(day) + Minutes{WorkingCalendar::closing_minute});
  });
}

// Proves office_time_between against a sum day by day, and that it changes its sign with its direction.
TEST(WorkingCalendar, MeasuresOfficeTimeAsALoopDoes) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const Instant to = from + Minutes{*rc::gen::inRange<std::int64_t>(0, 60 * minutes_per_day)};
    std::int64_t sum = 0;
    for (std::int64_t day = day_number(from); day <= day_number(to); ++day)
      sum += office_minutes_of(day, from, to);
    RC_ASSERT(calendar.office_time_between(from, to).count() == sum);
    RC_ASSERT(calendar.office_time_between(to, from).count() == -sum);
  });
}

// Proves that add_office_time gives the first minute by which the work is done: so much office time has
// passed, and one minute before, less; and no work is done at the next office minute.
TEST(WorkingCalendar, AddsOfficeTimeToTheMinute) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const Minutes work{*rc::gen::inRange<std::int64_t>(1, 40 * WorkingCalendar::office_minutes)};
    const Instant done = calendar.add_office_time(from, work);
    RC_ASSERT(calendar.office_time_between(from, done) == work);
    RC_ASSERT(calendar.office_time_between(from, done - Minutes{1}) == work - Minutes{1});
    RC_ASSERT(calendar.add_office_time(from, Minutes{0}) == calendar.next_office_minute(from));
  });
}

// Proves that work split in two ends at the same minute as the whole.
TEST(WorkingCalendar, AddsOfficeTimeInParts) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const Minutes first{*rc::gen::inRange<std::int64_t>(1, 5000)};
    const Minutes second{*rc::gen::inRange<std::int64_t>(1, 5000)};
    RC_ASSERT(calendar.add_office_time(calendar.add_office_time(from, first), second) ==
              calendar.add_office_time(from, first + second));
  });
}

// Proves that the next office minute is one, that none is passed over, and that an office minute is its own
// next.
TEST(WorkingCalendar, FindsTheNextOfficeMinute) {
  proof::holds(300, [] {
    const Instant from = some_instant();
    const Instant next = calendar.next_office_minute(from);
    RC_ASSERT(in_office_hours(next));
    RC_ASSERT(calendar.office_time_between(from, next).count() == 0);
    RC_ASSERT(!in_office_hours(from) || next == from);
  });
}

}  // namespace
}  // namespace lscb
