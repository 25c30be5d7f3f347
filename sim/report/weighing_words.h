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

/// Which of two weighings of the same came first.
enum class Order { same_time, second_earlier, second_later };

/// A sentence a difference, the largest first, slight ones together; last what the sum was enough for, and,
/// of two parts that differ by more than slightly, whether either alone would have been enough. That is exact
/// for the terms and thresholds as logged: a threshold also bears on how much judgement counts, and that is
/// left where it was. None where both are the same.
[[nodiscard]] std::vector<std::string> weighing_in_words(const Designs& designs, const trace::Judged& first,
                                                         const trace::Judged& second,
                                                         Order order = Order::same_time);

/// "Policy asked for more before an assessment and for less before CAF under b than under a."
[[nodiscard]] std::string policy_in_words(const Designs& designs, const std::vector<std::string>& more,
                                          const std::vector<std::string>& less);

}  // namespace lscb::report
