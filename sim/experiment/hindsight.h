// Serious harm that was predictable, and beside it what keeps it from being read as foresight, over many
// replications: how often the reference worker flags families that come to no harm, and what luck made of
// decisions on both sides. What is counted: measures/hindsight.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/estimate.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "measures/hindsight.h"
#include "world/design.h"

namespace lscb::experiment {

/// Something counted once in each replication. A catalogue in which one more is one entry.
struct HindsightCount {
  const char* id;
  const char* words;
  const char* unit;  ///< "harms", "families" or "children"
  int depth;         ///< of what entry above it is a part: 0 none, 1 the last of depth 0, and so on
  bool first;        ///< of those that a text tells for every 10,000 children as well
  std::int64_t measures::HindsightTally::*number;
};
/// One count as a share of another that holds it.
struct HindsightShare {
  const char* id;
  const char* words;
  std::int64_t measures::HindsightTally::*part;
  std::int64_t measures::HindsightTally::*whole;
  /// Else of something that is no number of harms, families or children: it may lie outside 0 to 1, and its
  /// interval is always the ratio estimator's.
  bool of_cases = true;
};
[[nodiscard]] const std::vector<HindsightCount>& hindsight_counts();  ///< in the order in which they are told
[[nodiscard]] const std::vector<HindsightShare>& hindsight_shares();

struct CountedFigure {
  std::int64_t number = 0;    ///< in all replications
  int replications_with = 0;  ///< with one or more
  Estimate a_year;            ///< in the area
  Estimate per_10000;         ///< a year, of every 10,000 children who live in the area
  /// So few in all (few_families) that the two intervals are those of a Poisson count.
  bool few = false;
  Estimate difference;  ///< of a_year from the first design's, paired, Student's; empty for the first
};
struct ShareFigure {
  std::int64_t part = 0;  ///< in all replications
  std::int64_t whole = 0;
  /// By the ratio estimator; where the part or what is left of the whole is few, the binomial's interval.
  Estimate share;
  bool few = false;
};

struct HindsightOfDesign {
  std::string scenario;
  std::string title;
  double children = 0.0;              ///< in the area on an average day, mean over replications
  std::vector<CountedFigure> counts;  ///< by hindsight_counts()
  std::vector<ShareFigure> shares;    ///< by hindsight_shares()

  /// REQUIRES: there is one of that id.
  [[nodiscard]] const CountedFigure& count(std::string_view id) const;
  [[nodiscard]] const ShareFigure& share(std::string_view id) const;
};

struct HindsightResult {
  std::uint64_t seed = 0;
  int replications = 0;
  int replications_asked = 0;
  double confidence = 0.95;
  Interval counted;
  std::vector<HindsightOfDesign> designs;  ///< as given
};

/// Runs the replications of one or two designs on shared keys. Counts what a comparison of the same designs
/// counts. Blocks. Throws as run().
[[nodiscard]] HindsightResult hindsight(const std::vector<world::Design>& designs, const Options& options,
                                        const Hooks& hooks = {});

}  // namespace lscb::experiment
