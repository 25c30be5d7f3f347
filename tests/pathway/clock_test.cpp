// Statutory clocks: how long, from when, and under which rules.
#include "pathway/clock.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>

#include "base/working_calendar.h"
#include "support/property.h"

namespace lscb::pathway {
namespace {

std::int64_t working_days(ClockKind kind, Instant start) {
  return WorkingCalendar::england().working_days_between(start, due(kind, start));
}

TEST(Clock, CountsWorkingDaysFromItsStart) {
  const Instant start = at_date(2011, 5, 10) + hours(11.0);
  EXPECT_EQ(working_days(ClockKind::decision, start), 1);
  EXPECT_EQ(working_days(ClockKind::core_assessment, start), 35);
  EXPECT_EQ(working_days(ClockKind::conference, start), 15);
  EXPECT_EQ(working_days(ClockKind::core_group, start), 10);
  EXPECT_EQ(working_days(ClockKind::single_assessment, start), 45);
}

// Seven days for referrals up to March 2010, ten after: by the date on which it began, not on which it ends.
TEST(Clock, KeepsTheRulesItBeganWith) {
  const Instant last_of_march = at_date(2010, 3, 31) + hours(16.0);
  const Instant first_of_april = at_date(2010, 4, 1) + hours(10.0);
  EXPECT_EQ(working_days(ClockKind::initial_assessment, last_of_march), 7);
  EXPECT_EQ(working_days(ClockKind::initial_assessment, first_of_april), 10);
  EXPECT_GT(due(ClockKind::initial_assessment, last_of_march), first_of_april);
}

TEST(Clock, SkipsWeekendsAndBankHolidays) {
  // Thursday 28 April 2011; the royal wedding, a weekend and May Day lie between.
  EXPECT_EQ(date_of(due(ClockKind::decision, at_date(2011, 4, 28) + hours(12.0))),
            std::chrono::year{2011} / std::chrono::May / 3);
}

TEST(Clock, ReviewsByCalendarMonths) {
  const Instant start = at_date(2010, 11, 30) + hours(9.0);
  EXPECT_EQ(due(ClockKind::first_review, start), at_date(2011, 2, 28) + hours(9.0));
  EXPECT_EQ(due(ClockKind::later_review, start), at_date(2011, 5, 30) + hours(9.0));
}

// But for the change of April 2010, who begins later is due no earlier.
TEST(Clock, NeverRunsOutEarlierForALaterStart) {
  proof::holds(1000, [] {
    const auto kind = static_cast<ClockKind>(*rc::gen::inRange(0, clock_count));
    const Instant start =
        at_date(2008, 1, 1) + Minutes{*rc::gen::inRange<std::int64_t>(0, 6 * 365 * minutes_per_day)};
    const Instant later = start + Minutes{*rc::gen::inRange<std::int64_t>(0, 60 * minutes_per_day)};
    RC_ASSERT(due(kind, start) <= due(kind, later));
    RC_ASSERT(due(kind, start) > start);
  });
}

TEST(Clock, HasNamesOfItsOwn) {
  std::set<std::string> names;
  for (int k = 0; k < clock_count; ++k) names.insert(name(static_cast<ClockKind>(k)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(clock_count));
}

}  // namespace
}  // namespace lscb::pathway
