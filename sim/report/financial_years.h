// The books by financial year, and when and how long the rules against overspending held anything back.
#pragma once

#include <string>

#include "experiment/run.h"

namespace lscb::report {

/// Appends a section; nothing where no whole financial year was counted. A measure that was in force in no
/// run is not mentioned.
void put_financial_years(std::string& out, const experiment::RunResult& run);

/// Of those years only what was held back, under an alternative of a comparison; nothing where nothing was.
void put_restraints(std::string& out, const experiment::RunResult& run);

}  // namespace lscb::report
