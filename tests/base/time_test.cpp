#include "base/time.h"

#include <gtest/gtest.h>

#include "support/property.h"

namespace lscb {
namespace {

// Proves that months clip to the month's last day, keep the time of day and cross years.
TEST(Time, AddsMonthsWithinTheCalendar) {
  EXPECT_EQ(add_months(at_date(2011, 8, 31) + hours(9.5), 6), at_date(2012, 2, 29) + hours(9.5));
  EXPECT_EQ(add_months(at_date(2012, 2, 29), 12), at_date(2013, 2, 28));
  EXPECT_EQ(add_months(at_date(2010, 1, 15), -1), at_date(2009, 12, 15));
}

// Proves that day numbers floor on both sides of 1970 and that a date survives the way there and back.
TEST(Time, NumbersDaysOnBothSidesOf1970) {
  EXPECT_EQ(day_number(Instant{0}), 0);
  EXPECT_EQ(day_number(Instant{-1}), -1);
  EXPECT_EQ(day_number(Instant{-minutes_per_day}), -1);
  proof::holds(300, [] {
    const auto day = *rc::gen::inRange<std::int64_t>(-30'000, 30'000);
    const auto minute = *rc::gen::inRange<std::int64_t>(0, minutes_per_day);
    const Instant at = start_of_day(day) + Minutes{minute};
    RC_ASSERT(day_number(at) == day);
    RC_ASSERT(at_date(date_of(at)) == start_of_day(day));
  });
}

// Proves that an interval holds its beginning and not its end.
TEST(Time, IntervalsAreHalfOpen) {
  const Interval day{at_date(2010, 1, 1), at_date(2010, 1, 2)};
  EXPECT_TRUE(day.contains(day.from));
  EXPECT_FALSE(day.contains(day.to));
  EXPECT_EQ(day.length(), days(1));
}

}  // namespace
}  // namespace lscb
