// Where two courses part, on courses written by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "every_kind.h"
#include "support/property.h"
#include "trace/mark.h"

namespace lscb::trace {
namespace {

using Steps = std::vector<Step>;

Step at_hour(int hour, What what) {
  return {at_date(2011, 5, 4) + hours(hour), HouseholdId{0}, std::move(what)};
}

WorkDone work(pathway::Work kind) {
  return {kind, {}, {}, spec::Role::social_worker, {}};
}

Steps a_morning() {
  return {at_hour(8, Incident{{0}, 1.5F, {}}), at_hour(9, work(pathway::Work::screening)),
          at_hour(9, ByWhom{}), at_hour(9, PolicyRead{0.0, 0.0, 0.0, 0.0}),
          at_hour(9, Turn{Branch::screened_referral})};
}

TEST(Parting, EqualCoursesDoNotPart) {
  EXPECT_FALSE(parting(a_morning(), a_morning()).has_value());
  EXPECT_FALSE(parting(Steps{}, Steps{}).has_value());
}

TEST(Parting, WhereOneGoesOnAloneItIsTheLongerThatIsNamed) {
  const Steps all = a_morning();
  const Steps begun(all.begin(), all.begin() + 1);
  const auto of_second = parting(begun, all);
  ASSERT_TRUE(of_second);
  EXPECT_EQ(of_second->in_first, begun.size());
  EXPECT_EQ(of_second->in_second, 1U);
  EXPECT_TRUE(of_second->of_second);
  EXPECT_TRUE(of_second->by_input);  // work done, that comes from outside
  const auto of_first = parting(all, begun);
  ASSERT_TRUE(of_first);
  EXPECT_FALSE(of_first->of_second);
  EXPECT_TRUE(of_first->by_input);
}

TEST(Parting, WhatFollowsByItselfIsNoInput) {
  Steps longer = a_morning();
  longer.push_back(at_hour(10, Turn{Branch::referral_caf}));
  const auto parted = parting(a_morning(), longer);
  ASSERT_TRUE(parted);
  EXPECT_FALSE(parted->by_input);
}

TEST(Parting, TheEarlierOfTwoArrivalsPartsThem) {
  Steps later = a_morning();
  for (std::size_t i = 1; i < later.size(); ++i) later[i].at = later[i].at + hours(1);
  const auto parted = parting(later, a_morning());
  ASSERT_TRUE(parted);
  EXPECT_TRUE(parted->of_second);
  EXPECT_EQ(parted->in_second, 1U);
  EXPECT_TRUE(parted->by_input);
}

TEST(Parting, TheSameReadAtTheSameMinuteAndDifferingIsAnInput) {
  Steps shifted = a_morning();
  shifted[3].what = PolicyRead{0.3, 0.0, 0.0, 0.0};
  shifted[4].what = Turn{Branch::screened_caf};
  const auto parted = parting(a_morning(), shifted);
  ASSERT_TRUE(parted);
  EXPECT_EQ(parted->in_first, 3U);
  EXPECT_EQ(parted->in_second, 3U);
  EXPECT_TRUE(parted->by_input);
}

TEST(Parting, ADecisionThatDiffersOnTheSameGroundsIsNoInput) {
  Steps other = a_morning();
  other[4].what = Turn{Branch::screened_caf};
  const auto parted = parting(a_morning(), other);
  ASSERT_TRUE(parted);
  EXPECT_EQ(parted->in_first, 4U);
  EXPECT_FALSE(parted->by_input);
}

// Something read in one course where the other reads something else: that it is read is the family's own.
TEST(Parting, OtherThingsReadAreNoInput) {
  Steps other = a_morning();
  other[3].what = Yardstick{0.0};
  const auto parted = parting(a_morning(), other);
  ASSERT_TRUE(parted);
  EXPECT_FALSE(parted->by_input);
}

TEST(Parting, WhatLiesBesideIsPassedOver) {
  Steps by_another = a_morning();
  by_another[2].what = ByWhom{PostId{12}, 3, true, true, at_date(2011, 5, 1), at_date(2011, 5, 4)};
  EXPECT_FALSE(parting(a_morning(), by_another).has_value());
  by_another.erase(by_another.begin() + 2);
  EXPECT_FALSE(parting(a_morning(), by_another).has_value());
  by_another.push_back(at_hour(11, ByWhom{}));
  EXPECT_FALSE(parting(by_another, a_morning()).has_value());
}

// Parting is symmetric, is never behind the change, and is found wherever the change is made.
TEST(Parting, IsFoundWhereverOneStepDiffersAndFromBothSides) {
  proof::holds(100, [] {
    Steps steps;
    const int count = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i)
      steps.push_back(at_hour(i, Need{{0}, *rc::gen::inRange<std::uint8_t>(0, 4)}));
    Steps other = steps;
    const auto place = static_cast<std::size_t>(*rc::gen::inRange(0, count));
    std::get<Need>(other[place].what).level =
        static_cast<std::uint8_t>(std::get<Need>(other[place].what).level + 1);
    const auto there = parting(steps, other);
    const auto back = parting(other, steps);
    RC_ASSERT(there.has_value() && back.has_value());
    RC_ASSERT(there->in_first == place && there->in_second == place);
    RC_ASSERT(back->in_first == place && back->by_input == there->by_input);
  });
}

}  // namespace
}  // namespace lscb::trace
