// The changes that one design makes and another not, in words.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/course.h"

namespace lscb::report {

/// Which changes, of those in which the designs differ, had been made by then, and which of them had ended;
/// empty where they differ in none.
[[nodiscard]] std::vector<std::string> changes_made_by(const experiment::Course& first,
                                                       const experiment::Course& second, Instant at);

}  // namespace lscb::report
