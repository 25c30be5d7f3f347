// Same arguments, same bytes; and two designs are one until the first date on which they differ.
#include <gtest/gtest.h>

#include <map>
#include <thread>
#include <vector>

#include "designs.h"
#include "experiment/design_difference.h"
#include "same_bytes.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

TEST(Determinism, RepeatedCallsGiveTheSameBytes) {
  const Design design = small("restructure");
  const Outcome first = run(design);
  EXPECT_GT(figure(first, "contacts_children"), 0.0);
  expect_same_bytes(first, run(design));
  expect_same_bytes(first, run(design));
}

TEST(Determinism, AScenarioAgainstItselfDiffersByExactlyZero) {
  const Design base = small("isle-of-wight-2011");
  const Design copy = base;
  for (std::uint64_t replication = 0; replication < 3; ++replication) {
    const Outcome a = run(base, 7, replication);
    const Outcome b = run(copy, 7, replication);
    expect_same_bytes(a, b);
    for (std::size_t i = 0; i < a.figures.size(); ++i) {
      if (!a.figures[i]) continue;
      EXPECT_EQ(*a.figures[i] - *b.figures[i], 0.0) << measures::catalogue()[i].id;
    }
  }
}

TEST(Determinism, OtherKeysGiveOtherLives) {
  const Design design = small("no-change");
  EXPECT_NE(run(design, 1, 0).fingerprint, run(design, 1, 1).fingerprint);
  EXPECT_NE(run(design, 1, 0).fingerprint, run(design, 2, 0).fingerprint);
}

TEST(Determinism, AnyNumberOfThreadsGivesTheSameBytes) {
  const Design design = small("isle-of-wight-2011");
  constexpr std::size_t replications = 8;
  const auto with_threads = [&](std::size_t threads) {
    std::vector<Outcome> outcomes(replications);
    std::vector<std::thread> crew;
    for (std::size_t t = 0; t < threads; ++t) {
      crew.emplace_back([&, t] {
        for (std::size_t i = t; i < replications; i += threads) outcomes[i] = run(design, 3, i);
      });
    }
    for (std::thread& thread : crew) thread.join();
    return outcomes;
  };
  const auto alone = with_threads(1);
  for (const std::size_t threads : {std::size_t{2}, std::size_t{4}}) {
    const auto together = with_threads(threads);
    for (std::size_t i = 0; i < replications; ++i) expect_same_bytes(alone[i], together[i]);
  }
}

TEST(Determinism, WatchingChangesNothing) {
  const Design design = small("restructure");
  std::size_t months = 0;
  std::size_t children = 0;
  Watch watch;
  watch.month = [&](Instant, const auto& state) { months += state() != 0 ? 1U : 0U; };
  watch.child = [&](const measures::ChildHistory&, const life::Household&) { ++children; };
  std::size_t steps = 0;
  watch.step = [&](const trace::Step&) { ++steps; };
  const Outcome watched = replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch);
  EXPECT_GE(months, 72U);
  EXPECT_GT(children, 4000U);
  EXPECT_GT(steps, 10'000U);
  expect_same_bytes(run(design), watched);
}

// The counted window decides what is counted, and nothing of what happens.
TEST(Determinism, TheCountedWindowTouchesNothing) {
  const Design design = small("restructure");
  const kernel::WorldKey key{1, 0};
  const Outcome whole = replicate(design, key, design.window);
  const Outcome part = replicate(design, key, {at_date(2011, 1, 12), design.window.to});
  EXPECT_EQ(whole.fingerprint, part.fingerprint);
  EXPECT_NE(figure(whole, "contacts_children"), figure(part, "contacts_children"));
}

std::map<Instant, std::uint64_t> months_of(const Design& design, kernel::WorldKey key) {
  std::map<Instant, std::uint64_t> states;
  Watch watch;
  watch.month = [&](Instant month, const auto& state) { states[month] = state(); };
  (void)replicate_watched(design, key, design.window, watch);
  return states;
}

TEST(Pairing, BeforeTheFirstChangedDateAllStateIsTheSame) {
  const kernel::WorldKey key{11, 0};
  const Design base = small("no-change");
  const auto before = months_of(base, key);
  for (const std::string& name : shipped_scenarios()) {
    const Design alternative = small(name);
    const auto first = experiment::first_difference(base, alternative);
    const auto after = months_of(alternative, key);
    ASSERT_EQ(before.size(), after.size()) << name;
    std::size_t same = 0;
    std::size_t other = 0;
    for (const auto& [month, state] : before) {
      if (!first || month <= *first) {
        EXPECT_EQ(state, after.at(month))
            << name << ", " << in_years(month - base.window.from) << " years on";
      }
      ++(state == after.at(month) ? same : other);
    }
    if (!first) {
      EXPECT_EQ(other, 0U) << name;
      continue;
    }
    EXPECT_GE(same, 24U) << name;
    EXPECT_GT(other, 0U) << name << " never differs from no-change";
    EXPECT_NE(before.rbegin()->second, after.rbegin()->second) << name;
  }
}

// A log or a measure more cannot change a life: what happens is drawn from keys that name causes, and nothing
// reads what is counted. That a household more changes no other is proved of the truth (tests/life); an
// organisation shared by all is changed by it, as it should be.

}  // namespace
}  // namespace lscb::world
