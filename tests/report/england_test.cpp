// England's result in words, JSON and CSV.
#include "report/england.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/phrases.h"
#include "sample.h"

namespace lscb::report {
namespace {

/// The sample's figures in three areas; 0.5 of each more in every next one.
EnglandResult england(std::size_t authorities) {
  std::vector<experiment::AreaOfMany> areas;
  for (std::uint64_t code : {201U, 801U, 921U}) {
    experiment::AreaOfMany area{code, code == 801U ? "Bristol, City of" : "Area " + std::to_string(code), {}};
    area.designs = {sample::design("base"), sample::design("fewer", {sample::posts(-2)})};
    for (auto& design : area.designs) design.area.children = 1000.0;
    areas.push_back(area);
  }
  experiment::Options options;
  options.replications = 5;
  options.threads = 1;
  EnglandResult result;
  result.areas =
      experiment::run_areas(areas, options, {}, experiment::each_alone(sample::figures), sample::catalogue());
  result.regions = {"London", "South West", "South East"};
  result.authorities = authorities;
  result.published = {{{"late_children"},
                       "recognised late",
                       "published otherwise",
                       84.0,
                       "children a year",
                       "2012-13",
                       "a table",
                       "measured"},
                      {{"missed_though_told_children", "never_told_children"},
                       "both",
                       "",
                       300.0,
                       "children a year",
                       "2013",
                       "another",
                       "published"}};
  return result;
}

TEST(England, InWordsSetsTheSumBesideWhatWasPublished) {
  const std::string text = to_text(england(3), false);
  EXPECT_EQ(text.find(std::string(heading)), 0U);
  EXPECT_NE(text.find("3 authorities, each with a door"), std::string::npos) << text;
  EXPECT_NE(text.find("3,000 children"), std::string::npos);
  EXPECT_NE(text.find("never told"), std::string::npos) << "the headline's parts";
  EXPECT_NE(text.find("84 [1]"), std::string::npos) << text;
  EXPECT_NE(text.find("[2] 2013; another, published"), std::string::npos) << text;
  EXPECT_NE(text.find("published otherwise"), std::string::npos);
  EXPECT_NE(text.find("against base, all authorities together"), std::string::npos);
  EXPECT_EQ(text.rfind(std::string(caution) + "\n"), text.size() - caution.size() - 1);
}

TEST(England, InWordsOfSomeIsNotSetBesideTheWhole) {
  const std::string text = to_text(england(152), true);
  EXPECT_NE(text.find("3 of 152 authorities"), std::string::npos);
  EXPECT_EQ(text.find("84 [1]"), std::string::npos);
  EXPECT_NE(text.find("nothing published to set their sum beside"), std::string::npos);
}

// Proves that of what was spent beyond the budget all authorities are told as one is, and that one run is
// rounded: no minus sign before pounds, no digit that a single run does not know.
TEST(England, TellsTheBudgetAsRunDoes) {
  EnglandResult one = england(3);
  one.areas.measures.push_back({"overspend_pounds", "spent beyond the budget", "pounds a year"});
  for (auto& scenario : one.areas.scenarios) {
    scenario.totals.push_back({1, -4'573'381.0, {}, {}, {}});
    scenario.differences.emplace_back();
  }
  EXPECT_NE(to_text(one, false).find("about £4,570,000 a year under the budget (one run: no interval)"),
            std::string::npos)
      << to_text(one, false);
  EXPECT_EQ(to_text(one, false).find("£-"), std::string::npos);
}

TEST(England, AsJsonAddsUp) {
  const auto document = nlohmann::json::parse(to_json(england(3), "1.2.3"));
  EXPECT_EQ(document.at("heading"), heading);
  EXPECT_EQ(document.at("authorities").size(), 3U);
  EXPECT_EQ(document.at("authorities")[1].at("name"), "Bristol, City of");
  double sum = 0.0;
  for (const auto& authority : document.at("authorities")) {
    sum += authority.at("scenarios").at("base").at("late_children").at("mean").get<double>();
  }
  EXPECT_EQ(document.at("scenarios")[0].at("totals").at("late_children").at("mean").get<double>(), sum);
  EXPECT_FALSE(document.at("scenarios")[0].at("totals").contains("decision_in_time_share"));
  EXPECT_TRUE(document.at("authorities")[0].at("scenarios").at("base").contains("decision_in_time_share"));
  EXPECT_FALSE(document.at("scenarios")[0].contains("differences"));
  EXPECT_TRUE(document.at("scenarios")[1].at("differences").contains("missed_assessments"));
  EXPECT_EQ(document.at("published").size(), 2U);
  EXPECT_EQ(nlohmann::json::parse(to_json(england(152), "1")).at("published").size(), 0U);
}

TEST(England, AsCsvHasARowForEachAuthorityAndMeasure) {
  const std::string csv = to_csv(england(3));
  EXPECT_EQ(csv.find("scenario,number,authority,region,children,measure,unit,n,mean,low,high,published,"),
            0U);
  EXPECT_NE(csv.find("base,801,\"Bristol, City of\",South West,1000,late_children,children a year,5,"),
            std::string::npos);
  const std::size_t whole = csv.find("base,,England,,3000,late_children,children a year,5,");
  ASSERT_NE(whole, std::string::npos);
  const std::string row = csv.substr(whole, csv.find("\r\n", whole) - whole);
  EXPECT_NE(row.find(",84,2012-13"), std::string::npos) << row;
  EXPECT_EQ(csv.find("England,,3000,decision_in_time_share"), std::string::npos);
  EXPECT_NE(to_csv(england(152)).find("base,,the authorities together,"), std::string::npos);
}

}  // namespace
}  // namespace lscb::report
