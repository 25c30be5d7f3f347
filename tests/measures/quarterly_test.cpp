// What a board sees by the quarter, from hand-built records.
#include "measures/quarterly.h"

#include <gtest/gtest.h>

#include <set>

#include "child.h"

namespace lscb::measures {
namespace {

using pathway::ClockKind;

constexpr Interval two_years{at_date(2010, 2, 1), at_date(2012, 1, 1)};

TEST(Quarters, AreWholeAndOfTheCalendar) {
  const Quarters quarters{two_years};
  ASSERT_EQ(quarters.count(), 7);
  EXPECT_EQ(quarters[0].from, at_date(2010, 4, 1));
  EXPECT_EQ(quarters[0].to, at_date(2010, 7, 1));
  EXPECT_EQ(quarters[6].to, at_date(2012, 1, 1));
  EXPECT_EQ(Quarters(Interval{at_date(2010, 4, 1), at_date(2010, 6, 30)}).count(), 0);
  EXPECT_EQ(Quarters(Interval{at_date(2010, 4, 2), at_date(2010, 4, 3)}).count(), 0);
  EXPECT_FALSE(
      Quarters(Interval{at_date(2010, 4, 2), at_date(2010, 4, 3)}).of(at_date(2010, 4, 2)).has_value());
}

// Proves that every minute is in the quarter that holds it, and none outside, at both edges of each.
TEST(Quarters, HoldEveryMinuteOnce) {
  const Quarters quarters{{at_date(2008, 1, 1), at_date(2040, 1, 1)}};
  for (int q = 0; q < quarters.count(); ++q) {
    EXPECT_EQ(quarters.of(quarters[q].from), q);
    EXPECT_EQ(quarters.of(quarters[q].to - Minutes{1}), q);
    EXPECT_EQ(quarters.of(quarters[q].from + days(45)), q);
  }
  EXPECT_FALSE(quarters.of(quarters[0].from - Minutes{1}).has_value());
  EXPECT_FALSE(quarters.of(quarters[quarters.count() - 1].to).has_value());
}

TEST(Quarterly, FiguresHaveIdsWordsAndUnits) {
  std::set<std::string> ids;
  std::set<std::string> labels;
  for (int i = 0; i < visible_count; ++i) {
    const VisibleFigure& figure = info(static_cast<Visible>(i));
    EXPECT_TRUE(ids.insert(figure.id).second) << figure.id;
    EXPECT_TRUE(labels.insert(figure.label).second) << figure.label;
    EXPECT_FALSE(std::string(figure.unit).empty());
  }
}

// Proves that calls, assessments, CAFs and stocks stand in their quarters, from a child's record alone: two
// calls in the first quarter, one turned away; an initial assessment and an enquiry completed in the second;
// a CAF from the second quarter into the third; a protection plan that still stands.
TEST(Quarterly, CountsARecord) {
  Child child;
  child.call(at_date(2010, 5, 1), Route::no_further_action);
  child.call(at_date(2010, 6, 30), Route::assessment);
  child.assessed(AssessmentKind::initial, at_date(2010, 6, 30), at_date(2010, 7, 9), 2);
  child.assessed(AssessmentKind::section47, at_date(2010, 7, 9), at_date(2010, 9, 1), 3);
  child.assessed(AssessmentKind::core, at_date(2010, 9, 1), Instant::never(), 0);
  child.service(ServiceKind::caf, at_date(2010, 8, 1), at_date(2010, 12, 1));
  child.service(ServiceKind::protection, at_date(2010, 1, 5));
  QuarterlyCounter counter{two_years};
  counter.add(child.history());
  const Quarterly q = counter.finish();
  ASSERT_EQ(q.quarters(), 7);
  EXPECT_EQ(q.first.from, at_date(2010, 4, 1));
  EXPECT_EQ(q.at(0, Visible::contacts), 2.0F);
  EXPECT_EQ(q.at(0, Visible::turned_away), 0.5F);
  EXPECT_EQ(q.at(1, Visible::contacts), 0.0F);
  EXPECT_FALSE(q.at(1, Visible::turned_away).has_value()) << "a share of nothing";
  EXPECT_EQ(q.at(1, Visible::initial_assessments), 1.0F);
  EXPECT_EQ(q.at(1, Visible::core_assessments), 1.0F);
  EXPECT_EQ(q.at(1, Visible::section47_enquiries), 1.0F);
  EXPECT_EQ(q.at(2, Visible::core_assessments), 0.0F) << "never completed";
  EXPECT_EQ(q.at(1, Visible::cafs_opened), 1.0F);
  EXPECT_EQ(q.at(0, Visible::caf_stock), 0.0F);
  EXPECT_EQ(q.at(1, Visible::caf_stock), 1.0F);
  EXPECT_EQ(q.at(2, Visible::caf_stock), 0.0F);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(q.at(i, Visible::protection_stock), 1.0F);
}

// Proves that referrals, clocks, staff and money become figures, levels in order of the quarters; and that
// what was not counted is not defined.
TEST(Quarterly, CountsTheOrganisation) {
  QuarterlyCounter counter{two_years};
  counter.add_referral(at_date(2010, 5, 1), 3, 1);
  counter.add_referral(at_date(2010, 2, 15), 9, 9);  // before the first quarter
  ClockBook clocks;
  const auto done_in_time =
      clocks.start(ClockKind::initial_assessment, at_date(2010, 5, 4), 1, Instant::never());
  const auto done_late =
      clocks.start(ClockKind::initial_assessment, at_date(2010, 5, 4), 1, Instant::never());
  const auto lapsed = clocks.start(ClockKind::initial_assessment, at_date(2010, 5, 4), 1, Instant::never());
  clocks.stop(done_in_time, at_date(2010, 5, 10));
  clocks.stop(done_late, at_date(2010, 6, 28));
  clocks.lapse(lapsed, at_date(2010, 5, 6));
  counter.add(clocks);
  EXPECT_EQ(counter.next_levels(), at_date(2010, 7, 1));
  counter.add_levels({12, 300, 25, 18, 2});
  EXPECT_EQ(counter.next_levels(), at_date(2010, 10, 1));
  counter.add_spend(0, 1250.0);
  const Quarterly q = counter.finish();
  EXPECT_EQ(q.at(0, Visible::referrals), 3.0F);
  EXPECT_EQ(q.at(0, Visible::rereferrals), static_cast<float>(1.0 / 3.0));
  EXPECT_EQ(q.at(0, Visible::initial_in_time), 0.5F);
  EXPECT_FALSE(q.at(0, Visible::core_in_time).has_value());
  EXPECT_EQ(q.at(0, Visible::unallocated), 12.0F);
  EXPECT_EQ(q.at(0, Visible::caseload), 15.0F);
  EXPECT_EQ(q.at(0, Visible::vacancies), static_cast<float>(7.0 / 25.0));
  EXPECT_EQ(q.at(0, Visible::agency), 0.1F);
  EXPECT_EQ(q.at(0, Visible::spend), 1250.0F);
  EXPECT_FALSE(q.at(1, Visible::unallocated).has_value());
  for (int i = 0; i < 6; ++i) counter.add_levels({});
  EXPECT_EQ(counter.next_levels(), Instant::never());
  EXPECT_FALSE(counter.finish().at(3, Visible::caseload).has_value()) << "nobody in post";
}

}  // namespace
}  // namespace lscb::measures
