#include "kernel/calendar.h"

#include <gtest/gtest.h>

#include <string>

namespace lscb::kernel {

struct CalendarProbe {
  template <class Event>
  static void set_sequence(Calendar<Event>& calendar, std::uint64_t sequence) {
    calendar.sequence_ = sequence;
  }
};

namespace {

struct Letter {
  char name;
};

std::string spell(Calendar<Letter>& calendar) {
  std::string word;
  Fired<Letter> fired;
  while (calendar.next(fired)) word += fired.event.name;
  return word;
}

TEST(Calendar, GoesByTimeThenPriorityThenSequence) {
  Calendar<Letter> calendar;
  calendar.schedule(20, {'f'});
  calendar.schedule(10, {'c'});
  calendar.schedule(10, {'e'}, 1);
  calendar.schedule(10, {'d'});
  calendar.schedule(10, {'b'}, -1);
  calendar.schedule(5, {'a'}, 127);
  EXPECT_EQ(spell(calendar), "abcdef");
  EXPECT_EQ(calendar.now(), 20);
}

TEST(Calendar, ReschedulingGoesBehindEqualsAndKeepsHandleAndPriority) {
  Calendar<Letter> calendar;
  const Handle first = calendar.schedule(10, {'a'});
  const Handle urgent = calendar.schedule(99, {'c'}, -1);
  calendar.schedule(10, {'b'});
  EXPECT_TRUE(calendar.reschedule(first, 10));
  EXPECT_TRUE(calendar.reschedule(urgent, 10));
  EXPECT_EQ(calendar.time_of(urgent), 10);
  EXPECT_EQ(calendar.event_of(first).name, 'a');
  EXPECT_EQ(calendar.size(), 3U);
  EXPECT_EQ(spell(calendar), "cba");
}

TEST(Calendar, StaleHandlesAreHarmless) {
  Calendar<Letter> calendar;
  const Handle nothing;
  EXPECT_FALSE(calendar.is_scheduled(nothing));
  const Handle old = calendar.schedule(1, {'a'});
  EXPECT_TRUE(calendar.cancel(old));
  EXPECT_FALSE(calendar.cancel(old));
  const Handle reused = calendar.schedule(2, {'b'});  // takes the slot of the first
  EXPECT_NE(old, reused);
  EXPECT_FALSE(calendar.is_scheduled(old));
  EXPECT_FALSE(calendar.cancel(old));
  EXPECT_FALSE(calendar.reschedule(old, 5));
  EXPECT_FALSE(calendar.cancel(nothing));
  EXPECT_EQ(spell(calendar), "b");
  EXPECT_FALSE(calendar.is_scheduled(reused));
  EXPECT_TRUE(calendar.empty());
}

TEST(Calendar, NextUntilStopsTheClockAtTheEnd) {
  Calendar<Letter> calendar(-100);
  calendar.schedule(10, {'a'});
  calendar.schedule(11, {'b'});
  Fired<Letter> fired;
  EXPECT_TRUE(calendar.next_until(10, fired));
  EXPECT_FALSE(calendar.next_until(10, fired));
  EXPECT_EQ(fired.event.name, 'a');
  EXPECT_FALSE(calendar.next_until(10, fired));
  EXPECT_EQ(calendar.now(), 10);
  EXPECT_EQ(calendar.pop().event.name, 'b');
  EXPECT_FALSE(calendar.next_until(500, fired));
  EXPECT_EQ(calendar.now(), 500);
}

TEST(Calendar, KeepsItsOrderWhenTheSequenceRunsOut) {
  Calendar<Letter> calendar;
  CalendarProbe::set_sequence(calendar, (std::uint64_t{1} << 32) - 4);
  calendar.schedule(7, {'b'});
  calendar.schedule(7, {'a'}, -1);
  const Handle moved = calendar.schedule(3, {'d'});
  calendar.reschedule(moved, 7);
  const Handle last = calendar.schedule(7, {'e'});  // numbers anew
  calendar.schedule(7, {'f'});
  EXPECT_TRUE(calendar.is_scheduled(moved));
  EXPECT_TRUE(calendar.cancel(last));
  EXPECT_EQ(spell(calendar), "abdf");
}

TEST(Calendar, ManyCancelledEventsLeaveNothingBehind) {
  Calendar<Letter> calendar;
  calendar.reserve(100);
  const std::size_t before = calendar.memory();
  for (Tick i = 0; i < 100'000; ++i) calendar.cancel(calendar.schedule(1'000'000 - i, {'x'}));
  EXPECT_EQ(calendar.memory(), before);
  EXPECT_EQ(calendar.size(), 0U);
  EXPECT_EQ(spell(calendar), "");
}

TEST(Calendar, HoldsTheWholeRangeOfTime) {
  Calendar<Letter> calendar(std::numeric_limits<Tick>::min());
  calendar.schedule(std::numeric_limits<Tick>::max(), {'c'}, 127);
  calendar.schedule(std::numeric_limits<Tick>::min(), {'a'}, -128);
  calendar.schedule(0, {'b'});
  EXPECT_EQ(spell(calendar), "abc");
}

using CalendarDeathTest = ::testing::Test;

TEST(CalendarDeathTest, RefusesThePastAndSaysWhen) {
  Calendar<Letter> calendar;
  const Handle later = calendar.schedule(41, {'a'});
  calendar.schedule(40, {'b'});
  calendar.pop();
  EXPECT_DEATH(calendar.schedule(39, {'c'}), "scheduled in the past(.|\n)*simulated time: tick 40");
  EXPECT_DEATH(calendar.reschedule(later, 39), "rescheduled into the past");
  Fired<Letter> fired;
  EXPECT_DEATH(static_cast<void>(calendar.next_until(39, fired)), "cannot go back");
}

TEST(CalendarDeathTest, RefusesWhatItCannotHold) {
  Calendar<Letter> calendar;
  EXPECT_DEATH(calendar.schedule(1, {'a'}, 128), "-128 to 127");
  EXPECT_DEATH(calendar.schedule(1, {'a'}, -129), "-128 to 127");
  EXPECT_DEATH(calendar.pop(), "no event is left");
  EXPECT_DEATH(static_cast<void>(calendar.time_of(Handle())), "not scheduled");
}

}  // namespace
}  // namespace lscb::kernel
