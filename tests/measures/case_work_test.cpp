// Case work done, week by week.
#include "measures/case_work.h"

#include <gtest/gtest.h>

namespace lscb::measures {
namespace {

constexpr Instant begin = at_date(2010, 1, 5);
constexpr Interval ten_weeks{begin, begin + weeks(10) + days(6)};

// Proves that work and pay stand in the week that holds them, at both edges, and that what lies outside the
// whole weeks counts nowhere.
TEST(CaseWork, StandsInItsWeek) {
  CaseWorkCounter counter{ten_weeks};
  counter.done(begin, hours(1.0));
  counter.done(begin + weeks(1) - Minutes{1}, hours(2.0));
  counter.done(begin + weeks(1), hours(4.0));
  counter.paid(begin + weeks(1), hours(40.0));
  counter.done(begin - Minutes{1}, hours(100.0));
  counter.done(begin + weeks(10), hours(100.0));
  const CaseWork& record = counter.record();
  EXPECT_EQ(record.from, begin);
  ASSERT_EQ(record.weeks.size(), 10U);
  EXPECT_EQ(record.weeks[0].done, 180);
  EXPECT_EQ(record.weeks[0].paid, 0);
  EXPECT_EQ(record.weeks[1].done, 240);
  EXPECT_EQ(record.weeks[1].paid, 2400);
  for (std::size_t w = 2; w < 10; ++w) EXPECT_EQ(record.weeks[w], CaseWorkWeek{});
}

TEST(CaseWork, AddsUpWeeksThatAreAllOnRecord) {
  CaseWorkCounter counter{ten_weeks};
  for (int w = 0; w < 10; ++w) {
    counter.done(begin + weeks(w), Minutes{1 << w});
    counter.paid(begin + weeks(w), Minutes{10});
  }
  const CaseWork& record = counter.record();
  EXPECT_EQ(record.sum(0, 10), (CaseWorkWeek{1023, 100}));
  EXPECT_EQ(record.sum(3, 2), (CaseWorkWeek{24, 20}));
  EXPECT_FALSE(record.sum(9, 2).has_value());
  EXPECT_FALSE(record.sum(-1, 2).has_value());
}

TEST(CaseWork, FindsTheFirstWeekNotBeforeADate) {
  const CaseWork record = CaseWorkCounter{ten_weeks}.record();
  EXPECT_EQ(record.first_week_from(begin), 0);
  EXPECT_EQ(record.first_week_from(begin + Minutes{1}), 1);
  EXPECT_EQ(record.first_week_from(begin + weeks(3)), 3);
  EXPECT_EQ(record.first_week_from(begin + weeks(3) + days(1)), 4);
  EXPECT_LT(record.first_week_from(begin - weeks(2)), 0);
}

}  // namespace
}  // namespace lscb::measures
