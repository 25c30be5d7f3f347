// The table "in the decision" in words: what differs from the first design is said of numbers and of shares,
// and no sign is given where the two cannot be told apart.
#include "report/why.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace lscb::report {
namespace {

experiment::Estimate between(double low, double high) {
  experiment::Estimate e;
  e.n = 30;
  e.mean = (low + high) / 2.0;
  e.low = low;
  e.high = high;
  return e;
}

experiment::WhyResult sample() {
  experiment::WhyResult why;
  why.replications = 30;
  why.counted = {at_date(2011, 4, 1), at_date(2014, 1, 1)};
  for (const char* scenario : {"here", "there"}) {
    experiment::WhyOfDesign& design = why.designs.emplace_back();
    design.scenario = scenario;
    design.title = "Title";
    design.missed = between(1100.0, 1300.0);
    design.decided = between(880.0, 920.0);
    design.by_kind.fill(between(200.0, 220.0));
    design.terms.fill({between(80.0, 100.0), between(0.09, 0.11), {}, {}});
    design.beyond = {between(400.0, 420.0), between(0.44, 0.46), {}, {}};
  }
  experiment::WhyOfDesign& there = why.designs.back();
  there.missed_difference = between(80.0, 110.0);
  for (auto* part : {&there.beyond, &there.terms[0], &there.terms[1]}) {
    part->difference = between(10.0, 20.0);
    part->share_difference = between(-0.004, 0.012);
  }
  there.terms[0].share_difference = between(0.121, 0.127);
  there.terms[1].share_difference = between(-0.023, -0.017);
  return why;
}

TEST(WhyText, TellsWhatSharesDifferByOfTheOtherDesignAlone) {
  const std::string text = to_text(sample());
  EXPECT_NE(text.find("10 to 20; 12.4 points more of the share (12.1 to 12.7)"), std::string::npos) << text;
  EXPECT_NE(text.find("2.0 points less of the share (1.7 to 2.3)"), std::string::npos) << text;
  EXPECT_NE(text.find("share not told apart (0.4 points less to 1.2 more)"), std::string::npos) << text;
  EXPECT_LT(text.find("Under there"), text.find("of the share"));
}

TEST(WhyText, FitsATerminal) {
  std::istringstream lines{to_text(sample())};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 110U) << line;
}

TEST(WhyJson, HasShareDifferencesOfTheOtherDesignAlone) {
  const auto json = nlohmann::json::parse(to_json(sample(), "test"));
  const std::string first_term = door::id(static_cast<door::Term>(0));
  EXPECT_TRUE(json["designs"][0]["terms"][first_term]["share_difference"].is_null());
  EXPECT_DOUBLE_EQ(json["designs"][1]["terms"][first_term]["share_difference"]["low"], 0.121);
}

}  // namespace
}  // namespace lscb::report
