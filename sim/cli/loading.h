// Files named on the command line, with all their mistakes told at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "scenario/diagnostic.h"
#include "world/design.h"

namespace lscb::cli {

/// Writes the mistakes to standard error, one a line, each once.
void tell(std::vector<scenario::Diagnostic> problems);
void tell(const std::vector<std::string>& mistakes);

/// What speaks against writing the result where it is wanted.
[[nodiscard]] std::vector<std::string> cannot_write(const Output& output);

/// Loads the scenarios and weighs the options and the output files, `files` among them, against them. Empty,
/// after every mistake has been told, if there is any.
[[nodiscard]] std::optional<std::vector<world::Design>> load(const std::vector<std::string>& scenarios,
                                                             const experiment::Options& options,
                                                             const Output& output,
                                                             const std::vector<std::string>& files = {});
/// Scenarios that are not experimented with; likewise.
[[nodiscard]] std::optional<std::vector<world::Design>> load(const std::vector<std::string>& scenarios,
                                                             const std::vector<std::string>& files);

}  // namespace lscb::cli
