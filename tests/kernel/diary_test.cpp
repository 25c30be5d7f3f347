// The diary against a calendar under random operations: whatever is scheduled when, the same events come in
// the same order at the same times.

#include <gtest/gtest.h>
// RapidCheck's bridge needs gtest first.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "kernel/diary.h"

namespace lscb::kernel {
namespace {

struct Number {
  std::uint32_t value = 0;
};

constexpr Tick begins = 1000;
constexpr Tick ends = 1200;

RC_GTEST_PROP(Diary, HandsOutWhatACalendarHandsOut, ()) {
  const Tick page = *rc::gen::inRange<Tick>(1, 60);
  Diary<Number> diary(begins, ends, page);
  Calendar<Number> calendar(begins - 1);
  std::uint32_t name = 0;
  const auto schedule = [&](Tick at) {
    diary.schedule(at, Number{++name});
    calendar.schedule(at, Number{name});
  };
  const int steps = *rc::gen::inRange(1, 60);
  for (int step = 0; step < steps; ++step) {
    const Tick now = diary.now();
    RC_ASSERT(now == calendar.now());
    if (now >= ends - 1) break;
    if (*rc::gen::inRange(0, 3) > 0) {
      // Often the same few moments, so that equal times are met.
      const int many = *rc::gen::inRange(1, 40);
      for (int i = 0; i < many; ++i) {
        const Tick from = std::max(now, begins);
        schedule(*rc::gen::inRange(0, 2) == 0 ? *rc::gen::inRange(from, ends)
                                              : std::min(ends - 1, from + *rc::gen::inRange<Tick>(0, 3)));
      }
    } else {
      const Tick until = *rc::gen::inRange(now, ends);
      Fired<Number> mine;
      Fired<Number> theirs;
      while (true) {
        const bool any = calendar.next_until(until, theirs);
        RC_ASSERT(diary.next_until(until, mine) == any);
        if (!any) break;
        RC_ASSERT(mine.at == theirs.at);
        RC_ASSERT(mine.event.value == theirs.event.value);
        RC_ASSERT(diary.now() == theirs.at);
        // An answer to the event, at once or later, alone or in numbers.
        if (name < 300 && *rc::gen::inRange(0, 12) == 0) {
          std::vector<std::pair<Tick, Number>> many;
          const int count = *rc::gen::inRange(1, 30);
          for (int i = 0; i < count; ++i) {
            many.emplace_back(std::min(ends - 1, mine.at + *rc::gen::inRange<Tick>(0, 20)), Number{++name});
          }
          diary.schedule_all(
              many, [](const auto& one) { return one.first; }, [](const auto& one) { return one.second; });
          for (const auto& [at, event] : many) calendar.schedule(at, event);
        }
        if (name < 300 && *rc::gen::inRange(0, 4) == 0) schedule(*rc::gen::inRange(mine.at, ends));
      }
    }
  }
}

TEST(Diary, TellsWhatComesNextOnItsPage) {
  Diary<Number> diary(0, 100, 10);
  diary.schedule(13, {3});
  diary.schedule(11, {1});
  diary.schedule(12, {2});
  diary.schedule(25, {4});
  EXPECT_EQ(diary.ahead(1), nullptr);  // no page is open
  Fired<Number> fired;
  ASSERT_TRUE(diary.next_until(99, fired));
  EXPECT_EQ(fired.event.value, 1U);
  EXPECT_EQ(diary.turned(), 1U);
  ASSERT_NE(diary.ahead(1), nullptr);
  EXPECT_EQ(diary.ahead(1)->value, 2U);
  ASSERT_NE(diary.ahead(2), nullptr);
  EXPECT_EQ(diary.ahead(2)->value, 3U);
  EXPECT_EQ(diary.ahead(3), nullptr);  // on a later page
}

TEST(Diary, CopyGoesItsOwnWay) {
  Diary<Number> one(0, 100, 10);
  for (Tick at = 0; at < 100; ++at) one.schedule(at, {static_cast<std::uint32_t>(at)});
  Fired<Number> fired;
  for (int i = 0; i < 35; ++i) ASSERT_TRUE(one.next_until(99, fired));
  Diary<Number> other = one;
  other.schedule(35, {1000});
  ASSERT_TRUE(one.next_until(99, fired));
  EXPECT_EQ(fired.event.value, 35U);
  ASSERT_TRUE(one.next_until(99, fired));
  EXPECT_EQ(fired.event.value, 36U);
  ASSERT_TRUE(other.next_until(99, fired));
  EXPECT_EQ(fired.event.value, 35U);
  ASSERT_TRUE(other.next_until(99, fired));
  EXPECT_EQ(fired.event.value, 1000U);
}

TEST(Diary, EndsWithItsLastPage) {
  Diary<Number> diary(0, 95, 10);
  diary.schedule(94, {1});
  Fired<Number> fired;
  ASSERT_TRUE(diary.next_until(1000, fired));
  EXPECT_EQ(fired.at, 94);
  EXPECT_FALSE(diary.next_until(1000, fired));
  EXPECT_EQ(diary.now(), 1000);
}

}  // namespace
}  // namespace lscb::kernel
