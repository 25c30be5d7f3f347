// Statutory clocks drawn as bars on one scale of days, with a table that says the same.
#pragma once

#include <string>
#include <vector>

#include "report/course_words.h"

namespace lscb::report {

/// A table: the clock, when it started, when it was due, how it ended, and the bar. `end`: of the course,
/// where clocks that still run are cut.
[[nodiscard]] std::string clock_table(const std::vector<ClockLine>& clocks, Instant end);

}  // namespace lscb::report
