// Why calls about children in need went no further: what the decisions rested on, over many replications.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "door/attribution.h"
#include "experiment/basis.h"
#include "experiment/estimate.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "measures/opportunity.h"
#include "world/design.h"

namespace lscb::experiment {

/// A part of the missed opportunities: how many a year, and what share of those that a decision ended.
struct WhyPart {
  Estimate a_year;
  Estimate share;       ///< by the ratio estimator; empty where no decision ended any
  Estimate difference;  ///< of a_year, from the first design's, paired; empty for the first
};

struct WhyOfDesign {
  std::string scenario;
  std::string title;
  Estimate missed;                                        ///< missed opportunities, contacts a year
  Estimate missed_difference;                             ///< from the first design's, paired
  std::array<Estimate, measures::unmet_count> by_kind{};  ///< contacts a year
  Estimate decided;                                       ///< ended by a decision, contacts a year
  std::array<WhyPart, door::term_count> terms{};          ///< Shapley shares, summed over decisions
  WhyPart beyond;  ///< would have gone no further with all terms restored
};

struct WhyResult : Basis {
  std::vector<WhyOfDesign> designs{};  ///< as given
};

/// Runs the replications of one or two designs on shared keys. The parts' shares and `beyond` add up to 1 and
/// their numbers to `decided`, exactly but for rounding. Counts what a comparison of the same designs counts.
/// Blocks. Throws as run().
[[nodiscard]] WhyResult why(const std::vector<world::Design>& designs, const Options& options,
                            const Hooks& hooks = {});

}  // namespace lscb::experiment
