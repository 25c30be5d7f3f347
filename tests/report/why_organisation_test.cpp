// What the organisation took away, in text and JSON: clear, worse, not settled, nothing.
#include "report/why_organisation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/fixed_load_text.h"

namespace lscb::report {
namespace {

using experiment::Estimate;
using experiment::Group;
using Json = nlohmann::json;

Estimate between(double low, double high) {
  return {30, (low + high) / 2.0, 1.0, low, high};
}

experiment::FixedLoadPart part(double low, double high, bool other) {
  experiment::FixedLoadPart made;
  made.share = between(low, high);
  made.a_year = between(low * 860.0, high * 860.0);
  if (other) made.beyond_first = between(20.0, 60.0);
  return made;
}

/// 30 % of the missed rest on load, nobody on policy, 40 % on nothing of it.
experiment::FixedLoad fixed_load(bool other) {
  experiment::FixedLoad load;
  load.missed = 25'800;
  load.sampled = 2000;
  load.sets = 64;
  load.replays = 64 * 1900;
  load.all = part(0.98, 1.02, other);
  for (std::size_t g = 0; g < experiment::group_count; ++g) {
    experiment::FixedLoadGroup& group = load.groups[g];
    group.group = experiment::all_groups[g];
    group.but_for = part(0.05, 0.09, other);
    group.sufficient_alone = part(0.01, 0.014, other);
    group.shapley = part(0.04, 0.08, other);
    group.again = between(0.03, 0.05);
    group.error = between(-0.01, 0.07);
    group.agreement = between(0.9, 0.94);
    group.no_longer = between(0.11, 0.13);
    group.newly = between(0.07, 0.09);
    group.net = between(0.03, 0.05);
    group.apart = between(-0.01, 0.05);
  }
  load.groups[static_cast<std::size_t>(Group::load)].shapley = part(0.28, 0.32, other);
  load.groups[static_cast<std::size_t>(Group::policy)].at_reference = true;
  load.beyond = part(0.38, 0.42, other);
  load.beyond_told = between(0.17, 0.19);
  load.runs = 80;
  load.runs_with_all = 40;
  load.sampled_with_all = 1000;
  load.beyond_there = between(0.37, 0.41);
  load.beyond_again = between(0.33, 0.37);
  load.beyond_error = between(0.02, 0.08);
  return load;
}

experiment::WhyOrganisation sample(bool with_other = false) {
  experiment::WhyOrganisation why;
  why.seed = 1;
  why.replications = 30;
  why.sample = 2000;
  why.counted = {at_date(2010, 1, 1), at_date(2014, 1, 1)};
  for (const char* scenario : {"here", "there"}) {
    experiment::OrganisationOfDesign design;
    design.scenario = scenario;
    design.title = "Title";
    design.missed = {between(840.0, 880.0), between(340.0, 360.0), between(500.0, 520.0)};
    for (std::size_t g = 0; g < experiment::group_count; ++g) {
      experiment::ButFor& but_for = design.groups[g];
      but_for.group = experiment::all_groups[g];
      but_for.difference.fill(between(-30.0, 30.0));
      if (!why.designs.empty()) but_for.beyond_first.fill(between(-60.0, -20.0));
    }
    const auto group = [&](Group which) -> experiment::ButFor& {
      return design.groups[static_cast<std::size_t>(which)];
    };
    group(Group::policy).at_reference = true;
    group(Group::policy).difference.fill({30, 0.0, 0.0, 0.0, 0.0});
    group(Group::load).difference.fill(between(-150.0, -90.0));
    group(Group::account).difference.fill(between(10.0, 20.0));
    group(Group::partners).difference.fill({30, 0.0, 0.0, 0.0, 0.0});
    design.fixed_load = fixed_load(!why.designs.empty());
    why.designs.push_back(design);
    if (!with_other) break;
  }
  return why;
}

std::string row_of(const std::string& text, const std::string& what) {
  const auto at = text.find(what);
  if (at == std::string::npos) return "no row of " + what;
  return text.substr(at, text.find('\n', at) - at);
}

TEST(WhyOrganisationText, SaysHowManyWouldHaveBeenAssessedAndWhatIsNotKnown) {
  const std::string text = to_text(sample());
  EXPECT_NE(text.find("Would have been assessed, helped in time or not in such need but for"),
            std::string::npos);
  EXPECT_NE(
      row_of(text, "work waiting and posts standing vacant").find("about 120 children a year, 90 to 150"),
      std::string::npos)
      << text;
  EXPECT_NE(row_of(text, "the parents' account").find("none: restored, more are missed"), std::string::npos);
  EXPECT_NE(text.find("about 15 more children a year, 10 to 20"), std::string::npos);
  EXPECT_NE(row_of(text, "pressure on decisions").find("nothing to restore"), std::string::npos);
  EXPECT_NE(row_of(text, "ties with partner agencies broken").find("none: exactly the same in every run"),
            std::string::npos);
  EXPECT_NE(row_of(text, "inexperience").find("not settled"), std::string::npos);
  EXPECT_NE(text.find("30 fewer to 30 more"), std::string::npos);
  EXPECT_NE(text.find("need not\n  add up"), std::string::npos) << text;
  EXPECT_EQ(text.find("against here"), std::string::npos);
}

TEST(WhyOrganisationText, PutsTheGreatestFirst) {
  const std::string text = to_text(sample());
  EXPECT_LT(text.find("work waiting"), text.find("inexperience"));
  EXPECT_LT(text.find("inexperience"), text.find("the parents' account"));
}

// Another 20 to 60 fewer missed there: so many more would have been assessed but for it.
TEST(WhyOrganisationText, SetsTheOtherScenarioAgainstTheFirst) {
  const std::string text = to_text(sample(true));
  EXPECT_NE(row_of(text, "but for it, against here").find("about 40 more children a year, 20 to 60"),
            std::string::npos)
      << text;
}

TEST(WhyOrganisationText, FitsATerminal) {
  std::istringstream lines{to_text(sample(true))};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 110U) << line;
}

/// What is said with the load held fixed.
std::string second_half(const std::string& text) {
  return text.substr(text.find("What shares of the missed rest on each part"));
}

TEST(FixedLoadText, SaysWhoWasLookedAtAndWhatRestsOnWhat) {
  const std::string text = second_half(to_text(sample()));
  EXPECT_NE(row_of(text, "of these looked at").find("2,000 of the 25,800"), std::string::npos);
  EXPECT_NE(row_of(text, "their families played again, each in 64 ways").find("1,900"), std::string::npos);
  EXPECT_NE(row_of(text, "families whose unchanged replay").find("  none"), std::string::npos);
  const std::string load = row_of(text, "work waiting");
  for (const char* cell : {"7 % (5 to 9)", "1.2 % (1.0 to 1.4)", "30 % (28 to 32)", "258 (241 to 275)"})
    EXPECT_NE(load.find(cell), std::string::npos) << load << ": " << cell;
  EXPECT_NE(row_of(text, "    missed even with all back").find("40 % (38 to 42)"), std::string::npos);
  EXPECT_NE(row_of(text, "  so, though told").find("18.0 % (17.0 to 19.0)"), std::string::npos);
  EXPECT_NE(row_of(text, "pressure on decisions").find("nothing to restore"), std::string::npos);
  EXPECT_NE(text.find("No child is named"), std::string::npos);
}

TEST(FixedLoadText, PrintsTheErrorBesideTheWholeRuns) {
  const std::string text = second_half(to_text(sample()));
  const std::string errors = text.substr(text.find("set against whole runs  "));
  const std::string load = row_of(errors, "work waiting");
  for (const char* cell : {"7 % (5 to 9)", "4 % (3 to 5)", "3 (-1 to 7)", "92 % (90 to 94)"})
    EXPECT_NE(load.find(cell), std::string::npos) << load << ": " << cell;
  EXPECT_EQ(errors.find("pressure on decisions"), std::string::npos) << "there is nothing to set against";
  EXPECT_NE(row_of(errors, "of the same children, in replays").find("40 % (38 to 42)"), std::string::npos);
  EXPECT_NE(row_of(errors, "with all seven parts put back").find("35 % (33 to 37)"), std::string::npos);
  EXPECT_NE(row_of(errors, "of the 1,000 of them in 40 of the 80 runs, in replays").find("39 % (37 to 41)"),
            std::string::npos)
      << "what the difference is taken from";
  const std::string all = errors.substr(errors.find("all missed, in whole runs"));
  for (const char* cell : {"12 % (11 to 13)", "8.0 % (7.0 to 9.0)", "4 % (3 to 5)"})
    EXPECT_NE(row_of(all, "work waiting").find(cell), std::string::npos) << all;
}

// Newly missed children taken off: what is gross alone is no ground not to read a share.
TEST(FixedLoadText, WhereWholeRunsFindMuchMoreTheShareIsNotToBeRead) {
  experiment::WhyOrganisation why = sample();
  experiment::FixedLoadGroup& load = why.designs[0].fixed_load.groups[static_cast<std::size_t>(Group::load)];
  load.again = between(0.4, 0.44);
  load.error = between(-0.4, -0.3);
  EXPECT_EQ(second_half(to_text(why)).find("work waiting*"), std::string::npos) << "newly missed, as many";
  load.net = between(0.2, 0.24);
  load.apart = between(-0.2, -0.1);
  EXPECT_NE(second_half(to_text(why)).find("work waiting*"), std::string::npos);
  load.apart = between(-0.2, 0.01);
  EXPECT_EQ(second_half(to_text(why)).find("work waiting*"), std::string::npos) << "not told apart";
}

// That is said of whole runs alone.
TEST(FixedLoadText, NeverSaysWouldHaveBeenAssessed) {
  const std::string text = second_half(to_text(sample(true)));
  EXPECT_EQ(text.find("would have been"), std::string::npos);
  EXPECT_EQ(text.find("Would have been"), std::string::npos);
}

TEST(FixedLoadText, WhatDiffersByRoundingAloneHasNoWidth) {
  experiment::WhyOrganisation why = sample();
  why.designs[0].fixed_load.groups[static_cast<std::size_t>(Group::load)].again = between(0.15, 0.15 + 1e-16);
  const std::string text = second_half(to_text(why));
  const std::string load = row_of(text.substr(text.find("set against whole runs  ")), "work waiting");
  EXPECT_NE(load.find("15 %  "), std::string::npos) << load;
}

TEST(FixedLoadText, PutsTheGreatestShareFirst) {
  const std::string text = second_half(to_text(sample()));
  EXPECT_LT(text.find("    work waiting"), text.find("    inexperience"));
}

TEST(FixedLoadText, SetsTheOtherScenarioAgainstTheFirst) {
  const std::string text = second_half(to_text(sample(true)));
  const std::string against = text.substr(text.find("adds up, against here"));
  EXPECT_NE(row_of(against, "work waiting").find("about 40 more children a year, 20 to 60"),
            std::string::npos);
  EXPECT_NE(row_of(against, "together").find("about 40 more children a year"), std::string::npos);
}

TEST(FixedLoadText, AReplayThatWentAstrayIsAFault) {
  experiment::WhyOrganisation why = sample();
  why.designs[0].fixed_load.astray = 12;
  EXPECT_NE(row_of(to_text(why), "families whose unchanged replay").find("12: more than a few are a fault"),
            std::string::npos);
}

TEST(FixedLoadText, WhereNobodyWasMissedSaysSo) {
  experiment::WhyOrganisation why = sample();
  why.designs[0].fixed_load = {};
  why.designs[0].fixed_load.all.a_year = {30, 0.0, 0.0, 0.0, 0.0};
  const std::string text = second_half(to_text(why));
  EXPECT_NE(text.find("nobody was missed"), std::string::npos);
  EXPECT_EQ(text.find("left out alone  "), std::string::npos);
}

TEST(FixedLoadText, ShortWordsBeginTheLongOnes) {
  for (const Group group : experiment::all_groups) {
    const std::string_view words = experiment::words(group);
    EXPECT_EQ(words.substr(0, short_words(group).size()), short_words(group));
  }
}

TEST(FixedLoadJson, HoldsEachPartAsItIs) {
  const Json json = Json::parse(to_json(sample(true), "0.1"));
  EXPECT_EQ(json["sample"], 2000);
  const Json& first = json["designs"][0]["fixed_load"];
  EXPECT_EQ(first["missed"], 25'800);
  EXPECT_EQ(first["subsets"], 64);
  EXPECT_EQ(first["replays_not_as_recorded"], 0);
  ASSERT_EQ(first["groups"].size(), 7U);
  const Json& load = first["groups"]["load"];
  EXPECT_EQ(load["shapley"]["share"]["low"], 0.28);
  EXPECT_EQ(load["but_for"]["share"]["high"], 0.09);
  EXPECT_EQ(load["error"]["low"], -0.01);
  EXPECT_EQ(load["agreement"]["high"], 0.94);
  EXPECT_EQ(load["no_longer_missed_in_run"]["high"], 0.13);
  EXPECT_EQ(load["newly_missed_in_run"]["low"], 0.07);
  EXPECT_EQ(load["net_in_run"]["low"], 0.03);
  EXPECT_EQ(load["but_for_less_net"]["high"], 0.05);
  EXPECT_TRUE(load["shapley"]["beyond_first"].is_null());
  EXPECT_EQ(first["groups"]["policy"]["at_reference"], true);
  EXPECT_EQ(first["missed_with_all_restored"]["share"]["low"], 0.38);
  EXPECT_EQ(first["runs_with_all_restored"], 40);
  EXPECT_EQ(first["sampled_with_all_restored"], 1000);
  EXPECT_EQ(first["missed_with_all_restored_in_replays"]["high"], 0.41);
  EXPECT_EQ(first["missed_with_all_restored_in_run"]["high"], 0.37);
  EXPECT_EQ(first["missed_with_all_restored_error"]["low"], 0.02);
  const Json& second = json["designs"][1]["fixed_load"];
  EXPECT_EQ(second["groups"]["load"]["shapley"]["beyond_first"]["high"], 60.0);
}

TEST(WhyOrganisationJson, HoldsEachGroupAsItIs) {
  const Json json = Json::parse(to_json(sample(true), "0.1"));
  EXPECT_EQ(json["kind"], "why_in_the_organisation");
  EXPECT_EQ(json["caution"], "A smaller number is not a safe service.");
  EXPECT_EQ(json["simultaneous"], 7);
  const Json& first = json["designs"][0];
  ASSERT_EQ(first["groups"].size(), 7U);
  EXPECT_EQ(first["missed"]["missed_assessments"]["mean"], 860.0);
  EXPECT_EQ(first["groups"]["load"]["difference"]["missed_assessments"]["mean"], -120.0);
  EXPECT_EQ(first["groups"]["load"]["difference"]["never_told_children"]["low"], -150.0);
  EXPECT_EQ(first["groups"]["policy"]["at_reference"], true);
  EXPECT_TRUE(first["groups"]["load"]["beyond_first"].is_null());
  EXPECT_EQ(json["designs"][1]["groups"]["load"]["beyond_first"]["missed_assessments"]["high"], -20.0);
}

}  // namespace
}  // namespace lscb::report
