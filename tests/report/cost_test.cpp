// What recommendations cost, of a comparison whose figures are known beforehand.
#include "report/cost.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/layout.h"
#include "sample.h"

namespace lscb::report {
namespace {

using Json = nlohmann::json;

const std::vector<measures::Measure>& registry() {
  using measures::Better;
  static const std::vector<measures::Measure> all{
      {"missed_assessments", "children who got none", "children a year", Better::lower, true},
      {"work_hours@role=social_worker", "hours worked by social workers", "hours a year", Better::neither},
      {"work_hours@role=clinician", "hours worked by clinicians", "hours a year", Better::neither},
      {"work_hours@kind=training", "hours worked: training", "hours a year", Better::neither},
      {"work_hours@kind=screening", "hours worked: screening", "hours a year", Better::neither},
      {"spend_pounds", "spend", "pounds a year", Better::neither},
  };
  return all;
}

/// With posts gone: 300 hours more by social workers, of which 400 of training and 100 less of screening;
/// clinicians as before; 5,000 pounds less; and two children more, in the mean.
world::Outcome figures(const world::Design& d, kernel::WorldKey key, Interval) {
  const double gone = d.changes.empty() ? 0.0 : 1.0;
  const double wave = static_cast<double>(key.replication % 5) - 2.0;
  world::Outcome outcome;
  outcome.figures = {100.0 + gone * (2.0 + wave),  900.0 + gone * (300.0 + wave),
                     50.0 + gone * wave,           gone * 400.0,
                     60.0 - gone * (100.0 + wave), 1e6 - gone * 5'000.0};
  return outcome;
}

experiment::CompareResult comparison() {
  experiment::Options options;
  options.replications = 40;
  return experiment::compare(sample::design("no-change"),
                             {sample::design("trained", {sample::posts(-3)}), sample::design("idle")},
                             options, {}, experiment::each_alone(figures), registry());
}

const std::vector<Recommended>& recommended() {
  static const std::vector<Recommended> all{{"train everybody", "training", {"council", "board"}},
                                            {"do nothing", "idling", {"board"}}};
  return all;
}

// Proves the page: pounds, hours by role and by kind where clear and largest first, the headline with its
// verdict; and that what differs in nothing is told as nothing.
TEST(Cost, TellsPoundsHoursAndWhatItDoes) {
  const std::string text = cost_text(comparison(), recommended());
  const char* const in_order[] = {
      "organisation simplified, uncalibrated: not for decisions\n",
      "What each recommendation of the review costs and does, against no-change\n",
      "Runs      40 replications of the same simulated lives, seed 1\n",
      "Delta     5.0 children a year: a difference you would act on, of missed assessments\n",
      "they cost other work,\nwhich gives way, and no pounds.",
      "\ntrain everybody\n",
      "  training, in trained                                              decided by council or board\n",
      "  spend                                                             £5,000 less a year in every run\n",
      "  hours worked by social workers                                 about 300.0 more hours a year, 299.5 "
      "to "
      "300.5\n",
      "    hours worked: training                                          400 more hours a year in every "
      "run\n",
      "    hours worked: screening                                      about 100.0 fewer hours a year, 99.5 "
      "to "
      "100.5\n",
      "  children who got none                                             about 2.0 more children a year, "
      "1.5 to "
      "2.5\n",
      "    verdict                            no difference that matters: more, by less than the 5.0 you "
      "would "
      "act on\n",
      "\ndo nothing\n",
      "  spend                                                             exactly the same in every run\n",
      "  hours worked, by any role                                         no clear difference\n",
      "  children who got none                                             exactly the same in every run\n",
  };
  std::size_t at = 0;
  for (const char* part : in_order) {
    const auto found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << "missing, or out of order: " << part << "\n" << text;
    at = found;
  }
  EXPECT_EQ(text.find("clinicians"), std::string::npos);
  const std::string last = "A smaller number is not a safe service.\n";
  EXPECT_EQ(text.substr(text.size() - last.size()), last);
}

TEST(Cost, AsJson) {
  const Json document = Json::parse(cost_json(comparison(), recommended(), "9.9"));
  EXPECT_EQ(document.at("version"), "9.9");
  EXPECT_EQ(document.at("base"), "no-change");
  EXPECT_EQ(document.at("replications"), 40);
  EXPECT_EQ(document.at("window").at("from"), "2011-04-01");
  ASSERT_EQ(document.at("recommendations").size(), 2U);
  const Json& first = document["recommendations"][0];
  EXPECT_EQ(first.at("answers"), "train everybody");
  EXPECT_EQ(first.at("kind"), "training");
  EXPECT_EQ(first.at("owners"), (Json::array({"council", "board"})));
  EXPECT_EQ(first.at("scenario"), "trained");
  EXPECT_EQ(first.at("differences").size(), registry().size());
  EXPECT_EQ(first["differences"]["spend_pounds"].at("mean"), -5'000.0);
  EXPECT_EQ(first["differences"]["spend_pounds"].at("unit"), "pounds a year");
  EXPECT_EQ(first["differences"]["missed_assessments"].at("verdict"), "no difference that matters");
  EXPECT_EQ(first["differences"]["missed_assessments"].at("simultaneous"), true);
}

}  // namespace
}  // namespace lscb::report
