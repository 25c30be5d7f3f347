// The page of a family: a document that any reader takes, that says in words what it draws, and in which
// nothing from a file can become markup. Its courses are the model's, in a small area, and some by hand.
#include "report/family_html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "designs.h"
#include "experiment/course.h"
#include "experiment/divergence.h"
#include "markup.h"
#include "report/course_words.h"
#include "report/family_text.h"
#include "report/family_words.h"
#include "report/paired_courses.h"
#include "support/course_by_hand.h"
#include "support/property.h"

namespace lscb::report {
namespace {

using experiment::Course;
using proof::CourseByHand;

struct Pair {
  Course first;
  Course second;
};

/// Families to whom much happens, under two designs.
const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = [] {
    const world::Design base = world::small(world::shipped("no-change"), 1500.0);
    world::Design other = base;
    other.scenario = "shifted";
    change::ThresholdPolicy policy;
    policy.section47_shift = 0.4;
    policy.initial_assessment_shift = 0.4;
    other = world::with(other, policy);
    std::vector<std::size_t> steps;
    experiment::follow(base, 3, 1, {}, [&](const trace::Step& step) {
      if (!step.household.valid()) return;
      if (step.household.value() >= steps.size()) steps.resize(step.household.value() + 1U);
      ++steps[step.household.value()];
    });
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < steps.size(); ++i) numbers.push_back(i + 1);
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](auto a, auto b) { return steps[a - 1] > steps[b - 1]; });
    std::vector<Pair> chosen;
    for (std::size_t i = 0; i < 12; ++i) {
      const experiment::FamilyKey key{3, 1, numbers[i]};
      chosen.push_back({experiment::course_of(base, key), experiment::course_of(other, key)});
    }
    return chosen;
  }();
  return all;
}

std::vector<std::string> pages() {
  std::vector<std::string> all;
  for (const Pair& pair : pairs()) {
    all.push_back(family_html(pair.first, "9.9"));
    all.push_back(family_html(pair.first, pair.second, "9.9"));
  }
  all.push_back(family_html(CourseByHand{}.course(), "9.9"));
  all.push_back(family_html(CourseByHand{}.course(), CourseByHand{}.course(), "9.9"));
  return all;
}

TEST(FamilyPage, IsWellFormedInEnglishAndWithoutScriptOrAnythingFromElsewhere) {
  for (const std::string& page : pages()) {
    const Markup markup{page};
    ASSERT_EQ(markup.mistake(), "");
    ASSERT_FALSE(markup.elements().empty());
    EXPECT_EQ(markup.elements().front().name, "html");
    EXPECT_EQ(markup.elements().front().attributes.at("lang"), "en-GB");
    EXPECT_EQ(markup.all("h1").size(), 1U);
    EXPECT_EQ(markup.all("main").size(), 1U);
    EXPECT_FALSE(markup.all("title").front().text.empty());
    EXPECT_TRUE(markup.all("script").empty());
    for (const Element& element : markup.elements()) {
      for (const auto& [name, value] : element.attributes) {
        EXPECT_NE(name.substr(0, 2), "on") << name;
        EXPECT_NE(name, "src") << element.name;
        if (name != "href") continue;
        ASSERT_EQ(value.substr(0, 1), "#") << "a link out of the page: " << value;
        const auto is_there = [&, id = value.substr(1)](const Element& other) {
          const auto own = other.attributes.find("id");
          return own != other.attributes.end() && own->second == id;
        };
        EXPECT_TRUE(std::any_of(markup.elements().begin(), markup.elements().end(), is_there))
            << "a link to nowhere: " << value;
      }
    }
  }
}

TEST(FamilyPage, IsMarkedAsSimulated) {
  for (const std::string& page : pages()) {
    const Markup markup{page};
    EXPECT_NE(markup.all("main").front().text.find(simulated_mark()), std::string::npos);
    EXPECT_EQ(markup.all("title").front().text.rfind("Simulated family ", 0), 0U);
    EXPECT_EQ(markup.all("h1").front().text.rfind("Simulated family ", 0), 0U);
  }
}

/// Of each table: how many columns its head has, and each row.
void expect_headers(const std::string& page) {
  std::string_view rest = page;
  for (std::size_t at = rest.find("<table"); at != std::string_view::npos; at = rest.find("<table")) {
    const std::size_t end = rest.find("</table>");
    ASSERT_NE(end, std::string_view::npos);
    const Markup table{rest.substr(at, end + 8 - at)};
    ASSERT_EQ(table.mistake(), "");
    rest.remove_prefix(end + 8);
    std::size_t columns = 0, rows_headed = 0, marks = 0;
    for (const Element& cell : table.all("th")) {
      const std::string& scope = cell.attributes.at("scope");
      EXPECT_TRUE(scope == "col" || scope == "row" || scope == "rowgroup") << scope;
      EXPECT_FALSE(cell.text.empty());
      if (scope == "col") ++columns;
      if (scope == "row") ++rows_headed;
    }
    for (const Element& row : table.all("tr")) {
      const auto kind = row.attributes.find("class");
      if (kind != row.attributes.end() && (kind->second == "parting" || kind->second == "sheet")) ++marks;
    }
    EXPECT_GE(columns, 3U);
    EXPECT_EQ(table.all("tr").size(), 1 + rows_headed + marks);
  }
}

TEST(FamilyPage, EveryTableHasColumnHeadersAndEveryRowIsDatedOrNamed) {
  for (const std::string& page : pages()) expect_headers(page);
}

// Browsers forget what a table is where it is laid out as blocks: the roles keep it one.
TEST(FamilyPage, EveryTableKeepsItsRowsAndCellsWhereItIsLaidOutAsBlocks) {
  const auto role = [](const Element& element) {
    const auto own = element.attributes.find("role");
    return own == element.attributes.end() ? std::string{} : own->second;
  };
  int cells = 0;
  for (const std::string& page : pages()) {
    const Markup markup{page};
    for (const Element& table : markup.all("table")) {
      EXPECT_EQ(role(table), "table");
      EXPECT_NE(table.attributes.at("class").find("stacks"), std::string::npos);
    }
    for (const Element& body : markup.all("tbody")) EXPECT_EQ(role(body), "rowgroup");
    for (const Element& row : markup.all("tr")) {
      const auto kind = row.attributes.find("class");
      const bool on_paper_only = kind != row.attributes.end() && kind->second == "sheet";
      if (on_paper_only) {
        EXPECT_EQ(row.text, simulated_mark());
      } else {
        EXPECT_EQ(role(row), "row");
      }
    }
    for (const Element& cell : markup.all("td")) {
      EXPECT_EQ(role(cell), "cell");
      ++cells;
    }
  }
  EXPECT_GT(cells, 0);
}

// Every sheet of a long table says that it is simulated, also where a browser prints no margin boxes.
TEST(FamilyPage, EveryTableIsHeadedByTheMarkOnPaper) {
  for (const std::string& page : pages()) {
    const Markup markup{page};
    std::size_t marks = 0;
    for (const Element& row : markup.all("tr")) {
      const auto kind = row.attributes.find("class");
      if (kind != row.attributes.end() && kind->second == "sheet") ++marks;
    }
    EXPECT_EQ(marks, markup.all("table").size());
  }
}

// The page is long: whoever goes by headings or links finds every part named once, and no two tables alike.
TEST(FamilyPage, ListsItsPartsAndNamesNoTwoTablesAlike) {
  for (const std::string& page : pages()) {
    const Markup markup{page};
    std::vector<std::string> parts, links;
    for (const Element& heading : markup.all("h2")) parts.push_back(heading.text);
    for (const Element& link : markup.all("a")) links.push_back(link.text);
    ASSERT_GE(links.size(), parts.size());
    EXPECT_EQ(
        std::vector<std::string>(links.begin(), links.begin() + static_cast<std::ptrdiff_t>(parts.size())),
        parts);
    std::vector<std::string> captions;
    for (const Element& caption : markup.all("caption")) captions.push_back(caption.text);
    std::sort(captions.begin(), captions.end());
    const bool alike = std::adjacent_find(captions.begin(), captions.end()) != captions.end();
    EXPECT_FALSE(alike && page.find("under no-change and no-change") == std::string::npos);
  }
}

/// Relative luminance (WCAG 2) of the colour that `name` is given first from there on in a style.
double luminance(const std::string& style, std::size_t from, const std::string& name) {
  const std::size_t at = style.find("--" + name + ": #", from);
  if (at == std::string::npos) return -1.0;
  std::string hex = style.substr(at + name.size() + 5, 6);
  if (hex[3] == ';') hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
  const auto part = [&](std::size_t place) {
    const double share = std::stoi(hex.substr(place, 2), nullptr, 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

// WCAG AA, light and dark: 4.5 to 1 for words, 3 to 1 for what is drawn. No colour stands outside the two
// sets.
TEST(FamilyPage, HasEnoughContrastInLightAndInDark) {
  const std::string style = Markup{pages().front()}.all("style").front().text;
  const std::size_t dark = style.find("@media screen and (prefers-color-scheme: dark)");
  ASSERT_NE(dark, std::string::npos);
  for (const std::size_t from : {std::size_t{0}, dark}) {
    const auto contrast = [&](const char* one, const char* other) {
      const double a = luminance(style, from, one), b = luminance(style, from, other);
      EXPECT_TRUE(a >= 0.0 && b >= 0.0) << one << ", " << other;
      return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    };
    for (const char* words : {"ink", "soft"}) {
      EXPECT_GE(contrast(words, "paper"), 4.5) << words;
      EXPECT_GE(contrast(words, "view"), 4.5) << words;
    }
    EXPECT_GE(contrast("bar", "paper"), 3.0);
  }
  EXPECT_EQ(std::count(style.begin(), style.end(), '#'), 12 + 1) << "six each, and a link to the stripes";
}

TEST(FamilyPage, EveryDrawingSaysInWordsWhatItShows) {
  int bars = 0;
  for (const std::string& page : pages()) {
    for (const Element& drawing : Markup{page}.all("svg")) {
      const auto hidden = drawing.attributes.find("aria-hidden");
      if (hidden != drawing.attributes.end() && hidden->second == "true") continue;  // patterns only
      EXPECT_EQ(drawing.attributes.at("role"), "img");
      EXPECT_NE(drawing.attributes.at("aria-label").find("due after "), std::string::npos);
      ++bars;
    }
  }
  EXPECT_GT(bars, 0);
}

// Breaches are set in bold; the words say so too.
TEST(FamilyPage, WhatLooksBreachedIsCalledSo) {
  int rows = 0;
  for (const std::string& page : pages()) {
    for (const Element& row : Markup{page}.all("tr")) {
      const auto kind = row.attributes.find("class");
      const bool looks = kind != row.attributes.end() && kind->second == "breached";
      if (!looks && row.text.find("breached") == std::string::npos) continue;
      EXPECT_TRUE(looks && row.text.find("breached") != std::string::npos) << row.text;
      ++rows;
    }
  }
  EXPECT_GT(rows, 0);
}

// The page and the terminal tell the same: every sentence of every entry stands on the page.
TEST(FamilyPage, TellsEverySentence) {
  const Pair& pair = pairs().front();
  const std::string alone = Markup{family_html(pair.first, "9.9")}.all("main").front().text;
  for (const Entry& entry : entries_of(pair.first)) {
    for (const Sentence& sentence : entry.sentences)
      EXPECT_NE(alone.find(sentence.text), std::string::npos) << sentence.text;
  }
  const std::string both = Markup{family_html(pair.first, pair.second, "9.9")}.all("main").front().text;
  for (const PairedEntry& one : paired(pair.first, pair.second)) {
    for (const Entry* entry : {&one.entry, &one.other}) {
      for (const Sentence& sentence : entry->sentences)
        EXPECT_NE(both.find(sentence.text), std::string::npos) << sentence.text;
    }
  }
}

// Real families: each call comes to one thing, so that what became of all adds up.
TEST(FamilyPage, WhatBecameOfTheCallsAddsUp) {
  int calls = 0;
  for (const Pair& pair : pairs()) {
    for (const Course* course : {&pair.first, &pair.second}) {
      const CourseSums sums = sums_of(*course);
      EXPECT_EQ(sums.told, sums.turned_away + sums.to_caf + sums.taken_up + sums.open_case_led_on +
                               sums.open_case_nothing + sums.undecided);
      calls += sums.told;
    }
  }
  EXPECT_GT(calls, 0);
}

// Real pairs: whatever stands beside each other, each course's entries keep their order and none is lost.
TEST(FamilyPage, APairKeepsTheOrderOfEachCourse) {
  using Of = PairedEntry::Of;
  int side_by_side = 0;
  for (const Pair& pair : pairs()) {
    const auto parting = experiment::divergence(pair.first, pair.second);
    std::vector<Instant> first, second;
    for (const PairedEntry& one : paired(pair.first, pair.second)) {
      if (one.of != Of::second) first.push_back(one.entry.at);
      if (one.of == Of::second || one.of == Of::both) second.push_back(one.entry.at);
      if (one.of != Of::each) continue;
      second.push_back(one.other.at);
      EXPECT_EQ(day_number(one.entry.at), day_number(one.other.at));
      ++side_by_side;
    }
    const auto moments = [](const std::vector<Entry>& entries) {
      std::vector<Instant> all;
      for (const Entry& entry : entries) all.push_back(entry.at);
      return all;
    };
    EXPECT_EQ(first, moments(entries_of(pair.first, parting ? parting->in_first : std::nullopt)));
    EXPECT_EQ(second, moments(entries_of(pair.second, parting ? parting->in_second : std::nullopt)));
  }
  EXPECT_GT(side_by_side, 0);
}

TEST(FamilyPage, WhatCameOnOneDayUnderEachStandsInOneRowAtItsTime) {
  CourseByHand a, b;
  b.course().scenario = "restructure";
  a.on(9).then(proof::work_done(pathway::Work::initial_assessment));
  b.on(9, 40).then(proof::work_done(pathway::Work::initial_assessment));
  const std::string page = family_html(a.course(), b.course(), "9.9");
  EXPECT_NE(page.find("<th scope=\"row\" role=\"rowheader\">9 May 2011</th><td role=\"cell\"><p "
                      "class=\"whose\">Under no-change, at 12:00</p>"),
            std::string::npos);
  EXPECT_NE(page.find("<td role=\"cell\"><p class=\"whose\">Under restructure, at 12:40</p>"),
            std::string::npos);
  EXPECT_EQ(page.find("nothing at this moment"), std::string::npos);
}

// Real pairs: the mark of the parting stands once where the two part and not at all where they do not, in
// both forms.
TEST(FamilyPage, HasTheMarkOfThePartingWhereTheTwoPart) {
  int parted = 0;
  for (const Pair& pair : pairs()) {
    const bool parts = where_they_part(pair.first, pair.second, paired(pair.first, pair.second)).size() > 1;
    const std::string text = family_text(pair.first, pair.second);
    const auto first = text.find(">>> Here the two courses part.");
    EXPECT_EQ(first != std::string::npos, parts);
    EXPECT_EQ(text.find("only under") != std::string::npos, parts);
    if (parts) {
      ++parted;
      EXPECT_LT(first, text.find("only under"));
      EXPECT_EQ(text.find(">>> Here the two courses part.", first + 1), std::string::npos);
    }
    const std::string page = family_html(pair.first, pair.second, "9.9");
    EXPECT_EQ(page.find("id=\"parting\"") != std::string::npos, parts);
  }
  EXPECT_GT(parted, 0);
}

std::string some_text() {
  std::string text;
  const int length = *rc::gen::inRange(1, 24);
  for (int i = 0; i < length; ++i) text += *rc::gen::elementOf(std::string{"<>&\"'/=;{}ab c-%"});
  return text;
}

TEST(FamilyPage, NothingFromAFileBecomesMarkup) {
  const Course kept = pairs().front().first;
  proof::holds(60, [&kept] {
    Course first = kept, second = kept;
    first.scenario = some_text();
    first.title = some_text();
    first.centre = "<script>" + some_text();
    second.scenario = some_text();
    second.title = "</td>" + some_text();
    if (!second.steps.empty()) second.steps.pop_back();
    for (const std::string& page :
         {family_html(first, some_text()), family_html(first, second, some_text())}) {
      const Markup markup{page};
      RC_ASSERT(markup.mistake() == "");
      RC_ASSERT(markup.all("script").empty());
      const std::string text = markup.all("main").front().text;
      RC_ASSERT(text.find(first.title) != std::string::npos);
      RC_ASSERT(text.find(first.centre) != std::string::npos);
    }
  });
}

TEST(Markup, SeesWhatIsWrong) {
  const auto wrong = [](std::string_view page) { return !Markup{page}.mistake().empty(); };
  EXPECT_FALSE(wrong("<p class=\"a\">b &amp; c</p>"));
  EXPECT_TRUE(wrong("<p>a"));
  EXPECT_TRUE(wrong("<p>a</td>"));
  EXPECT_TRUE(wrong("<p>a & b</p>"));
  EXPECT_TRUE(wrong("<p>a < b</p>"));
  EXPECT_TRUE(wrong("<p class=a>b</p>"));
  EXPECT_TRUE(wrong("<p id=\"a\"></p><p id=\"a\"></p>"));
  EXPECT_TRUE(wrong("<p id=\"a\" id=\"b\"></p>"));
}

}  // namespace
}  // namespace lscb::report
