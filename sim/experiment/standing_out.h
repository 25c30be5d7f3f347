// Whether a catchment stands out: whether what a change does to its children's rate can be told from what it
// does to the area's.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "experiment/estimate.h"
#include "measures/catalogue.h"

namespace lscb::experiment {

class Replications;

/// The headline of every 10,000 children who live there; its split by catchment has "@catchment=<centre>"
/// behind it.
inline constexpr std::string_view rate_id = "missed_assessments_per_10000_children";

/// A catchment's difference less the whole area's, both of the rate and paired by replication.
struct BeyondArea {
  std::size_t measure = 0;  ///< the catchment's rate, by index
  Estimate estimate;        ///< the intervals of all catchments hold together (Bonferroni)
};
/// Its interval excludes 0.
[[nodiscard]] bool stands_out(const BeyondArea& catchment);

/// Every catchment of the catalogue, in its order; none where the catalogue has no rate of the area. Design
/// `alternative` against design 0 over the first `done` replications.
[[nodiscard]] std::vector<BeyondArea> beyond_area(const Replications& replications, std::size_t alternative,
                                                  int done, const std::vector<measures::Measure>& catalogue,
                                                  double confidence);

}  // namespace lscb::experiment
