// What an experiment needs besides its designs: how many replications, which seed, what is asked of the
// figures.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::experiment {

/// The measure that answers the board's question; the only one that a delta belongs to.
inline constexpr std::string_view headline_id = "missed_assessments";
/// What the services cost; its difference is a scenario's extra cost.
inline constexpr std::string_view spend_id = "spend_pounds";
/// Delta where none is given: this share of the base's mean of the headline.
inline constexpr double default_delta_share = 0.05;

struct Options {
  // These choose which lives are simulated, and what is counted.
  int replications = 200;       ///< 2 to 1,000,000
  std::uint64_t seed = 1;       ///< any; the same seed gives the same lives in every scenario
  std::optional<Instant> from;  ///< replaces the start of the counted window; inside the designs' window
  std::optional<Instant> to;    ///< replaces its end; inside the designs' window

  // These choose what is said of the figures.
  double confidence = 0.95;     ///< of every interval, 0.5 to 0.9999
  std::optional<double> delta;  ///< a difference you would act on, in the headline's unit; not negative

  // This changes nothing but the time taken: the same bytes come from any number.
  int threads = 0;  ///< 0: as many as the machine has; at most 1024
};

/// One replication of several designs, as world::replicate_together: fills `outcomes`, one a design. Called
/// from several threads at once; must be pure. May throw: the experiment then ends in a ReplicationFailure,
/// which names the design being played.
using Replicator = std::function<void(const std::vector<world::Design>&, kernel::WorldKey, Interval counted,
                                      world::Together& out)>;

/// The model itself, world::replicate_together.
[[nodiscard]] Replicator the_model();

/// Each design by itself.
using OneReplicator = std::function<world::Outcome(const world::Design&, kernel::WorldKey, Interval counted)>;
[[nodiscard]] Replicator each_alone(OneReplicator one);

/// How far an experiment has come. A replication counts once all its designs have run.
struct Progress {
  int done = 0;
  int total = 0;
};

/// Called after each replication, never from two threads at once, `done` rising by one each time. Must not
/// wait on the experiment itself.
using ProgressCallback = std::function<void(Progress)>;

}  // namespace lscb::experiment
