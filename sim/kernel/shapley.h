#pragma once

#include <cstddef>
#include <cstdint>

#include "kernel/assert.h"

namespace lscb::kernel {

// Shares of a game, exact by all subsets: what each player adds to what is there, on the mean over all orders
// in which the players could come in (Shapley, Contributions to the Theory of Games II, 1953). Sets of
// players are bits, bit i for player i.

// n!. REQUIRES: n <= 20, or it does not fit.
[[nodiscard]] constexpr std::int64_t factorial(std::size_t n) {
  LSCB_REQUIRE(n <= 20, "a factorial that fits 64 bits");
  std::int64_t product = 1;
  for (std::size_t i = 2; i <= n; ++i) product *= static_cast<std::int64_t>(i);
  return product;
}

// In how many of the n! orders of `players` just one set of so many others comes in before one player.
// REQUIRES: others < players <= 20.
[[nodiscard]] constexpr std::int64_t orders(std::size_t players, std::size_t others) {
  LSCB_REQUIRE(others < players, "the others are fewer than the players");
  return factorial(others) * factorial(players - others - 1);
}

// Each way in which a player can come in after a set of others: joins(player, size of the set, what the
// player adds to worth(set)). By set, then by player. O(2^players x players). REQUIRES: worth is pure.
template <class Worth, class Joins>
constexpr void each_joining(std::size_t players, Worth&& worth, Joins&& joins) {
  const std::size_t sets = std::size_t{1} << players;
  for (std::size_t set = 0; set < sets; ++set) {
    const auto size = static_cast<std::size_t>(__builtin_popcountll(set));
    for (std::size_t i = 0; i < players; ++i) {
      if ((set >> i & 1U) == 0) joins(i, size, worth(set | std::size_t{1} << i) - worth(set));
    }
  }
}

}  // namespace lscb::kernel
