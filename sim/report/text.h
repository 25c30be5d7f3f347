// Results as text for a terminal: what a board reads first.
#pragma once

#include <string>

#include "experiment/compare.h"
#include "experiment/run.h"

namespace lscb::report {

struct TextOptions {
  bool all_measures =
      false;  ///< else the first page: the headline, its parts, levels and ages, and what bears on it
};

/// Each ends in a newline, is at most 110 columns wide but for long labels, and names neither time nor
/// machine.
[[nodiscard]] std::string to_text(const experiment::RunResult& run, const TextOptions& options = {});
[[nodiscard]] std::string to_text(const experiment::CompareResult& comparison,
                                  const TextOptions& options = {});

/// How often each branch of the pathway was taken; those never taken with the reason why not, or marked.
[[nodiscard]] std::string coverage_text(const experiment::FullRun& run);

}  // namespace lscb::report
