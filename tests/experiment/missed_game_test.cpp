// One missed child's game: shares go where there is one cause, two of which each suffices or each is needed,
// or none; and add up exactly.
#include "experiment/missed_game.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <vector>

#include "support/property.h"

namespace lscb::experiment {
namespace {

constexpr std::int64_t whole = kernel::factorial(group_count);

using Worth = std::vector<int>;  // by set: 1 where the child is not missed

std::int64_t sum(const MissedGame& game) {
  std::int64_t all = 0;
  for (const GroupPart& part : game.parts) all += part.orders;
  return all;
}

bool has(std::size_t set, std::size_t player) {
  return (set >> player & 1U) != 0;
}

TEST(MissedGame, ASingleCauseGetsAllOfItWhicheverItIs) {
  for (std::size_t cause = 0; cause < group_count; ++cause) {
    const auto game = missed_game(group_count, [&](std::size_t set) { return has(set, cause); });
    EXPECT_FALSE(game.beyond);
    for (std::size_t i = 0; i < group_count; ++i) {
      EXPECT_EQ(game.parts[i].but_for, i == cause);
      EXPECT_EQ(game.parts[i].sufficient_alone, i == cause);
      EXPECT_EQ(game.parts[i].orders, i == cause ? whole : 0);
    }
  }
}

TEST(MissedGame, TwoThatEachSufficeHaveNoButForAndEqualShares) {
  for (std::size_t a = 0; a < group_count; ++a) {
    for (std::size_t b = a + 1; b < group_count; ++b) {
      const auto game = missed_game(group_count, [&](std::size_t set) { return has(set, a) && has(set, b); });
      for (std::size_t i = 0; i < group_count; ++i) {
        const bool one_of_them = i == a || i == b;
        EXPECT_FALSE(game.parts[i].but_for);
        EXPECT_EQ(game.parts[i].sufficient_alone, one_of_them);
        EXPECT_EQ(game.parts[i].orders, one_of_them ? whole / 2 : 0);
      }
    }
  }
}

TEST(MissedGame, TwoThatAreBothNeededAreEachButForAndNeitherSuffices) {
  for (std::size_t a = 0; a < group_count; ++a) {
    for (std::size_t b = a + 1; b < group_count; ++b) {
      const auto game = missed_game(group_count, [&](std::size_t set) { return has(set, a) || has(set, b); });
      for (std::size_t i = 0; i < group_count; ++i) {
        const bool one_of_them = i == a || i == b;
        EXPECT_EQ(game.parts[i].but_for, one_of_them);
        EXPECT_FALSE(game.parts[i].sufficient_alone);
        EXPECT_EQ(game.parts[i].orders, one_of_them ? whole / 2 : 0);
      }
    }
  }
}

TEST(MissedGame, WhereNothingHelpsAllIsBeyond) {
  const auto game = missed_game(group_count, [](std::size_t) { return false; });
  EXPECT_TRUE(game.beyond);
  for (const GroupPart& part : game.parts) {
    EXPECT_FALSE(part.but_for || part.sufficient_alone);
    EXPECT_EQ(part.orders, 0);
  }
  EXPECT_TRUE(missed_game(0, [](std::size_t) { return false; }).beyond) << "nobody plays";
}

// The first helps, but not in company of the second: alone it would, with all it does not.
TEST(MissedGame, WhatDoesHarmHasANegativeShare) {
  const auto game = missed_game(2, [](std::size_t set) { return set == 1U; });
  EXPECT_TRUE(game.beyond);
  EXPECT_TRUE(game.parts[0].but_for);
  EXPECT_FALSE(game.parts[0].sufficient_alone) << "with it as well, the child is missed still";
  EXPECT_EQ(game.parts[0].orders, 1);
  EXPECT_EQ(game.parts[1].orders, -1);
}

TEST(MissedGame, SharesAndWhatIsBeyondAddUpExactly) {
  proof::holds(300, [] {
    const auto players = *rc::gen::inRange<std::size_t>(0, group_count + 1);
    Worth worth = *rc::gen::container<Worth>(std::size_t{1} << players, rc::gen::inRange(0, 2));
    worth[0] = 0;
    const auto game = missed_game(players, [&](std::size_t set) { return worth[set] != 0; });
    const std::int64_t all = kernel::factorial(players);
    RC_ASSERT(sum(game) + (game.beyond ? all : 0) == all);
    for (std::size_t i = players; i < group_count; ++i) RC_ASSERT(game.parts[i].orders == 0);
  });
}

TEST(MissedGame, WhoChangesNothingIsNothing) {
  proof::holds(100, [] {
    Worth worth = *rc::gen::container<Worth>(std::size_t{1} << group_count, rc::gen::inRange(0, 2));
    worth[0] = 0;
    const auto nobody = *rc::gen::inRange<std::size_t>(0, group_count);
    const std::size_t bit = std::size_t{1} << nobody;
    const auto game = missed_game(group_count, [&](std::size_t set) { return worth[set & ~bit] != 0; });
    RC_ASSERT(!game.parts[nobody].but_for);
    RC_ASSERT(!game.parts[nobody].sufficient_alone);
    RC_ASSERT(game.parts[nobody].orders == 0);
  });
}

}  // namespace
}  // namespace lscb::experiment
