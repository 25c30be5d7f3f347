// Exact shares against the plainest way to them: every order of the players, one after the other.

#include "kernel/shapley.h"

#include <gtest/gtest.h>
// RapidCheck's bridge needs gtest first.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace lscb::kernel {
namespace {

using Game = std::vector<int>;  // worth by set

std::vector<std::int64_t> shares(std::size_t players, const Game& worth) {
  std::vector<std::int64_t> all(players, 0);
  each_joining(
      players, [&](std::size_t set) { return worth[set]; },
      [&](std::size_t i, std::size_t others, int adds) { all[i] += adds * orders(players, others); });
  return all;
}

std::vector<std::int64_t> by_every_order(std::size_t players, const Game& worth) {
  std::vector<std::int64_t> all(players, 0);
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    std::size_t set = 0;
    for (const std::size_t i : order) {
      const std::size_t with = set | std::size_t{1} << i;
      all[i] += worth[with] - worth[set];
      set = with;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return all;
}

Game some_game(std::size_t players) {
  return *rc::gen::container<Game>(std::size_t{1} << players, rc::gen::inRange(-3, 4));
}

RC_GTEST_PROP(Shapley, IsTheMeanOverEveryOrder, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(0, 6);
  const Game worth = some_game(players);
  RC_ASSERT(shares(players, worth) == by_every_order(players, worth));
}

RC_GTEST_PROP(Shapley, AddsUpToWhatAllAreWorthTogether, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(0, 9);
  const Game worth = some_game(players);
  const auto all = shares(players, worth);
  RC_ASSERT(std::accumulate(all.begin(), all.end(), std::int64_t{0}) ==
            (worth.back() - worth.front()) * factorial(players));
}

RC_GTEST_PROP(Shapley, GivesNothingToWhoAddsNothing, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(1, 8);
  const std::size_t nobody = *rc::gen::inRange<std::size_t>(0, players);
  Game worth = some_game(players);
  for (std::size_t set = 0; set < worth.size(); ++set) worth[set] = worth[set & ~(std::size_t{1} << nobody)];
  RC_ASSERT(shares(players, worth)[nobody] == 0);
}

RC_GTEST_PROP(Shapley, GivesTheSameToTwoWhoAddTheSame, ()) {
  const auto players = *rc::gen::inRange<std::size_t>(2, 8);
  Game worth = some_game(players);
  // Worth asks only how many of the first two are there.
  for (std::size_t set = 0; set < worth.size(); ++set) {
    if ((set & 3U) == 2U) worth[set] = worth[set ^ 3U];
  }
  const auto all = shares(players, worth);
  RC_ASSERT(all[0] == all[1]);
}

TEST(Shapley, CountsOrdersExactly) {
  for (std::size_t players = 1; players <= 10; ++players) {
    std::int64_t in_all = 0;
    std::int64_t sets = 1;  // of so many others: players - 1 over others
    for (std::size_t others = 0; others < players; ++others) {
      in_all += sets * orders(players, others);
      sets = sets * static_cast<std::int64_t>(players - 1 - others) / static_cast<std::int64_t>(others + 1);
    }
    EXPECT_EQ(in_all, factorial(players));
  }
  EXPECT_EQ(factorial(7), 5040);
}

}  // namespace
}  // namespace lscb::kernel
