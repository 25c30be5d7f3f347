// Families found, as text, JSON and CSV.
#include "report/families.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace lscb::report {
namespace {

using experiment::FamiliesResult;
using experiment::find_filter;

experiment::FamilyFrequency frequency(std::int64_t families, double mean, double low, double high, bool few) {
  experiment::FamilyFrequency f;
  f.families = families;
  f.replications_with = static_cast<int>(families);
  f.per_10000 = {20, mean, 0.1, low, high};
  f.few = few;
  return f;
}

FamiliesResult sample() {
  FamiliesResult result;
  result.scenarios = {{"no-change", "No change"}, {"plan", "A plan"}};
  result.seed = 7;
  result.replications = result.replications_asked = 20;
  result.counted = {at_date(2011, 1, 1), at_date(2014, 1, 1)};
  result.children = 26012.0;
  result.filters.push_back({find_filter("seed-pattern"),
                            {frequency(0, 0.0, 0.0, 0.0575, true), frequency(3, 0.06, 0.01, 0.17, true)},
                            experiment::Estimate{20, 0.06, 0.2, -0.03, 0.15}});
  result.filters.push_back({find_filter("diverged"), {frequency(900, 17.3, 16.9, 17.7, false)}, {}});
  return result;
}

experiment::FoundFamily found() {
  experiment::FoundFamily family;
  family.key = {7, 12, 4170};
  family.figures.first.calls = 2;
  family.figures.second.calls = 9;
  family.figures.second.unassessed_calls = 11;
  family.figures.second.unassessed_before = 2;
  family.figures.second.sent_to_caf = 6;
  family.figures.second.caf_throughout = true;
  family.figures.second.adult_hidden = true;
  family.figures.second.unprotected_minutes = 412 * minutes_per_day;
  family.figures.second.harms = 1;
  family.figures.second.predictable_harms = 1;
  family.figures.parted = at_date(2011, 5, 3);
  family.figures.differs = at_date(2011, 6, 9);
  return family;
}

FamiliesResult listed() {
  FamiliesResult result = sample();
  result.listed = find_filter("seed-pattern");
  result.matching = 3;
  result.families = {found()};
  return result;
}

const std::vector<std::string> asked{"no-change", "my plans/plan.toml"};

bool holds(const std::string& text, const std::string& part) {
  // Lines are wrapped: what is looked for may go over one.
  std::string flat;
  for (const char c : text) {
    const char one = c == '\n' ? ' ' : c;
    if (one != ' ' || flat.empty() || flat.back() != ' ') flat += one;
  }
  return flat.find(part) != std::string::npos;
}

TEST(FamiliesText, SaysThatNoneWasFoundAndHowManyThereMayBe) {
  const std::string text = families_text(sample(), asked);
  EXPECT_TRUE(holds(text, "no-change none in 20 replications; at most 0.058")) << text;
  EXPECT_TRUE(holds(text, "plan about 0.06 families, 0.01 to 0.17")) << text;
  EXPECT_TRUE(holds(text, "(3 families, in 3 of 20 replications)")) << text;
  EXPECT_TRUE(holds(text, "between the two about 17.3 families, 16.9 to 17.7")) << text;
  EXPECT_TRUE(holds(text, "over the whole time counted, not a year")) << text;
  EXPECT_TRUE(holds(text, "The review's pattern was found")) << text;
}

TEST(FamiliesText, SaysThatTheReviewsPatternWasNotFound) {
  FamiliesResult result = sample();
  result.filters[0].frequencies[1] = result.filters[0].frequencies[0];
  EXPECT_TRUE(
      holds(families_text(result, asked),
            "The review's pattern was not found in 20 replications: no simulated family came to it."));
}

TEST(FamiliesText, ListsFamiliesWithTheCommandThatTellsEach) {
  const std::string text = families_text(listed(), asked);
  EXPECT_TRUE(holds(text, "The first 1 of 3 families, by calls without assessment")) << text;
  EXPECT_TRUE(holds(text, "Replication 12, family 4,170")) << text;
  EXPECT_TRUE(holds(text, "Under no-change: 2 calls in this time; no assessment completed")) << text;
  EXPECT_TRUE(
      holds(text,
            "Under plan: 9 calls in this time; 11 calls before any assessment (2 before this time), 6 "
            "sent to CAF (CAF throughout), a dangerous adult there and not known; no assessment "
            "completed; 412 child-days at unprotected need; 1 serious harm, which came after a call that "
            "the reference worker would have had assessed."))
      << text;
  EXPECT_TRUE(holds(text, "part on 3 May 2011; something comes out differently from 9 June 2011 on")) << text;
  EXPECT_NE(text.find("    lscb family no-change --family 4170 --replication 12 --seed 7 --against 'my "
                      "plans/plan.toml'\n"),
            std::string::npos)
      << text;
  EXPECT_FALSE(holds(text, "diverged")) << text;
}

TEST(FamiliesText, SaysThatNoFamilyIsListed) {
  FamiliesResult result = listed();
  result.matching = 0;
  result.families.clear();
  EXPECT_TRUE(holds(families_text(result, asked), "No such family in 20 replications."));
}

TEST(FamiliesData, Json) {
  const auto json = nlohmann::json::parse(families_json(listed(), asked, "1.2.3"));
  EXPECT_EQ(json["seed"], 7);
  EXPECT_EQ(json["scenarios"][1]["scenario"], "plan");
  const auto& seed = json["filters"][0];
  EXPECT_EQ(seed["filter"], "seed-pattern");
  EXPECT_EQ(seed["frequencies"][0]["families"], 0);
  EXPECT_EQ(seed["frequencies"][0]["high"], 0.0575);
  EXPECT_EQ(seed["frequencies"][0]["interval"], "poisson one-sided");
  EXPECT_EQ(seed["frequencies"][1]["interval"], "poisson");
  EXPECT_EQ(seed["difference"]["mean"], 0.06);
  EXPECT_EQ(json["filters"][1]["frequencies"][0]["interval"], "student");
  EXPECT_TRUE(json["filters"][1]["difference"].is_null());
  const auto& family = json["listed"]["families"][0];
  EXPECT_EQ(json["listed"]["matching"], 3);
  EXPECT_EQ(family["family"], 4170);
  EXPECT_EQ(family["figures"][1]["unassessed_calls"], 11);
  EXPECT_EQ(family["figures"][1]["unprotected_need_child_days"], 412.0);
  EXPECT_TRUE(family["figures"][1]["assessed"].is_null());
  EXPECT_EQ(family["figures"][1]["predictable_harms"], 1);
  EXPECT_EQ(family["parted"], "2011-05-03");
  EXPECT_FALSE(nlohmann::json::parse(families_json(sample(), asked, "1")).contains("listed"));
}

TEST(FamiliesData, Csv) {
  const std::string table = families_csv(sample());
  EXPECT_NE(table.find("seed-pattern,no-change,"), std::string::npos);
  EXPECT_NE(table.find(",0,0,20,0,0,0.0575,poisson one-sided,,,,"), std::string::npos) << table;
  EXPECT_NE(table.find(",3,3,20,0.06,0.01,0.17,poisson,0.06,-0.03,0.15,"), std::string::npos) << table;
  EXPECT_NE(table.find("diverged,,"), std::string::npos);
  const std::string list = families_csv(listed());
  EXPECT_NE(list.find("seed-pattern,7,12,4170,no-change,2,0,0,false,false,,0,0,0,2011-05-03,2011-06-09,"),
            std::string::npos)
      << list;
  EXPECT_NE(list.find("safe service.,1,0\r\n"), std::string::npos) << list;
  EXPECT_NE(list.find("seed-pattern,7,12,4170,plan,9,11,6,true,true,,0,412,1,2011-05-03,2011-06-09,"),
            std::string::npos)
      << list;
}

}  // namespace
}  // namespace lscb::report
