// One key drawn twice in a replication is an assertion in debug builds; this program is one, whatever the
// build.

#include <gtest/gtest.h>

#include "driver.h"
#include "kernel/cause_ledger.h"
#include "lively.h"

namespace lscb::life {
namespace {

void live(kernel::WorldKey key) {
  const Setting setting = small_area(150);
  Driver(lively_parameters(), setting, key).run(setting.horizon.from);
}

TEST(Ledger, NoDrawOfAReplicationIsMadeTwice) {
  const kernel::CauseLedger ledger;
  live({1, 1});
  EXPECT_GT(ledger.size(), 1000U);
}

TEST(LedgerDeathTest, ALifeLivedTwiceInOneReplicationIsFound) {
  const kernel::CauseLedger ledger;
  live({1, 1});
  EXPECT_DEATH(live({1, 1}), "drawn from twice");
}

}  // namespace
}  // namespace lscb::life
