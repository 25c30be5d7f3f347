// What the decisions rested on that ended calls about children in need: "in the decision", of designs that
// were run with their decisions kept.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "door/attribution.h"
#include "experiment/estimate.h"
#include "measures/opportunity.h"

namespace lscb::experiment {

class Replications;

/// A part of the missed opportunities: how many a year, and what share of those that a decision ended.
struct WhyPart {
  Estimate a_year;
  Estimate share;             ///< by the ratio estimator; empty where no decision ended any
  Estimate difference;        ///< of a_year, from the first design's, paired; empty for the first
  Estimate share_difference;  ///< likewise of the share
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

/// Of the first `done` replications, of those of their designs that stand at `places`, in that order. The
/// parts' shares and `beyond` add up to 1 and their numbers to `decided`, exactly but for rounding. REQUIRES:
/// their outcomes have decisions.
[[nodiscard]] std::vector<WhyOfDesign> decision_table(const Replications& replications,
                                                      std::span<const std::size_t> places, int done,
                                                      double confidence);

}  // namespace lscb::experiment
