// Hours of work: they add up to what is on paper, whatever is dropped first.
#include "pathway/work.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "example.h"
#include "support/property.h"

namespace lscb::pathway {
namespace {

// Each of an effort's five pieces is rounded to a minute.
constexpr double rounding = 2.5 / 60.0;
constexpr double weeks_a_month = 365.25 / 7.0 / 12.0;

const std::set<Work> without_hours = {Work::consultation, Work::training, Work::administration,
                                      Work::parenting_training, Work::inspection};

double total(Work work, int children) {
  return in_hours(effort(example(), work, children).total());
}

TEST(Effort, OfOneChildIsTheHoursOnPaper) {
  const Parameters p = example();
  EXPECT_NEAR(total(Work::screening, 1), p.hours_screening, rounding);
  EXPECT_NEAR(total(Work::referral_checks, 1) + total(Work::referral_decision, 1), p.hours_referral,
              2 * rounding);
  EXPECT_NEAR(total(Work::initial_assessment, 1), p.hours_initial_assessment, rounding);
  EXPECT_NEAR(total(Work::core_assessment, 1) + total(Work::core_contribution, 1), p.hours_core_assessment,
              2 * rounding);
  EXPECT_NEAR(total(Work::section47, 1), p.hours_section47, rounding);
  EXPECT_NEAR(total(Work::conference, 1), p.hours_conference, rounding);
  EXPECT_NEAR(total(Work::review_conference, 1), p.hours_review_conference, rounding);
  EXPECT_NEAR(total(Work::caf_assessment, 1), p.hours_caf_assessment, rounding);
  EXPECT_NEAR(total(Work::reread_file, 1), p.hours_reread, rounding);
  EXPECT_NEAR(total(Work::closure, 1), p.hours_closure, rounding);
  EXPECT_NEAR(total(Work::challenge, 1), p.hours_challenge, rounding);
  EXPECT_NEAR(total(Work::chairing, 1), p.hours_chairing, rounding);
  EXPECT_NEAR(total(Work::unit_meeting, 1), p.hours_unit_meeting, rounding);
  EXPECT_NEAR(total(Work::supervision, 1), p.hours_supervision, rounding);
}

// A manager prepares for each case that the worker holds.
TEST(Effort, OfSupervisingGrowsWithTheCasesHeld) {
  const Parameters p = example();
  EXPECT_NEAR(total(Work::supervising, 0), p.hours_supervision, rounding);
  EXPECT_NEAR(total(Work::supervising, 20) - total(Work::supervising, 0), 20 * p.hours_supervision_case,
              rounding);
}

// A month of a plan is paid in visits: a month's visits hold a month's hours.
TEST(Effort, OfAMonthsVisitsIsTheMonthsHours) {
  const Parameters p = example();
  const auto a_month = [&](Work work, Minutes interval) {
    return total(work, 1) * weeks_a_month / (in_days(interval) / 7.0);
  };
  EXPECT_NEAR(a_month(Work::protection_visit, protection_visit_interval), p.hours_protection_plan_month, 0.1);
  EXPECT_NEAR(a_month(Work::child_in_need_visit, child_in_need_visit_interval), p.hours_child_in_need_month,
              0.1);
  EXPECT_NEAR(a_month(Work::looked_after_visit, looked_after_visit_interval), p.hours_looked_after_month,
              0.1);
  EXPECT_NEAR(a_month(Work::caf_review, weeks(static_cast<std::int64_t>(p.caf_review_weeks))),
              p.hours_caf_month, 0.1);
}

TEST(Effort, CountsSiblingsAsOnPaper) {
  proof::holds(200, [] {
    Parameters p = example();
    p.sibling_share = *rc::gen::inRange(0, 9) / 8.0;
    const int children = *rc::gen::inRange(1, 5);
    const double by_share = 1.0 + p.sibling_share * (children - 1);
    const auto ratio_is = [&](Work work, double factor) {
      const double one = in_hours(effort(p, work, 1).total());
      RC_ASSERT(std::fabs(in_hours(effort(p, work, children).total()) - factor * one) <
                rounding * (1.0 + factor));
    };
    for (const Work full :
         {Work::screening, Work::referral_checks, Work::referral_decision, Work::looked_after_visit}) {
      ratio_is(full, children);
    }
    for (const Work shared :
         {Work::initial_assessment, Work::core_assessment, Work::core_contribution, Work::section47,
          Work::conference, Work::review_conference, Work::protection_visit, Work::child_in_need_visit}) {
      ratio_is(shared, by_share);
    }
    for (const Work household :
         {Work::caf_assessment, Work::caf_review, Work::reread_file, Work::closure, Work::challenge}) {
      ratio_is(household, 1.0);
    }
  });
}

TEST(Effort, HasACoreAndNoPartBelowNothing) {
  for (int k = 0; k < work_count; ++k) {
    const auto work = static_cast<Work>(k);
    if (without_hours.count(work) != 0) continue;
    const Effort e = effort(example(), work, 2);
    EXPECT_GT(e.core.count(), 0) << name(work);
    for (const Minutes part : e.parts) EXPECT_GE(part.count(), 0) << name(work);
  }
}

// Proves that a part's share of the total is what the hours of work are cut by, to the minute.
TEST(Effort, IsCutByTheSharesThatAreTold) {
  for (int k = 0; k < work_count; ++k) {
    const auto work = static_cast<Work>(k);
    if (without_hours.count(work) != 0) continue;
    const Effort e = effort(example(), work, 2);
    const auto total = static_cast<double>(e.total().count());
    for (const Part part : {chronology, checks, visit, reflection}) {
      EXPECT_NEAR(static_cast<double>(e.parts[part].count()), share_of(work, part) * total, 1.5)
          << name(work);
    }
  }
}

// Parts that a decision relies on exist where it asks whether they were done.
TEST(Effort, HasThePartsThatAreAskedAfter) {
  const auto has = [](Work work, Part part) { return effort(example(), work, 1).parts[part].count() > 0; };
  EXPECT_TRUE(has(Work::screening, chronology));
  EXPECT_TRUE(has(Work::referral_checks, checks));
  EXPECT_TRUE(has(Work::referral_decision, chronology));
  EXPECT_TRUE(has(Work::referral_decision, visit));
  for (const Work assessment : {Work::initial_assessment, Work::core_assessment}) {
    for (const Part part : {chronology, checks, visit, reflection}) EXPECT_TRUE(has(assessment, part));
  }
  for (const Work seen : {Work::protection_visit, Work::child_in_need_visit, Work::looked_after_visit,
                          Work::caf_assessment, Work::caf_review}) {
    EXPECT_TRUE(has(seen, visit)) << name(seen);
  }
}

TEST(Work, OnlyAnEnquiryInterrupts) {
  for (int k = 0; k < work_count; ++k) {
    const auto work = static_cast<Work>(k);
    EXPECT_EQ(priority(work) == 0, work == Work::section47) << name(work);
    EXPECT_LE(priority(work), 3);
  }
}

TEST(Work, HasNamesOfItsOwn) {
  std::set<std::string> names;
  for (int k = 0; k < work_count; ++k) names.insert(name(static_cast<Work>(k)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(work_count));
}

}  // namespace
}  // namespace lscb::pathway
