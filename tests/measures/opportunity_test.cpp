#include "measures/opportunity.h"

#include <gtest/gtest.h>

#include "child.h"

namespace lscb::measures {
namespace {

constexpr auto initial = AssessmentKind::initial;

// A child at need 2 for 60 working days.
Child in_need() {
  Child child;
  child.in_need(workday(0), workday(60), 2);
  return child;
}

std::vector<Opportunity> opportunities_of(const Child& child, AssessmentRules rules = {}) {
  return judged(child, rules).opportunities();
}

// The only opportunity of a child with one.
Opportunity only(const Child& child, AssessmentRules rules = {}) {
  const auto all = opportunities_of(child, rules);
  EXPECT_EQ(all.size(), 1U);
  return all.empty() ? Opportunity{} : all.front();
}

// Proves that a timely assessment that finds the need meets the contact, and that it is then no missed one.
TEST(Opportunity, IsMetByATimelyFinding) {
  Child child = in_need();
  child.call(workday(5), Route::assessment);
  child.assessed(initial, workday(5), workday(12), 2);
  EXPECT_TRUE(only(child).met);
  EXPECT_TRUE(only(child).judged);
}

// Proves the limit of one and ten working days to the day: met at the end of the eleventh, waited on the
// twelfth.
TEST(Opportunity, IsLateTheDayAfterItsLimit) {
  for (const int taken : {11, 12}) {
    Child child = in_need();
    child.call(workday(5), Route::assessment);
    child.assessed(initial, workday(5), workday(5 + taken) + hours(8), 2);
    EXPECT_EQ(only(child).met, taken == 11);
    if (taken == 12) {
      EXPECT_EQ(only(child).unmet, Unmet::waited);
    }
  }
}

// Proves that a referral on 31 March 2010 has one and seven working days, and one on 1 April one and ten:
// both limits run over Easter (2 and 5 April closed), to 15 and to 20 April.
TEST(Opportunity, KeepsTheRulesItBeganWith) {
  const auto told_on = [](Instant day, Instant completed) {
    Child child;
    child.in_need(at_date(2010, 3, 1), at_date(2010, 8, 1), 2);
    child.call(day + hours(10), Route::assessment);
    child.assessed(initial, day + hours(10), completed, 2);
    return only(child).met;
  };
  const Instant march = at_date(2010, 3, 31);
  const Instant april = at_date(2010, 4, 1);
  EXPECT_TRUE(told_on(march, at_date(2010, 4, 14) + hours(17)));
  EXPECT_FALSE(told_on(march, at_date(2010, 4, 16) + hours(9)));
  EXPECT_TRUE(told_on(april, at_date(2010, 4, 20) + hours(17)));
  EXPECT_FALSE(told_on(april, at_date(2010, 4, 21) + hours(9)));
}

// Proves that the limit is 35 days longer where the initial assessment led to a core assessment, to the day;
// that without it the core's finding comes too late; and that a core assessment which overruns is waiting,
// though the initial one was in time and found less.
TEST(Opportunity, IsExtendedByACoreAssessment) {
  const auto with_core = [](int core_done, bool led) {
    Child child = in_need();
    child.call(workday(5), Route::assessment);
    child.assessed(initial, workday(5), workday(14), 1).led_to_core = led;
    if (led) {
      child.assessed(AssessmentKind::core, workday(14), workday(core_done), 2);
    } else {
      child.assessed_without_call(AssessmentKind::core, workday(20), workday(core_done), 2);
    }
    return only(child);
  };
  EXPECT_TRUE(with_core(5 + 46, true).met);
  EXPECT_FALSE(with_core(5 + 47, true).met);
  EXPECT_EQ(with_core(5 + 47, true).unmet, Unmet::waited);
  EXPECT_FALSE(with_core(5 + 46, false).met);
  EXPECT_EQ(with_core(5 + 46, false).unmet, Unmet::superficial);
}

// Proves that the longer limit is for any finding, also that of an initial assessment that overran and led to
// a core.
TEST(Opportunity, IsExtendedForTheInitialAssessmentToo) {
  Child child = in_need();
  child.call(workday(5), Route::assessment);
  child.assessed(initial, workday(5), workday(30), 2).led_to_core = true;
  EXPECT_TRUE(only(child).met);
}

// Proves that nobody can be told of a child who has left.
TEST(Opportunity, EndsWhenTheChildLeaves) {
  for (const int told : {49, 50}) {
    Child child = in_need();
    child.leaves(workday(50));
    child.call(workday(told), Route::no_further_action).incident_at = workday(45);
    EXPECT_EQ(opportunities_of(child).size(), told == 49 ? 1U : 0U);
  }
}

// Proves that an enquiry that begins at once, without an initial assessment, has the core assessment's time
// too.
TEST(Opportunity, IsExtendedByAnEnquiryAtOnce) {
  Child child = in_need();
  child.call(workday(5), Route::strategy_discussion);
  child.assessed(AssessmentKind::section47, workday(6), workday(5 + 46), 3);
  EXPECT_TRUE(only(child).met);
}

// Proves the 45 working days of a single assessment, to the day and only where it is in force: from Monday
// 15 April 2013, with 6 and 27 May closed, to Wednesday 19 June.
TEST(Opportunity, GivesASingleAssessment45Days) {
  const auto told_on = [](Instant day, Instant completed, AssessmentRules rules) {
    Child child;
    child.in_need(at_date(2013, 2, 1), at_date(2013, 10, 1), 2);
    child.call(day + hours(10), Route::assessment);
    child.assessed(AssessmentKind::single, day + hours(10), completed, 2);
    return only(child, rules).met;
  };
  const AssessmentRules adopted{at_date(2013, 1, 1)};
  const Instant last_day = at_date(2013, 6, 19);
  EXPECT_TRUE(told_on(at_date(2013, 4, 15), last_day + hours(17), adopted));
  EXPECT_FALSE(told_on(at_date(2013, 4, 15), last_day + days(1) + hours(9), adopted));
  EXPECT_FALSE(told_on(at_date(2013, 4, 12), at_date(2013, 5, 31), adopted)) << "before the rule began";
  EXPECT_FALSE(told_on(at_date(2013, 4, 15), last_day, {})) << "where the area has not adopted it";
}

// Proves that need which rises between contact and finding is judged at its least: an assessment that finds 2
// meets a contact at need 2 though need is 3 when it ends; one at need 3 throughout it does not.
TEST(Opportunity, TakesNeedAtItsLeastUntilTheFinding) {
  Child rising;
  rising.need(workday(0), 2).need(workday(8), 3).need(workday(60), 0);
  rising.call(workday(5), Route::assessment);
  rising.assessed(initial, workday(5), workday(12), 2);
  EXPECT_TRUE(only(rising).met);

  Child high;
  high.in_need(workday(0), workday(60), 3);
  high.call(workday(5), Route::assessment);
  high.assessed(initial, workday(5), workday(12), 2);
  EXPECT_FALSE(only(high).met);
  EXPECT_EQ(only(high).unmet, Unmet::superficial);

  Child falling;
  falling.need(workday(0), 3).need(workday(8), 2).need(workday(60), 0);
  falling.call(workday(5), Route::assessment);
  falling.assessed(initial, workday(5), workday(12), 2);
  EXPECT_TRUE(only(falling).met);
}

// Proves that a contact belongs to the spell in which its incident lay: one made the day after the spell's
// end about an incident in it does; one about an incident after it, or before the spell began, belongs to
// none.
TEST(Opportunity, BelongsWhereItsIncidentLay) {
  Child told_after = in_need();
  told_after.call(workday(61), Route::no_further_action).incident_at = workday(59);
  EXPECT_EQ(only(told_after).unmet, Unmet::screened_out);

  Child happened_after = in_need();
  happened_after.call(workday(61), Route::no_further_action).incident_at = workday(60);
  EXPECT_TRUE(opportunities_of(happened_after).empty());

  Child happened_before = in_need();
  happened_before.call(workday(5), Route::no_further_action).incident_at = workday(0) - Minutes{1};
  EXPECT_TRUE(opportunities_of(happened_before).empty());
}

// Proves that a contact during an assessment is no opportunity, nor one on a plan at the child's need; and
// that a plan below the child's need leaves it one.
TEST(Opportunity, IsNoneWhereServiceIsAlreadyThere) {
  Child under_assessment = in_need();
  under_assessment.call(workday(5), Route::existing_case).under_assessment = true;
  EXPECT_TRUE(opportunities_of(under_assessment).empty());

  Child on_plan = in_need();
  on_plan.call(workday(5), Route::existing_case).plan_covers = 2;
  EXPECT_TRUE(opportunities_of(on_plan).empty());

  Child on_lesser_plan;
  on_lesser_plan.in_need(workday(0), workday(60), 3);
  on_lesser_plan.call(workday(5), Route::existing_case).plan_covers = 2;
  EXPECT_EQ(only(on_lesser_plan).unmet, Unmet::screened_out)
      << "left with the open case: a decision, not a queue";
}

// Proves each kind of unmet opportunity.
TEST(Opportunity, NamesWhyItCameToNothing) {
  const auto routed = [](Route route) {
    Child child = in_need();
    child.call(workday(5), route);
    return only(child).unmet;
  };
  EXPECT_EQ(routed(Route::no_further_action), Unmet::screened_out);
  EXPECT_EQ(routed(Route::information_and_advice), Unmet::screened_out);
  EXPECT_EQ(routed(Route::caf), Unmet::sent_to_caf);
  EXPECT_EQ(routed(Route::assessment), Unmet::waited) << "never completed";

  Child superficial = in_need();
  superficial.call(workday(5), Route::assessment);
  superficial.assessed(initial, workday(5), workday(10), 1);
  EXPECT_EQ(only(superficial).unmet, Unmet::superficial);

  Child lost = in_need();
  lost.call(workday(5), Route::assessment).lost_in_handover = true;
  lost.assessed(initial, workday(5), Instant::never(), 0);
  EXPECT_EQ(only(lost).unmet, Unmet::lost_in_handover);
}

// Proves that one assessment can meet two contacts: an earlier one that was screened out, and a later one
// that was sent the same way as the one that opened it.
TEST(Opportunity, MayShareAnAssessment) {
  Child child = in_need();
  child.call(workday(5), Route::no_further_action);
  child.call(workday(7), Route::assessment);
  child.assessed(initial, workday(7), workday(14), 2);
  const auto both = opportunities_of(child);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_TRUE(both[0].met);
  EXPECT_TRUE(both[1].met);
}

// Proves that two calls on one day share the assessment that the second one opened, with the time of its
// core.
TEST(Opportunity, SharesTheExtensionOfASharedAssessment) {
  Child child = in_need();
  child.call(workday(5), Route::existing_case);
  child.call(workday(5) + hours(1), Route::assessment);
  child.assessed(initial, workday(5) + hours(1), workday(14), 1).led_to_core = true;
  child.assessed(AssessmentKind::core, workday(14), workday(45), 2);
  const auto both = opportunities_of(child);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_TRUE(both[0].met);
  EXPECT_TRUE(both[1].met);
}

// Proves that an opportunity whose limit lies beyond the run's end is not judged, and that one met in time
// is.
TEST(Opportunity, IsNotJudgedBeforeItsLimit) {
  const Instant told = at_date(2014, 9, 20);
  Child child;
  child.need(at_date(2014, 7, 1), 2);
  child.call(told, Route::no_further_action);
  EXPECT_FALSE(only(child).judged);
  child.assessed_without_call(initial, told, told + days(3), 2);
  EXPECT_TRUE(only(child).judged);
}

}  // namespace
}  // namespace lscb::measures
