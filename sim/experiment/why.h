// Why calls about children in need went no further: what the decisions rested on, over many replications.
#pragma once

#include <vector>

#include "experiment/basis.h"
#include "experiment/decision_table.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "world/design.h"

namespace lscb::experiment {

struct WhyResult : Basis {
  std::vector<WhyOfDesign> designs{};  ///< as given
};

/// Runs the replications of one or two designs on shared keys. The parts' shares and `beyond` add up to 1 and
/// their numbers to `decided`, exactly but for rounding. Counts what a comparison of the same designs counts.
/// Blocks. Throws as run().
[[nodiscard]] WhyResult why(const std::vector<world::Design>& designs, const Options& options,
                            const Hooks& hooks = {});

}  // namespace lscb::experiment
