// The table "in the decision" of one design, as it stands in JSON wherever it does.
#pragma once

#include "experiment/decision_table.h"
#include "report/json_values.h"

namespace lscb::report {

[[nodiscard]] Json decisions_of(const experiment::WhyOfDesign& design);

}  // namespace lscb::report
