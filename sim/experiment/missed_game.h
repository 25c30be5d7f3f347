// One missed child's game: which groups, put back, would have had it not missed, the rest of the
// organisation's load held as it was recorded.
//
// Players are the groups that take something away in the design. A set of them is worth 1 if the child is not
// missed with those restored, else 0; the empty set is worth 0, since the child was missed. Worth need not
// rise with the set: what helps alone may do harm in company, and a share may be negative.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "experiment/restored.h"
#include "kernel/shapley.h"

namespace lscb::experiment {

/// What a group is to one child.
struct GroupPart {
  bool but_for = false;           ///< restored alone, the child is not missed
  bool sufficient_alone = false;  ///< all others restored the child is missed still; with it as well, not
  std::int64_t orders = 0;        ///< Shapley share, over players!: exact
};

struct MissedGame {
  std::array<GroupPart, group_count> parts;  ///< by player
  bool beyond = false;                       ///< missed even with all restored
};

/// REQUIRES: worth(set) is whether the child is not missed with that set of `players` restored; false of the
/// empty set. The shares then add up to players!, or to nothing where the child is missed even with all
/// restored. O(2^players x players).
template <class Worth>
[[nodiscard]] MissedGame missed_game(std::size_t players, Worth&& worth) {
  MissedGame game;
  const std::size_t all = (std::size_t{1} << players) - 1;
  game.beyond = !worth(all);
  for (std::size_t i = 0; i < players; ++i) {
    const std::size_t alone = std::size_t{1} << i;
    game.parts[i].but_for = worth(alone);
    game.parts[i].sufficient_alone = worth(all) && !worth(all & ~alone);
  }
  kernel::each_joining(
      players, [&](std::size_t set) { return worth(set) ? 1 : 0; },
      [&](std::size_t i, std::size_t others, int adds) {
        if (adds != 0) game.parts[i].orders += adds * kernel::orders(players, others);
      });
  return game;
}

}  // namespace lscb::experiment
