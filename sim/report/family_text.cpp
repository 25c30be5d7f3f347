#include "report/family_text.h"

#include <fmt/core.h>

#include "report/course_sentences.h"
#include "report/course_words.h"
#include "report/family_words.h"
#include "report/layout.h"
#include "report/paired_courses.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Course;

constexpr std::size_t indent = 2;
constexpr std::size_t lane_width = 10;

void put_all(std::string& out, const std::vector<std::string>& sentences) {
  for (const std::string& sentence : sentences) put_wrapped(out, indent, sentence, indent);
}

void put_heading(std::string& out, const std::string& text) {
  out += '\n';
  out += text;
  out += '\n';
}

void put_entry(std::string& out, const Entry& entry, const std::string& whose) {
  out += moment_in_words(entry.at);
  if (!whose.empty()) out += "   " + whose;
  out += '\n';
  const char* last = "";
  for (const Sentence& sentence : entry.sentences) {
    const char* lane = lane_name(sentence.lane);
    const bool again = std::string_view{lane} == last;
    std::string wrapped;
    put_wrapped(wrapped, indent + lane_width, sentence.text, 0);
    if (!again) wrapped.replace(indent, std::char_traits<char>::length(lane), lane);
    out += wrapped;
    last = lane;
  }
}

void put_head(std::string& out, const Course& course) {
  out += fmt::format("{}\n\n{}, replication {} of seed {}\n", heading, family_name(course.key),
                     course.key.replication, course.key.seed);
  put_wrapped(out, indent, simulated_mark());
  put_all(out, about_family(course));
}

void put_design(std::string& out, const Course& course) {
  put_wrapped(out, indent, design_in_words(course));
  for (const std::string& change : what_changes(course)) put_wrapped(out, 2 * indent, change, indent);
}

void put_lanes(std::string& out) {
  out += '\n';
  for (const trace::Lane lane : {trace::Lane::truth, trace::Lane::record, trace::Lane::in_view})
    out += fmt::format("  {:<{}}{}\n", lane_name(lane), lane_width, lane_meaning(lane));
}

void put_foot(std::string& out) {
  put_heading(out, "The words used");
  put_all(out, words_explained());
  put_heading(out, "What is uncertain");
  put_all(out, what_is_uncertain());
}

void put_clocks(std::string& out, const Course& course) {
  const std::vector<ClockLine> clocks = clocks_of(course);
  if (clocks.empty()) put_wrapped(out, indent, no_clock());
  for (const ClockLine& clock : clocks) {
    put_row(out, indent, fmt::format("{}, from {}", clock.name, date_in_words(clock.from)),
            fmt::format("due {}: {}", date_in_words(clock.due), words(clock.fate)));
  }
}

}  // namespace

std::string family_text(const Course& course) {
  std::string out;
  put_head(out, course);
  put_design(out, course);
  put_lanes(out);
  put_heading(out, "Chronology");
  put_wrapped(out, indent, known_by_hindsight(), indent);
  const std::vector<Entry> entries = entries_of(course);
  for (const Entry& entry : entries) put_entry(out, entry, "");
  if (entries.empty()) put_wrapped(out, indent, nothing_to_tell());
  put_heading(out, "Statutory clocks");
  put_clocks(out, course);
  put_heading(out, "How it ends");
  put_all(out, how_it_ends(course));
  put_foot(out);
  return out;
}

std::string family_text(const Course& first, const Course& second) {
  std::string out;
  put_head(out, first);
  put_design(out, first);
  put_design(out, second);
  put_heading(out, "Where the two courses part");
  const std::vector<PairedEntry> entries = paired(first, second);
  for (const Statement& statement : where_they_part(first, second, entries)) {
    put_wrapped(out, indent, statement.text, indent);
    for (const std::string& ground : statement.grounds)
      put_wrapped(out, 2 * indent, std::string{"- "}.append(ground), indent);
    if (!statement.figures.empty()) put_wrapped(out, 2 * indent, "- " + statement.figures_head, indent);
    for (const std::string& figure : statement.figures)
      put_wrapped(out, 3 * indent, std::string{"- "}.append(figure), indent);
  }
  put_lanes(out);
  put_heading(out, "Chronology");
  put_wrapped(out, indent, known_by_hindsight(), indent);
  bool parted = false;
  for (const PairedEntry& one : entries) {
    parted = parted || one.parts;
    if (one.parts) out += "\n>>> Here the two courses part.\n\n";
    if (one.differs_in_outcome) out += "\n>>> Here something first comes out differently.\n\n";
    switch (one.of) {
      case PairedEntry::Of::both:
        put_entry(out, one.entry, parted ? "under both" : "");
        break;
      case PairedEntry::Of::first:
        put_entry(out, one.entry, "only under " + first.scenario);
        break;
      case PairedEntry::Of::second:
        put_entry(out, one.entry, "only under " + second.scenario);
        break;
      case PairedEntry::Of::each:
        put_entry(out, one.entry, "under " + first.scenario);
        put_entry(out, one.other, "under " + second.scenario);
        break;
    }
  }
  if (entries.empty()) put_wrapped(out, indent, nothing_to_tell());
  for (const Course* course : {&first, &second}) {
    put_heading(out, fmt::format("Statutory clocks under {}", course->scenario));
    put_clocks(out, *course);
  }
  for (const Course* course : {&first, &second}) {
    put_heading(out, fmt::format("How it ends under {}", course->scenario));
    put_all(out, how_it_ends(*course));
  }
  put_foot(out);
  return out;
}

}  // namespace lscb::report
