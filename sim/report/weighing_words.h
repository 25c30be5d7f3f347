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

/// Below this many levels, and where something larger differs, a difference is called slight.
inline constexpr double slight = 0.05;
/// What the figures show as equal is equal.
inline constexpr double shown = 0.005;

/// Which of two weighings of the same came first.
enum class Order { same_time, second_earlier, second_later };

/// The policy under which each was weighed, where the two differ in it; null where they do not.
struct Policies {
  const trace::PolicyRead* first = nullptr;
  const trace::PolicyRead* second = nullptr;
};

/// A sentence a difference, the largest first, slight ones together; last what the sum was enough for, and,
/// of two parts that differ by more than slightly, whether either alone would have been enough. That is exact
/// for the terms and thresholds as logged: a threshold also bears on how much judgement counts, and that is
/// left where it was. None where both are the same. Where the two were weighed at different stages that comes
/// first, and of the terms only those that both stages read alike: the rest is the stages' own.
[[nodiscard]] std::vector<std::string> weighing_in_words(const Designs& designs, const trace::Judged& first,
                                                         const trace::Judged& second,
                                                         const Policies& policies = {},
                                                         Order order = Order::same_time);

/// "Under b policy asked for more before an assessment, and for less before CAF than under a."
[[nodiscard]] std::string policy_in_words(const Designs& designs, const std::vector<std::string>& more,
                                          const std::vector<std::string>& less,
                                          const char* who_asks = "policy");

}  // namespace lscb::report
