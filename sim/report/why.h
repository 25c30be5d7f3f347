// Why calls went no further, as text for a terminal and as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/why.h"

namespace lscb::report {

/// The table "in the decision" with its heading and how to read it.
void put_decision_table(std::string& out, const experiment::Basis& basis,
                        const std::vector<experiment::WhyOfDesign>& designs);
[[nodiscard]] std::string to_text(const experiment::WhyResult& why);
[[nodiscard]] std::string to_json(const experiment::WhyResult& why, std::string_view version);

}  // namespace lscb::report
