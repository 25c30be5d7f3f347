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
/// A scenario and, where one is named, the one that it is set against.
[[nodiscard]] std::vector<std::string> one_or_two(const std::string& scenario,
                                                  const std::optional<std::string>& against);

/// Whether their families are the same; where they are not, that has been told. REQUIRES: one design or two.
[[nodiscard]] bool can_be_paired(const std::vector<world::Design>& designs);

/// Scenarios that are not experimented with; likewise.
[[nodiscard]] std::optional<std::vector<world::Design>> load(const std::vector<std::string>& scenarios,
                                                             const std::vector<std::string>& files);

}  // namespace lscb::cli
