// Predictable harm and hindsight, as text for a terminal and for other programs (JSON.md, CSV.md).
#pragma once

#include <string>
#include <string_view>

#include "experiment/hindsight.h"

namespace lscb::report {

/// What the figures do not say; stands with them in every form.
[[nodiscard]] std::string_view hindsight_caution();
/// How many families are flagged for one that comes to harm, in a sentence.
[[nodiscard]] std::string flags_in_words(const experiment::HindsightOfDesign& design);

[[nodiscard]] std::string hindsight_text(const experiment::HindsightResult& result);
[[nodiscard]] std::string hindsight_json(const experiment::HindsightResult& result, std::string_view version);
/// A line for each scenario and figure.
[[nodiscard]] std::string hindsight_csv(const experiment::HindsightResult& result);

}  // namespace lscb::report
