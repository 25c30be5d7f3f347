// Statutory clocks drawn as bars on one scale of days, with a table that says the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/course_words.h"

namespace lscb::report {

/// How many days the bars of these courses' clocks show, so that they can be held beside each other.
[[nodiscard]] double clock_scale(const std::vector<const experiment::Course*>& courses);

/// A table: the clock, when it started, when it was due, how it ended, and the bar. `title` begins its
/// caption; `end`: of the course, where clocks that still run are cut; `scale`: days that a bar shows.
[[nodiscard]] std::string clock_table(std::string_view title, const std::vector<ClockLine>& clocks,
                                      Instant end, double scale);

}  // namespace lscb::report
