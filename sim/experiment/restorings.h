// Every subset of the groups that take something away in a design, put back to their references together: the
// design, and what a recording's answers give way to, composed once.
//
// Restoring works by edits that touch different things, so the order does not matter. A group that is at its
// reference in the design is so under every subset: it is no player.
#pragma once

#include <cstddef>
#include <vector>

#include "experiment/restored.h"
#include "world/design.h"
#include "world/recording.h"

namespace lscb::experiment {

/// A set of players: bit i is the i-th of `Restorings::players()`.
using GroupSet = std::size_t;

/// Thread rule: immutable.
class Restorings {
 public:
  /// REQUIRES: as restored(). Memory: a design for each of 2^players subsets.
  explicit Restorings(const world::Design& design);

  /// Groups that are not at their reference, in the order of all_groups.
  [[nodiscard]] const std::vector<Group>& players() const { return players_; }
  [[nodiscard]] std::size_t sets() const { return designs_.size(); }
  [[nodiscard]] GroupSet all() const { return sets() - 1; }
  /// With those groups restored; of the empty set the design itself.
  [[nodiscard]] const world::Design& design(GroupSet restored) const { return designs_[restored]; }
  [[nodiscard]] const world::Eased& eased(GroupSet restored) const { return eased_[restored]; }

 private:
  std::vector<Group> players_;
  std::vector<world::Design> designs_;  // by set
  std::vector<world::Eased> eased_;     // by set
};

}  // namespace lscb::experiment
