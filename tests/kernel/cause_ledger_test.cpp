// Built as debug, where Draws enters its causes, and as release, where it does not (CMakeLists.txt).

#include "kernel/cause_ledger.h"

#include <gtest/gtest.h>

#include "kernel/keyed_random.h"

namespace lscb::kernel {
namespace {

TEST(CauseLedger, FindsTheSecondEntry) {
  CauseLedger ledger;
  EXPECT_TRUE(ledger.enter(Cause{7}));
  EXPECT_TRUE(ledger.enter(Cause{8}));
  EXPECT_FALSE(ledger.enter(Cause{7}));
  EXPECT_EQ(ledger.size(), 2U);
}

TEST(CauseLedger, IsTheInnermostOfItsThread) {
  EXPECT_EQ(CauseLedger::current(), nullptr);
  CauseLedger outer;
  {
    CauseLedger inner;
    EXPECT_EQ(CauseLedger::current(), &inner);
  }
  EXPECT_EQ(CauseLedger::current(), &outer);
}

void draw_twice() {
  const Cause cause = Cause::root().child(1, 2);
  const Draws first({1, 1}, cause);
  const Draws second({1, 1}, cause);
}

TEST(CauseLedgerDeathTest, RefusesToDrawTwiceFromOneCauseInDebugBuilds) {
  draw_twice();  // no ledger, no complaint
  CauseLedger ledger;
#ifdef NDEBUG
  draw_twice();
  EXPECT_EQ(ledger.size(), 0U);
#else
  EXPECT_DEATH(draw_twice(), "drawn from twice");
  const Draws once({1, 1}, Cause::root().child(1, 3));
  EXPECT_EQ(ledger.size(), 1U);
#endif
}

}  // namespace
}  // namespace lscb::kernel
