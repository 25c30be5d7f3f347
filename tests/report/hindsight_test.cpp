// Predictable harm and hindsight, as text, JSON and CSV: never one without the other.
#include "report/hindsight.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::CountedFigure;
using experiment::Estimate;
using experiment::HindsightOfDesign;
using experiment::HindsightResult;
using experiment::ShareFigure;

template <class Catalogue>
std::size_t place(const Catalogue& catalogue, std::string_view id) {
  return static_cast<std::size_t>(
      std::find_if(catalogue.begin(), catalogue.end(), [id](const auto& one) { return one.id == id; }) -
      catalogue.begin());
}

HindsightOfDesign design(const char* name) {
  HindsightOfDesign design;
  design.scenario = name;
  design.title = "Title";
  design.children = 25900.0;
  design.counts.resize(experiment::hindsight_counts().size());
  design.shares.resize(experiment::hindsight_shares().size());
  for (CountedFigure& figure : design.counts) {
    figure.number = 40;
    figure.replications_with = 20;
    figure.a_year = {20, 1.0, 0.2, 0.9, 1.1};
    figure.per_10000 = {20, 0.4, 0.1, 0.35, 0.45};
  }
  const auto count = [&](std::string_view id) -> CountedFigure& {
    return design.counts[place(experiment::hindsight_counts(), id)];
  };
  count("flagged_families").number = 4000;
  count("flagged_harmed_families").number = 40;
  count("flagged_unharmed_families").number = 3960;
  count("predictable_harms_after_harm").number = 0;
  count("predictable_harms_after_harm").few = true;
  count("predictable_harms_after_harm").a_year = {20, 0.0, 0.0, 0.0, 0.037};
  ShareFigure& unharmed = design.shares[place(experiment::hindsight_shares(), "flagged_unharmed_share")];
  unharmed = {3960, 4000, {20, 0.99, 0.01, 0.987, 0.993}, false};
  ShareFigure& predictable = design.shares[place(experiment::hindsight_shares(), "predictable_share")];
  predictable = {32, 40, {20, 0.8, 0.1, 0.64, 0.91}, true};
  return design;
}

HindsightResult sample(bool two = false) {
  HindsightResult result;
  result.seed = 7;
  result.replications = result.replications_asked = 20;
  result.counted = {at_date(2011, 1, 1), at_date(2013, 1, 1)};
  result.designs = {design("here")};
  if (two) {
    result.designs.push_back(design("there"));
    for (CountedFigure& figure : result.designs.back().counts) figure.difference = {20, 0.5, 0.1, 0.4, 0.6};
  }
  return result;
}

bool holds(const std::string& text, const std::string& part) {
  std::string flat;
  for (const char c : text) {
    const char one = c == '\n' ? ' ' : c;
    if (one != ' ' || flat.empty() || flat.back() != ' ') flat += one;
  }
  return flat.find(part) != std::string::npos;
}

TEST(HindsightText, SaysHowManyAreFlaggedForOneThatComesToHarm) {
  const std::string text = hindsight_text(sample());
  EXPECT_TRUE(
      holds(text,
            "For each simulated family that was flagged and came to serious harm afterwards (40 in all runs "
            "together), about 99 (76 to 140) were flagged and came to none"))
      << text;
  EXPECT_TRUE(holds(text, "no serious harm by the run's end 99.0 %, 98.7 to 99.3 (3,960 of 4,000)")) << text;
  EXPECT_TRUE(holds(text, "of serious harms: predictable 80 %, 64 to 91 (32 of 40)")) << text;
  EXPECT_TRUE(holds(text, "none found; at most 0.037 harms a year")) << text;
}

TEST(HindsightText, SaysWhatItDoesNotMean) {
  const std::string text = hindsight_text(sample());
  EXPECT_TRUE(holds(text, "Predictable does not mean foreseen, nor that anybody failed to see it."));
  EXPECT_TRUE(holds(text, "says nothing of who made it"));
  EXPECT_TRUE(holds(text, "no real family"));
  EXPECT_TRUE(holds(text, "A smaller number is not a safe service."));
}

TEST(HindsightText, TellsDifferencesOnlyOfASecondScenario) {
  EXPECT_FALSE(holds(hindsight_text(sample()), "more harms a year"));
  EXPECT_TRUE(holds(hindsight_text(sample(true)), "about 0.5 more harms a year, 0.4 to 0.6"));
}

TEST(HindsightText, SaysWhereNobodyWasFlaggedOrNobodyCameToHarm) {
  HindsightOfDesign none = design("here");
  const auto set = [&](std::string_view id, std::int64_t number) {
    none.counts[place(experiment::hindsight_counts(), id)].number = number;
  };
  set("flagged_harmed_families", 0);
  EXPECT_TRUE(holds(flags_in_words(none), "Of 3,960 simulated families flagged, none came to serious harm"));
  set("flagged_unharmed_families", 0);
  EXPECT_EQ(flags_in_words(none), "No simulated family was flagged.");
}

TEST(HindsightJson, HoldsEveryFigureAndWhatItDoesNotMean) {
  const auto json = nlohmann::json::parse(hindsight_json(sample(true), "1.2.3"));
  EXPECT_EQ(json["kind"], "hindsight");
  EXPECT_EQ(json["version"], "1.2.3");
  EXPECT_EQ(json["caution"], caution);
  EXPECT_EQ(json["hindsight"], hindsight_caution());
  ASSERT_EQ(json["designs"].size(), 2U);
  const auto& here = json["designs"][0];
  EXPECT_EQ(here["counts"].size(), experiment::hindsight_counts().size());
  EXPECT_EQ(here["shares"].size(), experiment::hindsight_shares().size());
  EXPECT_EQ(here["counts"]["predictable_harms"]["a_year"]["low"], 0.9);
  EXPECT_EQ(here["counts"]["predictable_harms"]["per_10000_children_a_year"]["mean"], 0.4);
  EXPECT_EQ(here["counts"]["predictable_harms"]["interval"], "student");
  EXPECT_EQ(here["counts"]["predictable_harms_after_harm"]["interval"], "poisson one-sided");
  EXPECT_TRUE(here["counts"]["predictable_harms"]["difference"].is_null());
  EXPECT_EQ(json["designs"][1]["counts"]["predictable_harms"]["difference"]["high"], 0.6);
  EXPECT_EQ(here["shares"]["predictable_share"]["part"], 32);
  EXPECT_EQ(here["shares"]["predictable_share"]["interval"], "binomial");
  EXPECT_EQ(here["shares"]["flagged_unharmed_share"]["interval"], "ratio");
  EXPECT_TRUE(here["shares"]["lucky_share"]["mean"].is_null()) << "of nothing it is not defined";
  EXPECT_EQ(here["flags"], flags_in_words(sample().designs[0]));
}

TEST(HindsightCsv, HasALineForEachFigureWithAsManyFields) {
  const std::string csv = hindsight_csv(sample(true));
  const auto lines = static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n'));
  EXPECT_EQ(lines, 1 + 2 * (experiment::hindsight_counts().size() + experiment::hindsight_shares().size()));
  const auto fields = [](const std::string& line) {
    bool quoted = false;
    int count = 1;
    for (const char c : line) {
      if (c == '"') quoted = !quoted;
      count += c == ',' && !quoted;
    }
    return count;
  };
  const int expected = fields(csv.substr(0, csv.find("\r\n")));
  for (std::size_t from = 0; from < csv.size();) {
    const std::size_t end = csv.find("\r\n", from);
    EXPECT_EQ(fields(csv.substr(from, end - from)), expected) << csv.substr(from, end - from);
    from = end + 2;
  }
  EXPECT_NE(csv.find("\r\nthere,predictable_share,"), std::string::npos);
  EXPECT_NE(csv.find("Predictable does not mean foreseen"), std::string::npos);
}

}  // namespace
}  // namespace lscb::report
