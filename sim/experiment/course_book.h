// The courses of all families of a replication, held as far as two designs' are laid side by side: where each
// family's parts, and where something first comes out differently.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "experiment/divergence.h"
#include "trace/step.h"

namespace lscb::experiment {

/// Of one family; never where the two do not.
struct CourseParting {
  Instant parted = Instant::never();   ///< as divergence()
  Instant differs = Instant::never();  ///< as different_outcome()
};

/// 24 bytes for each step that is seen and 48 for each outcome.
class CourseBook {
 public:
  /// The steps of all families, in order. Those of no family are passed over.
  void see(const trace::Step& step);

 private:
  friend std::vector<CourseParting> partings(CourseBook& first, CourseBook& second);
  struct Seen {
    Instant at;
    std::uint64_t content = 0;
    std::uint32_t family = 0;  // counted from 0
  };
  struct Settled {
    Instant at;
    StepOutcome outcome;
    std::uint32_t family = 0;
  };
  void sort();
  [[nodiscard]] std::uint32_t families() const;

  std::vector<Seen> seen_;
  std::vector<Settled> settled_;
};

/// By family, as far as either book goes. Sorts the books. O(n log n).
[[nodiscard]] std::vector<CourseParting> partings(CourseBook& first, CourseBook& second);

}  // namespace lscb::experiment
