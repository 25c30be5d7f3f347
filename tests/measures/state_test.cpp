// Each state of a spell, and each clause that decides it.
#include <gtest/gtest.h>

#include "child.h"
#include "measures/classification.h"

namespace lscb::measures {
namespace {

constexpr auto initial = AssessmentKind::initial;
constexpr auto screened_out = Route::no_further_action;

// A child at `level` for 60 working days.
Child in_need(int level = 2) {
  Child child;
  child.in_need(workday(0), workday(60), level);
  return child;
}

// Proves that the parts are what is left: told and never assessed, and nobody told.
TEST(State, IsMissedWhereNothingFoundTheNeed) {
  Child told = in_need();
  told.call(workday(5), screened_out);
  EXPECT_EQ(state_of(told), State::missed_though_told);
  EXPECT_EQ(state_of(in_need()), State::never_told);
}

// Proves that a spell without a known end is censored even where it would be missed.
TEST(State, IsCensoredWithoutAnEnd) {
  Child child;
  child.need(workday(0), 3);
  child.call(workday(5), screened_out);
  EXPECT_EQ(state_of(child), State::censored);
}

// Proves that a spell is censored while the limit of an opportunity lies beyond the run's end.
TEST(State, IsCensoredBeforeAnOpportunityIsJudged) {
  const auto told_on = [](Instant told) {
    Child child;
    child.in_need(at_date(2014, 5, 1), at_date(2014, 8, 1), 2);
    child.call(told, screened_out).incident_at = at_date(2014, 7, 30);
    return state_of(child);
  };
  EXPECT_EQ(told_on(at_date(2014, 9, 22)), State::censored);
  EXPECT_EQ(told_on(at_date(2014, 9, 12)), State::missed_though_told);
}

// Proves that 19 working days are too short and 20 are not, whatever was called.
TEST(State, IsTooShortUnder20WorkingDays) {
  for (const int length : {19, 20}) {
    Child child;
    child.in_need(workday(0), workday(length), 3);
    child.call(workday(5), screened_out);
    EXPECT_EQ(state_of(child), length == 19 ? State::too_short : State::missed_though_told);
  }
}

// Proves that an adequate plan that stands when need begins is service, and that one below the need is not.
TEST(State, IsInServiceOnAnAdequatePlan) {
  for (const int level : {2, 3}) {
    Child child = in_need(level);
    child.service(ServiceKind::child_in_need, workday(0) - days(60), workday(60));
    child.call(workday(5), Route::existing_case).plan_covers = 2;
    EXPECT_EQ(state_of(child), level == 2 ? State::already_in_service : State::missed_though_told);
  }
  Child protected_child = in_need(3);
  protected_child.service(ServiceKind::protection, workday(0) - days(60), workday(60));
  EXPECT_EQ(state_of(protected_child), State::already_in_service);
}

// Proves that a plan which is about to end when need rises is no service: 19 working days of it are too few,
// 20 are enough, and so is a shorter one that lasts to the spell's end.
TEST(State, IsInServiceOnlyWhileThePlanStands) {
  const auto planned = [](Instant from, Instant to) {
    Child child = in_need();
    child.service(ServiceKind::child_in_need, from, to);
    return state_of(child);
  };
  const Instant before = workday(0) - days(60);
  EXPECT_EQ(planned(before, workday(19)), State::never_told);
  EXPECT_EQ(planned(before, workday(20)), State::already_in_service);
  EXPECT_EQ(planned(workday(50), workday(60)), State::already_in_service);
  EXPECT_EQ(planned(before, workday(0)), State::never_told);
}

// Proves that a plan that fitted the need at first does not excuse that nobody saw it rise: the child is
// missed at the higher level, and never told, as every call was answered at the need that it was about.
TEST(State, IsMissedWhereNeedOutgrowsThePlan) {
  Child child;
  child.need(workday(0), 2).need(workday(40), 3).need(workday(60), 0);
  child.service(ServiceKind::child_in_need, workday(0) - days(60), workday(60));
  child.call(workday(5), Route::existing_case).plan_covers = 2;
  EXPECT_EQ(state_of(child), State::never_told);
  EXPECT_EQ(judged(child).spells().front().spell.level, 3);

  child.call(workday(45), Route::existing_case).plan_covers = 2;
  EXPECT_EQ(state_of(child), State::missed_though_told);
}

// Proves that an assessment begun before the spell that finds its need inside it is service.
TEST(State, IsInServiceWhereAnEarlierAssessmentFindsTheNeed) {
  for (const int found : {1, 2}) {
    Child child = in_need();
    child.assessed_without_call(initial, workday(0) - days(5), workday(4), found);
    EXPECT_EQ(state_of(child), found == 2 ? State::already_in_service : State::never_told);
  }
}

// Proves that an assessment finished before the spell does not count for it.
TEST(State, IsNotInServiceByAnOldFinding) {
  Child child = in_need();
  child.assessed_without_call(initial, workday(0) - days(20), workday(0) - days(5), 2);
  EXPECT_EQ(state_of(child), State::never_told);
}

// Proves that a call during an assessment does not excuse that the assessment found too little, or overran:
// there was no opportunity, and the child is missed though told.
TEST(State, IsMissedWhereTheOpenAssessmentFails) {
  const auto open_until = [](Instant completed, int found) {
    Child child = in_need();
    child.call(workday(5), Route::existing_case).under_assessment = true;
    child.assessed_without_call(initial, workday(0) - days(3), completed, found);
    return state_of(child);
  };
  EXPECT_EQ(open_until(workday(8), 2), State::already_in_service);
  EXPECT_EQ(open_until(workday(8), 1), State::missed_though_told);
  EXPECT_EQ(open_until(workday(70), 0), State::missed_though_told) << "need came and went while it lay";
}

// Proves that an assessment that was open when need fell, and rightly found so soon after, is service.
TEST(State, IsInServiceWhereNeedFallsDuringAnAssessment) {
  Child child;
  child.in_need(workday(0), workday(25), 2);
  child.assessed_without_call(AssessmentKind::core, workday(0) - days(3), workday(27), 0);
  EXPECT_EQ(state_of(child), State::already_in_service);
}

// Proves recognition at the first opportunity, also where need fell before a timely assessment found so.
TEST(State, IsRecognisedAtTheFirstOpportunity) {
  Child child = in_need();
  child.call(workday(5), Route::assessment);
  child.assessed(initial, workday(5), workday(12), 2);
  child.call(workday(30), screened_out);
  EXPECT_EQ(state_of(child), State::recognised_first) << "a later contact changes nothing";

  Child need_fell = in_need();
  need_fell.call(workday(58), Route::assessment);
  need_fell.assessed(initial, workday(58), workday(65), 0);
  EXPECT_EQ(state_of(need_fell), State::recognised_first);
}

// Proves that a child told of only the day after the spell's end is recognised if assessed in time, and
// missed though told if screened out; and never told if the call is about something after the end.
TEST(State, CountsACallTheDayAfterTheEnd) {
  Child assessed = in_need();
  assessed.call(workday(61), Route::assessment).incident_at = workday(59);
  assessed.assessed(initial, workday(61), workday(68), 0);
  EXPECT_EQ(state_of(assessed), State::recognised_first);

  Child refused = in_need();
  refused.call(workday(61), screened_out).incident_at = workday(59);
  EXPECT_EQ(state_of(refused), State::missed_though_told);

  Child other = in_need();
  other.call(workday(61), screened_out).incident_at = workday(60) + hours(3);
  EXPECT_EQ(state_of(other), State::never_told);
}

// Proves each way of being recognised late: after the limit of the first opportunity; at a later opportunity,
// here the eighth contact; without a call, by an assessment after an unmet opportunity.
TEST(State, IsRecognisedLate) {
  Child overrun = in_need();
  overrun.call(workday(5), Route::assessment);
  overrun.assessed(initial, workday(5), workday(17), 2);
  EXPECT_EQ(state_of(overrun), State::recognised_late);

  Child eighth = in_need();
  for (int n = 1; n < 8; ++n) eighth.call(workday(3 * n), screened_out);
  eighth.call(workday(40), Route::assessment);
  eighth.assessed(initial, workday(40), workday(48), 2);
  EXPECT_EQ(state_of(eighth), State::recognised_late);
  EXPECT_EQ(judged(eighth).opportunities().size(), 8U);

  Child stepped_up = in_need();
  stepped_up.call(workday(5), Route::caf);
  stepped_up.assessed_without_call(initial, workday(40), workday(48), 2);
  EXPECT_EQ(state_of(stepped_up), State::recognised_late);
}

// Proves that a plan at the child's level that begins after an unmet opportunity, without an assessment that
// found so (an emergency), is late recognition; and so is an assessment begun after it that was open when
// need fell.
TEST(State, IsRecognisedLateByWhatBeganAfterTheOpportunity) {
  Child accommodated = in_need(3);
  accommodated.call(workday(5), screened_out);
  accommodated.service(ServiceKind::looked_after, workday(30));
  EXPECT_EQ(state_of(accommodated), State::recognised_late);

  Child visited = in_need();
  visited.call(workday(5), screened_out);
  visited.assessed_without_call(AssessmentKind::core, workday(40), workday(65), 0);
  EXPECT_EQ(state_of(visited), State::recognised_late);
}

// Proves that an assessment which answers an opportunity and overruns does not count as found because it was
// open when need fell: its own limit decides.
TEST(State, IsNotExcusedByItsOwnOverrunningAssessment) {
  Child child;
  child.in_need(workday(0), workday(50), 2);
  child.call(workday(3), Route::assessment);
  child.assessed(initial, workday(3), workday(14), 1).led_to_core = true;
  child.assessed(AssessmentKind::core, workday(14), workday(55), 0);
  EXPECT_EQ(state_of(child), State::missed_though_told);
}

// Proves that a finding after the spell's end does not make it recognised late, nor one that finds too
// little.
TEST(State, IsNotRecognisedLateByWhatComesAfterOrTooShort) {
  Child after = in_need();
  after.call(workday(5), Route::assessment);
  after.assessed(initial, workday(5), workday(62), 2);
  EXPECT_EQ(state_of(after), State::missed_though_told);

  Child superficial = in_need();
  superficial.call(workday(5), Route::assessment);
  superficial.assessed(initial, workday(5), workday(12), 1);
  EXPECT_EQ(state_of(superficial), State::missed_though_told);
}

// Proves that a spell whose need was found before its first opportunity is in service even if the opportunity
// came to nothing; and that the opportunity is a missed one all the same.
TEST(State, IsInServiceWhereTheNeedWasFoundBeforeTheFirstOpportunity) {
  Child child = in_need();
  child.assessed_without_call(initial, workday(2), workday(9), 2);
  child.call(workday(40), screened_out);
  EXPECT_EQ(state_of(child), State::already_in_service);
  EXPECT_FALSE(judged(child).opportunities().front().met);
}

// A child sent to CAF on day 5 whose CAF begins on day `begins` and whose need falls on `falls`.
Child sent_to_caf(Instant begins, Instant falls, int level = 2) {
  Child child;
  child.in_need(workday(0), falls, level);
  child.call(workday(5), Route::caf);
  child.service(ServiceKind::caf, begins);
  return child;
}

// Proves that a CAF that works resolves the spell, at need 2 only.
TEST(State, IsResolvedByACafThatWorks) {
  EXPECT_EQ(state_of(sent_to_caf(workday(20), workday(60))), State::resolved_by_caf);
  EXPECT_EQ(state_of(sent_to_caf(workday(20), workday(60), 3)), State::missed_though_told);
}

// Proves that a CAF that drifts does not: need falls a minute after six months from its start.
TEST(State, IsNotResolvedByACafThatDrifts) {
  const Instant six_months = add_months(workday(20), 6);
  EXPECT_EQ(state_of(sent_to_caf(workday(20), six_months)), State::resolved_by_caf);
  EXPECT_EQ(state_of(sent_to_caf(workday(20), six_months + Minutes{1})), State::missed_though_told);
}

// Proves that the CAF has to begin by the 30th working day after the opportunity, and not before it.
TEST(State, NeedsACafThatBeginsInTime) {
  EXPECT_EQ(state_of(sent_to_caf(workday(35), workday(60))), State::resolved_by_caf);
  EXPECT_EQ(state_of(sent_to_caf(workday(36), workday(60))), State::missed_though_told);
  EXPECT_EQ(state_of(sent_to_caf(workday(4), workday(60))), State::missed_though_told);
}

// Proves that a refused CAF (none begun), one closed before need fell, and one during which the child moved
// away do not resolve the spell.
TEST(State, NeedsAConsentedActiveCafUntilNeedFalls) {
  Child refused = in_need();
  refused.call(workday(5), Route::caf);
  EXPECT_EQ(state_of(refused), State::missed_though_told);

  Child closed = in_need();
  closed.call(workday(5), Route::caf);
  closed.service(ServiceKind::caf, workday(20), workday(50));
  EXPECT_EQ(state_of(closed), State::missed_though_told);

  Child moved = sent_to_caf(workday(20), workday(60));
  moved.leaves(workday(50));
  EXPECT_EQ(state_of(moved), State::missed_though_told);
}

// Proves that each spell is judged by its own contacts: two spells of one child, one missed and one
// recognised.
TEST(State, IsJudgedSpellBySpell) {
  Child child;
  child.in_need(workday(0), workday(30), 2).in_need(workday(60), workday(90), 3);
  child.call(workday(5), screened_out);
  child.call(workday(65), Route::strategy_discussion);
  child.assessed(AssessmentKind::section47, workday(65), workday(75), 3);
  const Judge judge = judged(child);
  ASSERT_EQ(judge.spells().size(), 2U);
  EXPECT_EQ(judge.spells()[0].state, State::missed_though_told);
  EXPECT_EQ(judge.spells()[1].state, State::recognised_first);
}

}  // namespace
}  // namespace lscb::measures
