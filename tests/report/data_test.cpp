#include "report/data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>

#include "sample.h"

namespace lscb::report {
namespace {

using Json = nlohmann::json;

void expect_number_or_null(const Json& object, const char* key) {
  ASSERT_TRUE(object.contains(key)) << key;
  EXPECT_TRUE(object[key].is_number() || object[key].is_null()) << key << ": " << object[key];
}

void expect_run(const Json& run) {
  EXPECT_TRUE(run.at("scenario").is_string());
  EXPECT_TRUE(run.at("seed").is_number_integer());
  EXPECT_TRUE(run.at("replications").is_number_integer());
  EXPECT_EQ(run.at("version"), "9.9");
  ASSERT_EQ(run.at("measures").size(), sample::catalogue().size());
  for (const auto& [id, measure] : run.at("measures").items()) {
    EXPECT_TRUE(measure.at("label").is_string()) << id;
    EXPECT_TRUE(measure.at("unit").is_string()) << id;
    for (const char* key : {"mean", "low", "high"}) expect_number_or_null(measure, key);
  }
}

TEST(Json, CompareKeepsItsSchema) {
  const Json document = Json::parse(to_json(sample::comparison(), "9.9"));
  expect_run(document.at("base"));
  EXPECT_EQ(document["base"]["scenario"], "no-change");
  ASSERT_EQ(document.at("alternatives").size(), 4U);
  for (const auto& alternative : document["alternatives"]) {
    expect_run(alternative);
    ASSERT_EQ(alternative.at("differences").size(), sample::catalogue().size());
    for (const auto& [id, d] : alternative["differences"].items()) {
      for (const char* key :
           {"mean", "low", "high", "delta", "correlation", "variance_ratio", "runs_needed"}) {
        expect_number_or_null(d, key);
      }
      EXPECT_EQ(d.at("level"), 0.95);
      EXPECT_EQ(d.at("simultaneous"), id == "missed_assessments");
      EXPECT_TRUE(d.at("n").is_number_integer());
      EXPECT_EQ(d.at("delta").is_null(), id != "missed_assessments");
      const std::string verdict = d.at("verdict");
      EXPECT_TRUE(verdict == "more" || verdict == "fewer" || verdict == "no difference that matters" ||
                  verdict == "not enough runs to say");
    }
  }
  EXPECT_EQ(document["alternatives"][0]["levers"][0]["owner"], "council");
  EXPECT_EQ(document["window"]["from"], "2011-04-01");
  EXPECT_EQ(document["heading"], "organisation simplified, uncalibrated: not for decisions");
  ASSERT_EQ(document["interactions"].size(), 1U);
  EXPECT_EQ(document["interactions"][0]["kind"], "excess_over_parts");
  EXPECT_EQ(document["interactions"][0]["together"], "a-b");
  for (const auto& [id, contrast] : document["interactions"][0]["measures"].items()) {
    EXPECT_EQ(contrast.at("level"), 0.95);
    EXPECT_EQ(contrast.at("simultaneous"), id == "missed_assessments");
  }
}

// Proves the keys of what a chair asks: deciles of the headline and its difference, and the board's view.
TEST(Json, TellsDecilesAndTheBoardsView) {
  const Json document = Json::parse(to_json(sample::chairs_comparison(), "9.9"));
  EXPECT_EQ(document["caution"], "A smaller number is not a safe service.");
  EXPECT_TRUE(document["base"]["measures"].contains("missed_assessments@catchment=east"));
  const Json& alternative = document["alternatives"][0];
  EXPECT_EQ(alternative["differences"]["missed_assessments@catchment=west"]["n"], 42);
  for (const Json* deciles : {&document.at("headline_deciles"), &alternative.at("headline_deciles"),
                              &alternative.at("difference_deciles")}) {
    EXPECT_EQ(deciles->at("measure"), "missed_assessments");
    EXPECT_EQ(deciles->at("n"), 42);
    EXPECT_EQ(deciles->at("level"), 0.95);
    EXPECT_EQ(deciles->at("runs_needed"), 36);
    for (const char* end : {"lowest", "highest"}) {
      for (const char* key : {"value", "low", "high"}) EXPECT_TRUE(deciles->at(end).at(key).is_number());
    }
  }
  EXPECT_EQ(alternative["difference_deciles"]["highest"]["value"], 26.0);

  ASSERT_EQ(alternative.at("beyond_area").size(), 2U);
  const Json& east = alternative["beyond_area"].at("missed_assessments_per_10000_children@catchment=east");
  EXPECT_NEAR(east.at("mean").get<double>(), 10.0, 1e-9);
  EXPECT_LT(east.at("low"), 10.0);
  EXPECT_GT(east.at("high"), 10.0);
  EXPECT_EQ(east.at("level"), 0.95);
  EXPECT_EQ(east.at("simultaneous"), true);
  EXPECT_EQ(east.at("n"), 42);

  const Json& board = alternative.at("board");
  EXPECT_EQ(board.at("change"), "2011-04-01");
  EXPECT_EQ(board.at("lag_weeks"), 1.0);
  EXPECT_EQ(board.at("quarters_before"), 8);
  EXPECT_EQ(board.at("quarters"), 11);
  EXPECT_EQ(board.at("watched").at("to"), "2014-01-01");
  ASSERT_EQ(board.at("figures").size(), static_cast<std::size_t>(measures::visible_count));
  const Json& waiting = board["figures"]["unallocated_children"];
  EXPECT_EQ(waiting.at("reads_well"), "lower");
  EXPECT_EQ(waiting.at("reads"), "worse");
  EXPECT_EQ(waiting.at("charted"), 42);
  EXPECT_EQ(waiting.at("warning").at("share"), 1.0);
  EXPECT_EQ(waiting.at("warning").at("base_share"), 0.0);
  EXPECT_TRUE(waiting.at("warning").at("weeks").is_number());
  EXPECT_EQ(waiting.at("warning").at("weeks_of_half"), waiting.at("warning").at("weeks"));
  EXPECT_TRUE(waiting.at("good_news").at("weeks").is_null());
  EXPECT_TRUE(waiting.at("good_news").at("weeks_of_half").is_null());
  EXPECT_TRUE(board["figures"]["core_assessments_children"].at("good_news").is_null());
}

TEST(Json, WithoutQuartersOrRunsEnoughIsNull) {
  const Json few = Json::parse(to_json(sample::chairs_comparison(20), "9.9"));
  EXPECT_TRUE(few["headline_deciles"]["highest"]["value"].is_null());
  EXPECT_EQ(few["headline_deciles"]["n"], 20);
  EXPECT_TRUE(Json::parse(to_json(sample::comparison(), "9.9"))["alternatives"][0].at("board").is_null());
}

TEST(Json, UndefinedIsNull) {
  const auto text = to_json(sample::comparison(), "9.9");
  const Json d = Json::parse(text)["alternatives"][0]["differences"]["decision_in_time_share"];
  EXPECT_EQ(d["n"], 0);
  for (const char* key : {"mean", "low", "high", "correlation", "variance_ratio"})
    EXPECT_TRUE(d[key].is_null());
  EXPECT_EQ(text.find("NaN"), std::string::npos);
  EXPECT_EQ(text.find(": nan"), std::string::npos);  // "financial" holds the letters too
}

TEST(Json, NumbersReadBackExactly) {
  const auto result = sample::comparison();
  const Json document = Json::parse(to_json(result, "9.9"));
  const double sent = *result.alternatives[0].differences[0].estimate.high;
  const double read = document["alternatives"][0]["differences"]["missed_assessments"]["high"];
  EXPECT_EQ(std::memcmp(&sent, &read, sizeof sent), 0);
}

TEST(Json, RunKeepsItsSchema) {
  experiment::Options options;
  options.replications = 5;
  options.seed = 18'446'744'073'709'551'615U;
  const auto full = experiment::run(sample::design("no-change"), options, {},
                                    experiment::each_alone(sample::figures), sample::catalogue());
  const Json document = Json::parse(to_json(full.result, "9.9"));
  expect_run(document);
  EXPECT_EQ(document["seed"].get<std::uint64_t>(), options.seed);
  EXPECT_EQ(document["replications"], 5);
}

TEST(Json, SameBytesForOneTwoAndFourThreads) {
  const auto one = to_json(sample::comparison(1), "9.9");
  EXPECT_EQ(one, to_json(sample::comparison(2), "9.9"));
  EXPECT_EQ(one, to_json(sample::comparison(4), "9.9"));
}

/// A reader of RFC 4180 that knows nothing of the writer.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\r') {
      EXPECT_EQ(text.at(i + 1), '\n');
      ++i;
      rows.emplace_back(1);
    } else {
      EXPECT_NE(c, '\n') << "a line ends in CR LF";
      rows.back().back() += c;
    }
  }
  EXPECT_EQ(rows.back(), std::vector<std::string>(1)) << "the last line ends too";
  rows.pop_back();
  return rows;
}

TEST(Csv, ReadsBackWithQuotesAndGaps) {
  auto result = sample::comparison();
  result.base.measures[1].label = "commas, \"quotes\"\r\nand lines";
  const auto rows = read_csv(to_csv(result));
  ASSERT_EQ(rows.size(), 1 + 4 * sample::catalogue().size());
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < rows[0].size(); ++i) column[rows[0][i]] = i;
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  EXPECT_EQ(rows[2][column["label"]], "commas, \"quotes\"\r\nand lines");
  EXPECT_EQ(std::stod(rows[1][column["difference_high"]]),
            *result.alternatives[0].differences[0].estimate.high);
  EXPECT_EQ(rows[1][column["simultaneous"]], "true");
  const auto& undefined = rows[sample::catalogue().size()];
  EXPECT_EQ(undefined[column["measure"]], "decision_in_time_share");
  EXPECT_EQ(undefined[column["difference_mean"]], "");
  EXPECT_EQ(undefined[column["correlation"]], "");
  EXPECT_EQ(undefined[column["n"]], "0");
}

// Proves that deciles stand in the headline's row and nowhere else, that what the board sees comes in rows of
// its own behind the measures, and that every row ends in the caution.
TEST(Csv, TellsDecilesTheBoardsViewAndTheCaution) {
  const auto result = sample::chairs_comparison();
  const auto rows = read_csv(to_csv(result));
  std::map<std::string, std::size_t> column;
  for (std::size_t i = 0; i < rows[0].size(); ++i) column[rows[0][i]] = i;
  ASSERT_EQ(rows[0].back(), "caution");
  std::map<std::string, std::vector<std::string>> by_id;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ASSERT_EQ(rows[i].size(), rows[0].size());
    EXPECT_EQ(rows[i].back(), "A smaller number is not a safe service.");
    EXPECT_TRUE(by_id.emplace(rows[i][column["measure"]], rows[i]).second);
    const bool headline = rows[i][column["measure"]] == "missed_assessments";
    EXPECT_EQ(rows[i][column["difference_decile_9"]].empty(), !headline);
    EXPECT_EQ(rows[i][column["base_decile_1_low"]].empty(), !headline);
  }
  EXPECT_EQ(by_id["missed_assessments"][column["difference_decile_9"]], "26");
  EXPECT_EQ(by_id.at("missed_assessments@catchment=east")[column["base_mean"]], "70");
  const auto& warning = by_id.at("board_warning_share@figure=unallocated_children");
  EXPECT_EQ(warning[column["unit"]], "share");
  EXPECT_EQ(warning[column["base_mean"]], "0");
  EXPECT_EQ(warning[column["mean"]], "1");
  EXPECT_EQ(warning[column["n"]], "42");
  EXPECT_EQ(by_id.at("board_warning_weeks@figure=unallocated_children")[column["unit"]], "weeks");
  EXPECT_EQ(by_id.at("board_warning_weeks_of_half@figure=unallocated_children")[column["mean"]],
            by_id.at("board_warning_weeks@figure=unallocated_children")[column["mean"]]);
  const auto& east = by_id.at("beyond_area@missed_assessments_per_10000_children@catchment=east");
  EXPECT_NEAR(std::stod(east[column["difference_mean"]]), 10.0, 1e-9);
  EXPECT_EQ(east[column["simultaneous"]], "true");
  EXPECT_EQ(east[column["n"]], "42");
  EXPECT_FALSE(by_id.at("board_seen@figure=unallocated_children")[column["difference_low"]].empty());
  EXPECT_EQ(by_id.count("board_good_news_share@figure=core_assessments_children"), 0U);
}

TEST(Csv, OfARun) {
  experiment::Options options;
  options.replications = 5;
  const auto full = experiment::run(sample::design("x,y"), options, {},
                                    experiment::each_alone(sample::figures), sample::catalogue());
  const auto rows = read_csv(to_csv(full.result));
  ASSERT_EQ(rows.size(), 1 + sample::catalogue().size());
  EXPECT_EQ(rows[1][0], "x,y");
  EXPECT_EQ(rows[1][1], "missed_assessments");
  EXPECT_EQ(std::stod(rows[1][5]), *full.result.figures[0].mean);
}

}  // namespace
}  // namespace lscb::report
