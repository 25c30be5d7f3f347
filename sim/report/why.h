// Why calls went no further, as text for a terminal and as JSON.
#pragma once

#include <string>
#include <string_view>

#include "experiment/why.h"

namespace lscb::report {

[[nodiscard]] std::string to_text(const experiment::WhyResult& why);
[[nodiscard]] std::string to_json(const experiment::WhyResult& why, std::string_view version);

}  // namespace lscb::report
