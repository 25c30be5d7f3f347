// The rules against overspending by themselves: when measures begin and end, and what each of them does.
#include <gtest/gtest.h>

#include "contract_rig.h"
#include "world/restraint.h"

namespace lscb::world {
namespace {

using change::OverspendRules;
using change::VacancyFreeze;
using measures::Restraint;
using spec::Role;
using workforce::test::duty;
using workforce::test::monday;

/// Spent at the end of the year what was meant to be spent, and so many percent.
money::Forecast over_by(int percent) {
  return {Pence{1000}, Pence{1000 + 10 * percent}};
}

OverspendRules all_measures() {
  OverspendRules rules;
  rules.tolerance = 0.05;
  rules.vacancy_freeze = VacancyFreeze::all_posts;
  rules.agency_stop = true;
  rules.early_help_cut = 0.2;
  return rules;
}

/// The usual area with three centres of four posts, one and four.
spec::Area three_centres() {
  spec::Area area = workforce::test::small_area();
  area.centres.resize(3);
  for (std::size_t c = 0; c < 3; ++c) {
    area.centres[c].id = "centre-" + std::to_string(c);
    area.centres[c].family_support_posts = c == 1 ? 1 : 4;
  }
  return area;
}

class RestraintContract : public testing::Test {
 protected:
  /// `live` days later the month's report comes.
  void report(int percent, int live = 30) {
    live_until(staff.rig.now() + days(live));
    restraint.report(over_by(percent), staff.hands());
  }
  void live_until(Instant end) {
    staff.live_until(end, [](const workforce::TaskDone&) {});
  }
  [[nodiscard]] int posts_of(std::uint32_t centre) const {
    return work.headcount(work.team_of(CentreId{centre}), Role::family_support_worker).posts;
  }

  Staffed staff{three_centres()};
  workforce::Workforce& work = staff.rig.work;
  world::Restraint restraint;
  const std::vector<TeamId> centres{work.team_of(CentreId{0}), work.team_of(CentreId{1}),
                                    work.team_of(CentreId{2})};
  const Interval always{monday(), monday() + days(3650)};
};

// They begin beyond the tolerance, go on until the forecast is within the budget, and end with the year.
TEST_F(RestraintContract, BeginsBeyondTheToleranceAndEndsWithinTheBudget) {
  restraint.set_rules(all_measures(), staff.hands());
  report(5);
  EXPECT_FALSE(restraint.over());
  report(6);
  EXPECT_TRUE(restraint.over());
  report(1);
  EXPECT_TRUE(restraint.over());
  report(0);
  EXPECT_FALSE(restraint.over());
  report(6);
  EXPECT_TRUE(restraint.over());
  restraint.begin_year(staff.hands());
  EXPECT_FALSE(restraint.over());
}

TEST_F(RestraintContract, CountsHowLongEachMeasureWasInForce) {
  OverspendRules rules = all_measures();
  rules.agency_stop = false;
  restraint.set_rules(rules, staff.hands());
  report(6);
  const Instant began = staff.rig.now();
  report(6, 40);
  report(0, 20);
  EXPECT_EQ(restraint.in_force(Restraint::vacancy_freeze, always), days(60));
  EXPECT_EQ(restraint.in_force(Restraint::early_help_cut, always), days(60));
  EXPECT_EQ(restraint.in_force(Restraint::agency_stop, always), Minutes{0});
  EXPECT_EQ(restraint.in_force(Restraint::vacancy_freeze, {began + days(50), always.to}), days(10));
  EXPECT_EQ(restraint.begun(Restraint::vacancy_freeze, always), began);
  EXPECT_FALSE(restraint.begun(Restraint::vacancy_freeze, {began + Minutes{1}, always.to}));
  EXPECT_FALSE(restraint.begun(Restraint::agency_stop, always));
  // One that has not ended yet goes on to the end of what is asked.
  report(6);
  const Instant again = staff.rig.now();
  EXPECT_EQ(restraint.in_force(Restraint::vacancy_freeze, {again, again + days(7)}), days(7));
}

TEST_F(RestraintContract, MeasuresInForceBecomeThoseOfTheNewRules) {
  restraint.set_rules(all_measures(), staff.hands());
  report(6);
  OverspendRules milder = all_measures();
  milder.early_help_cut = 0.0;
  restraint.set_rules(milder, staff.hands());
  EXPECT_EQ(restraint.early_help_cut(), 0.0);
  EXPECT_TRUE(restraint.over());
  restraint.set_rules(std::nullopt, staff.hands());
  EXPECT_FALSE(restraint.has_rules());
  EXPECT_FALSE(restraint.over());
}

// While appointments wait a vacant post stays vacant; afterwards it is filled.
TEST_F(RestraintContract, HoldsAppointmentsBack) {
  restraint.set_rules(all_measures(), staff.hands());
  report(6);
  const PostId post = work.posts_of(duty, Role::social_worker).front();
  work.displace(post, staff.rig.now(), staff.rig.out);
  report(6, 1000);
  EXPECT_FALSE(work.post(post).present());
  restraint.begin_year(staff.hands());
  live_until(staff.rig.now() + days(1000));
  EXPECT_TRUE(work.post(post).present());
}

// A fifth of nine posts is 1.8: one goes, and what is left over of the second goes next month with a fifth of
// the eight that are left. The first with most gives first.
TEST_F(RestraintContract, CutsWholePostsWhereThereAreMost) {
  restraint.set_rules(all_measures(), staff.hands());
  report(6);
  restraint.cut_early_help_posts(centres, staff.hands());
  EXPECT_EQ(posts_of(0), 3);
  EXPECT_EQ(posts_of(1), 1);
  EXPECT_EQ(posts_of(2), 4);
  EXPECT_NEAR(restraint.early_help_owed(), 0.8, 1e-12);
  report(6);
  restraint.cut_early_help_posts(centres, staff.hands());  // 0.8 and 1.6: two
  EXPECT_EQ(posts_of(0), 2);
  EXPECT_EQ(posts_of(1), 1);
  EXPECT_EQ(posts_of(2), 3);
  EXPECT_EQ(restraint.early_help_posts_cut(always), 3);
  EXPECT_EQ(restraint.early_help_posts_cut({staff.rig.now(), always.to}), 2);
  restraint.begin_year(staff.hands());
  EXPECT_EQ(restraint.early_help_owed(), 0.0);
}

TEST_F(RestraintContract, CutsNoMorePostsThanThereAre) {
  OverspendRules rules = all_measures();
  rules.early_help_cut = 1.0;
  restraint.set_rules(rules, staff.hands());
  for (int month = 0; month < 3; ++month) {
    report(6);
    restraint.cut_early_help_posts(centres, staff.hands());
  }
  for (std::uint32_t c = 0; c < 3; ++c) EXPECT_EQ(posts_of(c), 0);
  EXPECT_EQ(restraint.early_help_posts_cut(always), 9);
}

TEST_F(RestraintContract, OfACopyIsItsOwn) {
  restraint.set_rules(all_measures(), staff.hands());
  const world::Restraint copy = restraint;
  report(6);
  EXPECT_FALSE(copy.over());
  EXPECT_EQ(copy.in_force(Restraint::vacancy_freeze, always), Minutes{0});
}

}  // namespace
}  // namespace lscb::world
