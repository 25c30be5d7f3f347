// One family's figures, and each filter, on histories written by hand.
#include "experiment/family_figures.h"

#include <gtest/gtest.h>

#include "child.h"
#include "experiment/family_filters.h"

namespace lscb::experiment {
namespace {

using measures::AssessmentKind;
using measures::Child;
using measures::Route;
using measures::ServiceKind;
using measures::test_window;
using measures::workday;

FamilyFigures figures_of(const std::vector<Child>& children, const std::vector<AdultPoint>& adult = {}) {
  FamilyReader reader{test_window};
  for (const Child& child : children) reader.add(child.history());
  return reader.finish(adult);
}

bool holds(const char* id, const FamilyFigures& figures) {
  const FamilyFilter* filter = find_filter(id);
  EXPECT_NE(filter, nullptr) << id;
  return filter != nullptr && filter->holds(figures);
}

/// So many calls, a week apart, from the first Monday on.
Child with_calls(int calls, Route route) {
  Child child;
  for (int i = 0; i < calls; ++i) child.call(workday(5 * i), route);
  return child;
}

// He comes before the third of the calls and goes after the sixth.
const std::vector<AdultPoint> adult_for_a_while{{workday(8), AdultPoint::Kind::arrived},
                                                {workday(27), AdultPoint::Kind::left}};

TEST(FamilyFigures, NothingOfAFamilyThatNobodyCallsAbout) {
  const FamilyFigures none = figures_of({Child{}});
  EXPECT_EQ(none, FamilyFigures{});
  for (const FamilyFilter& filter : family_filters()) {
    EXPECT_FALSE(filter.matches({none, none, Instant::never(), Instant::never()})) << filter.id;
  }
}

TEST(FamilyFigures, ACallAboutSeveralChildrenIsOne) {
  Child older, younger;
  older.call(workday(0), Route::caf);
  younger.call(workday(0), Route::caf);  // the same number: the same call
  const FamilyFigures both = figures_of({older, younger});
  EXPECT_EQ(both.calls, 1);
  EXPECT_EQ(both.unassessed_calls, 1);
  EXPECT_EQ(both.sent_to_caf, 1);
}

TEST(FamilyFigures, AnAssessmentOfSeveralChildrenIsOne) {
  Child older, younger;
  for (Child* child : {&older, &younger}) {
    child->call(workday(0), Route::assessment);
    child->assessed(AssessmentKind::initial, workday(0), workday(6), 2);
    child->assessed_without_call(AssessmentKind::core, workday(6), workday(30), 2);
  }
  EXPECT_EQ(figures_of({older, younger}).assessments, 2);
}

TEST(FamilyFigures, TheCallThatAnAssessmentAnswersIsNotWithoutOne) {
  Child child;
  child.call(workday(0), Route::information_and_advice);
  child.call(workday(10), Route::strategy_discussion);
  child.assessed(AssessmentKind::section47, workday(12), workday(40), 3);  // begun two days after the call
  child.call(workday(11), Route::existing_case);
  const FamilyFigures figures = figures_of({child});
  EXPECT_EQ(figures.calls, 3);
  EXPECT_EQ(figures.unassessed_calls, 1);
  EXPECT_EQ(figures.assessed, workday(10));
}

TEST(FamilyFigures, AnAssessmentThatIsNeverFinishedEndsNothing) {
  Child child;
  child.call(workday(0), Route::assessment);
  child.assessed(AssessmentKind::initial, workday(0), Instant::never(), 0);
  child.call(workday(5), Route::no_further_action);
  const FamilyFigures figures = figures_of({child});
  EXPECT_EQ(figures.unassessed_calls, 2);
  EXPECT_EQ(figures.assessments, 0);
  EXPECT_EQ(figures.assessed, Instant::never());
}

TEST(FamilyFigures, APlanOfAnyChildEndsTheTimeWithoutAssessment) {
  Child called = with_calls(9, Route::caf);
  Child sibling;
  sibling.service(ServiceKind::child_in_need, workday(12));
  EXPECT_EQ(figures_of({called, sibling}).unassessed_calls, 3);
  Child with_caf;
  with_caf.service(ServiceKind::caf, workday(12));
  EXPECT_EQ(figures_of({called, with_caf}).unassessed_calls, 9);
}

TEST(FamilyFigures, AnAssessmentBeforeTheWindowCounts) {
  Child child = with_calls(9, Route::caf);
  child.assessed_without_call(AssessmentKind::initial, at_date(2009, 5, 4), at_date(2009, 5, 12), 1);
  const FamilyFigures figures = figures_of({child});
  EXPECT_EQ(figures.unassessed_calls, 0);
  EXPECT_EQ(figures.assessments, 0);
  EXPECT_FALSE(holds("most-contacts-without-assessment", figures));
}

TEST(FamilyFigures, UnprotectedNeedIsThatOfTheMeasures) {
  Child child;
  child.in_need(workday(0), workday(0) + days(30), 3);
  child.service(ServiceKind::child_in_need, workday(0), workday(0) + days(10));  // does not cover need 3
  child.service(ServiceKind::protection, workday(0) + days(10), workday(0) + days(25));
  measures::Totals totals;
  measures::add_need(child.history(), test_window, totals);
  const FamilyFigures figures = figures_of({child, child});
  EXPECT_EQ(figures.unprotected_minutes, 2 * totals.unprotected_minutes);
  EXPECT_EQ(figures.unprotected_minutes, 2 * 15 * minutes_per_day);
  EXPECT_TRUE(holds("longest-unprotected", figures));
  EXPECT_FALSE(holds("longest-unprotected", figures_of({Child{}.in_need(workday(0), workday(9), 1)})));
}

TEST(FamilyFigures, HarmIsCountedInTheWindow) {
  EXPECT_EQ(figures_of({Child{}.harmed(workday(0)), Child{}.harmed(test_window.to)}).harms, 1);
}

TEST(FamilyFilters, MostContactsIsOfThoseCalledAboutInTheWindow) {
  EXPECT_TRUE(holds("most-contacts-without-assessment", figures_of({with_calls(1, Route::caf)})));
  Child long_ago;
  long_ago.call(test_window.from - days(3), Route::caf);
  const FamilyFigures before = figures_of({long_ago});
  EXPECT_EQ(before.unassessed_calls, 1);
  EXPECT_EQ(before.unassessed_before, 1);
  EXPECT_FALSE(holds("most-contacts-without-assessment", before));
}

TEST(FamilyFilters, EightAndNone) {
  EXPECT_FALSE(holds("eight-and-none", figures_of({with_calls(7, Route::no_further_action)})));
  EXPECT_TRUE(holds("eight-and-none", figures_of({with_calls(8, Route::no_further_action)})));
  EXPECT_TRUE(holds("eight-and-none", figures_of({with_calls(11, Route::no_further_action)})));
  // The eighth is answered: seven were not.
  Child answered = with_calls(8, Route::no_further_action);
  answered.assessed(AssessmentKind::core, workday(37), workday(60), 2);
  EXPECT_FALSE(holds("eight-and-none", figures_of({answered})));
  // The ninth is: eight were not.
  Child later = with_calls(9, Route::no_further_action);
  later.assessed(AssessmentKind::core, workday(42), workday(60), 2);
  EXPECT_TRUE(holds("eight-and-none", figures_of({later})));
}

TEST(FamilyFilters, TheEighthCallLiesInTheWindow) {
  Child child;
  for (int i = 8; i > 0; --i) child.call(test_window.from - days(i), Route::caf);
  child.call(workday(0), Route::caf);
  EXPECT_FALSE(holds("eight-and-none", figures_of({child})));
  Child seven;
  for (int i = 7; i > 0; --i) seven.call(test_window.from - days(i), Route::caf);
  seven.call(workday(0), Route::caf);
  EXPECT_TRUE(holds("eight-and-none", figures_of({seven})));
}

TEST(FamilyFilters, TheSeedsPattern) {
  const Child child = with_calls(8, Route::caf);
  EXPECT_TRUE(holds("seed-pattern", figures_of({child}, adult_for_a_while)));
  EXPECT_FALSE(holds("seed-pattern", figures_of({child})));  // no adult
  EXPECT_FALSE(holds("seed-pattern", figures_of({with_calls(7, Route::caf)}, adult_for_a_while)));
}

TEST(FamilyFilters, TheSeedsAdultIsThereInTheTimeAndNotFound) {
  const Child child = with_calls(8, Route::caf);
  const auto hidden = [&](const std::vector<AdultPoint>& adult) {
    return holds("seed-pattern", figures_of({child}, adult));
  };
  using Kind = AdultPoint::Kind;
  EXPECT_FALSE(hidden({{workday(0) - days(9), Kind::arrived}, {workday(0) - days(1), Kind::left}}));
  EXPECT_TRUE(hidden({{workday(0) - days(9), Kind::arrived}}));
  EXPECT_FALSE(hidden({{workday(3), Kind::arrived}, {workday(9), Kind::found}, {workday(20), Kind::left}}));
  EXPECT_TRUE(hidden({{workday(3), Kind::arrived},
                      {workday(9), Kind::found},
                      {workday(20), Kind::left},
                      {workday(22), Kind::arrived}}));  // another one, whom nobody knows
  EXPECT_FALSE(hidden({{test_window.to, Kind::arrived}}));

  // Found once the family was assessed: until then he was not known.
  Child assessed = with_calls(8, Route::caf);
  assessed.assessed_without_call(AssessmentKind::core, workday(60), workday(80), 3);
  EXPECT_TRUE(holds("seed-pattern",
                    figures_of({assessed}, {{workday(3), Kind::arrived}, {workday(80), Kind::found}})));
  EXPECT_FALSE(holds("seed-pattern", figures_of({assessed}, {{workday(61), Kind::arrived}})));
}

TEST(FamilyFilters, TheSeedsAdultIsThereInTheWindow) {
  Child child;
  for (int i = 7; i > 0; --i) child.call(test_window.from - days(i), Route::caf);
  child.call(workday(0), Route::caf);
  const std::vector<AdultPoint> gone{{test_window.from - days(6), AdultPoint::Kind::arrived},
                                     {test_window.from - days(1), AdultPoint::Kind::left}};
  EXPECT_FALSE(holds("seed-pattern", figures_of({child}, gone)));
}

TEST(FamilyFilters, CafThroughout) {
  const auto throughout = [](Child child) {
    return holds("seed-pattern", figures_of({child}, adult_for_a_while));
  };
  Child turned_away = with_calls(4, Route::caf);
  for (int i = 4; i < 8; ++i) turned_away.call(workday(5 * i), Route::no_further_action);
  EXPECT_FALSE(throughout(turned_away));
  EXPECT_TRUE(throughout(Child{turned_away}.service(ServiceKind::caf, workday(1))));
  EXPECT_FALSE(throughout(Child{turned_away}.service(ServiceKind::caf, workday(1), workday(30))));
  EXPECT_FALSE(throughout(Child{turned_away}.service(ServiceKind::caf, workday(21))));

  // A referral for an assessment that never came to be is not CAF, though one is held.
  Child sent_on = with_calls(8, Route::caf);
  sent_on.call(workday(45), Route::assessment);
  EXPECT_FALSE(throughout(Child{sent_on}.service(ServiceKind::caf, workday(1))));
  // All turned away while a CAF was held, none sent to it.
  EXPECT_FALSE(throughout(
      Child{with_calls(8, Route::no_further_action)}.service(ServiceKind::caf, workday(0) - days(20))));
}

TEST(FamilyFilters, OfTwoScenarios) {
  const FamilyFilter& diverged = *find_filter("diverged");
  const FamilyFilter& differs = *find_filter("outcome-differs");
  EXPECT_TRUE(diverged.needs_two());
  EXPECT_TRUE(differs.needs_two());
  FamilyPair pair;
  pair.first.unprotected_minutes = 100;
  pair.second.unprotected_minutes = 30;
  EXPECT_FALSE(diverged.matches(pair));
  pair.parted = workday(0);
  EXPECT_TRUE(diverged.matches(pair));
  EXPECT_FALSE(differs.matches(pair));
  pair.differs = workday(2);
  EXPECT_TRUE(differs.matches(pair));
  EXPECT_EQ(diverged.rank(pair), 70.0);
}

TEST(FamilyFilters, RankIsThatOfTheScenarioUnderWhichItHolds) {
  const FamilyFilter& seed = *find_filter("seed-pattern");
  FamilyPair pair;
  pair.first = figures_of({with_calls(8, Route::caf)}, adult_for_a_while);
  pair.second = figures_of({with_calls(12, Route::no_further_action)}, adult_for_a_while);
  ASSERT_TRUE(seed.matches(pair));
  EXPECT_EQ(seed.rank(pair), 8.0);
  std::swap(pair.first, pair.second);
  EXPECT_EQ(seed.rank(pair), 8.0);
  EXPECT_EQ(find_filter("eight-and-none")->rank(pair), 12.0);
}

TEST(FamilyFilters, NoneOfAnotherName) {
  EXPECT_EQ(find_filter("eight"), nullptr);
  EXPECT_EQ(filter_ids().substr(0, 49), "most-contacts-without-assessment, eight-and-none,");
}

TEST(FamilyFigures, HarmIsPredictableAfterAFlaggedCallAboutAnyChildOfTheFamily) {
  Child told, hurt;
  told.call(workday(10), Route::no_further_action).flagged = true;
  hurt.harmed(workday(5)).harmed(workday(10)).harmed(workday(20));
  const FamilyFigures figures = figures_of({told, hurt});
  EXPECT_EQ(figures.harms, 3);
  EXPECT_EQ(figures.predictable_harms, 1) << "neither before the call nor in its minute";
  EXPECT_TRUE(holds("harm-predictable", figures));
  Child quiet;
  quiet.call(workday(10), Route::no_further_action);
  EXPECT_FALSE(holds("harm-predictable", figures_of({quiet, hurt})));
}

TEST(FamilyFigures, AFlagOfOneFamilyIsNoneOfTheNext) {
  Child told, hurt;
  told.call(workday(0), Route::no_further_action).flagged = true;
  hurt.harmed(workday(20));
  FamilyReader reader{test_window};
  reader.add(told.history());
  EXPECT_EQ(reader.finish({}).predictable_harms, 0);
  reader.add(hurt.history());
  const FamilyFigures next = reader.finish({});
  EXPECT_EQ(next.harms, 1);
  EXPECT_EQ(next.predictable_harms, 0);
}

}  // namespace
}  // namespace lscb::experiment
