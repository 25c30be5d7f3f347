// Two weighings of what stood before who decided, in words: which terms pulled apart, and what it was enough
// for.
#pragma once

#include <string>
#include <vector>

#include "trace/step.h"

namespace lscb::report {

/// The scenarios' names.
struct Designs {
  std::string first;
  std::string second;
};

/// A sentence a difference, the largest first, slight ones together; last what the sum was enough for. None
/// where both are the same.
[[nodiscard]] std::vector<std::string> weighing_in_words(const Designs& designs, const trace::Judged& first,
                                                         const trace::Judged& second);

/// "Policy asked for more before an assessment and for less before CAF under b than under a."
[[nodiscard]] std::string policy_in_words(const Designs& designs, const std::vector<std::string>& more,
                                          const std::vector<std::string>& less);

}  // namespace lscb::report
