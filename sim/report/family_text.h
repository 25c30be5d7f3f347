// One family's chronology, or the same family's under two designs, as text for a terminal.
#pragma once

#include <string>

#include "experiment/course.h"

namespace lscb::report {

[[nodiscard]] std::string family_text(const experiment::Course& course);

/// REQUIRES: courses of one family, of designs that can be paired.
[[nodiscard]] std::string family_text(const experiment::Course& first, const experiment::Course& second);

}  // namespace lscb::report
