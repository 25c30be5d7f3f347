// A target steered by the quarter.
#include "door/steering.h"

#include <gtest/gtest.h>

#include "example.h"

namespace lscb::door {
namespace {

double some_share(int most) {
  return *rc::gen::inRange(0, 8 * most + 1) / 8.0;
}

struct Case {
  double shift, recorded, wanted, baseline, step, tolerance;
  [[nodiscard]] double next() const {
    return steered(shift, recorded, wanted, baseline, step, tolerance, -widest_shift, widest_shift);
  }
};

Case some_case() {
  return {some(-2, 2),  some_share(40), some_share(40), some_share(40), (*rc::gen::inRange(1, 9)) / 8.0,
          some_share(1)};
}

TEST(Steering, StaysWhereTheTargetIsMet) {
  proof::holds(500, [] {
    Case c = some_case();
    const double off = *rc::gen::inRange(-8, 9) / 8.0 * c.tolerance * c.baseline;
    c.recorded = c.wanted + off;
    RC_ASSERT(c.next() == c.shift);
  });
}

TEST(Steering, NeverLeavesItsBoundsNorMovesByMoreThanAStep) {
  proof::holds(500, [] {
    const Case c = some_case();
    RC_ASSERT(c.next() >= -widest_shift);
    RC_ASSERT(c.next() <= widest_shift);
    RC_ASSERT(c.next() - c.shift <= c.step);
    RC_ASSERT(c.shift - c.next() <= c.step);
  });
}

TEST(Steering, GrowsWithWhatIsRecorded) {
  proof::holds(500, [] {
    const Case fewer = some_case();
    Case more = fewer;
    more.recorded += some_share(20);
    RC_ASSERT(more.next() >= fewer.next());
    Case wanted_less = fewer;
    wanted_less.wanted -= some_share(20);
    RC_ASSERT(wanted_less.next() >= fewer.next());
  });
}

TEST(Steering, WithoutABaselineNothingMoves) {
  EXPECT_EQ(steered(0.25, 100.0, 0.0, 0.0, 0.125, 0.05, -2.0, 2.0), 0.25);
}

TEST(Steering, PressesWhileMissedAndLetsGoWhenOvershot) {
  Steering steering{{0.2, 0.5, 0.125}, {100.0, 40.0}, 0.05};
  steering.read({100.0, 40.0});  // neither is met
  EXPECT_EQ(steering.section47_shift(), 0.125);
  EXPECT_EQ(steering.caf_shift(), -0.125);
  EXPECT_EQ(steering.assessment_shift(), 0.125) << "more CAFs come from both sides";
  steering.read({84.0, 59.0});  // both within five of the hundred, two of the forty
  EXPECT_EQ(steering.section47_shift(), 0.125);
  EXPECT_EQ(steering.caf_shift(), -0.125);
  steering.read({60.0, 80.0});  // both overshot
  EXPECT_EQ(steering.section47_shift(), 0.0);
  EXPECT_EQ(steering.caf_shift(), 0.0);
}

// Pressure to do less of something is never pressure to do more of it.
TEST(Steering, GoesBackToThePublishedThresholdAndNoFurther) {
  proof::holds(200, [] {
    Steering steering{{some_share(1), some_share(3), 0.375}, {some_share(40), some_share(40)}, 0.05};
    const int quarters = *rc::gen::inRange(1, 30);
    for (int i = 0; i < quarters; ++i) {
      steering.read({some_share(80), some_share(80)});
      RC_ASSERT(steering.section47_shift() >= 0.0);
      RC_ASSERT(steering.section47_shift() <= widest_shift);
      RC_ASSERT(steering.caf_shift() <= 0.0);
      RC_ASSERT(steering.caf_shift() >= -widest_shift);
    }
  });
}

TEST(Steering, LeavesAloneWhatHasNoTarget) {
  Steering steering{{std::nullopt, 0.5, 0.25}, {100.0, 40.0}, 0.05};
  steering.read({500.0, 0.0});
  EXPECT_EQ(steering.section47_shift(), 0.0);
  EXPECT_EQ(steering.caf_shift(), -0.25);
}

// Where decisions answer to the threshold, the target is reached and kept.
TEST(Steering, ReachesATargetThatDecisionsAnswerTo) {
  Steering steering{{0.3, std::nullopt, 0.1}, {100.0, 0.0}, 0.05};
  double enquiries = 100.0;
  for (int quarter = 0; quarter < 12; ++quarter) {
    enquiries = 100.0 * (1.0 - 0.8 * steering.section47_shift());
    steering.read({enquiries, 0.0});
  }
  EXPECT_NEAR(enquiries, 70.0, 8.0);
}

}  // namespace
}  // namespace lscb::door
