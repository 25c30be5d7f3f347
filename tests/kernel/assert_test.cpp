// The three tiers, built three times (CMakeLists.txt): as debug, as release, and as release without
// preconditions. EXPECT_TIERS_DEBUG and EXPECT_TIERS_REQUIRE say which must trip in this build.

#include "kernel/assert.h"

#include <gtest/gtest.h>

namespace lscb::kernel {
namespace {

void check(bool trips, void (*broken)()) {
  if (trips) {
    EXPECT_DEATH(broken(), "simulated time");
  } else {
    broken();  // carries on
  }
}

TEST(AssertDeathTest, InvariantOnlyInDebugBuilds) {
  check(EXPECT_TIERS_DEBUG, [] { LSCB_DEBUG_ASSERT(1 + 1 == 3, "sums are sums"); });
}

TEST(AssertDeathTest, PreconditionUnlessSwitchedOff) {
  check(EXPECT_TIERS_REQUIRE, [] { LSCB_REQUIRE(1 + 1 == 3, "sums are sums"); });
}

TEST(AssertDeathTest, AlwaysInEveryBuild) {
  check(true, [] { LSCB_ASSERT_ALWAYS(1 + 1 == 3, "sums are sums"); });
}

TEST(AssertDeathTest, ReportsTierMessageConditionPlaceAndTime) {
  const Tick outer = 1234;
  const ReportedClock outer_clock(outer);
  EXPECT_DEATH(
      LSCB_ASSERT_ALWAYS(1 + 1 == 3, "sums are sums"),
      "broken assertion: sums are sums(.|\n)*1 \\+ 1 == 3(.|\n)*assert_test.cpp:[0-9]+(.|\n)*tick 1234");
  {
    Tick inner = 99;
    const ReportedClock inner_clock(inner);
    inner = 100;
    EXPECT_DEATH(LSCB_ASSERT_ALWAYS(false, "x"), "tick 100");
  }
  EXPECT_DEATH(LSCB_ASSERT_ALWAYS(false, "x"), "tick 1234");
}

TEST(AssertDeathTest, SaysWhenNoClockRuns) {
  EXPECT_DEATH(LSCB_ASSERT_ALWAYS(false, "x"), "simulated time: none");
}

TEST(Assert, HeldConditionsAreSilentAndEvaluatedOnce) {
  int count = 0;
  LSCB_ASSERT_ALWAYS(++count == 1, "once");
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace lscb::kernel
