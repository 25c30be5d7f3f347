// Budgets, the monthly report and the rules against overspending, in a whole world.
#include <gtest/gtest.h>

#include <numeric>
#include <utility>

#include "designs.h"
#include "same_bytes.h"

namespace lscb::world {
namespace {

using change::OverspendRules;
using change::VacancyFreeze;
using measures::Restraint;

const Instant april = at_date(2011, 4, 1);

/// Staff come and go; each centre has posts to lose.
Design lively() {
  Design design = small("no-change");
  design.history.clear();
  design.area.months_to_fill = 4.0;
  design.area.leaving_per_year = 0.5;
  design.area.agency_cover = 0.9;
  for (spec::Centre& centre : design.area.centres) centre.family_support_posts = 4;
  return design;
}

change::BudgetCut third_off() {
  change::BudgetCut cut;
  cut.cut = 1.0 / 3.0;
  return cut;
}

/// Overspent by far from April 2011, with these rules.
Design overspent(const OverspendRules& rules) {
  return with(with(lively(), third_off(), april), rules, april);
}

const measures::FinancialYear& year(const Outcome& outcome, int begins) {
  for (const auto& books : outcome.years) {
    if (books.begins == begins) return books;
  }
  throw std::runtime_error("no such financial year");
}

template <class Parts>
Pence sum(const Parts& parts) {
  return std::accumulate(parts.begin(), parts.end(), Pence{});
}

double months(const measures::FinancialYear& books, Restraint restraint) {
  return measures::in_months(books.restrained[static_cast<std::size_t>(restraint)]);
}

TEST(Finance, ListsTheFinancialYearsThatLieInTheWindow) {
  const Outcome outcome = run(lively());
  ASSERT_EQ(outcome.years.size(), 3U);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(outcome.years[static_cast<std::size_t>(i)].begins, 2010 + i);
  for (const auto& books : outcome.years) {
    EXPECT_GT(sum(books.budget), Pence{0});
    EXPECT_GT(sum(books.spend), Pence{0});
    for (const Minutes held : books.restrained) EXPECT_EQ(held, Minutes{0});
  }
}

TEST(Finance, ABudgetCutByItselfChangesTheBudgetAndNothingElse) {
  const Outcome before = run(lively());
  const Outcome after = run(with(lively(), third_off(), april));
  EXPECT_EQ(after.fingerprint, before.fingerprint);
  EXPECT_EQ(figure(after, "spend_pounds"), figure(before, "spend_pounds"));
  EXPECT_EQ(year(after, 2010).budget, year(before, 2010).budget);
  EXPECT_LT(sum(year(after, 2011).budget), sum(year(before, 2011).budget));
  EXPECT_GT(figure(after, "overspend_pounds"), figure(before, "overspend_pounds"));
}

TEST(Finance, ACutOfOneHeadingLeavesTheOthersAlone) {
  change::BudgetCut cut;
  cut.heading = spec::Heading::childrens_centres;
  cut.cut = 0.25;
  const Outcome before = run(lively());
  const Outcome after = run(with(lively(), cut, april));
  for (std::size_t on = 0; on < measures::spend_count; ++on) {
    const auto spend = static_cast<measures::Spend>(on);
    const bool of_centres =
        spend == measures::Spend::centre_staff || spend == measures::Spend::centre_running;
    const Pence less = year(before, 2011).budget[on] - year(after, 2011).budget[on];
    EXPECT_EQ(less > Pence{0}, of_centres) << measures::spend_ids[on];
    if (of_centres) {
      EXPECT_NEAR(in_pounds(less) / in_pounds(year(before, 2011).budget[on]), 0.25, 1e-6);
    }
  }
}

TEST(Finance, ACutEnds) {
  change::BudgetCut cut = third_off();
  cut.until = at_date(2012, 4, 1);
  const Outcome before = run(lively());
  const Outcome after = run(with(lively(), cut, april));
  EXPECT_LT(sum(year(after, 2011).budget), sum(year(before, 2011).budget));
  EXPECT_EQ(year(after, 2012).budget, year(before, 2012).budget);
}

TEST(Finance, PostsThatAreDecidedBringTheirMoney) {
  change::Posts posts;
  posts.team = lively().area.teams[0].id;
  posts.count = 2;
  const Outcome before = run(lively());
  const Outcome after = run(with(lively(), posts, at_date(2011, 10, 1)));
  const auto staff = static_cast<std::size_t>(measures::Spend::team_staff);
  EXPECT_EQ(year(after, 2010).budget, year(before, 2010).budget);
  const double half_year = in_pounds(year(after, 2011).budget[staff] - year(before, 2011).budget[staff]);
  const double whole_year = in_pounds(year(after, 2012).budget[staff] - year(before, 2012).budget[staff]);
  EXPECT_NEAR(half_year / whole_year, 0.5, 0.01);
  EXPECT_GT(whole_year, 1.9 * 50'000.0);
}

// Nothing over the budget: rules that stand by are no rules.
TEST(Finance, RulesThatAreNeverCalledUponChangeNothing) {
  OverspendRules rules;
  rules.tolerance = 0.5;
  rules.vacancy_freeze = VacancyFreeze::all_posts;
  rules.agency_stop = true;
  rules.early_help_cut = 0.1;
  const Outcome before = run(lively());
  const Outcome after = run(with(lively(), rules, april));
  EXPECT_EQ(after.fingerprint, before.fingerprint);
  EXPECT_EQ(after.figures, before.figures);
}

// The forecast is over, measures begin with the first report, and end with the year; each moves what it
// names.
TEST(Finance, AFreezeKeepsVacanciesOpen) {
  OverspendRules rules;
  rules.vacancy_freeze = VacancyFreeze::all_posts;
  const Outcome before = run(with(lively(), third_off(), april));
  const Outcome after = run(overspent(rules));
  EXPECT_GT(figure(after, "vacancy_share"), figure(before, "vacancy_share") + 0.05);
  EXPECT_LT(figure(after, "spend_pounds@on=recruitment"), figure(before, "spend_pounds@on=recruitment"));
  EXPECT_LT(figure(after, "spend_pounds@on=team_staff"), figure(before, "spend_pounds@on=team_staff"));
  EXPECT_EQ(months(year(after, 2010), Restraint::vacancy_freeze), 0.0);
  // From 1 May to 31 March.
  EXPECT_NEAR(months(year(after, 2011), Restraint::vacancy_freeze), 11.0, 0.1);
  EXPECT_EQ(year(after, 2011).begun[0], at_date(2011, 5, 1));
  EXPECT_EQ(months(year(after, 2011), Restraint::agency_stop), 0.0);
  EXPECT_EQ(figure(after, "early_help_cut_posts"), 0.0);
}

TEST(Finance, AFreezeMaySpareSocialWorkers) {
  OverspendRules all;
  all.vacancy_freeze = VacancyFreeze::all_posts;
  OverspendRules others;
  others.vacancy_freeze = VacancyFreeze::all_but_social_workers;
  const Outcome every = run(overspent(all));
  const Outcome spared = run(overspent(others));
  EXPECT_LT(figure(spared, "vacancy_share"), figure(every, "vacancy_share"));
  EXPECT_LT(figure(spared, "spend_pounds@on=centre_staff"),
            figure(run(with(lively(), third_off(), april)), "spend_pounds@on=centre_staff"));
}

TEST(Finance, AnAgencyStopLetsEngagementsRunOut) {
  OverspendRules rules;
  rules.agency_stop = true;
  const Outcome before = run(with(lively(), third_off(), april));
  const Outcome after = run(overspent(rules));
  EXPECT_LT(figure(after, "agency_share"), figure(before, "agency_share"));
  EXPECT_LT(figure(after, "spend_pounds@on=agency_premium"),
            figure(before, "spend_pounds@on=agency_premium"));
}

TEST(Finance, AnEarlyHelpCutGoesOnMonthByMonthAndStays) {
  OverspendRules rules;
  rules.early_help_cut = 0.1;
  const Outcome before = run(with(lively(), third_off(), april));
  const Outcome after = run(overspent(rules));
  // Eleven reports; each takes a tenth of twelve posts and fewer, in whole posts.
  EXPECT_EQ(year(after, 2011).early_help_posts_cut, 8);
  EXPECT_GT(year(after, 2012).early_help_posts_cut, 0);
  const auto running = static_cast<std::size_t>(measures::Spend::centre_running);
  const auto staff = static_cast<std::size_t>(measures::Spend::centre_staff);
  for (const std::size_t on : {running, staff}) {
    EXPECT_LT(year(after, 2011).spend[on], year(before, 2011).spend[on]);
    EXPECT_LT(year(after, 2012).spend[on], year(after, 2011).spend[on]);
    EXPECT_LT(year(after, 2012).budget[on], year(after, 2011).budget[on])
        << "what went is not budgeted again";
  }
  EXPECT_LT(figure(after, "work_hours@role=family_support_worker"),
            figure(before, "work_hours@role=family_support_worker"));
}

// The loop's last link: children looked after cost more than was budgeted, and early help pays.
TEST(Finance, PlacementsBeyondTheirBudgetBringTheRulesIntoForce) {
  OverspendRules rules;
  rules.tolerance = 0.01;
  rules.early_help_cut = 0.05;
  Design calm = with(lively(), rules, at_date(2010, 4, 1));
  Design acute = calm;
  parameter(acute.parameters, "pathway.accommodation_share") = 1.0;
  calm.area.agency_cover = acute.area.agency_cover = 0.0;
  const Outcome few = run(calm);
  const Outcome many = run(acute);
  EXPECT_GT(figure(many, "looked_after_stock_children"), figure(few, "looked_after_stock_children"));
  EXPECT_GT(figure(many, "spend_pounds@on=placements"), figure(few, "spend_pounds@on=placements"));
  EXPECT_GT(figure(many, "early_help_cut_months"), figure(few, "early_help_cut_months"));
  EXPECT_GT(figure(many, "early_help_cut_posts"), figure(few, "early_help_cut_posts"));
  EXPECT_LT(figure(many, "spend_pounds@on=centre_staff"), figure(few, "spend_pounds@on=centre_staff"));
}

TEST(Finance, RulesEndAndReleaseWhatTheyHeld) {
  OverspendRules rules;
  rules.vacancy_freeze = VacancyFreeze::all_posts;
  rules.until = at_date(2011, 9, 15);
  const Outcome after = run(overspent(rules));
  EXPECT_EQ(year(after, 2011).restrained[0], at_date(2011, 9, 15) - at_date(2011, 5, 1));
  EXPECT_EQ(year(after, 2012).restrained[0], Minutes{0});
}

// Later rules take the place of earlier ones, which come back where the later ones end.
TEST(Finance, TheLatestRulesInForceAreTheRules) {
  OverspendRules freeze;
  freeze.vacancy_freeze = VacancyFreeze::all_posts;
  OverspendRules stop;
  stop.agency_stop = true;
  stop.until = at_date(2011, 12, 1);
  const Outcome after = run(with(overspent(freeze), stop, at_date(2011, 8, 1)));
  const auto& books = year(after, 2011);
  EXPECT_EQ(books.restrained[static_cast<std::size_t>(Restraint::agency_stop)],
            at_date(2011, 12, 1) - at_date(2011, 8, 1));
  EXPECT_EQ(books.restrained[static_cast<std::size_t>(Restraint::vacancy_freeze)],
            (at_date(2011, 8, 1) - at_date(2011, 5, 1)) + (at_date(2012, 4, 1) - at_date(2011, 12, 1)));
}

// Measures and debts of whole posts live on in a copy.
TEST(Finance, AForkGoesOnAsIfAlone) {
  OverspendRules rules;
  rules.vacancy_freeze = VacancyFreeze::all_but_social_workers;
  rules.agency_stop = true;
  rules.early_help_cut = 0.07;
  const Design base = overspent(rules);
  change::BudgetCut more;
  more.heading = spec::Heading::placements;
  more.cut = 0.2;
  OverspendRules other = rules;
  other.agency_stop = false;
  const std::vector<Design> designs{base, with(base, more, at_date(2011, 11, 15)),
                                    with(base, other, at_date(2012, 1, 1))};
  Together played;
  replicate_together(designs, {3, 1}, base.window, played);
  for (std::size_t i = 0; i < designs.size(); ++i) {
    expect_same_bytes(played.outcomes[i], replicate(designs[i], {3, 1}, base.window));
  }
}

}  // namespace
}  // namespace lscb::world
