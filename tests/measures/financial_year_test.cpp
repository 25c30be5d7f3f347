#include "measures/financial_year.h"

#include <gtest/gtest.h>

#include <set>

namespace lscb::measures {
namespace {

std::optional<double> figure(const FinancialYear& year, std::string_view id) {
  const Figures figures = year_figures(year);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (year_catalogue()[i].id == id) return figures[i];
  }
  ADD_FAILURE() << "no figure " << id;
  return std::nullopt;
}

TEST(FinancialYear, IsNamedAsCouncilsNameIt) {
  EXPECT_EQ(financial_year_name(2010), "2010-11");
  EXPECT_EQ(financial_year_name(2008), "2008-09");
  EXPECT_EQ(financial_year_name(1999), "1999-00");
}

TEST(FinancialYear, ListsEachFigureOnceInPoundsMonthsOrPosts) {
  std::set<std::string> ids;
  for (const Measure& measure : year_catalogue()) {
    EXPECT_TRUE(ids.insert(measure.id).second) << measure.id;
    EXPECT_FALSE(measure.label.empty());
  }
  // What is also a figure of the whole window has the same id there.
  for (const char* id : {"spend_pounds", "overspend_pounds", "budget_pounds@on=placements",
                         "vacancy_freeze_months", "early_help_cut_posts"}) {
    EXPECT_EQ(ids.count(id), 1U) << id;
    EXPECT_TRUE(find(id).has_value()) << id;
  }
}

TEST(FinancialYear, GivesItsSumsBalanceAndMonths) {
  FinancialYear year;
  year.begins = 2010;
  year.budget[static_cast<std::size_t>(Spend::team_staff)] = pounds(900);
  year.budget[static_cast<std::size_t>(Spend::placements)] = pounds(500);
  year.spend[static_cast<std::size_t>(Spend::team_staff)] = pounds(850);
  year.spend[static_cast<std::size_t>(Spend::placements)] = pounds(620) + Pence{50};
  year.restrained[static_cast<std::size_t>(Restraint::agency_stop)] = years(0.25);
  year.begun[static_cast<std::size_t>(Restraint::agency_stop)] = at_date(2011, 1, 1);
  year.early_help_posts_cut = 2;
  EXPECT_EQ(figure(year, "budget_pounds"), 1400.0);
  EXPECT_EQ(figure(year, "spend_pounds"), 1470.5);
  EXPECT_EQ(figure(year, "overspend_pounds"), 70.5);
  EXPECT_EQ(figure(year, "spend_pounds@on=placements"), 620.5);
  EXPECT_EQ(figure(year, "agency_stop_months"), 3.0);
  EXPECT_EQ(figure(year, "agency_stop_first_month"), 10.0) << "January is the tenth month from April";
  EXPECT_EQ(figure(year, "vacancy_freeze_months"), 0.0);
  EXPECT_EQ(figure(year, "vacancy_freeze_first_month"), std::nullopt);
  EXPECT_EQ(figure(year, "early_help_cut_posts"), 2.0);
}

}  // namespace
}  // namespace lscb::measures
