#include "report/family_html.h"

#include <fmt/core.h>

#include <array>
#include <string>
#include <vector>

#include "report/clock_drawing.h"
#include "report/course_sentences.h"
#include "report/course_words.h"
#include "report/family_words.h"
#include "report/html.h"
#include "report/paired_courses.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Course;
using trace::Lane;

constexpr std::array<Lane, 3> lanes = {Lane::truth, Lane::record, Lane::in_view};

// Sober, dark on light, nothing by colour alone; readable on paper.
constexpr std::string_view style = R"(:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1d2125; font: 1rem/1.5 "DejaVu Sans", Verdana, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #6b7280; padding-bottom: .2rem; }
.mark { border: 2px solid #1d2125; padding: .5rem .75rem; margin: 0 0 1.25rem; font-weight: 600; }
.small { color: #454b52; font-size: .9rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
dl { margin: .25rem 0; } dt { font-weight: 600; float: left; clear: left; width: 6.5rem; } dd { margin-left: 7rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: .9rem; color: #454b52; padding-bottom: .4rem; }
th, td { border-top: 1px solid #c9ced4; padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { border-top: 0; border-bottom: 2px solid #1d2125; }
tbody th { font-weight: 600; white-space: nowrap; }
td p { margin: 0 0 .25rem; }
.clock { font-style: italic; }
.view { background: #f1f3f5; font-size: .92rem; }
.lane { font-weight: 600; }
.parting td { border: 3px double #1d2125; font-weight: 600; }
.chronology.one td { width: 28%; }
.chronology.two td { width: 42%; }
.missing { color: #454b52; } .whose { color: #454b52; font-size: .9rem; }
.parting th { border: 3px double #1d2125; white-space: normal; } nav ul { list-style: none; padding: 0; }
.breached th, .breached td { font-weight: 600; }
.bar .time { fill: #6b7280; } .bar .over { fill: url(#stripes); stroke: #1d2125; }
.bar .due { stroke: #1d2125; stroke-width: 2; } .bar .more { fill: none; stroke: #1d2125; stroke-width: 2; }
.defs { position: absolute; width: 0; height: 0; }
@media screen and (max-width: 40rem) { table.chronology, .chronology tbody, .chronology tr, .chronology th, .chronology td {
  display: block; width: auto !important; } .chronology thead { position: absolute; left: -99rem; }
  td[data-lane]:not(:empty)::before { content: attr(data-lane); font-weight: 600; } }
.sheet { display: none; }
@page { margin: 14mm 12mm 18mm; @bottom-left { content: "Simulated: no real family. Not for decisions."; font-size: 9pt; } }
@media print { .sheet { display: table-row; } main { max-width: none; padding: 0; } body { font-size: 9pt; } tr { break-inside: avoid; }
  h2 { break-after: avoid; } thead { display: table-header-group; } }
)";

constexpr std::string_view stripes =
    "<svg class=\"defs\" aria-hidden=\"true\"><defs><pattern id=\"stripes\" width=\"5\" height=\"5\" "
    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" "
    "fill=\"#fff\"/>"
    "<rect width=\"2.5\" height=\"5\" fill=\"#1d2125\"/></pattern></defs></svg>\n";

std::string head(const Course& course) {
  std::string out =
      fmt::format("<p class=\"mark\" role=\"note\">{} {}</p>\n", html::escaped(simulated_mark()),
                  html::escaped(capital(std::string{heading})) + ".");
  out += html::heading(1, family_name(course.key));
  out += fmt::format("<p class=\"small\">Replication {} of seed {}.</p>\n", course.key.replication,
                     course.key.seed);
  for (const std::string& sentence : about_family(course)) out += html::paragraph(sentence);
  return out;
}

std::string under(const Course& course) {
  const std::vector<std::string> changes = what_changes(course);
  return html::paragraph(fmt::format("Under {}: {}.", course.scenario, course.title)) +
         (changes.empty() ? std::string{} : html::list(changes));
}

std::string lane_list() {
  std::string out = "<dl>\n";
  for (const Lane lane : lanes)
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", lane_name(lane), lane_meaning(lane));
  return out + "</dl>\n";
}

std::string sentence(const Sentence& one) {
  return fmt::format("<p{}>{}</p>", one.of_clock ? " class=\"clock\"" : "", html::escaped(one.text));
}

std::string sentences_of_lane(const Entry& entry, Lane lane) {
  std::string out;
  for (const Sentence& one : entry.sentences) {
    if (one.lane == lane) out += sentence(one);
  }
  return out;
}

/// In the order of what was done, each lane with its name where it begins.
std::string all_sentences(const Entry& entry) {
  std::string out;
  for (std::size_t i = 0; i < entry.sentences.size();) {
    const Lane lane = entry.sentences[i].lane;
    out += fmt::format("<div{}><span class=\"lane\">{}</span>",
                       lane == Lane::in_view ? " class=\"view\"" : "", capital(lane_name(lane)));
    for (; i < entry.sentences.size() && entry.sentences[i].lane == lane; ++i)
      out += sentence(entry.sentences[i]);
    out += "</div>";
  }
  return out;
}

std::string date_cell(const std::string& when) {
  return fmt::format("<th scope=\"row\" role=\"rowheader\">{}</th>", when);
}

// Rows and cells are called so because a narrow screen lays them out as blocks, and browsers then forget what
// they are. The mark heads each printed sheet that the table runs on to.
std::string head_of(const std::vector<std::string>& columns) {
  std::string out = fmt::format(
      "<thead role=\"rowgroup\"><tr class=\"sheet\"><th scope=\"col\" colspan=\"{}\">{}</th></tr>\n<tr "
      "role=\"row\">",
      columns.size(), html::escaped(simulated_mark()));
  for (const std::string& column : columns)
    out += fmt::format("<th scope=\"col\" role=\"columnheader\">{}</th>", column);
  return out + "</tr></thead>\n<tbody role=\"rowgroup\">\n";
}

std::string chronology(const Course& course) {
  std::string out =
      "<table class=\"chronology one\" role=\"table\">\n<caption>What happened, what was recorded and what "
      "was in "
      "view, by date.</caption>\n" +
      head_of({"When", "Happened", "Recorded", "In view"});
  const std::vector<Entry> entries = entries_of(course);
  if (entries.empty()) return html::paragraph(nothing_to_tell());
  for (const Entry& entry : entries) {
    out += "<tr role=\"row\">" + date_cell(moment_in_words(entry.at));
    for (const Lane lane : lanes) {
      const std::string sentences = sentences_of_lane(entry, lane);
      out += fmt::format("<td role=\"cell\" data-lane=\"{}\"{}>{}</td>", capital(lane_name(lane)),
                         lane == Lane::in_view && !sentences.empty() ? " class=\"view\"" : "", sentences);
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

/// A row across all columns that heads what follows it in the chronology.
std::string cut(std::string_view id, std::string_view words) {
  return fmt::format(
      "</tbody>\n<tbody role=\"rowgroup\">\n<tr class=\"parting\" role=\"row\"><th colspan=\"3\" "
      "scope=\"rowgroup\" role=\"rowheader\" id=\"{}\">{}</th></tr>\n",
      id, words);
}

/// What stands under one scenario and not, or not so, under the other.
std::string cell(const std::string& whose, const Entry& entry) {
  return fmt::format("<td role=\"cell\"><p class=\"whose\">{}</p>{}</td>", html::escaped(whose),
                     all_sentences(entry));
}

std::string row(const PairedEntry& one, const Course& first, const Course& second) {
  using Of = PairedEntry::Of;
  constexpr std::string_view nothing =
      "<td class=\"missing\" role=\"cell\"><p>nothing at this moment</p></td>";
  const auto at_its_time = [](const Course& course, const Entry& entry) {
    return cell(fmt::format("Under {}, at {}", course.scenario, time_in_words(entry.at)), entry);
  };
  std::string out =
      date_cell(one.of == Of::each ? date_in_words(one.entry.at) : moment_in_words(one.entry.at));
  switch (one.of) {
    case Of::both:
      out += fmt::format("<td colspan=\"2\" role=\"cell\">{}</td>", all_sentences(one.entry));
      break;
    case Of::first:
      out += cell("Only under " + first.scenario, one.entry).append(nothing);
      break;
    case Of::second:
      out += std::string{nothing} + cell("Only under " + second.scenario, one.entry);
      break;
    case Of::each:
      out += at_its_time(first, one.entry) + at_its_time(second, one.other);
      break;
  }
  return "<tr role=\"row\">" + out + "</tr>\n";
}

std::string chronology(const Course& first, const Course& second, const std::vector<PairedEntry>& entries) {
  if (entries.empty()) return html::paragraph(nothing_to_tell());
  std::string out = fmt::format(
      "<table class=\"chronology two\" role=\"table\">\n<caption>What spans both columns is the same under "
      "both "
      "designs. What stands side by side came on the same day, at its own time.</caption>\n{}",
      head_of({"When", "Under " + html::escaped(first.scenario), "Under " + html::escaped(second.scenario)}));
  for (const PairedEntry& one : entries) {
    if (one.parts) out += cut("parting", "Here the two courses part.");
    if (one.differs_in_outcome) out += cut("outcome", "Here something first comes out differently.");
    out += row(one, first, second);
  }
  return out + "</tbody>\n</table>\n";
}

std::string parting_list(const Course& first, const Course& second, const std::vector<PairedEntry>& entries) {
  std::string out = "<ul>\n";
  for (const Statement& statement : where_they_part(first, second, entries)) {
    out += "<li>" + html::escaped(statement.text);
    if (!statement.grounds.empty()) out += "\n" + html::list(statement.grounds);
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

/// Links to the two places of the chronology, where there are any.
std::string ways_there(const std::vector<PairedEntry>& entries) {
  bool parts = false, differs = false;
  for (const PairedEntry& one : entries) {
    parts = parts || one.parts;
    differs = differs || one.differs_in_outcome;
  }
  if (!parts && !differs) return {};
  std::string out = "<nav aria-label=\"Places in the chronology\"><ul>\n";
  if (parts) out += "<li><a href=\"#parting\">To where the two courses part</a></li>\n";
  if (differs) out += "<li><a href=\"#outcome\">To where something first comes out differently</a></li>\n";
  return out + "</ul></nav>\n";
}

std::string foot(std::string_view version) {
  return html::heading(2, "The words used") + html::list(words_explained()) +
         html::heading(2, "What is uncertain") + html::list(what_is_uncertain()) +
         fmt::format("<p class=\"small\">Made by lscb {}.</p>\n", html::escaped(version));
}

}  // namespace

std::string family_html(const Course& course, std::string_view version) {
  std::string body{stripes};
  body += head(course) + under(course);
  body += html::heading(2, "How it ends") + html::list(how_it_ends(course));
  body += html::heading(2, "Chronology") + lane_list() + chronology(course);
  body += html::heading(2, "Statutory clocks") + clock_table(clocks_of(course), course.run.to);
  body += foot(version);
  return html::page(fmt::format("{} under {}", family_name(course.key), course.scenario), style, body);
}

std::string family_html(const Course& first, const Course& second, std::string_view version) {
  const std::vector<PairedEntry> entries = paired(first, second);
  std::string body{stripes};
  body += head(first) + under(first) + under(second);
  body += html::heading(2, "Where the two courses part") + parting_list(first, second, entries) +
          ways_there(entries);
  for (const Course* course : {&first, &second})
    body += html::heading(2, fmt::format("How it ends under {}", course->scenario)) +
            html::list(how_it_ends(*course));
  body += html::heading(2, "Chronology") + lane_list() + chronology(first, second, entries);
  for (const Course* course : {&first, &second}) {
    body += html::heading(2, fmt::format("Statutory clocks under {}", course->scenario)) +
            clock_table(clocks_of(*course), course->run.to);
  }
  body += foot(version);
  return html::page(
      fmt::format("{} under {} and {}", family_name(first.key), first.scenario, second.scenario), style,
      body);
}

}  // namespace lscb::report
