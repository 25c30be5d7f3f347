// Budgets: drawn up bottom-up, followed, cut and lifted; and the report that is held against them.
#include "money/budget.h"

#include <gtest/gtest.h>

#include "money/bottom_up.h"
#include "money/overspend.h"

namespace lscb::money {
namespace {

using spec::Heading;

Parameters prices() {
  Parameters p;
  p.social_worker_year = 60'000;
  p.practitioner_year = 40'000;
  p.clinician_year = 50'000;
  p.family_support_worker_year = 30'000;
  p.team_manager_year = 70'000;
  p.unit_coordinator_year = 30'000;
  p.conference_chair_year = 70'000;
  p.agency_extra_year = 10'000;
  p.placement_week = 700;
  p.recruitment_each = 5'000;
  p.expected_vacancy = 0.1;
  return p;
}

/// One team of ten social workers and two practitioners; one centre of four posts and £100,000 besides.
spec::Area area() {
  spec::Area a;
  a.teams.resize(1);
  a.teams[0].title = "Duty";
  a.teams[0].establishment.resize(2);
  a.teams[0].establishment[0].role = spec::Role::social_worker;
  a.teams[0].establishment[0].posts = 10;
  a.teams[0].establishment[1].role = spec::Role::practitioner;
  a.teams[0].establishment[1].posts = 2;
  a.centres.resize(1);
  a.centres[0].title = "North";
  a.centres[0].family_support_posts = 4;
  a.centres[0].budget = pounds(220'000);
  return a;
}

Outlook outlook() {
  Outlook o;
  o.posts.resize(2);
  o.posts[0][spec::index(spec::Role::social_worker)] = 10;
  o.posts[0][spec::index(spec::Role::practitioner)] = 2;
  o.posts[1][spec::index(spec::Role::family_support_worker)] = 4;
  o.agency_cover[spec::index(spec::Role::social_worker)] = 0.5;
  o.leaving_per_year = 0.2;
  o.looked_after = 7;
  return o;
}

const Instant april = at_date(2010, 4, 1);

TEST(BottomUp, IsPostsLessExpectedVacanciesWithTheirCoverAndWhatElseIsNeeded) {
  const Accounts accounts{prices(), area(), april};
  const auto need = bottom_up(prices(), accounts, outlook());
  // One post in ten is expected to be vacant, and half of the social workers' to be covered.
  EXPECT_EQ(need[accounts.staff(TeamId{0}).value()], pounds(570'000 + 72'000));
  EXPECT_EQ(need[accounts.staff(TeamId{1}).value()], pounds(108'000));
  EXPECT_EQ(need[accounts.agency().value()], pounds(5'000));
  EXPECT_EQ(need[accounts.recruitment().value()], Pence{16 * 90 * 20 * 5'000 / 100});
  EXPECT_EQ(need[accounts.running(CentreId{0}).value()], pounds(100'000));
  EXPECT_EQ(need[accounts.placements().value()], accounts.placement_year() * 7);
}

// Proves that part-time posts are budgeted for their hours, and appointed to as often as any.
TEST(BottomUp, CountsPartTimePostsByTheirHours) {
  const Accounts accounts{prices(), area(), april};
  Outlook whole = outlook();
  Outlook part_time = outlook();
  part_time.less.resize(2);
  part_time.less[0][spec::index(spec::Role::social_worker)] = 200;  // four at half
  whole.posts[0][spec::index(spec::Role::social_worker)] = 8;
  const auto a = bottom_up(prices(), accounts, whole);
  const auto b = bottom_up(prices(), accounts, part_time);
  EXPECT_EQ(a[accounts.staff(TeamId{0}).value()], b[accounts.staff(TeamId{0}).value()]);
  EXPECT_EQ(a[accounts.agency().value()], b[accounts.agency().value()]);
  EXPECT_EQ(b[accounts.recruitment().value()],
            bottom_up(prices(), accounts, outlook())[accounts.recruitment().value()]);
}

TEST(BottomUp, IsTheEstablishmentItselfWhereEveryPostIsExpectedToBeFilled) {
  Parameters p = prices();
  p.expected_vacancy = 0.0;
  Outlook o = outlook();
  o.leaving_per_year = 0.0;
  o.looked_after = 0;
  const Accounts accounts{p, area(), april};
  Pence sum;
  for (const Pence need : bottom_up(p, accounts, o)) sum += need;
  EXPECT_EQ(sum, accounts.establishment_year(area()) + pounds(100'000));
}

TEST(Accounts, StandUnderThreeHeadings) {
  const Accounts accounts{prices(), area(), april};
  const auto headings = accounts.headings();
  ASSERT_EQ(headings.size(), static_cast<std::size_t>(accounts.ledger().size()));
  EXPECT_EQ(headings[accounts.staff(TeamId{0}).value()], Heading::social_care_staff);
  EXPECT_EQ(headings[accounts.staff(TeamId{1}).value()], Heading::childrens_centres);
  EXPECT_EQ(headings[accounts.running(CentreId{0}).value()], Heading::childrens_centres);
  EXPECT_EQ(headings[accounts.agency().value()], Heading::social_care_staff);
  EXPECT_EQ(headings[accounts.recruitment().value()], Heading::social_care_staff);
  EXPECT_EQ(headings[accounts.placements().value()], Heading::placements);
}

/// Staff, centres, placements, in this order.
class Budgets : public testing::Test {
 protected:
  Budgets() : budget({Heading::social_care_staff, Heading::childrens_centres, Heading::placements}) {
    budget.draw_up({pounds(1000), pounds(200), pounds(500)}, april);
  }
  [[nodiscard]] Pence rate(std::uint32_t centre) const { return budget.ledger().rate(CostCentreId{centre}); }
  Budget budget;
};

TEST_F(Budgets, FollowADecisionByItsDifference) {
  budget.follow({pounds(990), pounds(200), pounds(490)}, {pounds(1050), pounds(200), pounds(490)},
                april + days(9));
  EXPECT_EQ(rate(0), pounds(1060));
  EXPECT_EQ(rate(2), pounds(500));
}

TEST_F(Budgets, UnderACutAreHeldToAShareOfTheDayBefore) {
  budget.cut(Heading::placements, 0.1, april + days(30), april + days(30));
  EXPECT_EQ(rate(2), pounds(450));
  EXPECT_EQ(rate(0), pounds(1000));
  // Next year more is needed of both: only one gets it.
  budget.draw_up({pounds(1100), pounds(200), pounds(600)}, april + days(365));
  EXPECT_EQ(rate(0), pounds(1100));
  EXPECT_EQ(rate(2), pounds(450));
  budget.lift(Heading::placements, april + days(30), april + days(400));
  EXPECT_EQ(rate(2), pounds(600));
}

// What has gone to meet a cut is not cut again.
TEST_F(Budgets, AreNotCutTwiceForWhatHasGone) {
  budget.cut(Heading::childrens_centres, 0.25, april, april);
  EXPECT_EQ(rate(1), pounds(150));
  budget.draw_up({pounds(1000), pounds(150), pounds(500)}, april + days(365));
  EXPECT_EQ(rate(1), pounds(150));
  budget.draw_up({pounds(1000), pounds(120), pounds(500)}, april + days(730));
  EXPECT_EQ(rate(1), pounds(120));
}

TEST_F(Budgets, CompoundTheirCutsAndLiftTheOneThatIsNamed) {
  budget.cut(std::nullopt, 0.1, april + days(10), april + days(10));
  budget.cut(Heading::social_care_staff, 0.1, april + days(20), april + days(20));
  EXPECT_EQ(rate(0), pounds(810));
  EXPECT_EQ(rate(1), pounds(180));
  budget.lift(Heading::social_care_staff, april + days(20), april + days(30));
  EXPECT_EQ(rate(0), pounds(900));
  budget.lift(std::nullopt, april + days(10), april + days(40));
  EXPECT_EQ(rate(0), pounds(1000));
  budget.lift(std::nullopt, april + days(10), april + days(50));  // no such cut any more
  EXPECT_EQ(rate(0), pounds(1000));
}

/// Two teams' staff, a centre, and a unit's staff once it is opened.
class BudgetsOfOneHeading : public testing::Test {
 protected:
  BudgetsOfOneHeading()
      : budget({Heading::social_care_staff, Heading::social_care_staff, Heading::childrens_centres}) {
    budget.draw_up({pounds(600), pounds(400), pounds(300)}, april);
  }
  [[nodiscard]] Pence rate(std::uint32_t centre) const { return budget.ledger().rate(CostCentreId{centre}); }
  Budget budget;
};

// Proves that posts that move into a unit under a cut take no money beyond it, and leave the heading's as it
// was.
TEST_F(BudgetsOfOneHeading, StayCutWhereNeedMovesIntoANewCostCentre) {
  budget.cut(Heading::social_care_staff, 0.1, april + days(10), april + days(10));
  EXPECT_EQ(rate(0), pounds(540));
  EXPECT_EQ(rate(1), pounds(360));
  budget.open(Heading::social_care_staff);
  budget.follow({pounds(600), pounds(400), pounds(300)}, {pounds(200), pounds(400), pounds(300), pounds(400)},
                april + days(20));
  EXPECT_EQ(rate(0), pounds(180));
  EXPECT_EQ(rate(1), pounds(360));
  EXPECT_EQ(rate(3), pounds(360));
  EXPECT_EQ(rate(2), pounds(300)) << "another heading's";
  // All of it into the unit, a year on.
  budget.draw_up({Pence{0}, Pence{0}, pounds(300), pounds(1000)}, april + days(365));
  EXPECT_EQ(rate(0), Pence{0});
  EXPECT_EQ(rate(3), pounds(900));
  budget.lift(Heading::social_care_staff, april + days(10), april + days(400));
  EXPECT_EQ(rate(3), pounds(1000));
}

// Proves that where one cost centre needs less, its heading's others have the use of it, up to the limit.
TEST_F(BudgetsOfOneHeading, ShareWhatTheHeadingMayHave) {
  budget.cut(Heading::social_care_staff, 0.1, april, april);
  budget.draw_up({pounds(500), pounds(400), pounds(300)}, april + days(365));
  EXPECT_EQ(rate(0), pounds(500));
  EXPECT_EQ(rate(1), pounds(400)) << "the heading needs its limit and no more";
  budget.draw_up({pounds(100), pounds(400), pounds(300)}, april + days(730));
  EXPECT_EQ(rate(1), pounds(400));
}

// Proves that a cut on the very day on which a unit is formed counts no money twice, in either order.
TEST_F(BudgetsOfOneHeading, DoNotCountTheMoneyOfAUnitFormedThatDayTwice) {
  Budget other = budget;
  const Instant day = april + days(100);
  const std::vector<Pence> before{pounds(600), pounds(400), pounds(300)};
  const std::vector<Pence> after{pounds(200), pounds(400), pounds(300), pounds(400)};
  for (Budget* each : {&budget, &other}) {
    if (each == &budget) each->cut(Heading::social_care_staff, 0.5, day, day);
    each->open(Heading::social_care_staff);
    each->follow(before, after, day);
    if (each == &other) each->cut(Heading::social_care_staff, 0.5, day, day);
    EXPECT_EQ(each->ledger().rate(CostCentreId{0}), pounds(100));
    EXPECT_EQ(each->ledger().rate(CostCentreId{1}), pounds(200));
    EXPECT_EQ(each->ledger().rate(CostCentreId{3}), pounds(200));
  }
}

// Proves that cost centres' whole pence add up to what the heading may have, and that none gets more than it
// needs, whatever the needs.
TEST_F(BudgetsOfOneHeading, AddUpToThePenny) {
  budget.cut(std::nullopt, 1.0 / 3.0, april, april);
  const Pence may{66'667};  // two thirds of a thousand pounds
  for (std::int64_t odd = 1; odd < 40'000'000'000'000; odd = 7 * odd + 3) {
    const std::vector<Pence> need{Pence{odd}, Pence{66'667}, pounds(300)};
    budget.draw_up(need, april + days(365));
    EXPECT_EQ(rate(0) + rate(1), may) << odd;
    EXPECT_LE(rate(0), need[0]) << odd;
    EXPECT_LE(rate(1), need[1]) << odd;
    EXPECT_GE(rate(1), Pence{0}) << odd;
    EXPECT_EQ(rate(2), pounds(200));
  }
}

// A cut and other decisions of one day give the same budget in either order.
TEST_F(Budgets, DoNotDependOnTheOrderOfADay) {
  Budget other = budget;
  const Instant day = april + days(100);
  const std::vector<Pence> before{pounds(1000), pounds(200), pounds(500)};
  const std::vector<Pence> after{pounds(700), pounds(200), pounds(500)};
  budget.cut(Heading::social_care_staff, 0.1, day, day);
  budget.follow(before, after, day);
  other.follow(before, after, day);
  other.cut(Heading::social_care_staff, 0.1, day, day);
  EXPECT_EQ(rate(0), pounds(700));
  EXPECT_EQ(other.ledger().rate(CostCentreId{0}), pounds(700));
}

TEST_F(Budgets, OfAYearAreExactToThePenny) {
  budget.cut(Heading::social_care_staff, 0.5, at_date(2010, 10, 1), at_date(2010, 10, 1));
  const auto of = [&](Instant from, Instant to) { return budget.ledger().spend(CostCentreId{0}, from, to); };
  Pence months;
  for (int m = 0; m < 12; ++m) months += of(add_months(april, m), add_months(april, m + 1));
  EXPECT_EQ(months, of(april, at_date(2011, 4, 1)));
  EXPECT_EQ(months, budget.ledger().spend_in_financial_year(CostCentreId{0}, 2010));
}

TEST(FinancialYear, BeginsOnTheFirstOfApril) {
  EXPECT_EQ(financial_year_begins(at_date(2010, 3, 31)), at_date(2009, 4, 1));
  EXPECT_EQ(financial_year_begins(at_date(2010, 4, 1)), at_date(2010, 4, 1));
  EXPECT_EQ(financial_year_begins(at_date(2010, 12, 31)), at_date(2010, 4, 1));
}

TEST(Forecast, IsWhatIsSpentAndThePresentRatesForTheRest) {
  Ledger spent;
  Ledger budget;
  const CostCentreId staff = spent.open("Staff");
  const CostCentreId appointments = spent.open("Recruitment");
  budget.open("Staff");
  budget.open("Recruitment");
  const Instant year = at_date(2011, 4, 1);  // 366 days long
  const Instant now = at_date(2011, 10, 1);  // 183 of them are over
  budget.set_rate(staff, year, pounds(365'250));
  spent.set_rate(staff, year, pounds(365'250));
  spent.set_rate(staff, year + days(83), pounds(730'500));
  spent.pay(appointments, year - days(5), pounds(9'999));
  spent.pay(appointments, year + days(5), pounds(5'000));
  const Forecast f = forecast(spent, budget, now);
  EXPECT_EQ(f.budget, pounds(366'000));
  // 83 days at a thousand a day, the rest at two; appointments at the pace of the first half.
  EXPECT_EQ(f.outturn, pounds(83'000 + 283 * 2'000 + 2 * 5'000));
  EXPECT_EQ(f.over(), f.outturn - f.budget);
}

TEST(Forecast, OfTheYearsFirstMinuteIsItsRates) {
  Ledger spent;
  Ledger budget;
  const CostCentreId staff = spent.open("Staff");
  budget.open("Staff");
  spent.set_rate(staff, at_date(2010, 4, 1), pounds(365'250));
  EXPECT_EQ(forecast(spent, budget, at_date(2010, 4, 1)).outturn, pounds(365'000));
}

TEST(Restraint, BeginsBeyondTheToleranceAndEndsWithinTheBudget) {
  const auto at = [](std::int64_t outturn) { return Forecast{pounds(1000), pounds(outturn)}; };
  EXPECT_FALSE(restrained(false, at(1000), 0.02));
  EXPECT_FALSE(restrained(false, at(1020), 0.02));
  EXPECT_TRUE(restrained(false, at(1021), 0.02));
  EXPECT_TRUE(restrained(true, at(1010), 0.02)) << "over, though within the tolerance: goes on";
  EXPECT_FALSE(restrained(true, at(1000), 0.02));
  EXPECT_FALSE(restrained(false, at(1000), 0.0));
  EXPECT_TRUE(restrained(false, at(1001), 0.0));
}

}  // namespace
}  // namespace lscb::money
