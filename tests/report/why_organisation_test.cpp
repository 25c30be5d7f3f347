// What the organisation took away, in text and JSON: clear, worse, not settled, nothing.
#include "report/why_organisation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace lscb::report {
namespace {

using experiment::Estimate;
using experiment::Group;
using Json = nlohmann::json;

Estimate between(double low, double high) {
  return {30, (low + high) / 2.0, 1.0, low, high};
}

experiment::WhyOrganisation sample(bool with_other = false) {
  experiment::WhyOrganisation why;
  why.seed = 1;
  why.replications = 30;
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
  EXPECT_NE(text.find("Would have been assessed but for"), std::string::npos);
  EXPECT_NE(
      row_of(text, "work waiting and posts standing vacant").find("about 120 children a year, 90 to 150"),
      std::string::npos)
      << text;
  EXPECT_NE(row_of(text, "the parents' account").find("none: restored, more are missed"), std::string::npos);
  EXPECT_NE(text.find("about 15 more children a year, 10 to 20"), std::string::npos);
  EXPECT_NE(row_of(text, "pressure on decisions").find("nothing to restore"), std::string::npos);
  EXPECT_NE(row_of(text, "broken ties").find("none: exactly the same in every run"), std::string::npos);
  EXPECT_NE(row_of(text, "inexperience").find("not settled"), std::string::npos);
  EXPECT_NE(text.find("30 fewer to 30 more"), std::string::npos);
  EXPECT_NE(text.find("need not\n  add up"), std::string::npos) << text;
  EXPECT_EQ(text.find("against"), std::string::npos);
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
