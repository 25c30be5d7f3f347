// A comparison from the files to what is told of it: the same for each command that compares.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/results.h"
#include "experiment/compare.h"

namespace lscb::cli {

/// Loads the scenarios, the first of which is the base, compares them and delivers the forms that `forms_of`
/// makes of the result (which outlives them). Returns the exit code; exit_interrupted where it was stopped
/// early: what had finished is told, if anything had. REQUIRES: scenarios.size() >= 1.
[[nodiscard]] int compare_and_tell(const std::vector<std::string>& scenarios,
                                   const experiment::Options& options, const Output& output,
                                   ShowProgress progress,
                                   const std::function<Forms(const experiment::CompareResult&)>& forms_of);

}  // namespace lscb::cli
