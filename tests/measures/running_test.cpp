// Misses that still run at the window's end: each clause, and that they are what the spell would be.
#include "measures/running.h"

#include <gtest/gtest.h>

#include "child.h"
#include "measures/figures.h"
#include "measures/need_path.h"
#include "random_child.h"

namespace lscb::measures {
namespace {

constexpr auto initial = AssessmentKind::initial;
constexpr auto screened_out = Route::no_further_action;

// A child at `level` from day 0 on, without an end.
Child in_need(int level = 2) {
  Child child;
  child.need(workday(0), level);
  return child;
}

std::optional<State> state_at(const Child& child, Instant at) {
  const auto judged = RunningJudge{at}.judge(child.history());
  if (!judged) return std::nullopt;
  return judged->state;
}

// Proves that a spell is too short to say anything for 20 working days, and then missed: never told where
// nobody called.
TEST(Running, IsTooEarlyFor20WorkingDays) {
  EXPECT_EQ(state_at(in_need(), workday(19)), State::too_short);
  EXPECT_EQ(state_at(in_need(), workday(20)), State::never_told);
}

// Proves that a told child is missed once the limit of one and ten working days is out, at the end of its
// last day; and that an assessment that comes later is not known yet.
TEST(Running, IsTooEarlyUntilTheLimitIsOut) {
  Child child = in_need();
  child.call(workday(20), screened_out);
  const Instant last_minute = start_of_day(day_number(workday(31)) + 1) - Minutes{1};
  EXPECT_EQ(state_at(child, workday(20)), State::never_told) << "not called yet";
  EXPECT_EQ(state_at(child, workday(20) + Minutes{1}), State::censored);
  EXPECT_EQ(state_at(child, last_minute), State::censored);
  EXPECT_EQ(state_at(child, last_minute + Minutes{1}), State::missed_though_told);
  child.assessed_without_call(initial, workday(33), workday(40), 2);
  EXPECT_EQ(state_at(child, workday(34)), State::censored) << "under way, and in time for a call made then";
  EXPECT_EQ(state_at(child, workday(40)), State::censored);
  EXPECT_EQ(state_at(child, workday(40) + Minutes{1}), State::recognised_late);
}

// Proves that the longer limit of a core assessment is not known before the initial one has led to it.
TEST(Running, KnowsACoreOnlyOnceItHasBeenDecided) {
  Child child = in_need();
  child.call(workday(10), Route::assessment);
  child.assessed(initial, workday(10), workday(30), 1).led_to_core = true;
  EXPECT_EQ(state_at(child, workday(25)), State::missed_though_told);
  EXPECT_EQ(state_at(child, workday(31)), State::censored);
  child.assessed(AssessmentKind::core, workday(30), Instant::never(), 0);
  EXPECT_EQ(state_at(child, workday(60)), State::missed_though_told) << "1 + 10 + 35 after day 10";
}

// Proves that an assessment that answers no opportunity leaves it open for as long as a call made at its
// first moment would have, and a call during it for as long as that; and no longer.
TEST(Running, IsTooEarlyDuringAnAssessmentInTime) {
  Child child = in_need();
  child.assessed_without_call(AssessmentKind::core, workday(0) - days(3), Instant::never(), 0);
  EXPECT_EQ(state_at(child, workday(46)), State::censored);
  EXPECT_EQ(state_at(child, workday(47)), State::never_told);
  child.call(workday(20), Route::existing_case).under_assessment = true;
  EXPECT_EQ(state_at(child, workday(66)), State::censored);
  EXPECT_EQ(state_at(child, workday(67)), State::missed_though_told);

  Child better;
  better.need(workday(0), 3).need(workday(30), 2);
  better.assessed_without_call(AssessmentKind::core, workday(0) - days(3), Instant::never(), 0);
  EXPECT_EQ(state_at(better, workday(46)), State::censored);
  EXPECT_EQ(state_at(better, workday(47)), State::never_told) << "day 30 was no longer at the spell's level";
}

// Proves that a call which comes only after the window's end is not known, though what it tells of happened
// before.
TEST(Running, KnowsNoLaterCall) {
  Child child = in_need();
  child.assessed_without_call(AssessmentKind::core, workday(0) - days(3), Instant::never(), 0);
  ContactPoint& late = child.call(workday(50), Route::existing_case);
  late.under_assessment = true;
  late.incident_at = workday(40);
  EXPECT_EQ(state_at(child, workday(47)), State::never_told);
}

// Proves that service and findings count as in an ended spell: a plan that covers the level, a timely or late
// finding; and that a plan below the level does not.
TEST(Running, IsNotMissedWhereTheNeedIsKnown) {
  Child planned = in_need();
  planned.service(ServiceKind::child_in_need, workday(5));
  EXPECT_EQ(state_at(planned, workday(40)), State::already_in_service);
  planned.need(workday(42), 3);
  EXPECT_EQ(state_at(planned, workday(50)), State::never_told) << "need has outgrown the plan";

  Child found = in_need();
  found.call(workday(5), Route::assessment);
  found.assessed(initial, workday(5), workday(12), 2);
  EXPECT_EQ(state_at(found, workday(40)), State::recognised_first);
}

// Proves that a CAF that may yet resolve the spell counts as if it did, and for six months only.
TEST(Running, LeavesACafSixMonths) {
  Child child = in_need();
  child.call(workday(5), Route::caf);
  child.service(ServiceKind::caf, workday(20));
  EXPECT_EQ(state_at(child, workday(60)), State::resolved_by_caf);
  EXPECT_EQ(state_at(child, add_months(workday(20), 6)), State::resolved_by_caf);
  EXPECT_EQ(state_at(child, add_months(workday(20), 6) + Minutes{1}), State::missed_though_told);
}

// Proves who is not in need at the window's end: one whose need has fallen, even for a gap; one who has left;
// one whose need only begins then.
TEST(Running, HoldsOnlyThoseInNeed) {
  Child gap = in_need();
  gap.need(workday(40), 0).need(workday(45), 2);
  EXPECT_EQ(state_at(gap, workday(40)), State::never_told) << "need falls with the window's end";
  EXPECT_FALSE(state_at(gap, workday(41)));
  EXPECT_EQ(state_at(gap, workday(50)), State::never_told);
  EXPECT_FALSE(state_at(in_need().leaves(workday(40)), workday(40)));
  EXPECT_TRUE(state_at(in_need().leaves(workday(40)), workday(40) - Minutes{1}));
  EXPECT_FALSE(state_at(in_need(), workday(0)));
}

// Proves the figures: two parts and two levels that add up, a level at the window's end that is no rate; and
// that the headline has none of it.
TEST(Running, IsCountedBesideTheHeadline) {
  const Instant long_before = test_window.to - days(100);
  std::vector<Child> children(5);
  children[0].need(long_before, 2);
  children[1].need(long_before, 3);
  children[1].call(long_before + days(3), screened_out);
  children[2].need(long_before, 2).need(test_window.to - days(1), 0);
  children[3].need(test_window.to - days(5), 3);
  children[4].need(long_before, 2);
  std::vector<ChildHistory> histories;
  for (const Child& child : children) histories.push_back(child.history());
  const Figures counted = figures(histories, {}, test_window, test_run);
  const auto figure = [&](const char* id) { return counted[*find(id)]; };
  EXPECT_EQ(figure("running_missed_children"), 3.0);
  EXPECT_EQ(figure("running_missed_though_told_children"), 1.0);
  EXPECT_EQ(figure("running_never_told_children"), 2.0);
  EXPECT_EQ(figure("running_protection_missed_children"), 1.0);
  EXPECT_EQ(figure("running_help_missed_children"), 2.0);
  EXPECT_EQ(figure("running_undecided_children"), 1.0);
  EXPECT_DOUBLE_EQ(*figure("missed_assessments"), 1.0 / in_years(test_window.length())) << "the third only";
}

/// What is known of a child at `at`, and then need falls and nobody does anything more.
RandomChild ended_at(RandomChild child, Instant at) {
  const auto cut = [at](auto& entries, auto&& time) {
    entries.erase(std::remove_if(entries.begin(), entries.end(), [&](auto& e) { return time(e) >= at; }),
                  entries.end());
  };
  cut(child.need, [](const NeedPoint& p) { return p.at; });
  cut(child.contacts, [](const ContactPoint& c) { return c.at; });
  cut(child.services, [](const ServiceSpan& s) { return s.from; });
  cut(child.assessments, [](const AssessmentPoint& a) { return a.begun; });
  for (AssessmentPoint& a : child.assessments) {
    if (a.completed < at) continue;
    a.completed = Instant::never();
    a.led_to_core = false;  // that would have been its outcome
  }
  child.need.push_back({at, 0});
  return child;
}

// Proves, of any history and moment, that ending the spell there with no further service makes a running miss
// a missed spell of the same part and level; and that what it makes a missed spell is a running miss, or too
// early to say.
TEST(Running, IsWhatTheSpellWouldBe) {
  proof::holds(2000, [] {
    const RandomChild child = some_child();
    const Instant at = test_run.from + Minutes{*rc::gen::inRange<std::int64_t>(0, 1900 * minutes_per_day)};
    const auto running = RunningJudge{at}.judge(child.history());
    const RandomChild ended = ended_at(child, at);
    Judge judge{at + days(400)};
    judge.judge(ended.history());
    const bool ends_there = !judge.spells().empty() && judge.spells().back().spell.end == at &&
                            child.facts.leaves > at && need_at(child.need, at - Minutes{1}) >= spell_need;
    RC_ASSERT(running.has_value() == ends_there);
    if (!running) return;
    const JudgedSpell& spell = judge.spells().back();
    RC_ASSERT(running->spell.start == spell.spell.start);
    RC_ASSERT(running->spell.level == spell.spell.level);
    RC_CLASSIFY(is_missed(running->state), "a running miss");
    RC_CLASSIFY(running->state == State::censored, "too early to say");
    if (running->state != State::censored) RC_ASSERT(running->state == spell.state);
    if (is_missed(spell.state)) {
      RC_ASSERT(running->state == spell.state || running->state == State::censored);
    }
  });
}

}  // namespace
}  // namespace lscb::measures
