#include <gtest/gtest.h>

#include "scenario/change_kinds.h"
#include "small_library.h"

namespace lscb::scenario {
namespace {

using change::CentreCut;
using change::Posts;
using change::Recruitment;
using change::Restructure;
using change::ThresholdPolicy;

const std::string heading = "title = \"Plan\"\nextends = \"base\"\n";

/// What is said of a plan on top of the small base, each line without the file's name.
std::string said_of(const std::string& text) {
  SmallLibrary small;
  small.put("plan.toml", text);
  const Loaded loaded = small.scenario("plan");
  EXPECT_EQ(loaded.design.has_value(), loaded.problems.empty());
  std::string out;
  for (const Diagnostic& problem : loaded.problems) {
    EXPECT_EQ(problem.file, "lib/plan.toml");
    out += to_string(problem).substr(problem.file.size() + 1) + "\n";
  }
  return out;
}

std::string change(const std::string& kind, const std::string& rest, const std::string& date = "2011-04-01") {
  return "[[change]]\nkind = \"" + kind + "\"\ndate = " + date + "\ntitle = \"A change\"\nowner = \"" +
         owner_of(kind) + "\"\n" + rest;
}

const std::string restructure_rest =
    "announced = 2011-01-12\nconsultation = \"12 hours\"\ntraining = \"15 hours\"\ncases_transferred = \"70 "
    "%\"\n"
    "partner_ties_broken = \"60 %\"\nties_mend = \"1 year\"\n";

TEST(ScenarioFile, IsReadAsItIsWritten) {
  SmallLibrary small;
  small.put(
      "plan.toml",
      heading + std::string(evidence_text) +
          change("restructure",
                 restructure_rest + "stages = 2\nbetween_stages = \"8 weeks\"\nteam = \"duty\"\n") +
          change("threshold-policy", "section47 = \"0.3 levels\"\nuntil = 2011-10-01\n") +
          change("centre-cut", "budget_cut = \"27 %\"\ndays_closed = \"1 day a week\"\ncentre = \"east\"\n") +
          change("posts", "team = \"duty\"\nrole = \"clinician\"\ncount = 2\n", "2010-06-01") +
          change("recruitment",
                 "months_to_fill = \"4 months\"\nnewly_qualified_caseload = \"90 %\"\n"
                 "newly_qualified_time = \"10 %\"\n"));
  const Loaded loaded = small.scenario("plan");
  ASSERT_EQ(shown(loaded.problems), "");
  const world::Design& design = *loaded.design;
  EXPECT_EQ(design.scenario, "plan");
  EXPECT_EQ(design.window.from, at_date(2010, 1, 1));
  EXPECT_EQ(design.window.to, at_date(2012, 1, 1));
  ASSERT_EQ(design.changes.size(), 5U);
  // By date; on one day, as written.
  const auto& posts = std::get<Posts>(design.changes[0].effect);
  EXPECT_EQ(posts.role, spec::Role::clinician);
  EXPECT_EQ(posts.count, 2);
  const auto& restructure = std::get<Restructure>(design.changes[1].effect);
  EXPECT_EQ(restructure.team, "duty");
  EXPECT_EQ(restructure.stages, 2);
  EXPECT_EQ(restructure.weeks_between_stages, 8);
  EXPECT_EQ(restructure.cases_transferred, 0.7);
  EXPECT_EQ(restructure.ties_mend_months, 12);
  EXPECT_EQ(design.changes[1].origin.file, "lib/plan.toml");
  EXPECT_EQ(design.changes[1].origin.line, 7);
  const auto& policy = std::get<ThresholdPolicy>(design.changes[2].effect);
  EXPECT_EQ(policy.section47_shift, 0.3);
  EXPECT_EQ(policy.caf_shift, 0.0);
  EXPECT_EQ(policy.until, at_date(2011, 10, 1));
  const auto& cut = std::get<CentreCut>(design.changes[3].effect);
  EXPECT_EQ(cut.budget_cut, 0.27);
  EXPECT_EQ(cut.days_closed, 1);
  const auto& recruitment = std::get<Recruitment>(design.changes[4].effect);
  EXPECT_EQ(recruitment.months_to_fill, 4.0);
  EXPECT_FALSE(recruitment.leaving_per_year);
  EXPECT_EQ(recruitment.newly_qualified_caseload, 0.9);
  EXPECT_EQ(recruitment.newly_qualified_time, 0.1);
  const Figure* figure = loaded.provenance.find("change.restructure@2011-04-01[duty].training");
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->value, 15.0);
  EXPECT_EQ(figure->unit, "hours");
}

TEST(ScenarioFile, OfWhichSeveralAreExtendedHoldsEveryChangeOnce) {
  SmallLibrary small;
  small.put("a.toml", heading + change("restructure", restructure_rest));
  small.put("b.toml", heading + change("centre-cut", "budget_cut = \"27 %\"\n", "2010-05-01"));
  small.put("ab.toml", "title = \"AB\"\nextends = [\"a\", \"b\"]\n");
  // Both of these bring in a's and b's change by more than one way.
  small.put("again.toml", "title = \"Again\"\nextends = [\"ab\", \"b\", \"a\"]\n" +
                              change("recruitment", "leaving = \"20 % a year\"\n"));
  const Loaded loaded = small.scenario("again");
  ASSERT_EQ(shown(loaded.problems), "");
  ASSERT_EQ(loaded.design->changes.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<CentreCut>(loaded.design->changes[0].effect));
  EXPECT_TRUE(std::holds_alternative<Restructure>(loaded.design->changes[1].effect));
  EXPECT_TRUE(std::holds_alternative<Recruitment>(loaded.design->changes[2].effect));
}

TEST(ScenarioFile, CanBringABasesChangesToAnotherArea) {
  SmallLibrary small;
  small.put("areas/city.toml", "title = \"City\"\nextends = \"town\"\n[figures]\nchildren = 20000\n");
  small.put("a.toml", heading + change("restructure", restructure_rest));
  small.put("there.toml", "title = \"There\"\nextends = \"a\"\narea = \"city\"\nto = 2013-01-01\n");
  const Loaded loaded = small.scenario("there");
  ASSERT_EQ(shown(loaded.problems), "");
  EXPECT_EQ(loaded.design->area.id, "city");
  EXPECT_EQ(loaded.design->window.to, at_date(2013, 1, 1));
  EXPECT_EQ(loaded.design->changes.size(), 1U);
}

TEST(ScenarioFile, RefusesBasesOfDifferentAreasAndDates) {
  SmallLibrary small;
  small.put("areas/city.toml", "title = \"City\"\nextends = \"town\"\n");
  small.put("other.toml", "title = \"Other\"\narea = \"city\"\nfrom = 2010-02-01\nto = 2012-01-01\n");
  small.put("both.toml", "title = \"Both\"\nextends = [\"base\", \"other\"]\n");
  EXPECT_EQ(shown(small.scenario("both").problems),
            "lib/both.toml:2:20: found \"other\", whose area is not that of \"base\", expected scenarios of "
            "the same area, "
            "or area = … in this file\n"
            "lib/both.toml:2:20: found \"other\", whose from is not that of \"base\", expected scenarios of "
            "the same from, "
            "or from = … in this file\n");
}

TEST(ScenarioFile, ThatExtendsItselfIsNamedWithItsChain) {
  SmallLibrary small;
  small.put("a.toml", "title = \"A\"\nextends = [\"base\", \"b\"]\n");
  small.put("b.toml", "title = \"B\"\nextends = \"a\"\n");
  EXPECT_EQ(
      shown(small.scenario("a").problems),
      "lib/b.toml:2:11: found a scenario that extends itself: a -> b -> a, expected a chain that ends\n");
}

TEST(ScenarioFile, OfADoublingChainIsReadInReasonableTime) {
  SmallLibrary small;
  for (int i = 1; i <= 14; ++i) {
    const std::string below = i == 1 ? "base" : fmt::format("s{}", i - 1);
    small.put(fmt::format("s{}.toml", i),
              fmt::format("title = \"S\"\nextends = [\"{0}\", \"{0}\", \"{0}\"]\n", below));
  }
  EXPECT_EQ(shown(small.scenario("s14").problems), "");
  small.put("s15.toml", "title = \"S\"\nextends = \"s14\"\n");
  small.put("s16.toml", "title = \"S\"\nextends = \"s15\"\n");
  const std::string text = shown(small.scenario("s16").problems);
  EXPECT_NE(
      text.find("lib/s1.toml:2:12: found a chain of more than 16 files, expected fewer steps of extends"),
      std::string::npos)
      << text;
}

TEST(ScenarioFile, SaysThatANameIsOfAnArea) {
  const SmallLibrary small;
  EXPECT_EQ(
      shown(small.scenario("town").problems),
      "town:1:1: found no scenario called \"town\", which is an area, expected base, or a path to a file\n");
  EXPECT_EQ(
      shown(small.area("base").problems),
      "base:1:1: found no area called \"base\", which is a scenario, expected town, or a path to a file\n");
  EXPECT_EQ(said_of("title = \"Plan\"\nextends = \"town\"\n"),
            "2:11: found no scenario called \"town\", which is an area, expected base or plan\n");
}

// Proves that what is known of one child is refused wherever it stands, by a message that asks for its
// removal.
TEST(ScenarioFile, RefusesDataOfOneChild) {
  const auto refused = [](int line, int column, const std::string& key) {
    return fmt::format(
        "{}:{}: found \"{}\", a key for what is known of one child or family, expected no child-level data, "
        "of "
        "anybody: the simulator takes none; remove it from the file and from copies of it{}\n",
        line, column, key, line == 3 && key == "name" ? " (did you mean title?)" : "");
  };
  for (const char* key : {"child", "name", "dob", "date_of_birth", "nhs_number", "NHS-number", "upn"}) {
    EXPECT_EQ(said_of(heading + key + " = \"x\"\n"), refused(3, 1, key));
  }
  EXPECT_EQ(said_of(heading + "children = [\"A\"]\n"), refused(3, 1, "children"));
  EXPECT_EQ(said_of(heading + "[[child]]\nsurname = \"A\"\n"), refused(3, 3, "child"));
  EXPECT_EQ(said_of(heading + change("centre-cut", "budget_cut = \"27 %\"\ndob = 2009-01-01\n")),
            refused(9, 1, "dob"));
  EXPECT_EQ(said_of(heading + change("centre-cut", "budget_cut = { value = \"27 %\", name = \"A\" }\n")),
            refused(8, 32, "name"));
  EXPECT_EQ(said_of(heading + "children = 3\n").find("3:1: found unknown key \"children\""), 0U);
  SmallLibrary small;
  small.put("areas/town.toml",
            "upn = 1\n" + SmallLibrary::town() +
                "nhs_number = 1\n[parameters.child]\nvalue = 1\n[parameters.door.name]\nvalue = 1\n");
  const std::string said = shown(small.area("town").problems);
  for (const char* key : {"upn", "nhs_number", "child", "name"}) {
    EXPECT_NE(said.find(fmt::format("found \"{}\", a key for what is known of one child", key)),
              std::string::npos)
        << said;
  }
}

class ScenarioMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ScenarioMistake, IsReportedWhereItStands) {
  EXPECT_EQ(said_of(GetParam().text), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, ScenarioMistake,
    testing::Values(
        Mistake{"NoArea", "title = \"Plan\"\nfrom = 2010-01-01\nto = 2012-01-01\n",
                "1:1: found no area in the scenario, expected area = the name of a file in areas/\n"},
        Mistake{"AreaUnknown", "title = \"Plan\"\narea = \"twon\"\nfrom = 2010-01-01\nto = 2012-01-01\n",
                "2:8: found no area called \"twon\", expected town (did you mean town?)\n"},
        Mistake{"NoTitle", "extends = \"base\"\n",
                "1:1: found no title in the scenario, expected the scenario in a few words\n"},
        Mistake{"NoWindow", "title = \"Plan\"\narea = \"town\"\n",
                "1:1: found no from in the scenario, expected from = 2010-01-01, say: the first day counted\n"
                "1:1: found no to in the scenario, expected to = 2014-01-01, say: the day after the last one "
                "counted\n"},
        Mistake{"WindowBackwards", "title = \"Plan\"\narea = \"town\"\nfrom = 2012-01-01\nto = 2010-01-01\n",
                "4:6: found to, which is not after from, expected a later day, the one after the last day "
                "counted\n"},
        Mistake{"WindowTooLong", "title = \"Plan\"\narea = \"town\"\nfrom = 2010-01-01\nto = 2040-01-01\n",
                "4:6: found a window of more than 20 years, expected at most 20 years from from to to\n"},
        Mistake{"DateInQuotes", "title = \"Plan\"\narea = \"town\"\nfrom = \"2010-01-01\"\nto = 2012-01-01\n",
                "3:8: found from = \"2010-01-01\", expected a date without quotes, year first, as in "
                "2011-04-12\n"},
        Mistake{"UnknownKey", heading + "form = 2010-01-01\n",
                "3:1: found unknown key \"form\" in the scenario, expected title, summary, extends, "
                "defaults, area, from, to or "
                "change (did you mean from?)\n"},
        Mistake{"BaseUnknown", "title = \"Plan\"\nextends = \"bse\"\n",
                "2:11: found no scenario called \"bse\", expected base or plan (did you mean base?)\n"},
        Mistake{"NoKind", heading + "[[change]]\ndate = 2011-04-01\n",
                "3:1: found no kind in this change, expected " + listed(kind_names(), kind_names().size()) +
                    "\n"},
        Mistake{"KindUnknown", heading + change("restucture", ""),
                "4:8: found kind = \"restucture\", expected " + listed(kind_names(), kind_names().size()) +
                    " (did you mean restructure?)\n"},
        Mistake{"NoMechanism", heading + change("restructure", restructure_rest + "productivity = true\n"),
                "14:1: found \"productivity\", for which a change of kind \"restructure\" has no "
                "mechanism yet, expected kind, date, "
                "title, owner, year, source, grade, note, announced, team, stages, between_stages, "
                "consultation, training, "
                "cases_transferred, partner_ties_broken, ties_mend, partners_consulted, training_first, "
                "units, teams, coordinators, "
                "competence_checked, coaching or coaching_for\n"},
        Mistake{"KindIsAnotherLever", heading + change("supervision", ""),
                "4:8: found kind = \"supervision\", which is no kind, expected managers' time: kind "
                "\"posts\" with "
                "role \"team_manager\", or kind \"centre-management\" at centres\n"},
        Mistake{
            "KeyIsAnotherLever", heading + change("centre-cut", "budget_cut = \"27 %\"\nsupervision = 1\n"),
            "9:1: found \"supervision\" in a change of kind \"centre-cut\", which is no key, expected "
            "managers' "
            "time: kind \"posts\" with role \"team_manager\", or kind \"centre-management\" at centres\n"},
        Mistake{"KeyOfAnotherKind",
                heading + change("centre-cut", "budget_cut = \"27 %\"\ntraning = \"3 hours\"\n"),
                "9:1: found unknown key \"traning\" in a change of kind \"centre-cut\", expected kind, date, "
                "title, owner, year, source, "
                "grade, note, centre, budget_cut or days_closed\n"},
        Mistake{"NothingChanges", heading + change("threshold-policy", ""),
                "3:1: found a change that changes nothing, expected at least one of initial_assessment, "
                "section47, caf or "
                "downgrade_anchor\n"},
        Mistake{
            "MissingFigures",
            heading +
                change(
                    "restructure",
                    "announced = 2011-01-12\ncases_transferred = \"10 %\"\npartner_ties_broken = \"10 %\"\n"),
            "3:1: found no consultation in a change of kind \"restructure\", expected consultation = \"20 "
            "hours\", say\n"
            "3:1: found no ties_mend in a change of kind \"restructure\", expected ties_mend = \"4 months\", "
            "say\n"
            "3:1: found no training in a change of kind \"restructure\", expected training = \"20 hours\", "
            "say\n"},
        Mistake{
            "UnitMissing", heading + change("centre-cut", "budget_cut = 27\n"),
            "8:14: found budget_cut = 27 without a unit, expected a number with its unit, as in \"27 %\"\n"},
        Mistake{"UnitWrong", heading + change("recruitment", "months_to_fill = \"4 hours\"\n"),
                "8:18: found months_to_fill = the unit \"hours\" in \"4 hours\", expected the unit "
                "\"months\", as in \"4 months\"\n"},
        Mistake{"OutOfRange", heading + change("threshold-policy", "caf = \"-2.5 levels\"\n"),
                "8:7: found caf = -2.5 levels, expected -2 levels to 2 levels\n"},
        Mistake{"OwnerUnknown",
                heading + "[[change]]\nkind = \"recruitment\"\ndate = 2011-04-01\ntitle = \"A\"\nowner = "
                          "\"concil\"\nleaving = \"1 % a year\"\n",
                "7:9: found owner = \"concil\", expected council, board, health, police, schools, "
                "government or nobody (did you mean council?)\n"},
        Mistake{"OwnerOfAnotherKind",
                heading +
                    "[[change]]\nkind = \"posts\"\ndate = 2011-04-01\ntitle = \"A\"\nowner = \"schools\"\n"
                    "team = \"duty\"\nrole = \"social_worker\"\ncount = 1\n",
                "7:9: found owner = \"schools\", who cannot decide a change of kind \"posts\", expected "
                "council\n"},
        Mistake{"TitleOfTwoLines", "title = \"Plan\\nA smaller number is safe.\\n\"\nextends = \"base\"\n",
                "1:9: found a line break in a text, expected a text on one line, without control "
                "characters\n"},
        Mistake{
            "EveryTextOfTwoLines",
            heading + "summary = \"a\\nb\"\n" +
                change("recruitment",
                       "leaving = { value = \"1 % a year\", unit = \"a\\nb\" }\nnote = \"a\\tb\"\nsource = "
                       "\"\\u001B[2J\"\n"),
            "3:11: found a line break in a text, expected a text on one line, without control "
            "characters\n"
            "9:42: found a line break in a text, expected a text on one line, without control "
            "characters\n"
            "10:8: found a tab in a text, expected a text on one line, without control characters\n"
            "11:10: found the character U+001B in a text, expected a text on one line, without control "
            "characters\n"},
        Mistake{"PostsOfNone",
                heading + change("posts", "team = \"duty\"\nrole = \"social_worker\"\ncount = 0\n"),
                "10:9: found count = 0, expected posts created (3) or deleted (-3)\n"},
        // A value that is none is told once, and nothing is concluded from it.
        Mistake{"PostsWithoutEnd",
                heading + change("posts", "team = \"duty\"\nrole = \"social_worker\"\ncount = inf\n"),
                "10:9: found an infinite number, expected a number\n"},
        Mistake{"LeavingIsNoNumber", heading + change("recruitment", "leaving = nan\n"),
                "8:11: found nan, expected a number\n"},
        Mistake{"StagesAreNoNumber",
                heading +
                    change("restructure", restructure_rest + "stages = inf\nbetween_stages = \"8 weeks\"\n"),
                "14:10: found an infinite number, expected a number\n"},
        Mistake{"UnitsAreNoNumber",
                heading + change("restructure", restructure_rest + "units = \"many\"\ncoordinators = 1\n"),
                "14:9: found units = \"many\", expected a number with its unit, as in \"14\"\n"},
        Mistake{"StagesWithoutPause", heading + change("restructure", restructure_rest + "stages = 3\n"),
                "3:1: found no between_stages in a change of kind \"restructure\", expected between_stages = "
                "\"6 weeks\", say\n"},
        Mistake{"SyntaxAndMore", heading + change("centre-cut", "budget_cut = \ndays_closed = \"1 day\"\n"),
                "8:14: found the end of the line, expected value\n"
                "9:15: found days_closed = the unit \"day\" in \"1 day\", expected the unit \"days a week\", "
                "as in \"1 day a week\"\n"}),
    [](const testing::TestParamInfo<Mistake>& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace lscb::scenario
