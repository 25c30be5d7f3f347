// One family's chronology, or the same family's under two designs, as a page that needs no script: for a
// browser, a printer or a screen reader. What colour says, words say too.
#pragma once

#include <string>
#include <string_view>

#include "experiment/course.h"

namespace lscb::report {

/// A whole HTML document. `version`: of the program, for the foot.
[[nodiscard]] std::string family_html(const experiment::Course& course, std::string_view version);

/// REQUIRES: courses of one family, of designs that can be paired.
[[nodiscard]] std::string family_html(const experiment::Course& first, const experiment::Course& second,
                                      std::string_view version);

}  // namespace lscb::report
