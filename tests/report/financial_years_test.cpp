// Financial years in words and as JSON, with what the rules against overspending held back.
#include "report/financial_years.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "experiment/run.h"
#include "measures/financial_year.h"
#include "report/data.h"
#include "report/phrases.h"
#include "report/text.h"
#include "sample.h"

namespace lscb::report {
namespace {

/// Two whole years are counted; in the second a freeze holds from June in the odd replications, 300 days
/// long.
world::Outcome with_years(const world::Design& design, kernel::WorldKey key, Interval counted) {
  world::Outcome outcome = sample::figures(design, key, counted);
  const auto on = static_cast<std::size_t>(measures::Spend::placements);
  for (int y = 0; y < 2; ++y) {
    measures::FinancialYear books;
    books.begins = 2011 + y;
    books.budget[on] = pounds(1'000'000);
    books.spend[on] =
        pounds(y == 0 ? 950'000 : 1'030'000) + pounds(1'000) * static_cast<int>(key.replication % 3);
    if (y == 1 && key.replication % 2 == 1) {
      books.restrained[0] = days(300);
      books.begun[0] = at_date(2012, 6, 1);
    }
    outcome.years.push_back(books);
  }
  return outcome;
}

experiment::RunResult result() {
  experiment::Options options;
  options.replications = 42;
  return experiment::run(sample::design("no-change"), options, {}, experiment::each_alone(with_years),
                         sample::catalogue())
      .result;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(FinancialYears, AreToldWithTheirBalanceAndWhatWasHeldBack) {
  const std::string text = to_text(result());
  EXPECT_TRUE(holds(text, "Financial years, from 1 April")) << text;
  EXPECT_TRUE(holds(text, "2011-12: budget")) << text;
  EXPECT_TRUE(holds(text, "£1,000,000 in every run")) << text;
  EXPECT_TRUE(holds(text, "about £49,000 under the budget, £48,700 to £49,300")) << text;
  EXPECT_TRUE(holds(text, "about £31,000 over the budget, £30,700 to £31,300")) << text;
  EXPECT_TRUE(holds(text, "vacancy freeze: in 21 of 42 runs, on average from June")) << text;
  EXPECT_FALSE(holds(text, "stop of new agency engagements")) << "it was in force in no run";
  EXPECT_FALSE(holds(text, "deleted by it"));
}

TEST(FinancialYears, AreLeftOutWhereNoneIsWhole) {
  experiment::RunResult none = result();
  none.years.clear();
  EXPECT_FALSE(holds(to_text(none), "Financial years"));
  std::string restraints;
  put_restraints(restraints, none);
  EXPECT_EQ(restraints, "");
}

TEST(FinancialYears, OfAnAlternativeTellOnlyWhatWasHeldBack) {
  std::string text;
  put_restraints(text, result());
  EXPECT_TRUE(holds(text, "in the financial year 2012-13")) << text;
  EXPECT_FALSE(holds(text, "2011-12")) << text;
  EXPECT_TRUE(holds(text, "vacancy freeze")) << text;
}

TEST(FinancialYears, StandInTheJsonByName) {
  const auto document = nlohmann::json::parse(to_json(result(), "9.9"));
  const auto& years = document.at("financial_years");
  ASSERT_EQ(years.size(), 2U);
  ASSERT_EQ(years.at("2011-12").size(), measures::year_catalogue().size());
  const auto& over = years.at("2012-13").at("overspend_pounds");
  EXPECT_NEAR(over.at("mean").get<double>(), 31'000.0, 1e-6);
  EXPECT_EQ(over.at("unit"), "pounds");
  EXPECT_EQ(over.at("n"), 42);
  const auto& month = years.at("2012-13").at("vacancy_freeze_first_month");
  EXPECT_EQ(month.at("mean"), 3.0);
  EXPECT_EQ(month.at("n"), 21);
  EXPECT_TRUE(years.at("2011-12").at("vacancy_freeze_first_month").at("mean").is_null());
}

TEST(Balance, ReadsAsAFinanceOfficerWouldSayIt) {
  const auto estimate = [](double mean, double low, double high) {
    return experiment::Estimate{40, mean, 1.0, low, high};
  };
  EXPECT_EQ(balance_in_words(estimate(120e3, 90e3, 150e3), "pounds a year"),
            "about £120,000 a year over the budget, £90,000 to £150,000");
  EXPECT_EQ(balance_in_words(estimate(-20e3, -50e3, 10e3), "pounds"),
            "about £20,000 under the budget, £50,000 under the budget to £10,000 over the budget");
  EXPECT_EQ(balance_in_words(estimate(0.0, 0.0, 0.0), "pounds"), "exactly the budget in every run");
  EXPECT_EQ(balance_in_words(estimate(-500.0, -500.0, -500.0), "pounds"),
            "£500 under the budget in every run");
  EXPECT_EQ(balance_in_words(experiment::Estimate{}, "pounds"), "not defined");
}

}  // namespace
}  // namespace lscb::report
