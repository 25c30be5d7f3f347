// Systemic units: what forming them moves, what they carry and what they cost. Whether they miss fewer
// children is the model's answer (tests/loops), and stands in no test here.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

change::Restructure into_units(int units) {
  change::Restructure r;
  r.announced = change_day - days(90);
  r.units = units;
  return r;
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

Outcome run_from(const Design& design, Instant from) {
  return replicate(design, kernel::WorldKey{1, 0}, {from, design.window.to});
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
    watch.step = [&](const trace::Step& step) {
      const auto* work = std::get_if<trace::Reflected>(&step.what);
      if (work == nullptr || step.at < change_day + weeks(4)) return;
      ++all;
      yes += work->reflected ? 1U : 0U;
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

double hours_in_window(const Outcome& outcome, const Design& design, const std::string& id) {
  return figure(outcome, id) * in_years(design.window.to - design.window.from);
}

int casework_posts(const Design& design) {
  int posts = 0;
  for (const spec::Team& team : design.area.teams) {
    for (const spec::Establishment& line : team.establishment) posts += line.posts;
  }
  return posts;
}

// Each post is trained once, whether it has a seat in a unit or not, and at whatever stage.
TEST(Units, AreTrainedOnceEach) {
  const Design base = settled();
  change::Restructure r = into_units(2);
  r.training_hours = 10.0;
  for (const int stages : {1, 2, 3}) {
    r.stages = stages;
    r.weeks_between_stages = stages > 1 ? 8 : 0;
    for (const bool first : {false, true}) {
      r.training_first = first;
      const Design design = with(base, r);
      EXPECT_NEAR(hours_in_window(run(design), design, "work_hours@kind=training"),
                  10.0 * casework_posts(base), 0.01)
          << stages << " stages, first " << first;
    }
  }
}

// Coaching goes to the members of units and to nobody else: two units of three and the practitioner whom they
// left on long-term, five hours in each of six months.
TEST(Units, AreCoachedMonthByMonth) {
  change::Restructure r = into_units(2);
  r.coaching_hours = 5.0;
  r.coaching_months = 6;
  const Design design = with(settled(), r);
  EXPECT_NEAR(hours_in_window(run(design), design, "work_hours@kind=training"), 7 * 6 * 5.0, 0.01);
}

// Somebody stays on duty, however many units are asked for; and a post that was taken for a coordinator is
// none that has a seat.
TEST(Units, LeaveTheFrontDoorItsPosts) {
  change::Restructure r = into_units(100);
  r.coordinators = 50;
  const Design base = settled();
  const Outcome after = run(with(base, r));
  EXPECT_GT(figure(after, "initial_assessments_children"), 0.0);
  EXPECT_GT(figure(after, "work_hours@kind=screening"), 0.5 * figure(run(base), "work_hours@kind=screening"));
  EXPECT_GT(figure(after, "work_hours@kind=referral_decision"), 0.0);
}

change::Posts posts(int count, std::optional<Instant> until = std::nullopt,
                    const std::string& team = "long-term") {
  change::Posts p;
  p.team = team;
  p.role = spec::Role::social_worker;
  p.count = count;
  p.until = until;
  return p;
}

// Posts that come to a long-term team after it has gone into units work there.
TEST(Units, AreJoinedByWhoComesToALongTermTeamLater) {
  const Design units = with(settled(), into_units(2));
  const Design more = with(units, posts(4), at_date(2012, 4, 1));
  const Outcome without = run_from(units, at_date(2012, 6, 1));
  const Outcome joined = run_from(more, at_date(2012, 6, 1));
  EXPECT_GT(figure(joined, "work_hours@kind=unit_meeting"),
            1.3 * figure(without, "work_hours@kind=unit_meeting"));
  EXPECT_LT(figure(joined, "caseload_households"), 0.9 * figure(without, "caseload_households"));
}

// What was made for a time goes when the time is out, also out of units; what was taken comes back, and no
// more than was taken.
TEST(Units, GiveBackPostsThatWereMadeForATime) {
  const Design base = settled();
  const Instant until = at_date(2012, 4, 1);
  const Design units = with(base, into_units(2));
  const Design for_a_time = with(units, posts(2, until), at_date(2011, 1, 1));
  const Instant later = at_date(2012, 6, 1);
  EXPECT_NEAR(figure(run_from(for_a_time, later), "spend_pounds@on=team_staff"),
              figure(run_from(units, later), "spend_pounds@on=team_staff"), 0.1);
  // Two are asked for and one is there.
  const Design taken_away = with(units, posts(-5, until, "duty"), at_date(2011, 6, 1));
  EXPECT_NEAR(figure(run_from(taken_away, later), "budget_pounds@on=team_staff"),
              figure(run_from(units, later), "budget_pounds@on=team_staff"), 0.1);
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
  const Outcome teams = run_after(base, 1);
  const Outcome units = run_after(there, 1);
  const Outcome again = run_after(and_back(there), 1);  // what was begun has been told
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

// A later reorganisation goes through the units as through teams: everybody is asked once more.
TEST(Units, AreReorganisedInTheirTurn) {
  const Design base = settled();
  const Design once = with(base, into_units(2));
  change::Restructure again;
  again.announced = at_date(2012, 1, 1);
  again.consultation_hours = 20.0;
  again.training_hours = 3.0;
  const Design twice = with(once, again, at_date(2012, 6, 1));
  const Outcome outcome = run(twice);
  EXPECT_EQ(taken(outcome, "unit_formed"), 2U);
  EXPECT_NEAR(hours_in_window(outcome, twice, "work_hours@kind=consultation"), 20.0 * casework_posts(base),
              0.01);
  EXPECT_NEAR(hours_in_window(outcome, twice, "work_hours@kind=training"), 3.0 * casework_posts(base), 0.01);
}

}  // namespace
}  // namespace lscb::world
