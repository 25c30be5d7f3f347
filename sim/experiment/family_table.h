// All families of one replication, watched while it runs.
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "experiment/course_book.h"
#include "experiment/family_figures.h"
#include "experiment/family_filters.h"
#include "kernel/keyed_random.h"
#include "world/design.h"

namespace lscb::experiment {

struct FamilyTable {
  std::vector<FamilyFigures> families;  ///< by number, from 0
  CourseBook courses;                   ///< empty unless asked for
  std::int64_t child_minutes = 0;       ///< lived in the area in the window
};

/// Plays the replication alone. REQUIRES: a window inside the design's.
[[nodiscard]] FamilyTable family_table(const world::Design& design, kernel::WorldKey key, Interval counted,
                                       bool with_courses);

/// The same families under both, what is apart before `until`. Sorts the courses. REQUIRES: one replication
/// of two designs that can be paired, with courses.
[[nodiscard]] std::vector<FamilyPair> paired(FamilyTable& first, FamilyTable& second, Instant until);

}  // namespace lscb::experiment
