// Cost centres built from posts, centres and placements.
#include "money/accounts.h"

#include <gtest/gtest.h>

namespace lscb::money {
namespace {

Parameters prices() {
  Parameters p;
  p.social_worker_year = 60'000;
  p.practitioner_year = 40'000;
  p.clinician_year = 50'000;
  p.family_support_worker_year = 30'000;
  p.agency_extra_year = 14'400;
  p.placement_week = 700;
  p.recruitment_each = 5'000;
  return p;
}

spec::Area area() {
  spec::Area a;
  a.teams.resize(1);
  a.teams[0].title = "Duty";
  a.teams[0].establishment.resize(2);
  a.teams[0].establishment[0].role = spec::Role::social_worker;
  a.teams[0].establishment[0].posts = 5;
  a.teams[0].establishment[1].role = spec::Role::clinician;
  a.teams[0].establishment[1].posts = 1;
  a.centres.resize(2);
  a.centres[0].title = "North";
  a.centres[0].family_support_posts = 3;
  a.centres[0].budget = pounds(190'000);
  a.centres[1].title = "South";
  a.centres[1].family_support_posts = 2;
  a.centres[1].budget = pounds(50'000);  // less than its posts cost
  return a;
}

const Instant start = at_date(2010, 4, 1);

TEST(Accounts, TakeRunningCostFromTheBudgetLessThePosts) {
  const Accounts accounts{prices(), area(), start};
  EXPECT_EQ(accounts.ledger().rate(accounts.running(CentreId{0})), pounds(100'000));
  EXPECT_EQ(accounts.ledger().rate(accounts.running(CentreId{1})), Pence{0});
  EXPECT_EQ(accounts.establishment_year(area()), pounds(5 * 60'000 + 50'000 + 5 * 30'000));
}

TEST(Accounts, PayPartTimeHoldersTheirShare) {
  Accounts accounts{prices(), area(), start};
  // Three permanent, one of them at half; two of an agency, one at 60 %.
  accounts.set_staff(TeamId{0}, spec::Role::social_worker, {3, 2, 90, 40}, start);
  const Ledger& ledger = accounts.ledger();
  EXPECT_EQ(ledger.rate(accounts.staff(TeamId{0})), pounds(5 * 60'000 - 54'000));
  EXPECT_EQ(ledger.rate(accounts.agency()), pounds(14'400 + 8'640));
  accounts.set_staff(TeamId{0}, spec::Role::social_worker, {3, 0, 50, 0}, start + days(10));
  EXPECT_EQ(ledger.rate(accounts.agency()), Pence{0});
  spec::Area part_time = area();
  part_time.teams[0].establishment[0].part_time = 2;
  part_time.teams[0].establishment[0].part_time_hours = 60;
  EXPECT_EQ(accounts.establishment_year(part_time), accounts.establishment_year(area()) - pounds(48'000));
}

TEST(Accounts, PayForWhoIsInPostAndAPremiumForAgencyStaff) {
  Accounts accounts{prices(), area(), start};
  accounts.set_staff(TeamId{0}, spec::Role::social_worker, {3, 1}, start);
  accounts.set_staff(TeamId{0}, spec::Role::clinician, {1, 0}, start);
  accounts.set_staff(TeamId{1}, spec::Role::family_support_worker, {2, 0}, start);
  const Ledger& ledger = accounts.ledger();
  EXPECT_EQ(ledger.rate(accounts.staff(TeamId{0})), pounds(4 * 60'000 + 50'000));
  EXPECT_EQ(ledger.rate(accounts.staff(TeamId{1})), pounds(60'000));
  EXPECT_EQ(ledger.rate(accounts.agency()), pounds(14'400));
  accounts.set_staff(TeamId{0}, spec::Role::social_worker, {4, 0}, start + days(10));
  EXPECT_EQ(ledger.rate(accounts.agency()), Pence{0});
  EXPECT_EQ(ledger.rate(accounts.staff(TeamId{0})), pounds(4 * 60'000 + 50'000));
}

TEST(Accounts, PayPlacementsAppointmentsAndCutCentres) {
  Accounts accounts{prices(), area(), start};
  accounts.set_placements(170, start);
  EXPECT_EQ(accounts.ledger().spend(accounts.placements(), start, start + weeks(4 * 1461)),
            pounds(170 * 700) * 5844);
  accounts.appointed(start + days(3));
  EXPECT_EQ(accounts.ledger().spend(accounts.recruitment(), start, start + days(30)), pounds(5'000));
  accounts.cut_running_cost(CentreId{0}, 0.27, start + days(1));
  EXPECT_EQ(accounts.ledger().rate(accounts.running(CentreId{0})), pounds(73'000));
  accounts.cut_running_cost(CentreId{0}, 0.5, start + days(2));
  EXPECT_EQ(accounts.ledger().rate(accounts.running(CentreId{0})), pounds(36'500));
}

TEST(Accounts, RoundPoundsToThePenny) {
  EXPECT_EQ(from_pounds(0.29), Pence{29});
  EXPECT_EQ(from_pounds(14'400.0), pounds(14'400));
}

}  // namespace
}  // namespace lscb::money
