// Where the year will end, as a finance report has it, and when a council begins and ends its measures
// against an overspend. Both know the books and nothing else.
#pragma once

#include "base/time.h"
#include "money/ledger.h"

namespace lscb::money {

struct Forecast {
  Pence budget;   ///< of the financial year
  Pence outturn;  ///< what will have been spent by its end
  [[nodiscard]] Pence over() const { return outturn - budget; }
};

/// On `now`, of the financial year that holds it: spent so far, the rates now in force for the rest of the
/// year, and single payments at their pace of this year so far. Of the budget, what has been agreed so far
/// holds for the rest.
[[nodiscard]] Forecast forecast(const Ledger& spent, const Ledger& budget, Instant now);

/// Whether measures are in force after a report. They begin where the forecast is over the budget by more
/// than the tolerance (a share of the budget), and end only where it lies within the budget. REQUIRES:
/// tolerance >= 0.
[[nodiscard]] bool restrained(bool before, const Forecast& forecast, double tolerance);

}  // namespace lscb::money
