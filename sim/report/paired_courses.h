// One family's chronology under two designs, side by side.
#pragma once

#include <cstdint>
#include <vector>

#include "experiment/course.h"
#include "report/course_words.h"

namespace lscb::report {

/// An entry of one course, or of both. Where both did the same at that minute and it was others who did it,
/// or something else stood before who decided, the entry is of both and the sentences concerned say under
/// which scenario they hold. Where both came to the same kind of step on one day, and not at the same minute
/// or with the same words, each has its entry and the two stand beside each other.
struct PairedEntry {
  enum class Of : std::uint8_t { both, first, second, each } of = Of::both;
  Entry entry;                      ///< of both: its places are the first course's; of each: the first's
  bool parts = false;               ///< the first entry from where the two courses part
  bool differs_in_outcome = false;  ///< the first entry from where something comes out differently
  Entry other{};                    ///< of each: the second's
};

/// In order of time, each course's entries in its own. REQUIRES: courses of one family, of designs that can
/// be paired.
[[nodiscard]] std::vector<PairedEntry> paired(const experiment::Course& first,
                                              const experiment::Course& second);

}  // namespace lscb::report
