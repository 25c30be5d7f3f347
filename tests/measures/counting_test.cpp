// What is summed over children: years, windows, ages, time in need, harm, contacts before an assessment.
#include <gtest/gtest.h>

#include "child.h"
#include "measures/totals.h"

namespace lscb::measures {
namespace {

Totals count(const Child& child, Interval window = test_window) {
  Totals totals;
  const ChildHistory history = child.history();
  add_spells(history, judged(child), window, totals);
  add_need(history, window, totals);
  add_harm(history, window, totals);
  add_first_assessment(history, window, totals);
  return totals;
}

constexpr auto screened_out = Route::no_further_action;

// Proves that a child counts once a calendar year: as told where any spell of the year was, at the highest
// level of them and the age of the first; and again in another year.
TEST(Counting, CountsAChildOnceACalendarYear) {
  Child child{at_date(2010, 6, 1)};
  child.in_need(at_date(2011, 1, 10), at_date(2011, 3, 1), 3);  // aged seven months, never told
  child.in_need(at_date(2011, 7, 1), at_date(2011, 9, 1), 2);   // aged one, told
  child.in_need(at_date(2012, 2, 1), at_date(2012, 5, 1), 2);   // the next year, never told
  child.call(at_date(2011, 7, 15), screened_out);
  const Totals totals = count(child);
  EXPECT_EQ(totals.missed.total(), 2);
  EXPECT_EQ(totals.missed_though_told.total(), 1);
  EXPECT_EQ(totals.never_told.total(), 1);
  EXPECT_EQ(totals.protection_missed.total(), 1);
  EXPECT_EQ(totals.help_missed.total(), 1);
  EXPECT_EQ(totals.missed.by_age[static_cast<std::size_t>(AgeBand::under_1)], 1);
  EXPECT_EQ(totals.missed.by_age[static_cast<std::size_t>(AgeBand::from_1_to_4)], 1);
  EXPECT_EQ(totals.missed_though_told.by_age[static_cast<std::size_t>(AgeBand::under_1)], 1);
}

// Proves that a child recognised late twice in a calendar year is one late child.
TEST(Counting, CountsALateChildOnceACalendarYear) {
  Child child;
  for (const unsigned month : {1U, 6U}) {
    const Instant start = at_date(2012, month, 2);
    child.in_need(start, start + days(90), 2);
    child.call(start + days(5), screened_out);
    child.assessed_without_call(AssessmentKind::initial, start + days(40), start + days(50), 2);
  }
  const Totals totals = count(child);
  EXPECT_EQ(totals.spells[static_cast<std::size_t>(State::recognised_late)], 2);
  EXPECT_EQ(totals.late.total(), 1);
}

// Proves that a spell counts where it ends: in the window's first minute, not at its end; and that one begun
// before is kept and flagged.
TEST(Counting, CountsASpellWhereItEnds) {
  const auto ended = [](Instant end) {
    Child child;
    child.in_need(at_date(2010, 6, 1), end, 2);
    return count(child);
  };
  EXPECT_EQ(ended(test_window.from - Minutes{1}).missed.total(), 0);
  EXPECT_EQ(ended(test_window.from).missed.total(), 1);
  EXPECT_EQ(ended(test_window.from).spells_begun_before, 1);
  EXPECT_EQ(ended(test_window.to - Minutes{1}).missed.total(), 1);
  EXPECT_EQ(ended(test_window.to).missed.total(), 0);
}

// Proves that a censored spell is counted as such where it overlaps the window, and among the window's
// spells.
TEST(Counting, KeepsCensoredSpellsInView) {
  Child child;
  child.need(workday(0), 2);
  const Totals totals = count(child);
  EXPECT_EQ(totals.spells[static_cast<std::size_t>(State::censored)], 1);
  EXPECT_EQ(totals.spells_in_window, 1);
  EXPECT_EQ(totals.missed.total(), 0);

  Child after;
  after.need(test_window.to, 2);
  EXPECT_EQ(count(after).spells_in_window, 0);
}

// Proves the age bands at their edges, by birthday.
TEST(Counting, ChangesAgeBandsOnBirthdays) {
  const Instant born = at_date(2005, 3, 1) + hours(15);
  EXPECT_EQ(age_band(born, born - Minutes{1}), AgeBand::unborn);
  EXPECT_EQ(age_band(born, born), AgeBand::under_1);
  EXPECT_EQ(age_band(born, at_date(2006, 3, 1) - Minutes{1}), AgeBand::under_1);
  EXPECT_EQ(age_band(born, at_date(2006, 3, 1)), AgeBand::from_1_to_4);
  EXPECT_EQ(age_band(born, at_date(2010, 3, 1)), AgeBand::from_5_to_10);
  EXPECT_EQ(age_band(born, at_date(2016, 3, 1)), AgeBand::from_11_to_17);
}

// Proves that a missed child's age is taken at the first opportunity where there was one, and else at the
// start.
TEST(Counting, TakesAgeAtTheFirstOpportunity) {
  const auto age_counted = [](bool told) {
    Child child{workday(20)};
    child.in_need(workday(0), workday(60), 3);
    if (told) child.call(workday(30), screened_out);
    return count(child).missed.by_age;
  };
  EXPECT_EQ(age_counted(false)[static_cast<std::size_t>(AgeBand::unborn)], 1);
  EXPECT_EQ(age_counted(true)[static_cast<std::size_t>(AgeBand::under_1)], 1);
}

// Proves the time in need and without a plan at it, clipped to the window and to the child's leaving:
// overlapping plans count once, a plan below the need does not count, a CAF never does.
TEST(Counting, MeasuresUnprotectedNeed) {
  const Instant start = test_window.from;
  Child child;
  child.need(start - days(50), 2).need(start + days(100), 3).leaves(start + days(140));
  child.service(ServiceKind::caf, start, start + days(140));
  child.service(ServiceKind::child_in_need, start - days(10), start + days(110));
  child.service(ServiceKind::protection, start + days(90), start + days(120));
  const Totals totals = count(child);
  EXPECT_EQ(totals.need_minutes, days(140).count());
  EXPECT_EQ(totals.unprotected_minutes, days(20).count()) << "from day 120 to day 140";
}

// Proves the integral of the rate of harm over the window, and that events outside it are none.
TEST(Counting, IntegratesHarmOverTheWindow) {
  Child child;
  child.harm(test_window.from - days(100), 0.2).harm(test_window.from + years(1.0), 0.0);
  child.harm(test_window.to - years(0.5), 1.0);
  child.harmed(test_window.from - Minutes{1}).harmed(test_window.from).harmed(test_window.to);
  const Totals totals = count(child);
  EXPECT_NEAR(totals.expected_harm, 0.2 + 0.5, 1e-12);
  EXPECT_EQ(totals.harm_events, 1);
}

// Proves that a child assessed at its eighth contact had eight contacts until then, and that one whose eighth
// contact was screened out like the others is among those with eight and none.
TEST(Counting, FollowsAChildToItsFirstAssessment) {
  Child assessed;
  for (int n = 1; n <= 7; ++n) assessed.call(workday(n), screened_out);
  assessed.call(workday(8), Route::assessment);
  assessed.assessed(AssessmentKind::initial, workday(8), workday(15), 2);
  assessed.call(workday(50), screened_out);
  const Totals at_eight = count(assessed);
  EXPECT_EQ(at_eight.first_assessed, 1);
  EXPECT_EQ(at_eight.contacts_before_first, 8);
  EXPECT_EQ(at_eight.first_assessed_after_eight, 1);
  EXPECT_EQ(at_eight.eight_and_none, 0);

  Child never;
  for (int n = 1; n <= 8; ++n) never.call(workday(n), screened_out);
  EXPECT_EQ(count(never).eight_and_none, 1);
  EXPECT_EQ(count(never).first_assessed, 0);
  never.assessed_without_call(AssessmentKind::initial, workday(40), workday(50), 2);
  EXPECT_EQ(count(never).eight_and_none, 1) << "the eighth came without one";
}

// Proves that only the first assessment of the run counts as one, and only if it began in the window.
TEST(Counting, KnowsAFirstAssessmentFromALaterOne) {
  Child child;
  child.call(test_window.from - days(10), Route::assessment);
  child.assessed(AssessmentKind::initial, test_window.from - days(10), test_window.from - days(1), 1);
  child.call(workday(0), Route::assessment);
  child.assessed(AssessmentKind::initial, workday(0), workday(5), 1);
  EXPECT_EQ(count(child).first_assessed, 0);
}

}  // namespace
}  // namespace lscb::measures
