#include "report/family_html.h"

#include <fmt/core.h>

#include <array>
#include <string>
#include <utility>
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

// Sober, nothing by colour alone; light on dark where the reader asks for it, never on paper. Colours are
// named once for each (tests/report/family_html_test.cpp holds them to their contrast).
constexpr std::string_view style =
    R"(:root { color-scheme: light dark; --ink: #1d2125; --soft: #454b52; --line: #c9ced4; --paper: #fff;
  --view: #f1f3f5; --bar: #6b7280; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #b9bfc6; --line: #4a5058;
  --paper: #16191c; --view: #23282d; --bar: #8b93a0; } }
@media (forced-colors: active) { :root { --ink: CanvasText; --soft: CanvasText; --line: CanvasText;
  --paper: Canvas; --view: Canvas; --bar: CanvasText; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 "DejaVu Sans", Verdana, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--bar); padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
.figures { color: var(--soft); font-size: .92rem; margin: .5rem 0; } .figures p { margin: 0; }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.mark { border: 2px solid var(--ink); padding: .5rem .75rem; margin: 0 0 1.25rem; font-weight: 600; }
.small { color: var(--soft); font-size: .9rem; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
dl { margin: .25rem 0; } dt { font-weight: 600; float: left; clear: left; width: 6.5rem; } dd { margin-left: 7rem; }
nav { margin: 1rem 0; } nav p { margin: 0; font-weight: 600; } nav ul { list-style: none; padding: 0; }
nav a { display: inline-block; padding: .1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: .9rem; color: var(--soft); padding-bottom: .4rem; }
th, td { border-top: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 600; }
td p { margin: 0 0 .25rem; }
tbody th, .date { white-space: nowrap; }
.chronology.one td { width: 28%; }
.chronology.two td { width: 42%; }
.clock { font-style: italic; }
.view { background: var(--view); font-size: .92rem; }
.lane { font-weight: 600; }
.missing { color: var(--soft); } .whose { color: var(--soft); font-size: .9rem; }
.chronology .parting th { border: 3px double var(--ink); white-space: normal; scroll-margin-top: .5rem; }
.breached th, .breached td { font-weight: 600; }
.bar { width: 11rem; height: auto; }
.defs .gap { fill: var(--paper); } .defs .stripe { fill: var(--ink); }
.bar .time { fill: var(--bar); } .bar .over { fill: url(#stripes); stroke: var(--ink); }
.bar .due { stroke: var(--ink); stroke-width: 2; } .bar .more { fill: none; stroke: var(--ink); stroke-width: 2; }
.defs { position: absolute; width: 0; height: 0; }
@media screen { .stacks tr.sheet { display: none; } }
@media screen and (max-width: 72rem) { .clocks tbody th, .date { white-space: normal; } .bar { width: 7rem; } }
@media screen and (max-width: 48rem) {
  .stacks, .stacks caption, .stacks tbody, .stacks tr, .stacks th, .stacks td { display: block; }
  .stacks.stacks td { width: auto; } .stacks td { border-top: 0; }
  .chronology.two td + td { border-top: 1px dotted var(--bar); } .stacks td:empty { padding: 0; }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .clocks td { padding-top: 0; padding-bottom: 0; } .clocks tr { padding-bottom: .5rem; }
  td[data-lane]:not(:empty)::before { content: attr(data-lane); font-weight: 600; }
  .bar { width: 15.75rem; max-width: 100%; }
  td[data-label]::before { content: attr(data-label) ": "; } }
@page { margin: 14mm 12mm 18mm;
  @bottom-left { content: "Simulated: no real family. Not for decisions."; font: 9pt "DejaVu Sans", Verdana, sans-serif; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 9pt "DejaVu Sans", Verdana, sans-serif; } }
@media print { html { font-size: 9pt; } main { max-width: none; padding: 0; } nav { display: none; }
  tr { break-inside: avoid; } tr.parting, h2, h3, .figures p, caption, thead, thead tr { break-after: avoid; }
  .clocks tbody th { white-space: normal; } .bar { width: 11rem; }
  thead { display: table-header-group; } }
)";

/// A part of the page, as the list of contents names it.
struct Section {
  std::string id;
  std::string title;
  std::string body;
};

constexpr std::string_view stripes =
    "<svg class=\"defs\" aria-hidden=\"true\"><defs><pattern id=\"stripes\" width=\"5\" height=\"5\" "
    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"gap\" width=\"5\" "
    "height=\"5\"/><rect class=\"stripe\" width=\"2.5\" height=\"5\"/></pattern></defs></svg>\n";

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
  return html::paragraph(design_in_words(course)) + (changes.empty() ? std::string{} : html::list(changes));
}

std::string chronology_head() {
  std::string out = html::paragraph(known_by_hindsight()) + "<dl>\n";
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

std::string chronology(const Course& course) {
  std::string out =
      "<table class=\"chronology one stacks\" role=\"table\">\n<caption>What happened, what was recorded and "
      "what was in view, by date.</caption>\n" +
      html::table_head(simulated_mark(), {"When", "Happened", "Recorded", "In view"});
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
  const auto nothing = [](const Course& course) {
    return fmt::format("<td class=\"missing\" role=\"cell\"><p>Under {}: nothing at this moment</p></td>",
                       html::escaped(course.scenario));
  };
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
      out += cell("Only under " + first.scenario, one.entry) + nothing(second);
      break;
    case Of::second:
      out += nothing(first) + cell("Only under " + second.scenario, one.entry);
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
      "<table class=\"chronology two stacks\" role=\"table\">\n<caption>Where no design is "
      "named, it is the same under both. Where both are, each came on that day, at its own "
      "time.</caption>\n{}",
      html::table_head(simulated_mark(), {"When", "Under " + first.scenario, "Under " + second.scenario}));
  for (const PairedEntry& one : entries) {
    if (one.parts) out += cut("parting", "Here the two courses part.");
    if (one.differs_in_outcome) out += cut("outcome", "Here something first comes out differently.");
    out += row(one, first, second);
  }
  return out + "</tbody>\n</table>\n";
}

/// Each statement as a heading, in words under it and then, apart, in figures; one without grounds stands
/// alone.
std::string statements(const std::vector<Statement>& all) {
  std::string out;
  for (const Statement& statement : all) {
    if (statement.grounds.empty()) {
      out += html::paragraph(statement.text);
      continue;
    }
    out += html::heading(3, statement.text) + html::list(statement.grounds);
    if (statement.figures.empty()) continue;
    out += "<div class=\"figures\">" + html::paragraph(statement.figures_head) +
           html::list(statement.figures) + "</div>\n";
  }
  return out;
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

/// Links to the parts, and those to places inside them.
std::string contents(const std::vector<Section>& sections) {
  std::string out = "<nav aria-labelledby=\"contents\">\n<p id=\"contents\">On this page</p>\n<ul>\n";
  for (const Section& section : sections)
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, html::escaped(section.title));
  return out + "</ul></nav>\n";
}

std::string document(const Course& course, const std::string& title, std::vector<Section> sections,
                     std::string_view version) {
  sections.push_back({"words", "The words used", html::list(words_explained())});
  sections.push_back({"uncertain", "What is uncertain", html::list(what_is_uncertain())});
  std::string body = std::string{stripes} + head(course) + contents(sections);
  for (const Section& section : sections) body += html::heading(2, section.title, section.id) + section.body;
  body += fmt::format("<p class=\"small\">Made by lscb {}.</p>\n", html::escaped(version));
  return html::page(title, style, body);
}

}  // namespace

std::string family_html(const Course& course, std::string_view version) {
  return document(
      course, fmt::format("{} under {}", family_name(course.key), course.scenario),
      {{"design", "The design", under(course)},
       {"end", "How it ends", html::list(how_it_ends(course))},
       {"chronology", "Chronology", chronology_head() + chronology(course)},
       {"clocks", "Statutory clocks",
        clock_table("Statutory clocks", clocks_of(course), course.run.to, clock_scale({&course}))}},
      version);
}

std::string family_html(const Course& first, const Course& second, std::string_view version) {
  const std::vector<PairedEntry> entries = paired(first, second);
  std::vector<Section> sections = {
      {"designs", "The two designs", under(first) + under(second)},
      {"parts", "Where the two courses part",
       statements(where_they_part(first, second, entries)) + ways_there(entries)}};
  const auto of_each = [&](const char* id, const char* title, const auto& body) {
    for (const Course* course : {&first, &second}) {
      const std::string whole = fmt::format("{} under {}", title, course->scenario);
      sections.push_back(
          {fmt::format("{}-{}", id, course == &first ? "first" : "second"), whole, body(whole, *course)});
    }
  };
  of_each("end", "How it ends",
          [](const std::string&, const Course& course) { return html::list(how_it_ends(course)); });
  sections.push_back({"chronology", "Chronology", chronology_head() + chronology(first, second, entries)});
  const double scale = clock_scale({&first, &second});
  of_each("clocks", "Statutory clocks", [&](const std::string& title, const Course& course) {
    return clock_table(title, clocks_of(course), course.run.to, scale);
  });
  return document(first,
                  fmt::format("{} under {} and {}", family_name(first.key), first.scenario, second.scenario),
                  std::move(sections), version);
}

}  // namespace lscb::report
