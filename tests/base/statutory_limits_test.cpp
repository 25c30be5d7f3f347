#include "base/statutory_limits.h"

#include <gtest/gtest.h>

namespace lscb {
namespace {

// Proves that ten days apply to referrals after March 2010: the last minute of 31 March 2010 still has seven.
TEST(StatutoryLimits, GiveTenDaysAfterMarch2010) {
  EXPECT_EQ(initial_assessment_limit(at_date(2010, 3, 31)), 7);
  EXPECT_EQ(initial_assessment_limit(at_date(2010, 4, 1) - Minutes{1}), 7);
  EXPECT_EQ(initial_assessment_limit(at_date(2010, 4, 1)), 10);
  EXPECT_EQ(initial_assessment_limit(at_date(2013, 12, 31)), 10);
}

// Proves that a single assessment needs both the law (15 April 2013) and the area's adoption.
TEST(StatutoryLimits, AllowSingleAssessmentsWhereAdopted) {
  const AssessmentRules never;
  const AssessmentRules early{at_date(2012, 1, 1)};
  const AssessmentRules autumn{at_date(2013, 9, 1)};
  EXPECT_FALSE(single_assessment_in_force(at_date(2014, 1, 1), never));
  EXPECT_FALSE(single_assessment_in_force(at_date(2013, 4, 14), early));
  EXPECT_TRUE(single_assessment_in_force(at_date(2013, 4, 15), early));
  EXPECT_FALSE(single_assessment_in_force(at_date(2013, 8, 31), autumn));
  EXPECT_TRUE(single_assessment_in_force(at_date(2013, 9, 1), autumn));
}

// Proves each sum of the limit of an opportunity: one day to decide, the initial limit, the core limit;
// or 45.
TEST(StatutoryLimits, AddUpForAnOpportunity) {
  const AssessmentRules none;
  EXPECT_EQ(opportunity_limit(at_date(2010, 3, 31), false, none), 8);
  EXPECT_EQ(opportunity_limit(at_date(2010, 3, 31), true, none), 43);
  EXPECT_EQ(opportunity_limit(at_date(2010, 4, 1), false, none), 11);
  EXPECT_EQ(opportunity_limit(at_date(2010, 4, 1), true, none), 46);
  const AssessmentRules single{at_date(2013, 4, 15)};
  EXPECT_EQ(opportunity_limit(at_date(2013, 4, 15), false, single), 45);
  EXPECT_EQ(opportunity_limit(at_date(2013, 4, 15), true, single), 45);
  EXPECT_EQ(opportunity_limit(at_date(2013, 4, 12), false, single), 11);
}

// Proves that a limit lasts to the end of its last working day, evening included: eight days from Wednesday
// 31 March 2010, over Easter, end on Thursday 15 April (2 and 5 April are closed).
TEST(StatutoryLimits, LastToTheEndOfTheDay) {
  const auto& calendar = WorkingCalendar::england();
  EXPECT_EQ(limit_ends(calendar, at_date(2010, 3, 31) + hours(10), 8), at_date(2010, 4, 15) - Minutes{1});
}

}  // namespace
}  // namespace lscb
