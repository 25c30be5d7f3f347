// The sentences of a family's chronology, a step at a time.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "experiment/course.h"
#include "trace/kinds.h"

namespace lscb::report {

/// The step's kind, if it is that; null of null.
template <class Kind>
[[nodiscard]] const Kind* as(const trace::Step* step) {
  return step != nullptr ? std::get_if<Kind>(&step->what) : nullptr;
}

/// A sentence as it is made; those that differ only in the children become one.
struct Draft {
  trace::Lane lane{};
  std::string before;  ///< the children's names come between
  std::string after;
  trace::Children children;
  bool of_clock = false;
  bool routine = false;  ///< a visit or review that changes nothing
  std::string summary;   ///< of a routine one: what it counts as
  bool decides_call = false;
  bool ends_with_decision = false;  ///< the end of the clock that a decision on a call ends
};

/// What the step at that place says; none where another says it, or where it is told with what rests on it.
[[nodiscard]] std::vector<Draft> sentences_of(const experiment::Course& course, std::size_t place);

/// A draft's words with the children's names in them.
[[nodiscard]] std::string in_words(const experiment::Course& course, const Draft& draft, Instant at);

/// What the weighed sum has to reach at that stage, the lowest first, as policy leaves them.
struct Bar {
  const char* what;      ///< "CAF", "an assessment"
  double from;           ///< levels
  door::Decision opens;  ///< what the rule decides from there on
};
[[nodiscard]] std::vector<Bar> bars_of(const trace::Judged& judged);
/// "CAF from 1.20", "an assessment from 1.70".
[[nodiscard]] std::vector<std::string> bars_in_words(const trace::Judged& judged);
[[nodiscard]] const char* need_in_words(int level);  ///< "2 (complex)"
/// Parts that the work has and that were left out: "the chronology not read".
[[nodiscard]] std::vector<std::string> left_out_in_words(const trace::WorkDone& work);
[[nodiscard]] const char* role_in_words(spec::Role role);                ///< "a social worker"
[[nodiscard]] const char* service_in_words(measures::ServiceKind kind);  ///< "child-in-need plan"
[[nodiscard]] const char* route_in_words(measures::Route route);         ///< "no further action"
[[nodiscard]] const char* silence_in_words(trace::Silence why);
[[nodiscard]] const char* obstacle_in_words(trace::Obstacle why);
[[nodiscard]] const char* clock_in_words(pathway::ClockKind kind);      ///< "conference"
[[nodiscard]] const char* caller_in_words(spec::Referrer referrer);     ///< "the police"
[[nodiscard]] std::string joined(const std::vector<std::string>& all);  ///< "a, b and c"
[[nodiscard]] std::string capital(std::string text);                    ///< with a capital letter
[[nodiscard]] std::string time_in_words(Instant at);                    ///< "10:15"
[[nodiscard]] std::string moment_in_words(Instant at);                  ///< "4 May 2011, 10:15"

}  // namespace lscb::report
