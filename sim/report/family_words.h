// What a family's page says besides its chronology: who it is, how the lanes are to be read, where two
// courses part and what each comes to. The same words in the terminal and on the page.
#pragma once

#include <string>
#include <vector>

#include "experiment/course.h"
#include "report/paired_courses.h"

namespace lscb::report {

/// "Simulated family 1,204".
[[nodiscard]] std::string family_name(const experiment::FamilyKey& key);
/// Always stands on the page.
[[nodiscard]] std::string simulated_mark();
/// Its centre and children, a sentence each.
[[nodiscard]] std::vector<std::string> about_family(const experiment::Course& course);
/// A lane's short name, and what it holds.
[[nodiscard]] const char* lane_name(trace::Lane lane);
[[nodiscard]] const char* lane_meaning(trace::Lane lane);
/// Stands at the head of the chronology.
[[nodiscard]] const char* known_by_hindsight();
/// What the course comes to, a sentence each: calls, assessments, how each child's need is counted.
[[nodiscard]] std::vector<std::string> how_it_ends(const experiment::Course& course);
/// In the place of an empty chronology.
[[nodiscard]] const char* nothing_to_tell();
/// A sentence, and what stands under it: first in words, then in figures for who wants them.
struct Statement {
  std::string text;
  std::vector<std::string> grounds;
  std::string figures_head;  ///< what the figures are of, with a colon; empty where there are none
  std::vector<std::string> figures;
};
/// Where the two part and on what; one statement where they do not. `entries`: paired(first, second).
[[nodiscard]] std::vector<Statement> where_they_part(const experiment::Course& first,
                                                     const experiment::Course& second,
                                                     const std::vector<PairedEntry>& entries);
/// The design's title, and the name by which it goes on the page: "Design: No change (no-change)."
[[nodiscard]] std::string design_in_words(const experiment::Course& course);
/// The changes that the design makes, by date, a line each.
[[nodiscard]] std::vector<std::string> what_changes(const experiment::Course& course);
/// The words that the page uses, a line each.
[[nodiscard]] std::vector<std::string> words_explained();
/// What is not known, for the foot of the page.
[[nodiscard]] std::vector<std::string> what_is_uncertain();

}  // namespace lscb::report
