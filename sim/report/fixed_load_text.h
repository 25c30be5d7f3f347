// The second half of "in the organisation": shares of the missed, the rest of the load held fixed.
#pragma once

#include <string>
#include <string_view>

#include "experiment/why_organisation.h"

namespace lscb::report {

/// For a narrow column: the beginning of experiment::words(group), such as "work waiting".
[[nodiscard]] std::string_view short_words(experiment::Group group);

/// Appends it.
void put_fixed_load(std::string& out, const experiment::WhyOrganisation& why);

}  // namespace lscb::report
