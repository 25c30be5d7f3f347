// Where two courses of one family part, in words.
#pragma once

#include <string>
#include <vector>

#include "experiment/divergence.h"

namespace lscb::report {

/// What differs, in figures, a line each: "the threshold for an assessment: 1.60 against 1.90". In words:
/// cause_words.h. Empty where it came from outside: work done at another time, or by others.
[[nodiscard]] std::vector<std::string> inputs_in_words(const std::vector<experiment::DifferentInput>& inputs);

}  // namespace lscb::report
