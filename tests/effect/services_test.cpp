// What services do to a life, and that they do nothing that is not delivered.
#include "effect/services.h"

#include <gtest/gtest.h>

#include "support/property.h"

namespace lscb::effect {
namespace {

Parameters example() {
  Parameters p;
  p.caf_recovery = 1.5;
  p.caf_prevention = 0.25;
  p.caf_protection = 0.05;
  p.child_in_need_recovery = 1.75;
  p.child_in_need_prevention = 0.3;
  p.child_in_need_protection = 0.3;
  p.protection_recovery = 2.0;
  p.protection_prevention = 0.4;
  p.protection_protection = 0.6;
  p.looked_after_recovery = 1.8;
  p.looked_after_protection = 0.95;
  p.delivery_memory_visits = 3.0;
  return p;
}

bool same(const life::Influence& a, const life::Influence& b) {
  return a.up_factor == b.up_factor && a.down_factor == b.down_factor && a.protection == b.protection &&
         a.removed == b.removed;
}

double share() {
  return *rc::gen::inRange(0, 9) / 8.0;
}

TEST(Influence, OfNothingIsNone) {
  const life::Influence none;
  EXPECT_TRUE(same(influence(example(), {}), none));
  EXPECT_EQ(none.up_factor, 1.0);
  EXPECT_EQ(none.down_factor, 1.0);
  EXPECT_EQ(none.protection, 0.0);
  EXPECT_FALSE(none.removed);
}

TEST(Influence, IsWholeWhereAllIsDelivered) {
  Services s;
  s.caf_delivered = 1.0;
  life::Influence i = influence(example(), s);
  EXPECT_DOUBLE_EQ(i.down_factor, 1.5);
  EXPECT_DOUBLE_EQ(i.up_factor, 0.75);
  EXPECT_DOUBLE_EQ(i.protection, 0.05);
  s.child_in_need_delivered = 1.0;
  i = influence(example(), s);
  EXPECT_DOUBLE_EQ(i.down_factor, 1.75);
  EXPECT_DOUBLE_EQ(i.up_factor, 0.7);
  EXPECT_DOUBLE_EQ(i.protection, 0.3);
  s.protection_delivered = 1.0;
  i = influence(example(), s);
  EXPECT_DOUBLE_EQ(i.down_factor, 2.0);
  EXPECT_DOUBLE_EQ(i.up_factor, 0.6);
  EXPECT_DOUBLE_EQ(i.protection, 0.6);
  EXPECT_FALSE(i.removed);
  s.looked_after = true;
  i = influence(example(), s);
  EXPECT_DOUBLE_EQ(i.down_factor, 1.8);
  EXPECT_DOUBLE_EQ(i.up_factor, 1.0);
  EXPECT_DOUBLE_EQ(i.protection, 0.95);
  EXPECT_TRUE(i.removed);
}

Parameters any_parameters() {
  Parameters p;
  for (double* recovery :
       {&p.caf_recovery, &p.child_in_need_recovery, &p.protection_recovery, &p.looked_after_recovery}) {
    *recovery = 1.0 + 2.0 * share();
  }
  for (double* part :
       {&p.caf_prevention, &p.caf_protection, &p.child_in_need_prevention, &p.child_in_need_protection,
        &p.protection_prevention, &p.protection_protection, &p.looked_after_protection}) {
    *part = share();
  }
  return p;
}

// Services never raise a rate of need, never slow recovery, and never protect more than wholly.
TEST(Influence, StaysWithinItsBounds) {
  proof::holds(500, [] {
    const Parameters p = any_parameters();
    const life::Influence i = influence(p, {share(), share(), share(), *rc::gen::arbitrary<bool>()});
    RC_ASSERT(i.up_factor >= 0.0);
    RC_ASSERT(i.up_factor <= 1.0);
    RC_ASSERT(i.down_factor >= 1.0);
    RC_ASSERT(i.protection >= 0.0);
    RC_ASSERT(i.protection <= 1.0);
  });
}

TEST(Influence, GrowsWithDelivery) {
  proof::holds(500, [] {
    const Parameters p = any_parameters();
    const double less = share();
    const double more = less + (1.0 - less) * share();
    for (double Services::*kind :
         {&Services::caf_delivered, &Services::child_in_need_delivered, &Services::protection_delivered}) {
      Services a;
      Services b;
      a.*kind = less;
      b.*kind = more;
      const life::Influence weak = influence(p, a);
      const life::Influence strong = influence(p, b);
      RC_ASSERT(strong.up_factor <= weak.up_factor);
      RC_ASSERT(strong.down_factor >= weak.down_factor);
      RC_ASSERT(strong.protection >= weak.protection);
    }
  });
}

// A CAF beside a plan adds nothing to it.
TEST(Influence, TheStrongestServiceActsAlone) {
  proof::holds(300, [] {
    const Parameters p = any_parameters();
    Services plan;
    plan.protection_delivered = 0.125 + 0.875 * share();
    Services both = plan;
    both.caf_delivered = share();
    both.child_in_need_delivered = share();
    RC_ASSERT(same(influence(p, plan), influence(p, both)));
  });
}

}  // namespace
}  // namespace lscb::effect
