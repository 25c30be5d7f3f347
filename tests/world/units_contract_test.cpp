// Units by themselves: which posts get a seat, who is asked next, what a meeting carries and what comes back.
#include <gtest/gtest.h>

#include <set>

#include "contract_rig.h"
#include "world/units.h"

namespace lscb::world {
namespace {

using spec::Role;
using workforce::test::duty;
using workforce::test::household;
using workforce::test::long_term;
using workforce::test::monday;
using workforce::test::posts;

Parameters parameters() {
  Parameters p;
  p.workforce = workforce::test::calm();
  p.workforce.consultant_applicants = 3.0;
  p.workforce.consultant_competence = 0.0;
  p.workforce.led_by_another = 0.5;
  p.workforce.coordinator_waiting_hours = 10.0;
  p.pathway.sibling_share = 1.0;
  p.pathway.hours_unit_meeting = 1.0;
  p.pathway.unit_meeting_lasts_weeks = 2.0;
  p.pathway.administration_share = 0.25;
  return p;
}

/// Three social workers and two practitioners in each of the two teams.
spec::Area five_and_five() {
  spec::Area area = workforce::test::small_area();
  for (spec::Team& team : area.teams)
    team.establishment = {posts(Role::social_worker, 3), posts(Role::practitioner, 2)};
  return area;
}

change::Restructure into(int units) {
  change::Restructure r;
  r.units = units;
  return r;
}

class UnitsContract : public testing::Test {
 protected:
  void draw_up(const change::Restructure& r, const std::vector<PostId>& for_a_time = {}) {
    units.draw_up(r, monday(), for_a_time, staff.hands());
  }
  void draw_up_and_form(const change::Restructure& r) {
    draw_up(r);
    for (std::size_t u = 0; u < units.count(); ++u) units.form(u, staff.hands());
  }
  [[nodiscard]] std::size_t there(TeamId team, Role role) const { return work.posts_of(team, role).size(); }
  /// Every post's team, by id.
  [[nodiscard]] std::vector<TeamId> teams() const {
    std::vector<TeamId> all;
    for (const workforce::Post& post : work.posts()) all.push_back(post.team);
    return all;
  }
  /// How often a meeting became a held one until then.
  int live_until(Instant end) {
    int held = 0;
    staff.live_until(
        end, [&](const workforce::TaskDone& done) { held += units.attended(done, staff.hands()) ? 1 : 0; });
    return held;
  }

  Parameters p = parameters();
  Staffed staff{five_and_five(), p.workforce};
  workforce::Workforce& work = staff.rig.work;
  Units units{p, Teams{{duty}, {long_term}}};
};

// However many units are asked for, somebody of each role stays on duty; nobody has two seats.
TEST_F(UnitsContract, LeaveSomebodyAtTheFrontDoor) {
  change::Restructure r = into(100);
  r.coordinators = 100;
  draw_up_and_form(r);
  EXPECT_EQ(units.count(), 2U);  // of three and two social workers
  EXPECT_GE(there(duty, Role::social_worker), 1U);
  EXPECT_EQ(there(duty, Role::practitioner), 1U);
  EXPECT_EQ(there(duty, Role::unit_coordinator), 1U);
  const std::vector<PostId> seats = units.all_seats();
  EXPECT_EQ(std::set<PostId>(seats.begin(), seats.end()).size(), seats.size());
}

TEST_F(UnitsContract, GiveNoSeatToAPostMadeForATime) {
  const std::vector<PostId> for_a_time = work.posts_of(long_term, Role::social_worker);
  draw_up(into(100), for_a_time);
  ASSERT_EQ(units.count(), 1U);  // of two on duty
  for (const PostId seat : units.all_seats()) {
    EXPECT_EQ(std::find(for_a_time.begin(), for_a_time.end(), seat), for_a_time.end());
  }
}

TEST_F(UnitsContract, GoOverOnceEach) {
  draw_up(into(2));
  change::Restructure r = into(2);
  for (const int stages : {1, 2, 3}) {
    r.stages = stages;
    std::multiset<std::size_t> gone;
    for (int stage = 0; stage < stages; ++stage) {
      for (const std::size_t u : units.at_stage(stage, r)) gone.insert(u);
    }
    EXPECT_EQ(gone, (std::multiset<std::size_t>{0, 1})) << stages;
  }
}

TEST_F(UnitsContract, AreFoundByTheirTeam) {
  EXPECT_EQ(units.of(duty), nullptr);
  draw_up(into(2));
  for (std::size_t u = 0; u < units.count(); ++u) EXPECT_EQ(units.of(units[u].team), &units[u]);
  EXPECT_EQ(units.of(duty), nullptr);
  EXPECT_EQ(units.of(TeamId::none()), nullptr);
}

// Cases held and waiting count alike; of equals the first; none that is not formed.
TEST_F(UnitsContract, TheLeastLoadedIsAskedNext) {
  draw_up(into(2));
  EXPECT_FALSE(units.least_loaded(work).valid());
  units.form(1, staff.hands());
  EXPECT_EQ(units.least_loaded(work), units[1].team);
  units.form(0, staff.hands());
  EXPECT_EQ(units.least_loaded(work), units[0].team);
  staff.rig.request(household(0), units[0].team);
  EXPECT_EQ(units.least_loaded(work), units[1].team);
  // As many as can be held, six, in each; and in the first one more, which waits.
  for (std::uint32_t i = 1; i <= 12; ++i) staff.rig.request(household(i), units[i <= 6 ? 0 : 1].team);
  ASSERT_EQ(work.unallocated(units[0].team, Role::social_worker), 1);
  ASSERT_EQ(work.unallocated(units[1].team, Role::social_worker), 0);
  EXPECT_EQ(units.least_loaded(work), units[1].team);
}

// Nobody is at work in the first: it counts as half a worker, and is asked before one with many cases.
TEST_F(UnitsContract, AnEmptyOneIsAskedLastAndNotNever) {
  draw_up_and_form(into(2));
  for (const PostId post : {units[0].seats.consultant, units[0].seats.worker})
    work.displace(post, staff.rig.now(), staff.rig.out);
  EXPECT_EQ(units.least_loaded(work), units[1].team);
  for (std::uint32_t i = 0; i < 4; ++i) staff.rig.request(household(i), units[1].team);
  EXPECT_EQ(units.least_loaded(work), units[0].team);
}

TEST_F(UnitsContract, ConsultantsAreHeldToACompetenceWhereItIsChecked) {
  p.workforce.consultant_competence = 1.1;
  change::Restructure r = into(2);
  draw_up_and_form(r);
  EXPECT_TRUE(units.appoint_consultant(0, r, staff.hands()));
  EXPECT_TRUE(work.post(units[0].seats.consultant).consultant);
  EXPECT_TRUE(work.post(units[0].seats.consultant).present());
  r.competence_checked = true;
  EXPECT_FALSE(units.appoint_consultant(1, r, staff.hands()));
  EXPECT_TRUE(work.post(units[1].seats.consultant).consultant);
  EXPECT_FALSE(work.post(units[1].seats.consultant).present());
}

TEST_F(UnitsContract, WhoeverComesToALongTermTeamJoinsTheSmallest) {
  draw_up_and_form(into(1));
  units.take_in(long_term, Role::social_worker, staff.hands());
  EXPECT_EQ(there(long_term, Role::social_worker), 0U);
  const std::size_t before = there(units[0].team, Role::social_worker);
  work.add_posts(long_term, Role::social_worker, 1, staff.rig.now(), staff.rig.out);
  work.add_posts(duty, Role::social_worker, 1, staff.rig.now(), staff.rig.out);
  const std::size_t on_duty = there(duty, Role::social_worker);
  units.take_in(long_term, Role::social_worker, staff.hands());
  units.take_in(duty, Role::social_worker, staff.hands());
  EXPECT_EQ(there(units[0].team, Role::social_worker), before + 1);
  EXPECT_EQ(there(duty, Role::social_worker), on_duty);
}

// A meeting is held once, by two of whom one is qualified; it lasts its weeks.
TEST_F(UnitsContract, MeetOnceAWeek) {
  draw_up_and_form(into(2));
  Units::Round round = units.begin_meetings(staff.hands());
  EXPECT_EQ(round.due, 2);
  EXPECT_EQ(round.missed, 0);
  EXPECT_EQ(live_until(monday() + days(4)), 2);
  const Instant met = units[0].met;
  EXPECT_GT(met, monday());
  EXPECT_GT(units[0].quality, 0.0);
  EXPECT_TRUE(units.lately_met(units[0], met + weeks(2)));
  EXPECT_FALSE(units.lately_met(units[0], met + weeks(2) + Minutes{1}));
  EXPECT_EQ(units.begin_meetings(staff.hands()).missed, 0);
  EXPECT_EQ(units.begin_meetings(staff.hands()).missed, 2);  // with no time in between
}

// Who comes to last week's meeting comes to none.
TEST_F(UnitsContract, CountNobodyForAMeetingThatIsOver) {
  draw_up_and_form(into(1));
  units.begin_meetings(staff.hands());
  std::vector<workforce::TaskDone> late;
  staff.live_until(monday() + days(4), [&](const workforce::TaskDone& done) { late.push_back(done); });
  ASSERT_EQ(late.size(), 3U);
  units.begin_meetings(staff.hands());
  for (const workforce::TaskDone& done : late) EXPECT_FALSE(units.attended(done, staff.hands()));
  EXPECT_EQ(units[0].attended, 0);
}

TEST_F(UnitsContract, CarryACaseFromOneMemberToAnother) {
  draw_up_and_form(into(2));
  const auto carried = [&](PostId from, PostId to) {
    workforce::CaseAllocated allocated;
    allocated.from = from;
    allocated.post = to;
    return units.carried(allocated, work, staff.rig.now());
  };
  const Seats& here = units[0].seats;
  EXPECT_EQ(carried(here.consultant, here.worker), 0.0);  // they have not met yet
  units.begin_meetings(staff.hands());
  live_until(monday() + days(4));
  EXPECT_EQ(carried(here.consultant, here.worker), units[0].quality);
  EXPECT_EQ(carried(units[1].seats.worker, here.worker), 0.0);
  EXPECT_EQ(carried(PostId::none(), here.worker), 0.0);
}

TEST_F(UnitsContract, CoordinatorsTakeAdministrationWhileTheyKeepUp) {
  change::Restructure r = into(2);
  const workforce::Task asked =
      workforce::test::task(workforce::Assignee::of_case(workforce::CaseSlot{}), hours(20.0), 1);
  const auto relieved = [&](const Units& by) {
    workforce::Task task = asked;
    task.parts[workforce::index(workforce::Part::reflection)] = hours(1.0);
    const auto clerical = by.relieve(task, by.coordinators_take_on(work));
    if (clerical) work.add(*clerical, staff.rig.now(), staff.hands().out);
    EXPECT_EQ(task.parts[workforce::index(workforce::Part::reflection)], Minutes{0});
    return in_hours(asked.core - task.core);
  };
  const std::uint64_t before = work.tasks_added();
  EXPECT_EQ(relieved(units), 0.0);  // nobody is there to take it
  EXPECT_EQ(work.tasks_added(), before);
  r.coordinators = 1;
  draw_up_and_form(r);
  live_until(monday() + weeks(40));  // the coordinator's post is filled
  ASSERT_EQ(work.at_work(duty, Role::unit_coordinator), 1);
  EXPECT_EQ(relieved(units), 5.0);
  EXPECT_EQ(work.tasks_added(), before + 1);
  for (int i = 0; i < 3; ++i) relieved(units);
  EXPECT_EQ(relieved(units), 0.0);  // more than ten hours wait
}

TEST_F(UnitsContract, GiveBackEveryPostAndEveryCoordinator) {
  const std::vector<TeamId> before = teams();
  change::Restructure r = into(2);
  r.coordinators = 1;
  draw_up_and_form(r);
  const std::size_t practitioners = there(duty, Role::practitioner);
  for (std::size_t u = 0; u < units.count(); ++u) units.dissolve(u, staff.hands());
  EXPECT_EQ(units.coordinators_go_back(staff.hands()), 1);
  EXPECT_EQ(there(duty, Role::practitioner), practitioners + 1);
  EXPECT_EQ(there(duty, Role::unit_coordinator), 0U);
  std::vector<TeamId> after = teams();
  after.resize(before.size());  // behind them, the coordinator's and the practitioner's made for the other
  EXPECT_EQ(after, before);
  EXPECT_FALSE(units.least_loaded(work).valid());
  EXPECT_EQ(units.begin_meetings(staff.hands()).due, 0);
  EXPECT_EQ(units.coordinators_go_back(staff.hands()), 0);
}

TEST_F(UnitsContract, OfACopyAreItsOwn) {
  draw_up(into(2));
  const Units copy = units;
  units.form(0, staff.hands());
  EXPECT_FALSE(copy[0].formed);
  EXPECT_FALSE(copy.least_loaded(work).valid());
}

}  // namespace
}  // namespace lscb::world
