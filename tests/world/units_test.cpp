// Systemic units: what forming them moves, what they carry and what they cost. Whether they miss fewer
// children is the model's answer (tests/loops), and stands in no test here.
#include <gtest/gtest.h>

#include <algorithm>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

const Instant from = at_date(2011, 4, 1);

change::Restructure into_units(int units) {
  change::Restructure r;
  r.announced = from - days(90);
  r.units = units;
  return r;
}

Design with(Design design, change::Restructure r) {
  design.changes.push_back({from, "units", "council", r, {}});
  return design;
}

/// Staff who stay and are never ill: what forming units does can be counted.
Design settled() {
  Design design = small("no-change");
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) role.vacant_at_start = 0.0;
  }
  design.area.leaving_per_year = 0.0;
  parameter(design.parameters, "workforce.absence_spells_year") = 0.0;
  design.history.clear();
  return design;
}

TEST(Units, AreFormedAtTheirStageAndMeetEveryWeek) {
  const Design base = settled();
  const Outcome before = run(base);
  const Outcome after = run(with(base, into_units(2)));
  EXPECT_EQ(taken(before, "unit_formed"), 0U);
  EXPECT_EQ(taken(after, "unit_formed"), 2U);
  EXPECT_EQ(figure(before, "work_hours@kind=unit_meeting"), 0.0);
  EXPECT_GT(figure(after, "work_hours@kind=unit_meeting"), 0.0);
  change::Restructure staged = into_units(2);
  staged.stages = 2;
  staged.weeks_between_stages = 26;
  const Outcome slowly = run(with(base, staged));
  EXPECT_EQ(taken(slowly, "unit_formed"), 2U);
  EXPECT_LT(figure(slowly, "work_hours@kind=unit_meeting"), figure(after, "work_hours@kind=unit_meeting"));
}

// Posts are neither made nor lost, and cost what they did: what changes is whose they are.
TEST(Units, KeepThePostsAndTheirCost) {
  const Design base = settled();
  const Outcome before = run(base);
  const Outcome after = run(with(base, into_units(2)));
  EXPECT_DOUBLE_EQ(figure(after, "vacancy_share"), figure(before, "vacancy_share"));
  EXPECT_NEAR(figure(after, "spend_pounds@on=team_staff"), figure(before, "spend_pounds@on=team_staff"), 0.1);
}

// Families stay with their unit from assessment to plan: there are fewer changes of worker.
TEST(Units, SpareTheChangeFromDutyToLongTerm) {
  const Design base = settled();
  EXPECT_LT(taken(run(with(base, into_units(2))), "handover"), taken(run(base), "handover"));
}

TEST(Units, ACoordinatorTakesAdministrationOffTheOthers) {
  const Design base = settled();
  change::Restructure r = into_units(2);
  const Outcome without = run(with(base, r));
  r.coordinators = 1;
  const Outcome with_one = run(with(base, r));
  EXPECT_EQ(figure(without, "work_hours@kind=administration"), 0.0);
  EXPECT_GT(figure(with_one, "work_hours@kind=administration"), 0.0);
  EXPECT_EQ(figure(with_one, "work_hours@kind=administration"),
            figure(with_one, "work_hours@role=unit_coordinator"));
}

/// Everybody as competent as can be, or not at all.
Design competent(Design design, double competence) {
  parameter(design.parameters, "workforce.practice_untrained") = competence;
  return design;
}

// What a unit carries, it carries by competence: more is kept in view at a change of worker within it, and
// more work is thought over.
TEST(Units, CarryByCompetence) {
  const Design base = with(settled(), into_units(2));
  const auto reflected = [&](double competence) {
    std::uint64_t yes = 0;
    std::uint64_t all = 0;
    Watch watch;
    watch.step = [&](const Step& step) {
      if (step.kind != Step::Kind::reflected || step.at < from + weeks(4)) return;
      ++all;
      yes += step.detail[0];
    };
    const Design design = competent(base, competence);
    (void)replicate_watched(design, {1, 3}, design.window, watch);
    return static_cast<double>(yes) / static_cast<double>(all);
  };
  EXPECT_LT(reflected(0.001) + 0.2, reflected(0.999));
}

TEST(Units, AreLedByWhoIsFoundCompetentWhereThatIsChecked) {
  Design base = competent(settled(), 0.1);
  base.area.months_to_fill = 1.0;
  change::Restructure r = into_units(2);
  EXPECT_EQ(taken(run(with(base, r)), "consultant_not_appointed"), 0U);
  r.competence_checked = true;
  EXPECT_GT(taken(run(with(base, r)), "consultant_not_appointed"), 0U);
  // Nobody is turned down where all are competent.
  EXPECT_EQ(taken(run(with(competent(base, 0.999), r)), "consultant_not_appointed"), 0U);
}

TEST(Units, LearnByTrainingAndCoaching) {
  change::Restructure r = into_units(2);
  const Outcome without = run(with(settled(), r));
  r.training_hours = 10.0;
  r.coaching_hours = 5.0;
  r.coaching_months = 6;
  const Outcome coached = run(with(settled(), r));
  EXPECT_GT(figure(coached, "work_hours@kind=training"), figure(without, "work_hours@kind=training"));
}

const Instant return_date = at_date(2012, 4, 1);

Design and_back(Design design, int stages = 1) {
  change::Restructure r;
  r.announced = return_date - days(90);
  r.teams = true;
  r.stages = stages;
  r.weeks_between_stages = stages > 1 ? 8 : 0;
  design.changes.push_back({return_date, "teams again", "council", r, {}});
  return design;
}

/// Counted from so many weeks after the units have begun to go back.
Outcome run_after(const Design& design, int weeks_after) {
  return replicate(design, kernel::WorldKey{1, 0}, {return_date + weeks(weeks_after), design.window.to});
}

// Going back ends the meetings, and costs no post and no pound.
TEST(Units, GoBackToBeingTeams) {
  const Design base = settled();
  const Design there = with(base, into_units(2));
  const Outcome teams = run_after(base, 0);
  const Outcome units = run_after(there, 0);
  const Outcome again = run_after(and_back(there), 0);
  EXPECT_EQ(taken(units, "unit_dissolved"), 0U);
  EXPECT_EQ(taken(again, "unit_dissolved"), 2U);
  EXPECT_GT(figure(units, "work_hours@kind=unit_meeting"), 0.0);
  EXPECT_EQ(figure(again, "work_hours@kind=unit_meeting"), 0.0);
  EXPECT_GT(figure(again, "work_hours@kind=supervision"), figure(units, "work_hours@kind=supervision"));
  EXPECT_DOUBLE_EQ(figure(again, "vacancy_share"), figure(teams, "vacancy_share"));
  EXPECT_NEAR(figure(again, "spend_pounds@on=team_staff"), figure(teams, "spend_pounds@on=team_staff"), 0.1);
}

// By stage, with coordinators: each unit goes at its own, and the posts that became coordinators' are
// practitioners' again. Where posts are filled at once the organisation then costs what it did.
TEST(Units, GoBackByStageWithTheirCoordinators) {
  Design base = settled();
  base.area.months_to_fill = 0.5;
  change::Restructure r = into_units(2);
  r.coordinators = 1;
  const Design there = with(base, r);
  const Outcome staged = run_after(and_back(there, 2), 0);
  EXPECT_EQ(taken(staged, "unit_dissolved"), 2U);
  EXPECT_GT(figure(staged, "work_hours@kind=unit_meeting"), 0.0);  // of the second, in the meantime
  const Outcome after = run_after(and_back(there, 2), 26);
  EXPECT_EQ(figure(after, "work_hours@kind=unit_meeting"), 0.0);
  EXPECT_EQ(figure(after, "work_hours@role=unit_coordinator"), 0.0);
  EXPECT_GT(figure(run_after(there, 26), "work_hours@role=unit_coordinator"), 0.0);
  EXPECT_NEAR(figure(after, "spend_pounds@on=team_staff"),
              figure(run_after(base, 26), "spend_pounds@on=team_staff"), 0.1);
}

// No case and no piece of work is lost on the way: with staff enough, once the units have gone back nobody
// waits for a worker and everything is done in time, as it is where there never were any.
TEST(Units, LoseNothingOnTheWayBack) {
  Design base = unlimited(small("no-change"));
  base.changes.clear();
  change::Restructure r = into_units(20);
  r.coordinators = 2;
  const Design there = with(base, r);
  const Outcome never = run_after(base, 26);
  for (const int stages : {1, 3}) {
    const Outcome again = run_after(and_back(there, stages), 26);
    EXPECT_EQ(taken(again, "unit_dissolved"), 20U);
    EXPECT_EQ(figure(again, "unallocated_children"), 0.0);
    EXPECT_EQ(figure(again, "unallocated_at_end_children"), 0.0);
    for (const char* clock : {"initial_assessment", "core_assessment", "conference", "later_review"}) {
      const std::string id = std::string(clock) + "_limit_met_share";
      EXPECT_NEAR(figure(again, id), figure(never, id), 0.01) << id;
    }
    EXPECT_EQ(figure(again, "work_hours@kind=unit_meeting"), 0.0);
  }
}

// A later reorganisation goes through the units as through teams.
TEST(Units, AreReorganisedInTheirTurn) {
  Design once = with(settled(), into_units(2));
  Design twice = once;
  change::Restructure again;
  again.announced = at_date(2012, 1, 1);
  again.consultation_hours = 20.0;
  again.units = 2;  // they are there already
  twice.changes.push_back({at_date(2012, 6, 1), "again", "council", again, {}});
  EXPECT_EQ(taken(run(twice), "unit_formed"), 2U);
  EXPECT_GT(figure(run(twice), "work_hours@kind=consultation"), 0.0);
}

}  // namespace
}  // namespace lscb::world
