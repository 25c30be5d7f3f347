// Predictable harm, families flagged who come to none, and luck: each clause by hand-built families, and what
// must hold of any.
#include "measures/hindsight.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "child.h"
#include "random_child.h"

namespace lscb::measures {
namespace {

constexpr Route nfa = Route::no_further_action;

HindsightTally tally_of(const std::vector<Child>& children) {
  HindsightCounter counter{test_window, test_run};
  std::uint32_t id = 0;
  for (const Child& child : children) {
    ChildHistory history = child.history();
    history.child = ChildId{id++};
    counter.add(history);
  }
  return counter.finish();
}

Child& flagged(Child& child, Instant at, Route route = nfa) {
  child.call(at, route).flagged = true;
  return child;
}

/// A serious harm, and the hospital's call in the same minute.
Child& harmed(Child& child, Instant at, bool under_assessment = false, int plan_covers = 0) {
  ContactPoint& call = child.harmed(at).call(at, Route::strategy_discussion);
  call.flagged = call.of_harm = true;
  call.under_assessment = under_assessment;
  call.plan_covers = static_cast<std::uint8_t>(plan_covers);
  return child;
}

TEST(Hindsight, HarmIsPredictableAfterAFlaggedCall) {
  Child child;
  flagged(child, workday(0));
  harmed(child, workday(20));
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 1);
  EXPECT_EQ(tally.predictable_named, 1);
  EXPECT_EQ(tally.predictable_recent, 1);
  EXPECT_EQ(tally.predictable_only_of_harm, 0);
  EXPECT_EQ(tally.predictable_in_service, 0);
  EXPECT_EQ(tally.harmed_families, 1);
  EXPECT_EQ(tally.predictable_families, 1);
  ASSERT_EQ(tally.cases.size(), 1U);
  EXPECT_EQ(tally.cases[0].first_flag, workday(0));
}

TEST(Hindsight, TheHarmsOwnCallIsNotEarlier) {
  Child child;
  harmed(child, workday(20));
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 0);
  EXPECT_EQ(tally.flagged, 0) << "nothing was told that had not happened";
}

TEST(Hindsight, ACallThatIsNotFlaggedOrComesAfterwardsPredictsNothing) {
  Child child;
  child.call(workday(0), nfa);
  harmed(child, workday(20));
  flagged(child, workday(30));
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.predictable, 0);
  EXPECT_EQ(tally.flagged, 1);
  EXPECT_EQ(tally.flagged_unharmed, 1) << "no harm after the flag";
}

TEST(Hindsight, ASecondHarmIsPredictableFromTheFirstAndSaidToBe) {
  Child child;
  harmed(child, workday(20));
  harmed(child, workday(50));
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.harms, 2);
  EXPECT_EQ(tally.predictable, 1);
  EXPECT_EQ(tally.predictable_only_of_harm, 1);
  EXPECT_EQ(tally.harmed_families, 1);
}

TEST(Hindsight, ACallAboutASiblingNamesTheFamilyAndNotTheChild) {
  Child told, hurt;
  flagged(told, workday(0));
  harmed(hurt, workday(20));
  const HindsightTally tally = tally_of({told, hurt});
  EXPECT_EQ(tally.predictable, 1);
  EXPECT_EQ(tally.predictable_named, 0);
  EXPECT_EQ(tally.flagged_harmed, 1);
}

TEST(Hindsight, AnotherFamilysCallPredictsNothing) {
  Child told, hurt;
  flagged(told, workday(0));
  harmed(hurt.household(1), workday(20));
  const HindsightTally tally = tally_of({told, hurt});
  EXPECT_EQ(tally.predictable, 0);
  EXPECT_EQ(tally.flagged, 1);
  EXPECT_EQ(tally.flagged_unharmed, 1);
  EXPECT_EQ(tally.harmed_families, 1);
}

TEST(Hindsight, ACallOfLongBeforeIsToldApart) {
  for (const auto& [before, recent] : {std::pair{days(365), 1}, std::pair{days(365) + Minutes{1}, 0}}) {
    Child child;
    flagged(child, workday(200) - before);
    harmed(child, workday(200));
    const HindsightTally tally = tally_of({child});
    EXPECT_EQ(tally.predictable, 1);
    EXPECT_EQ(tally.predictable_recent, recent);
  }
}

TEST(Hindsight, HarmOutsideTheWindowIsNotCountedAndACallBeforeItIs) {
  Child early, late;
  flagged(early, test_window.from - days(300));
  harmed(early, test_window.from - days(200));
  flagged(late.household(1), test_window.from - days(300));
  harmed(late, test_window.from + days(10));
  const HindsightTally tally = tally_of({early, late});
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 1);
  EXPECT_EQ(tally.flagged, 0) << "both were flagged before the window";
}

TEST(Hindsight, AChildWhoIsBeingHelpedMayComeToPredictableHarm) {
  Child assessed, on_plan, neither;
  flagged(assessed, workday(0), Route::assessment);
  harmed(assessed, workday(4), true);
  flagged(on_plan.household(1), workday(0), Route::existing_case);
  harmed(on_plan, workday(4), false, 3);
  harmed(neither.household(2), workday(4));
  const HindsightTally tally = tally_of({assessed, on_plan, neither});
  EXPECT_EQ(tally.harms, 3);
  EXPECT_EQ(tally.harms_in_service, 2);
  EXPECT_EQ(tally.predictable_in_service, 2);
}

TEST(Hindsight, AFlaggedFamilyIsFollowedToTheRunsEnd) {
  Child none, at_last, moved;
  flagged(none, workday(0));
  flagged(at_last.household(1), workday(0));
  harmed(at_last, test_run.to - days(1));  // behind the window, inside the run
  flagged(moved.household(2).leaves(workday(0) + days(300)), workday(0));
  const HindsightTally tally = tally_of({none, at_last, moved});
  EXPECT_EQ(tally.flagged, 3);
  EXPECT_EQ(tally.flagged_harmed, 1);
  EXPECT_EQ(tally.flagged_unharmed, 2);
  EXPECT_EQ(tally.flagged_year, 3) << "who leaves is followed until then";
  EXPECT_EQ(tally.flagged_year_unharmed, 3) << "the harm came later";
  EXPECT_EQ(tally.harms, 0);
}

// Who is followed does not hang on whether harm came.
TEST(Hindsight, HarmBeforeAFamilyLeavesCountsInItsYear) {
  Child moved;
  flagged(moved.leaves(workday(0) + days(300)), workday(0));
  harmed(moved, workday(0) + days(100));
  const HindsightTally tally = tally_of({moved});
  EXPECT_EQ(tally.flagged_year, 1);
  EXPECT_EQ(tally.flagged_year_unharmed, 0);
}

TEST(Hindsight, AFlagOfTheLastYearOfTheRunIsNotFollowedForOne) {
  Child child;
  flagged(child, test_run.to - days(300));
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.flagged, 1);
  EXPECT_EQ(tally.flagged_year, 0);
}

TEST(Hindsight, WhoWasHelpedAfterTheFlagIsToldApart) {
  Child left, assessed, on_plan, too_late;
  flagged(left, workday(0));
  flagged(assessed.household(1), workday(0), Route::assessment);
  assessed.assessed(AssessmentKind::initial, workday(0), workday(8), 1);
  flagged(on_plan.household(2), workday(0), Route::existing_case);
  on_plan.service(ServiceKind::child_in_need, workday(0) - days(50), workday(10));
  flagged(too_late.household(3), workday(0));
  harmed(too_late, workday(5));
  too_late.assessed(AssessmentKind::section47, workday(5), workday(30), 3);
  const HindsightTally tally = tally_of({left, assessed, on_plan, too_late});
  EXPECT_EQ(tally.flagged, 4);
  EXPECT_EQ(tally.flagged_left, 2);
  EXPECT_EQ(tally.flagged_left_unharmed, 1);
}

TEST(Hindsight, ACafIsNoPlanOfSocialCare) {
  Child child;
  flagged(child, workday(0), Route::caf).service(ServiceKind::caf, workday(5));
  EXPECT_EQ(tally_of({child}).flagged_left, 1);
}

/// A child at that need all along, and a call of which chance made that.
HindsightTally lucky(int need, Route route, Luck luck) {
  Child child;
  child.need(test_run.from, need);
  child.call(workday(0), route).luck = luck;
  return tally_of({child});
}

TEST(HindsightLuck, ACallThatGoesOnThroughChanceAloneIsLuck) {
  const HindsightTally tally = lucky(2, Route::assessment, Luck::good);
  EXPECT_EQ(tally.taken_on_children, 1);
  EXPECT_EQ(tally.lucky_children, 1);
  EXPECT_EQ(tally.lucky_families, 1);
  EXPECT_EQ(tally.turned_away_children, 0);
  EXPECT_EQ(lucky(2, Route::assessment, Luck::none).lucky_children, 0);
  EXPECT_EQ(lucky(2, Route::existing_case, Luck::good).lucky_children, 1);
  EXPECT_EQ(lucky(2, Route::existing_case, Luck::none).taken_on_children, 0) << "nothing was begun";
}

TEST(HindsightLuck, LuckAtTheStartIsNoneIfTheCallEndsAfterAll) {
  const HindsightTally tally = lucky(2, nfa, Luck::good);
  EXPECT_EQ(tally.lucky_children, 0);
  EXPECT_EQ(tally.turned_away_children, 1);
  EXPECT_EQ(tally.unlucky_children, 0);
}

TEST(HindsightLuck, ACallThatEndsThroughChanceAloneIsBadLuck) {
  for (const Route route : {nfa, Route::information_and_advice, Route::caf, Route::existing_case}) {
    const HindsightTally tally = lucky(3, route, Luck::bad);
    EXPECT_EQ(tally.turned_away_children, 1);
    EXPECT_EQ(tally.unlucky_children, 1);
    EXPECT_EQ(tally.unlucky_families, 1);
    EXPECT_EQ(tally.unlucky_unheard_children, 0);
    EXPECT_EQ(tally.unlucky_assessed_never_children, 1);
  }
  EXPECT_EQ(lucky(3, nfa, Luck::bad_start).unlucky_unheard_children, 1);
}

TEST(HindsightLuck, OnlyOfChildrenInNeedWhomNobodyWasAssessingOrHelping) {
  EXPECT_EQ(lucky(1, Route::assessment, Luck::good).taken_on_children, 0);
  EXPECT_EQ(lucky(1, nfa, Luck::bad).turned_away_children, 0);
  Child assessed, covered;
  assessed.need(test_run.from, 3).call(workday(0), Route::existing_case).under_assessment = true;
  covered.household(1).need(test_run.from, 2).call(workday(0), Route::existing_case).plan_covers = 2;
  const auto with_luck = [](Child child, Luck luck) {
    Child copy = child;
    ChildHistory history = copy.history();
    std::vector<ContactPoint> calls(history.contacts.begin(), history.contacts.end());
    for (ContactPoint& call : calls) call.luck = luck;
    history.contacts = calls;
    HindsightCounter counter{test_window, test_run};
    counter.add(history);
    return counter.finish();
  };
  for (const Child& child : {assessed, covered}) {
    EXPECT_EQ(with_luck(child, Luck::good).lucky_children, 0);
    EXPECT_EQ(with_luck(child, Luck::bad).unlucky_children, 0);
  }
}

TEST(HindsightLuck, WhoIsAssessedLaterIsNotMissedForGood) {
  Child child;
  child.need(test_run.from, 2);
  child.call(workday(0), nfa).luck = Luck::bad;
  child.call(workday(40), Route::assessment);
  child.assessed(AssessmentKind::initial, workday(40), workday(50), 2);
  const HindsightTally tally = tally_of({child});
  EXPECT_EQ(tally.unlucky_children, 1);
  EXPECT_EQ(tally.unlucky_assessed_never_children, 0);
}

TEST(HindsightLuck, AFamilyIsCountedOnceAndMayStandOnBothSides) {
  Child older, younger;
  for (Child* child : {&older, &younger}) {
    child->need(test_run.from, 2);
    child->call(workday(0), nfa).luck = Luck::bad_start;
    child->call(workday(40), Route::assessment).luck = Luck::good;
  }
  const HindsightTally tally = tally_of({older, younger});
  EXPECT_EQ(tally.lucky_children, 2);
  EXPECT_EQ(tally.lucky_families, 1);
  EXPECT_EQ(tally.unlucky_children, 2);
  EXPECT_EQ(tally.unlucky_families, 1);
}

// --- Any families ------------------------------------------------------------------------------------------

struct RandomFamilies {
  std::vector<RandomChild> children;
  std::vector<std::vector<HarmEvent>> harms;
  std::vector<HouseholdId> households;

  [[nodiscard]] HindsightTally tally() const {
    HindsightCounter counter{test_window, test_run};
    for (std::size_t i = 0; i < children.size(); ++i) {
      ChildHistory history = children[i].history();
      history.child = ChildId{static_cast<ChildId::Value>(i)};
      history.household = households[i];
      history.harm_events = harms[i];
      counter.add(history);
    }
    return counter.finish();
  }
};

RandomFamilies some_families() {
  RandomFamilies all;
  std::uint32_t household = 0;
  const int count = *rc::gen::inRange(1, 5);
  for (int i = 0; i < count; ++i) {
    RandomChild child = some_child();
    std::vector<HarmEvent> harms;
    for (ContactPoint& call : child.contacts) {
      call.flagged = *rc::gen::inRange(0, 3) == 0;
      call.luck = static_cast<Luck>(*rc::gen::inRange(0, 4));
      if (*rc::gen::inRange(0, 6) > 0) continue;
      call.of_harm = call.flagged = true;
      harms.push_back({call.at});
    }
    all.children.push_back(child);
    all.harms.push_back(harms);
    all.households.emplace_back(household);
    household += *rc::gen::inRange<std::uint32_t>(0, 2);
  }
  return all;
}

TEST(HindsightProperty, PartsAreNoMoreThanTheirWholesAndPairsAddUp) {
  proof::holds(400, [] {
    const HindsightTally t = some_families().tally();
    RC_ASSERT(t.harms == static_cast<std::int64_t>(t.cases.size()));
    RC_ASSERT(t.predictable <= t.harms && t.harms_in_service <= t.harms);
    for (const auto part : {t.predictable_named, t.predictable_recent, t.predictable_only_of_harm,
                            t.predictable_in_service, t.predictable_families})
      RC_ASSERT(part <= t.predictable);
    RC_ASSERT(t.predictable_in_service <= t.harms_in_service);
    RC_ASSERT(t.predictable_families <= t.harmed_families && t.harmed_families <= t.harms);
    RC_ASSERT(t.flagged_harmed + t.flagged_unharmed == t.flagged);
    RC_ASSERT(t.flagged_left <= t.flagged && t.flagged_year <= t.flagged);
    RC_ASSERT(t.flagged_left_unharmed <= std::min(t.flagged_left, t.flagged_unharmed));
    RC_ASSERT(t.flagged_year_unharmed <= t.flagged_year);
    RC_ASSERT(t.flagged_year - t.flagged_year_unharmed <= t.flagged_harmed);
    RC_ASSERT(t.lucky_children <= t.taken_on_children && t.lucky_families <= t.lucky_children);
    RC_ASSERT(t.unlucky_children <= t.turned_away_children && t.unlucky_families <= t.unlucky_children);
    RC_ASSERT(t.unlucky_unheard_children <= t.unlucky_children);
    RC_ASSERT(t.unlucky_assessed_never_children <= t.unlucky_children);
  });
}

TEST(HindsightProperty, OneFlagMoreNeverMakesHarmLessPredictable) {
  proof::holds(400, [] {
    RandomFamilies families = some_families();
    const HindsightTally before = families.tally();
    const auto child = *rc::gen::inRange<std::size_t>(0, families.children.size());
    auto& calls = families.children[child].contacts;
    RC_PRE(!calls.empty());
    calls[*rc::gen::inRange<std::size_t>(0, calls.size())].flagged = true;
    const HindsightTally after = families.tally();
    RC_ASSERT(after.harms == before.harms);
    RC_ASSERT(after.predictable >= before.predictable);
    RC_ASSERT(after.predictable_named >= before.predictable_named);
    RC_ASSERT(after.flagged >= before.flagged);
  });
}

TEST(HindsightProperty, WithoutAFlagNothingIsPredictable) {
  proof::holds(200, [] {
    RandomFamilies families = some_families();
    const std::int64_t harms = families.tally().harms;
    for (RandomChild& child : families.children) {
      for (ContactPoint& call : child.contacts) call.flagged = false;
    }
    const HindsightTally none = families.tally();
    RC_ASSERT(none.harms == harms);
    RC_ASSERT(none.predictable == 0 && none.flagged == 0);
  });
}

TEST(HindsightProperty, TheOrderOfAFamilysChildrenDoesNotMatter) {
  proof::holds(200, [] {
    RandomFamilies families = some_families();
    const HindsightTally one = families.tally();
    std::reverse(families.children.begin(), families.children.end());
    std::reverse(families.harms.begin(), families.harms.end());
    std::reverse(families.households.begin(), families.households.end());
    const HindsightTally other = families.tally();
    RC_ASSERT(one.predictable == other.predictable && one.predictable_named == other.predictable_named);
    RC_ASSERT(one.predictable_only_of_harm == other.predictable_only_of_harm);
    RC_ASSERT(one.flagged_harmed == other.flagged_harmed && one.flagged_left == other.flagged_left);
    RC_ASSERT(one.flagged_year_unharmed == other.flagged_year_unharmed);
    RC_ASSERT(one.lucky_families == other.lucky_families);
  });
}

}  // namespace
}  // namespace lscb::measures
