// Timeliness counted where the limit falls, clause by clause.
#include "measures/clock_book.h"

#include <gtest/gtest.h>

#include "child.h"
#include "measures/figures.h"
#include "support/property.h"

namespace lscb::measures {
namespace {

using pathway::ClockKind;

constexpr auto initial = ClockKind::initial_assessment;  // ten working days
const Instant started = workday(0);
const Instant limit = pathway::due(initial, started);

LimitCount count(const ClockBook& book, Interval window = test_window, ClockKind kind = initial) {
  std::array<LimitCount, pathway::clock_count> counts{};
  book.count(window, counts);
  return counts[static_cast<std::size_t>(kind)];
}

/// One clock of two children that starts on day 0 and ends as `how` says.
template <class How>
LimitCount ended(How&& how, Instant all_left = Instant::never(), Interval window = test_window) {
  ClockBook book;
  const auto clock = book.start(initial, started, 2, all_left);
  how(book, clock);
  return count(book, window);
}

void expect(const LimitCount& counted, int met, int total, Minutes overdue) {
  EXPECT_EQ(counted.met, met);
  EXPECT_EQ(counted.total, total);
  EXPECT_EQ(counted.overdue_children, 2 * overdue.count());
}

// Proves the limit to the minute: done in its last minute it is met, and a minute later not.
TEST(ClockBook, IsMetInTheLimitsLastMinute) {
  expect(ended([](auto& book, auto clock) { book.stop(clock, limit); }), 1, 1, {});
  expect(ended([](auto& book, auto clock) { book.stop(clock, limit + Minutes{1}); }), 0, 1, Minutes{1});
}

// Proves that a clock which never stops is not met, and overdue to the window's end.
TEST(ClockBook, CountsAClockThatNeverStops) {
  expect(ended([](auto&, auto) {}), 0, 1, test_window.to - limit);
}

// Proves that a clock counts where its limit falls, whenever it started or stopped: in the window's first
// minute and not in its end.
TEST(ClockBook, CountsAClockWhereItsLimitFalls) {
  const auto late = [](auto& book, auto clock) { book.stop(clock, limit + days(9)); };
  const auto in = [&](Instant from, Instant to) { return ended(late, Instant::never(), {from, to}); };
  expect(in(limit, limit + days(1)), 0, 1, days(1));
  expect(in(limit + Minutes{1}, limit + days(30)), 0, 0, days(9) - Minutes{1});
  expect(in(limit - days(3), limit), 0, 0, {});
  expect(in(limit - days(3), limit + Minutes{1}), 0, 1, Minutes{1});
}

// Proves that what was overtaken by an enquiry, or whose plan ended, by its limit fell due no longer; and
// that what had run out before is not met.
TEST(ClockBook, LeavesOutWhatLapsedByItsLimit) {
  expect(ended([](auto& book, auto clock) { book.lapse(clock, limit); }), 0, 0, {});
  expect(ended([](auto& book, auto clock) { book.lapse(clock, limit + days(2)); }), 0, 1, days(2));
}

// Proves that lost work is not met, though it ended before its limit, and overdue for nobody after it.
TEST(ClockBook, CountsLostWorkAsNotMet) {
  expect(ended([](auto& book, auto clock) { book.lose(clock, limit - days(3)); }), 0, 1, {});
  expect(ended([](auto& book, auto clock) { book.lose(clock, limit + days(3)); }), 0, 1, days(3));
}

// Proves that what comes after the limit moves no share: a call that nobody had screened by then is not met,
// whether it is turned away later, decided later, or never.
TEST(ClockBook, CountsWhatStandsAtTheLimit) {
  expect(ended([](auto& book, auto clock) { book.lapse(clock, limit + days(5)); }), 0, 1, days(5));
  expect(ended([](auto& book, auto clock) { book.stop(clock, limit + days(5)); }), 0, 1, days(5));
  EXPECT_EQ(ended([](auto&, auto) {}).total, 1);
}

// Proves that nobody waits past the limit of what was not yet due: a clock that runs from an earlier start is
// overdue from when it was opened.
TEST(ClockBook, IsNotOverdueBeforeItWasOpened) {
  ClockBook book;
  const auto clock = book.start(initial, started, 2, Instant::never(), limit + days(3));
  book.stop(clock, limit + days(5));
  expect(count(book), 0, 1, days(2));
}

// Proves that a clock lapses when the last child leaves, if it still runs then: what was done before is
// counted, and what had run out before is not met.
TEST(ClockBook, LapsesWhenTheLastChildLeaves) {
  const auto never = [](auto&, auto) {};
  const auto at_limit = [](auto& book, auto clock) { book.stop(clock, limit); };
  expect(ended(never, limit - days(1)), 0, 0, {});
  expect(ended(at_limit, limit - days(1)), 0, 0, {});
  expect(ended(at_limit, limit), 1, 1, {});
  expect(ended(never, limit + days(4)), 0, 1, days(4));
  expect(ended([](auto& book, auto clock) { book.lose(clock, limit - days(3)); }, limit - days(1)), 0, 1, {});
}

// Proves that only the first end counts, and that a clock that was never started can be ended.
TEST(ClockBook, EndsOnce) {
  expect(ended([](auto& book, auto clock) {
           book.lapse(clock, limit - days(2));
           book.stop(clock, limit - days(1));
         }),
         0, 0, {});
  ClockBook book;
  book.stop(ClockBook::none, limit);
  EXPECT_EQ(count(book).total, 0);
}

// Proves that each kind has its own limit and its own count, under the rules it began with.
TEST(ClockBook, KeepsKindsApart) {
  ClockBook book;
  const Instant march = at_date(2010, 3, 31) + hours(10);
  const Instant april = at_date(2010, 4, 1) + hours(10);
  const Interval year{at_date(2010, 1, 1), at_date(2011, 1, 1)};
  for (const Instant referral : {march, april}) {
    const auto clock = book.start(initial, referral, 1, Instant::never());
    book.stop(clock, at_date(2010, 4, 19) + hours(17));  // ten working days, over Easter
  }
  book.start(ClockKind::conference, april, 1, Instant::never());
  EXPECT_EQ(count(book, year).met, 1);
  EXPECT_EQ(count(book, year).total, 2);
  EXPECT_EQ(count(book, year, ClockKind::conference).met, 0);
  EXPECT_EQ(count(book, year, ClockKind::conference).total, 1);
}

// Proves that windows add up: what fell due and ran overdue in two that meet is what did in both together.
TEST(ClockBook, AddsUpOverWindows) {
  proof::holds(200, [] {
    ClockBook book;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
      const auto day = [] { return test_run.from + Minutes{*rc::gen::inRange(0, 2000 * 1440)}; };
      const auto clock = book.start(initial, day(), *rc::gen::inRange(1, 4),
                                    *rc::gen::arbitrary<bool>() ? day() : Instant::never());
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
          book.stop(clock, day());
          break;
        case 1:
          book.lapse(clock, day());
          break;
        case 2:
          book.lose(clock, day());
          break;
        default:
          break;
      }
    }
    const Instant between = test_run.from + Minutes{*rc::gen::inRange(0, 2000 * 1440)};
    const auto whole = count(book, test_run);
    const auto before = count(book, {test_run.from, between});
    const auto after = count(book, {between, test_run.to});
    RC_ASSERT(whole.met == before.met + after.met);
    RC_ASSERT(whole.total == before.total + after.total);
    RC_ASSERT(whole.overdue_children == before.overdue_children + after.overdue_children);
    RC_ASSERT(whole.met <= whole.total);
  });
}

// Proves that a clock is overdue while it runs past its limit, and neither before, nor once it has ended, nor
// where there is none.
TEST(ClockBook, KnowsWhatIsOverdue) {
  ClockBook book;
  const auto clock = book.start(ClockKind::conference, workday(0), 1, Instant::never());
  const Instant due = pathway::due(ClockKind::conference, workday(0));
  EXPECT_FALSE(book.is_overdue(clock, due));
  EXPECT_TRUE(book.is_overdue(clock, due + Minutes{1}));
  book.stop(clock, due + days(2));
  EXPECT_FALSE(book.is_overdue(clock, due + days(3)));
  EXPECT_FALSE(book.is_overdue(ClockBook::none, due + days(3)));
}

// Proves the figures: a share of what fell due, empty where nothing did, and a level in children.
TEST(ClockBook, BecomesFigures) {
  OrganisationTally tally;
  const auto kind = static_cast<std::size_t>(ClockKind::conference);
  tally.limits[kind] = {3, 4, 5 * test_window.length().count()};
  const Figures counted = figures({}, tally, test_window, test_run);
  EXPECT_EQ(counted[*find("conference_limit_met_share")], 0.75);
  EXPECT_EQ(counted[*find("conference_overdue_children")], 5.0);
  EXPECT_FALSE(counted[*find("initial_assessment_limit_met_share")].has_value());
  EXPECT_EQ(counted[*find("initial_assessment_overdue_children")], 0.0);
  EXPECT_FALSE(counted[*find("conference_in_time_share")].has_value()) << "which is of those done";
}

}  // namespace
}  // namespace lscb::measures
