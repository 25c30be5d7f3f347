// A replication seen from inside while it runs. Watching draws nothing and changes nothing: figures, branches
// and fingerprints are the same bytes with and without.
#pragma once

#include <cstdint>
#include <functional>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "life/population.h"
#include "measures/history.h"
#include "trace/step.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::world {

/// What is to be looked at; what is not set costs nothing. Called in the thread that runs the replication.
struct Watch {
  /// At the run's beginning and every calendar month from then on, before anything of that minute happens.
  /// `state()` is a hash over all that has happened and over the whole present state, O(state) if it is asked
  /// for.
  std::function<void(Instant month, const std::function<std::uint64_t()>& state)> month;
  /// Each child's history as it is counted, by id, with the family's facts. The views live only for the call.
  std::function<void(const measures::ChildHistory& child, const life::Household& family)> child;
  /// Each family's steps as they are taken, in order.
  std::function<void(const trace::Step&)> step;
  /// Calls carry the reference worker's judgement and what luck made of them (measures::ContactPoint).
  bool reference = false;
  /// The outcome says what the decisions that missed a child rested on, as replicate_with_decisions.
  bool decisions = false;
};

/// world::replicate, watched. REQUIRES: as world::replicate.
[[nodiscard]] Outcome replicate_watched(const Design& design, kernel::WorldKey key, Interval counted,
                                        const Watch& watch);

}  // namespace lscb::world
