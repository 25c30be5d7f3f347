// A family's course in plain words: dated entries, each with what happened, what was recorded and what stood
// before who decided.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "experiment/course.h"
#include "trace/kinds.h"

namespace lscb::report {

/// Children are called "child 1 (aged 3)".
struct Sentence {
  trace::Lane lane{};
  std::string text;
  bool of_clock = false;  ///< a statutory clock's start or end
};

/// All that belongs to one minute; or, where `to` is later, a stretch of routine work.
struct Entry {
  Instant at;
  Instant to;
  std::vector<Sentence> sentences;
  std::size_t first_step = 0;  ///< of Course::steps, as the next
  std::size_t end_step = 0;    ///< behind the last
};

/// In order of time. Visits and reviews that change nothing are put together as far as nothing comes between,
/// and not across the step at `parting`. What is only read is told where it is weighed.
[[nodiscard]] std::vector<Entry> entries_of(const experiment::Course& course,
                                            std::optional<std::size_t> parting = {});

/// What a course comes to. Each call counts once, by its last decision: the six from `turned_away` on add up
/// to `told`.
struct CourseSums {
  int told = 0;         ///< calls to children's social care
  int incidents = 0;    ///< that others could have noticed
  int noticed = 0;      ///< of these
  int not_told = 0;     ///< of these, what did not reach social care
  int missed = 0;       ///< visits or reviews that had not taken place when the next was due
  int dropped = 0;      ///< assessments, at a change of worker
  int assessments = 0;  ///< completed
  int harms = 0;
  int turned_away = 0;        ///< no further action or advice
  int to_caf = 0;             ///< sent to CAF
  int taken_up = 0;           ///< for an assessment or a strategy discussion
  int open_case_led_on = 0;   ///< about an open case, and an assessment or enquiry was begun on it
  int open_case_nothing = 0;  ///< about an open case, and nothing more was begun
  int undecided = 0;          ///< as the course ends
};
[[nodiscard]] CourseSums sums_of(const experiment::Course& course);

/// A statutory clock from its start to how it ended.
struct ClockLine {
  std::string name;
  Instant from;
  Instant due;
  Instant ended;  ///< never where it runs on as the course ends
  enum class Fate { met, late, lapsed, lapsed_late, lost, running, overdue } fate = Fate::running;
};
/// Past its limit, or dropped.
[[nodiscard]] bool breached(ClockLine::Fate fate);
[[nodiscard]] std::vector<ClockLine> clocks_of(const experiment::Course& course);
[[nodiscard]] const char* words(ClockLine::Fate fate);
/// Where there is none.
[[nodiscard]] const char* no_clock();

/// "child 2 (aged 4)", "child 3 (7 months)", "child 3 (newborn)", "child 1 (unborn)".
[[nodiscard]] std::string child_in_words(const experiment::Course& course, int position, Instant at);

/// "child 3 (aged 17) at the end: need 1 (additional), CAF".
[[nodiscard]] std::string child_at_end(const experiment::Course& course, int position);

/// How the child's spells of need are counted in this course, and what that means: "in need from 2 May 2011
/// to 7 August 2011, at its highest 2 (complex): missed though told. Social care was ...", each without a
/// last full stop.
[[nodiscard]] std::vector<std::string> spells_in_words(const experiment::Course& course, int position);

}  // namespace lscb::report
