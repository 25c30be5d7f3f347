// Families found over many replications: in words, and for other programs (JSON.md, CSV.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/families.h"

namespace lscb::report {

/// The command that tells the family's chronology. `asked`: the scenarios as they were named on the command
/// line.
[[nodiscard]] std::string family_command(const experiment::FamilyKey& key,
                                         const std::vector<std::string>& asked);

/// How often each filter holds; or, where one was asked for, how often it does and its families. `asked`: as
/// family_command.
[[nodiscard]] std::string families_text(const experiment::FamiliesResult& result,
                                        const std::vector<std::string>& asked);
[[nodiscard]] std::string families_json(const experiment::FamiliesResult& result,
                                        const std::vector<std::string>& asked, std::string_view version);
/// A line for each filter and scenario; or, where a filter was asked for, for each family and scenario.
[[nodiscard]] std::string families_csv(const experiment::FamiliesResult& result);

}  // namespace lscb::report
