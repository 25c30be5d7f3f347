// What "in the organisation" asks of the model: to play and take down a replication, to play one of its
// families again, and to play whole areas and name whom they miss.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "experiment/options.h"
#include "kernel/keyed_random.h"
#include "world/design.h"
#include "world/recording.h"

namespace lscb::experiment {

/// As world::Recording, of a replication whose outcome has its decisions.
class Recorded {
 public:
  virtual ~Recorded() = default;
  [[nodiscard]] virtual const world::Outcome& outcome() const = 0;
  [[nodiscard]] virtual const std::vector<world::MissedChild>& missed() const = 0;
  [[nodiscard]] virtual std::uint8_t replay(HouseholdId household, const world::Design& design,
                                            const world::Eased& eased) const = 0;
};

/// Called from several threads at once; must be pure. May throw: see Replicator.
struct Recorder {
  std::function<std::unique_ptr<Recorded>(const world::Design&, kernel::WorldKey, Interval counted)> record;
  Replicator name_missed;  ///< whose outcomes name whom they miss
};

/// The model itself: world::Recording, world::replicate_naming_missed.
[[nodiscard]] Recorder the_recorder();

}  // namespace lscb::experiment
