// The step that parts two courses where it comes from outside, in words: at another time, by others, or with
// more left out.
#pragma once

#include <string>
#include <vector>

#include "experiment/course.h"
#include "experiment/divergence.h"

namespace lscb::report {

/// How the step that parts them came at another time, by others or with more left out; never empty.
[[nodiscard]] std::vector<std::string> arrival_in_words(const experiment::Course& first,
                                                        const experiment::Course& second,
                                                        const experiment::Divergence& parting);

/// What else was read since the step before and differs, and did not lead to what came from outside; a
/// sentence or none.
[[nodiscard]] std::vector<std::string> beside_in_words(const experiment::Divergence& parting);

/// What was weighed on the work that parts them, as soon as it was done: in both courses and not the same,
/// or nothing. It had no part in their parting.
[[nodiscard]] std::vector<experiment::DifferentInput> weighed_then(const experiment::Course& first,
                                                                   const experiment::Course& second,
                                                                   const experiment::Divergence& parting);

}  // namespace lscb::report
