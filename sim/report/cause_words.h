// Why two courses of a family part, in words: what differed, and which way it pulled. What it comes to in
// figures: divergence_words.h. Only what was logged is told, and as what differed; what would have sufficed
// is said of two terms or thresholds of a weighing alone, as they were logged.
#pragma once

#include <string>
#include <vector>

#include "experiment/course.h"
#include "experiment/divergence.h"

namespace lscb::report {

/// A sentence for each input that both courses have and that differs: what weighs more, first. Of a weighing
/// on both sides, last what it was enough for. Where something was kept back in one course only, that too.
[[nodiscard]] std::vector<std::string> causes_in_words(const experiment::Course& first,
                                                       const experiment::Course& second,
                                                       const std::vector<experiment::DifferentInput>& inputs);

/// What was read or weighed under one of the two alone, a sentence each.
[[nodiscard]] std::vector<std::string> read_under_one_only(
    const experiment::Course& first, const experiment::Course& second,
    const std::vector<experiment::DifferentInput>& inputs);

/// What was read in both courses, as it goes on after "did this come into it: ", without saying how it
/// differs.
[[nodiscard]] std::vector<std::string> subjects_of(const std::vector<experiment::DifferentInput>& inputs);

}  // namespace lscb::report
