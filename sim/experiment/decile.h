// How bad it gets in one run in ten: a mean over runs is nobody's year.
#pragma once

#include <cstdint>
#include <optional>

#include "experiment/estimate.h"

namespace lscb::experiment {

/// A tenth of the runs lie at or beyond `value`. Its interval holds for any distribution: both ends are runs'
/// own figures, chosen by the binomial number of runs that fall beyond the true decile (H. A. David and H. N.
/// Nagaraja, Order Statistics, 3rd ed. 2003, section 7.1). Empty, all three, where there are too few runs
/// for such an interval.
struct Decile {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
};

struct Deciles {
  std::int64_t n = 0;  ///< replications in which the figure was defined
  Decile lowest;       ///< in one run in ten at most this
  Decile highest;      ///< in one run in ten at least this
};

/// What runs must at least be for a decile's interval at this confidence: 36 at 0.95. REQUIRES: in (0, 1).
[[nodiscard]] std::int64_t runs_for_deciles(double confidence);

/// O(n log n). Turning all signs turns the deciles about. REQUIRES: as above.
[[nodiscard]] Deciles deciles(const Series& series, double confidence);

}  // namespace lscb::experiment
