// Whether changes made together do more, or less, than the same changes one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "experiment/estimate.h"
#include "experiment/verdict.h"
#include "world/design.h"

namespace lscb::experiment {

/// One design's share in a contrast. Design 0 is the base, k the k-th alternative.
struct Term {
  std::size_t design = 0;
  int weight = 0;
};

enum class ContrastKind : std::uint8_t {
  excess_over_parts,  ///< all together less base, less what each part does by itself
  pair,               ///< two parts together less each alone, the third absent
  three_way,          ///< what no pair explains
};

/// A sum of designs with weights that add up to nothing, taken replication by replication on shared keys.
struct ContrastForm {
  ContrastKind kind = ContrastKind::excess_over_parts;
  std::vector<std::string> parts;  ///< the scenarios whose working together it measures
  std::string together;            ///< the scenario that has them all
  std::vector<Term> terms;
};

/// A measure's contrast.
struct ContrastFigure {
  Estimate estimate;
  double level = 0.95;          ///< confidence, of all intervals together where simultaneous
  bool simultaneous = false;    ///< over the contrasts; the headline only
  std::optional<double> delta;  ///< the headline's; other measures have none
  Verdict verdict = Verdict::not_enough_runs;
  std::optional<std::int64_t> runs_needed;
};

struct Contrast {
  ContrastForm form;
  std::vector<ContrastFigure> figures;  ///< by index of the measures
};

/// Finds a full factorial design among the alternatives by what they change, compared by value: three that
/// add disjoint changes to the base and the four unions of them (2 x 2 x 2), else two and their union (2 x
/// 2). The first in the order given; empty if there is none. In a 2 x 2 x 2 design the forms are the excess
/// of all three over their parts, the three pairs and the three-way contrast; in a 2 x 2 design the excess.
[[nodiscard]] std::vector<ContrastForm> factorial_contrasts(const world::Design& base,
                                                            const std::vector<world::Design>& alternatives);

}  // namespace lscb::experiment
