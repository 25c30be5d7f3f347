// What the organisation took away, as text for a terminal and as JSON.
#pragma once

#include <string>
#include <string_view>

#include "experiment/why_organisation.h"

namespace lscb::report {

[[nodiscard]] std::string to_text(const experiment::WhyOrganisation& why);
[[nodiscard]] std::string to_json(const experiment::WhyOrganisation& why, std::string_view version);

}  // namespace lscb::report
