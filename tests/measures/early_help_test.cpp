// Time in need with a CAF, and until a CAF was taken to social care: from the history alone.
#include <gtest/gtest.h>

#include "child.h"
#include "measures/totals.h"

namespace lscb::measures {
namespace {

Totals count(const Child& child) {
  Totals totals;
  add_early_help(child.history(), test_window, totals);
  return totals;
}

Minutes between(Instant a, Instant b) {
  return b - a;
}

TEST(EarlyHelp, CountsTimeInNeedWhileTheCafIsHeld) {
  Child child;
  child.need(at_date(2011, 2, 1), 1).need(at_date(2011, 5, 1), 2).need(at_date(2011, 8, 1), 0);
  child.service(ServiceKind::caf, at_date(2011, 3, 1), at_date(2011, 7, 1));
  child.service(ServiceKind::child_in_need, at_date(2011, 7, 1), at_date(2011, 8, 1));
  const Totals totals = count(child);
  EXPECT_EQ(totals.caf_need_minutes, between(at_date(2011, 5, 1), at_date(2011, 7, 1)).count());
  EXPECT_EQ(totals.caf_step_ups, 0);
}

// From the later of the day on which need came to 2 and the day on which the CAF began.
TEST(EarlyHelp, CountsTheWayToAStepUpFromNeedAndCaf) {
  Child risen;
  risen.need(at_date(2011, 2, 1), 1).need(at_date(2011, 5, 1), 2).need(at_date(2011, 5, 20), 3);
  risen.service(ServiceKind::caf, at_date(2011, 3, 1)).stepped_up(at_date(2011, 6, 1));
  EXPECT_EQ(count(risen).caf_step_ups, 1);
  EXPECT_EQ(count(risen).caf_step_up_minutes, between(at_date(2011, 5, 1), at_date(2011, 6, 1)).count());
  Child from_the_start;
  from_the_start.need(at_date(2011, 2, 1), 2);
  from_the_start.service(ServiceKind::caf, at_date(2011, 3, 1)).stepped_up(at_date(2011, 6, 1));
  EXPECT_EQ(count(from_the_start).caf_step_up_minutes,
            between(at_date(2011, 3, 1), at_date(2011, 6, 1)).count());
}

TEST(EarlyHelp, LeavesOutStepUpsWithoutTheNeedAndOutsideTheWindow) {
  Child mistaken;
  mistaken.need(at_date(2011, 2, 1), 1);
  mistaken.service(ServiceKind::caf, at_date(2011, 3, 1)).stepped_up(at_date(2011, 6, 1));
  EXPECT_EQ(count(mistaken).caf_step_ups, 0);
  Child earlier;
  earlier.need(at_date(2009, 2, 1), 2);
  earlier.service(ServiceKind::caf, at_date(2009, 3, 1), at_date(2010, 6, 1)).stepped_up(at_date(2010, 6, 1));
  EXPECT_EQ(count(earlier).caf_step_ups, 0);
  EXPECT_EQ(count(earlier).caf_need_minutes, 0);
}

}  // namespace
}  // namespace lscb::measures
