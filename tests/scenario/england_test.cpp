// The table of England's authorities: what a sound one gives, and what is said of a faulty one.
#include "scenario/england.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "scenario/csv.h"
#include "support/property.h"

namespace lscb::scenario {
namespace {

constexpr const char* heading =
    "old_la_number,name,region,child_population_0_17_mid2012,looked_after_31mar_2010,cin_rate_2011,"
    "cin_rate_2012,s251_sure_start_net_2010_11,s251_sure_start_net_2011_12,referral_rate_2017_18,set_aside\n";

/// The shipped files in memory, with a table that a test writes.
struct Shipped {
  std::shared_ptr<MemoryFiles> files = std::make_shared<MemoryFiles>();

  explicit Shipped(const std::string& table) {
    const DiskFiles disk;
    for (const char* folder : {"", "/areas", "/parameters"}) {
      for (const std::string& name : disk.list(std::string(SHIPPED_SCENARIOS) + folder)) {
        files->put(std::string("lib") + folder + "/" + name,
                   *disk.read(std::string(SHIPPED_SCENARIOS) + folder + "/" + name).text);
      }
    }
    files->put("lib/england/authorities.csv", table);
  }
  [[nodiscard]] Library library() const { return {{"lib"}, files}; }
  [[nodiscard]] England load(const std::vector<std::string>& only = {}) const {
    return load_england({"no-change"}, only, library());
  }
};

std::string shown(const std::vector<Diagnostic>& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) out += to_string(problem) + "\n";
  return out;
}

std::string problems_of(const std::string& rows) {
  return shown(Shipped(heading + rows).load().problems);
}

const Figure& figure(const Loaded& loaded, const char* id) {
  static const Figure none;
  const Figure* found = loaded.provenance.find(id);
  EXPECT_NE(found, nullptr) << id;
  return found != nullptr ? *found : none;
}

TEST(Csv, TakesQuotesMarksAndEitherEndOfLine) {
  const auto table = detail::parse_csv(
      "\xEF\xBB\xBF"
      "a,\"b, \"\"c\"\"\"\r\n\r\n,d\n\"\",e",
      "t.csv");
  EXPECT_TRUE(table.problems.empty());
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].cells[1].text, "b, \"c\"");
  EXPECT_EQ(table.rows[0].cells[1].at, (Position{1, 3}));
  EXPECT_EQ(table.rows[1].line, 3);
  EXPECT_EQ(table.rows[1].cells[0].text, "");
  EXPECT_EQ(table.rows[2].cells[0].text, "");
  EXPECT_EQ(table.rows[2].cells[1].text, "e");
}

TEST(Csv, RefusesCellsThatCouldForgeALineOfOutput) {
  EXPECT_EQ(shown(detail::parse_csv("a,b\nc,d\x1B[2J\n", "t.csv").problems),
            "t.csv:2:3: found the character U+001B in a cell, expected text without control characters\n");
}

TEST(Csv, ReportsEachFaultyLineAndReadsTheOthers) {
  const auto table = detail::parse_csv("a,b\n\"c,d\ne\"f,g\n\"h\"i,j\nk,l\n", "t.csv");
  EXPECT_EQ(
      shown(table.problems),
      "t.csv:2:1: found a quote that is not closed on its line, expected a closing quote\n"
      "t.csv:3:2: found a quote inside a cell, expected quotes around the whole cell, and those inside it "
      "twice\n"
      "t.csv:4:4: found text behind a closing quote, expected a comma or the end of the line\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].cells[1].text, "l");
}

TEST(Csv, CountsColumnsInCharactersAndRefusesWideRowsAndBytes) {
  EXPECT_EQ(detail::parse_csv("\xC3\xA9\xC3\xA9,\"x", "t.csv").problems.front().column, 4);
  EXPECT_EQ(detail::parse_csv(std::string(300, ','), "t.csv").problems.front().found,
            "a row of more than 256 cells");
  EXPECT_EQ(detail::parse_csv("a\nb\xFF", "t.csv").problems.front().found,
            "the byte 0xFF, which is not UTF-8");
  EXPECT_EQ(detail::parse_csv(std::string("a\0b", 3), "t.csv").problems.front().found, "a NUL byte");
}

TEST(England, OfTheShippedTableHasEveryAuthority) {
  const England england = load_england({"no-change", "caf-pressure"}, {}, Library::at(SHIPPED_SCENARIOS));
  EXPECT_EQ(shown(england.problems), "");
  ASSERT_EQ(england.places.size(), 152U);
  double children = 0.0;
  for (const auto& place : england.places) {
    ASSERT_EQ(place.designs.size(), 2U);
    const spec::Area& area = place.designs[0].area;
    children += area.children;
    EXPECT_GT(area.flows.referrals, 0.0) << place.authority.name;
    EXPECT_GE(area.centres.size(), 1U) << place.authority.name;
    EXPECT_TRUE(place.designs[0].changes.empty());
    EXPECT_EQ(place.designs[1].changes.size(), 1U);
    EXPECT_TRUE(place.designs[0].history.empty());
    for (const spec::Team& team : area.teams) {
      const auto social_workers = std::find_if(
          team.establishment.begin(), team.establishment.end(),
          [](const auto& line) { return line.role == spec::Role::social_worker && line.posts > 0; });
      EXPECT_NE(social_workers, team.establishment.end()) << place.authority.name << ", " << team.id;
    }
  }
  EXPECT_EQ(children, 11423310.0);
  EXPECT_EQ(england.authorities, 152U);
}

TEST(England, TheIslandsHeldOutCellsStayBlank) {
  const Loaded island = load_area("921", Library::at(SHIPPED_SCENARIOS));
  ASSERT_TRUE(island.design) << shown(island.problems);
  EXPECT_TRUE(figure(island, "area.referrals").borrowed);
  EXPECT_EQ(figure(island, "area.looked_after").value, 179.0);
  EXPECT_EQ(figure(island, "area.children_in_need").year, "31 March 2012");
}

TEST(England, EachFigureHasItsYearAndGrade) {
  const Shipped shipped(heading +
                        std::string("886,Kent,South East,324341,1454,387.6,367.67,19470000,1,576.4,\n"));
  const Loaded kent = load_area("Kent", shipped.library());
  ASSERT_TRUE(kent.design) << shown(kent.problems);
  EXPECT_EQ(kent.design->area.id, "Kent");
  EXPECT_EQ(kent.design->area.children, 324341.0);
  EXPECT_EQ(figure(kent, "area.children").grade, spec::Grade::measured);
  EXPECT_EQ(figure(kent, "area.children").line, 2);
  EXPECT_EQ(figure(kent, "area.looked_after").year, "31 March 2010");
  EXPECT_EQ(figure(kent, "area.centre_spend").grade, spec::Grade::measured);
  EXPECT_NEAR(figure(kent, "area.children_in_need").value, 387.6 / 1e4 * 324341.0, 1e-6);
  EXPECT_EQ(figure(kent, "area.children_in_need").grade, spec::Grade::published);
  // England's rate of 2012-13 over that of 2017-18: 515.7 over 552.4.
  EXPECT_NEAR(figure(kent, "area.referrals").value, 576.4 / 1e4 * 324341.0 * 515.7 / 552.4, 5.0);
  EXPECT_EQ(figure(kent, "area.referrals").grade, spec::Grade::judgement);
  EXPECT_TRUE(figure(kent, "area.referrals").derived);
  EXPECT_EQ(figure(kent, "area.social_worker_posts").grade, spec::Grade::judgement);
  EXPECT_TRUE(figure(kent, "area.conferences").borrowed);
  EXPECT_EQ(figure(kent, "area.conferences").grade, spec::Grade::assumption);
}

TEST(England, WhatIsBlankOrSetAsideIsBorrowedOrDerived) {
  const Shipped shipped(
      heading + std::string("301,Blank,North,40000,,,,,,,\n"
                            "302,Aside,North,40000,200,,300,0.18,1000000,700,s251_sure_start_net_2010_11 "
                            "referral_rate_2017_18\n"
                            "303,Nought,North,40000,200,,300,0,0,700,\n"));
  const Loaded blank = load_area("Blank", shipped.library());
  ASSERT_TRUE(blank.design) << shown(blank.problems);
  for (const char* id :
       {"area.referrals", "area.looked_after", "area.children_in_need", "area.centre_spend"}) {
    EXPECT_TRUE(figure(blank, id).borrowed) << id;
    EXPECT_EQ(figure(blank, id).grade, spec::Grade::assumption) << id;
  }
  const Loaded aside = load_area("302", shipped.library());
  ASSERT_TRUE(aside.design) << shown(aside.problems);
  EXPECT_TRUE(figure(aside, "area.referrals").borrowed);
  EXPECT_NEAR(figure(aside, "area.centre_spend").value, 1255697.0, 1.0);
  EXPECT_EQ(figure(aside, "area.centre_spend").grade, spec::Grade::judgement);
  EXPECT_EQ(figure(aside, "area.children_in_need").year, "31 March 2012");
  EXPECT_TRUE(figure(load_area("Nought", shipped.library()), "area.centre_spend").borrowed);
}

TEST(England, EveryMistakeIsListedWithItsPlace) {
  EXPECT_EQ(
      problems_of("20,Two digits,North,40000,,,,,,,\n"
                  "301,,North,40000,,,,,,,\n"
                  "302,Three,North,,,,,,,,\n"
                  "303,Four,North,40000,many,-1,20000,,,,\n"
                  "304,Five,North,40000,,,,,,,cin_rate_2010\n"
                  "305,Six,North,40000\n"
                  "306,\"Seven,North,40000,,,,,,,\n"
                  "307,Eight,North,50,,,,,,,\n"
                  "308,Nine,North,40000,,,,,,,\n"
                  "308,Ten,North,40000,,,,,,,\n"
                  "309,Nine,North,40000,,,,,,,\n"),
      "lib/england/authorities.csv:2:1: found \"20\", expected the Department's number of the authority, "
      "three digits\n"
      "lib/england/authorities.csv:3:5: found \"\", expected the authority's name\n"
      "lib/england/authorities.csv:4:17: found nothing, expected a number; nothing stands in for it\n"
      "lib/england/authorities.csv:5:22: found \"many\", expected a number from 0 to 10000000, or nothing\n"
      "lib/england/authorities.csv:5:27: found \"-1\", expected a number from 0 to 10000, or nothing\n"
      "lib/england/authorities.csv:5:30: found \"20000\", expected a number from 0 to 10000, or nothing\n"
      "lib/england/authorities.csv:6:28: found the column \"cin_rate_2010\" to be set aside, expected "
      "old_la_number, child_population_0_17_mid2012, looked_after_31mar_2010, cin_rate_2011, cin_rate_2012, "
      "s251_sure_start_net_2010_11, s251_sure_start_net_2011_12 or referral_rate_2017_18 (did you mean "
      "cin_rate_2011?)\n"
      "lib/england/authorities.csv:7:1: found a row of 4 cells, expected 11, as in the heading\n"
      "lib/england/authorities.csv:8:5: found a quote that is not closed on its line, expected a closing "
      "quote\n"
      "lib/england/authorities.csv:9:17: found 50 children, expected at least 100\n"
      "lib/england/authorities.csv:11:1: found a second authority \"308\", expected one row an authority; "
      "the first is on line 10\n"
      "lib/england/authorities.csv:12:5: found a second authority \"Nine\", expected one row an authority; "
      "the first is on line 10\n");
}

TEST(England, AFaultyHeadingIsReportedOnce) {
  const auto told = [](const std::string& table) { return shown(Shipped(table).load().problems); };
  EXPECT_NE(told("").find("1:1: found an empty table"), std::string::npos);
  EXPECT_NE(told(heading).find("1:1: found a table without rows"), std::string::npos);
  std::string spelt = heading;
  spelt.replace(spelt.find("region"), 6, "regoin");
  EXPECT_NE(told(spelt + "x\n").find("1:20: found the column \"regoin\""), std::string::npos);
  EXPECT_NE(told(spelt).find("did you mean region?"), std::string::npos);
  EXPECT_NE(told(spelt).find("no column region"), std::string::npos);
  EXPECT_NE(told(std::string("name,") + heading).find("a second column name"), std::string::npos);
  const std::string broken = told(std::string("\"") + heading + "301,A,N,40000,,,,,,,\n");
  EXPECT_EQ(std::count(broken.begin(), broken.end(), '\n'), 1) << broken;
}

TEST(England, ChangesOfATeamOrACentreAreRefusedWithTheirLine) {
  const England england = load_england({"done-well"}, {}, Library::at(SHIPPED_SCENARIOS));
  ASSERT_EQ(england.problems.size(), 3U) << shown(england.problems);
  EXPECT_EQ(england.problems[0].line, 17);
  EXPECT_EQ(england.problems[0].found, "a change of one team, for the whole of England");
  EXPECT_EQ(england.problems[1].line, 27);
  EXPECT_EQ(
      england.problems[2].found,
      "14 units of a practitioner each, with 2 practitioners' posts in City of London, 1 of them in \"duty\"")
      << "the first authority that has not the posts for the Island's units";
  EXPECT_TRUE(england.places.empty());
  const Shipped shipped(heading + std::string("301,Town,North,40000,,,,,,,\n"));
  shipped.files->put(
      "lib/one.toml",
      "title = \"One\"\nextends = \"no-change\"\n[[change]]\nkind = \"centre-cut\"\ndate = "
      "2011-04-01\ntitle = \"cut\"\nowner = \"council\"\ncentre = \"centre-1\"\nbudget_cut = \"10 "
      "%\"\n");
  const England other = load_england({"one"}, {}, shipped.library());
  ASSERT_EQ(other.problems.size(), 1U) << shown(other.problems);
  EXPECT_EQ(other.problems[0].line, 8);
}

TEST(England, OnlyThoseNamedAreRunAndNearNamesAreOffered) {
  const Library library = Library::at(SHIPPED_SCENARIOS);
  const England two = load_england({"no-change"}, {"Kent", "921", "Kent"}, library);
  ASSERT_EQ(two.places.size(), 2U);
  EXPECT_EQ(two.places[0].authority.name, "Kent");
  EXPECT_EQ(two.places[1].authority.name, "Isle of Wight");
  EXPECT_EQ(two.authorities, 152U);
  const England none = load_england({"no-change"}, {"Knet"}, library);
  ASSERT_EQ(none.unknown.size(), 1U);
  EXPECT_NE(none.unknown[0].find("did you mean Kent?"), std::string::npos);
  EXPECT_TRUE(none.places.empty());
}

TEST(England, AnAuthorityIsAnAreaThatAScenarioMayName) {
  const Shipped shipped(heading + std::string("301,Town,North,40000,200,,300,1000000,,700,\n"));
  shipped.files->put("lib/here.toml",
                     "title = \"Here\"\narea = \"Town\"\nfrom = 2010-01-01\nto = 2012-01-01\n");
  const Loaded here = load_scenario("here", shipped.library());
  ASSERT_TRUE(here.design) << shown(here.problems);
  EXPECT_EQ(here.design->area.children, 40000.0);
  shipped.files->put("lib/there.toml",
                     "title = \"T\"\narea = \"Twon\"\nfrom = 2010-01-01\nto = 2012-01-01\n");
  const Loaded there = load_scenario("there", shipped.library());
  EXPECT_NE(shown(there.problems).find("there.toml:2:8: found no area called \"Twon\""), std::string::npos);
  EXPECT_NE(shown(there.problems).find("did you mean Town?"), std::string::npos);
}

TEST(England, WithoutATableIsReported) {
  const England england = load_england({"no-change"}, {}, {{"nowhere"}, std::make_shared<MemoryFiles>()});
  EXPECT_NE(shown(england.problems).find("no table of England's authorities"), std::string::npos);
}

// Hostile tables: any bytes end in authorities or in messages that point into the file.
TEST(England, AnySpoiltTableIsReadOrReported) {
  const std::string sound =
      *DiskFiles().read(std::string(SHIPPED_SCENARIOS) + "/england/authorities.csv").text;
  const Shipped shipped(sound);
  proof::holds(100, [&] {
    std::string text = sound.substr(0, *rc::gen::inRange<std::size_t>(0, 3000));
    const int changes = *rc::gen::inRange(0, 6);
    for (int i = 0; i < changes && !text.empty(); ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
      if (*rc::gen::inRange(0, 2) == 0) {
        text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
      } else {
        text.insert(at, *rc::gen::element<std::string>(",", "\"", "\n", "\r\n", "\"\"", "1e9", "-", "\xC2"));
      }
    }
    auto files = std::make_shared<MemoryFiles>(*shipped.files);
    files->put("lib/england/authorities.csv", text);
    const Library library{{"lib"}, files};
    const England england = load_england({"no-change"}, {}, library);
    RC_ASSERT(england.problems.empty() == !england.places.empty());
    RC_ASSERT(england.problems.size() <= 300U);
    for (const Diagnostic& problem : england.problems) {
      RC_ASSERT(problem.line >= 1 && problem.column >= 1 && !problem.found.empty());
      RC_ASSERT(problem.line <= 1 + std::count(text.begin(), text.end(), '\n') ||
                problem.file != "lib/england/authorities.csv");
      RC_ASSERT(to_string(problem).find('\n') == std::string::npos);
    }
  });
}

}  // namespace
}  // namespace lscb::scenario
