// The dip after a reorganisation in text, JSON and CSV.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/data.h"
#include "report/dip_text.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "sample.h"

namespace lscb::report {
namespace {

using experiment::Estimate;
using Json = nlohmann::json;

Estimate estimate(double mean, double half_width) {
  return {42, mean, half_width, mean - half_width, mean + half_width};
}

experiment::Dip dip() {
  experiment::Dip made;
  made.go_live = at_date(2011, 4, 12);
  const Instant from = made.go_live - weeks(13);
  for (const int number : {-1, 1, 2}) {
    const int place = number < 0 ? 0 : number;
    made.quarters.push_back({number,
                             {from + weeks(13) * place, from + weeks(13) * (place + 1)},
                             estimate(-0.02 * place, 0.005),
                             estimate(-0.04 * place, 0.005)});
  }
  made.work = {estimate(-0.031, 0.007), 1, 3};
  made.per_hour = {estimate(0.002, 0.01), std::nullopt, std::nullopt};
  return made;
}

experiment::CompareResult reorganised() {
  auto result = sample::comparison();
  result.alternatives[1].dip = dip();
  return result;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Phrases, SharesOfWhatTheyAreComparedWith) {
  EXPECT_EQ(relative_in_words(estimate(-0.031, 0.007)), "about 3.1 % lower, 2.4 to 3.8");
  EXPECT_EQ(relative_in_words(estimate(0.25, 0.04)), "about 25 % higher, 21 to 29");
  EXPECT_EQ(relative_in_words(estimate(0.002, 0.02)), "about the same amount, 2 lower to 2 higher");
  EXPECT_EQ(relative_in_words(estimate(0.0, 0.0)), "exactly the same in every run");
  EXPECT_EQ(relative_in_words({}), "not defined");
}

// Proves what stands under an alternative with a reorganisation: the depth, when it is back, and beside it
// what is said of such changes with its grade.
TEST(DipText, SetsTheDipBesideWhatIsSaid) {
  std::string text;
  put_dip(text, reorganised().alternatives[1], false);
  EXPECT_EQ(
      text,
      "  The dip: case work done once the reorganisation of 12 April 2011 is live, of the base's\n"
      "    Productivity after such changes: 15 to 30 % lower, falling over 6 to 18 months (commonly said; "
      "no\n"
      "    published source was found). Here at standard hours, in the first half year:\n"
      "    case work done                                                  about 3.1 % lower, 2.4 to 3.8\n"
      "      no more than 5 % lower, for half a year         perhaps from the go-live on; certain only after "
      "6 months\n"
      "    case work done for each hour paid                               about the same amount, 1 lower to "
      "1 higher\n"
      "      no more than 5 % lower, for half a year                       not within the window\n");
  EXPECT_TRUE(holds(to_text(reorganised()), text));
}

// Proves that a return that only the mean shows is not told as one that is certain.
TEST(DipText, DoesNotCallCertainWhatTheIntervalsLeaveOpen) {
  auto result = reorganised();
  result.alternatives[1].dip->work.back = 8;
  result.alternatives[1].dip->work.surely_back = std::nullopt;
  std::string text;
  put_dip(text, result.alternatives[1], false);
  EXPECT_TRUE(holds(text, "perhaps after 21 months; not certain within the window\n")) << text;
}

TEST(DipText, TellsEveryQuarterInFull) {
  std::string text;
  put_dip(text, reorganised().alternatives[1], true);
  EXPECT_TRUE(holds(text, "      before: quarter -1, from 11 January 2011 ")) << text;
  EXPECT_TRUE(holds(text, "      quarter 2, from 12 July 2011 ")) << text;
  EXPECT_TRUE(holds(text, "about 8.0 % lower, 7.5 to 8.5")) << text;
}

// Proves that where nothing is reorganised nothing is said.
TEST(DipText, IsSilentWithoutAReorganisation) {
  EXPECT_FALSE(holds(to_text(sample::comparison()), "The dip"));
  EXPECT_TRUE(Json::parse(to_json(sample::comparison(), "9.9"))["alternatives"][0].at("dip").is_null());
  EXPECT_FALSE(holds(to_csv(sample::comparison()), "dip_"));
}

TEST(DipJson, TellsDepthReturnAndSeries) {
  const Json told = Json::parse(to_json(reorganised(), "9.9"))["alternatives"][1].at("dip");
  EXPECT_EQ(told.at("go_live"), "2011-04-12");
  EXPECT_EQ(told.at("published").at("least"), 0.15);
  EXPECT_EQ(told.at("published").at("most_months"), 18);
  EXPECT_EQ(told.at("published").at("grade"), "commonly said; no published source was found");
  EXPECT_EQ(told.at("back_within"), 0.05);
  EXPECT_EQ(told.at("case_work").at("depth").at("mean"), -0.031);
  EXPECT_EQ(told.at("case_work").at("back_quarter"), 1);
  EXPECT_EQ(told.at("case_work").at("surely_back_quarter"), 3);
  EXPECT_TRUE(told.at("case_work_per_hour").at("back_quarter").is_null());
  ASSERT_EQ(told.at("quarters").size(), 3U);
  EXPECT_EQ(told["quarters"][0].at("quarter"), -1);
  EXPECT_EQ(told["quarters"][1].at("from"), "2011-04-12");
  EXPECT_EQ(told["quarters"][2].at("to"), "2011-10-11");
  EXPECT_EQ(told["quarters"][2].at("case_work_per_hour").at("mean"), -0.08);
}

TEST(DipCsv, TellsItInRowsOfItsOwn) {
  const std::string table = to_csv(reorganised());
  const auto fields = [](std::string_view line) { return std::count(line.begin(), line.end(), ','); };
  const auto row = [&](std::string_view id) {
    const auto at = table.find(",b," + std::string(id) + ",");
    if (at == std::string::npos) return std::string{};
    const auto from = table.rfind('\n', at) + 1;
    return table.substr(from, table.find('\r', at) - from);
  };
  const std::string depth = row("dip_share@of=case_work");
  EXPECT_TRUE(holds(depth, ",-0.031,-0.038,-0.024,0.95,false,42,")) << depth;
  EXPECT_TRUE(holds(row("dip_back_quarter@of=case_work"), ",quarter,,,,1,,,")) << table;
  EXPECT_TRUE(holds(row("dip_surely_back_quarter@of=case_work"), ",quarter,,,,3,,,"));
  EXPECT_TRUE(holds(row("dip_back_quarter@of=case_work_per_hour"), ",quarter,,,,,,,"));
  EXPECT_FALSE(row("dip_share@of=case_work@quarter=-1").empty());
  EXPECT_TRUE(holds(row("dip_share@of=case_work_per_hour@quarter=2"), ",-0.08,"));
  const std::string header = table.substr(0, table.find('\r'));
  EXPECT_EQ(fields(row("dip_back_quarter@of=case_work")), fields(header));
}

}  // namespace
}  // namespace lscb::report
