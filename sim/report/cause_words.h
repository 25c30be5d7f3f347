// Why two courses of a family part, in words: what differed, and which way it pulled. What it comes to in
// figures: divergence_words.h. Only what was logged is told, and as what differed, not as what would have
// sufficed.
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

/// Which changes, of those in which the designs differ, had been made by then, and which of them had ended;
/// empty where they differ in none.
[[nodiscard]] std::vector<std::string> changes_made_by(const experiment::Course& first,
                                                       const experiment::Course& second, Instant at);

}  // namespace lscb::report
