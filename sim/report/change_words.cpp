#include "report/change_words.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/phrases.h"

namespace lscb::report {

using experiment::Course;
using Sentences = std::vector<std::string>;

std::vector<std::string> changes_made_by(const Course& first, const Course& second, Instant at) {
  Sentences made;
  bool differ = false;
  const auto look = [&](const Course& course, const Course& other) {
    Sentences titles;
    for (const experiment::PlannedChange& change : course.changes) {
      const bool in_both = std::any_of(other.changes.begin(), other.changes.end(),
                                       [&](const auto& one) { return experiment::same_change(one, change); });
      if (in_both) continue;
      differ = true;
      if (change.date <= at)
        titles.push_back(change.until && *change.until <= at
                             ? fmt::format("{} ({}, ended {})", change.title, date_in_words(change.date),
                                           date_in_words(*change.until))
                             : fmt::format("{} ({})", change.title, date_in_words(change.date)));
    }
    if (titles.empty()) return;
    std::string sentence = fmt::format("Changed by then under {} alone: ", course.scenario);
    for (std::size_t i = 0; i < titles.size(); ++i) sentence += (i > 0 ? "; " : "") + titles[i];
    made.push_back(sentence + ".");
  };
  look(first, second);
  look(second, first);
  if (differ && made.empty())
    made.emplace_back("None of the changes in which the two designs differ had come by then.");
  return made;
}

}  // namespace lscb::report
