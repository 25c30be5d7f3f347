// Supervision by itself: who is due it, who has had it, and for how long it lasts.
#include <gtest/gtest.h>

#include "contract_rig.h"
#include "pathway/work.h"
#include "world/supervision.h"

namespace lscb::world {
namespace {

using workforce::test::duty;
using workforce::test::long_term;
using workforce::test::monday;
using workforce::test::posts;

pathway::Parameters an_hour_each() {
  pathway::Parameters p;
  p.hours_supervision = 1.0;
  p.hours_supervision_case = 0.0;
  p.supervision_lasts_weeks = 6.0;
  p.sibling_share = 1.0;
  return p;
}

/// Two social workers and a practitioner on duty with a manager; on long-term nobody who manages.
spec::Area managed_on_duty() {
  spec::Area area = workforce::test::small_area();
  area.teams[0].establishment = {posts(spec::Role::social_worker, 2), posts(spec::Role::practitioner, 1),
                                 posts(spec::Role::team_manager, 1)};
  return area;
}

class SupervisionContract : public testing::Test {
 protected:
  SupervisionContract() { supervision.note_posts(staff.rig.work); }

  void live_until(Instant end) {
    staff.live_until(end, [&](const workforce::TaskDone& done) {
      if (done.task.kind == static_cast<workforce::TaskKind>(pathway::Work::supervising)) {
        supervision.manager_ready(done, staff.hands());
      } else {
        supervision.held(done, staff.rig.now());
      }
    });
  }

  [[nodiscard]] workforce::Worker worker(TeamId team) const {
    const PostId id = staff.rig.work.posts_of(team, spec::Role::social_worker).front();
    const workforce::Post& post = staff.rig.work.post(id);
    workforce::Worker one;
    one.post = id;
    one.incumbent = post.incumbent;
    one.team = team;
    one.since = post.since;
    return one;
  }

  [[nodiscard]] int supervised() const {
    int posts = 0;
    for (const Supervised& record : supervision.records()) posts += record.at > Instant::long_ago() ? 1 : 0;
    return posts;
  }

  const pathway::Parameters parameters = an_hour_each();
  Staffed staff{managed_on_duty()};
  Supervision supervision{parameters, 2, monday()};
};

TEST_F(SupervisionContract, IsDueOfWhoDoesCaseworkUnderManagers) {
  const Supervision::Round first = supervision.begin_round(staff.hands());
  EXPECT_EQ(first.due, 3);
  EXPECT_EQ(first.missed, 0);
  live_until(monday() + weeks(2));
  EXPECT_EQ(supervised(), 3);
  EXPECT_EQ(supervision.begin_round(staff.hands()).missed, 0);
}

// A team whose managers were cut is not supervised from outside in their stead.
TEST_F(SupervisionContract, IsDueAndMissedWhereManagersWereCut) {
  staff.rig.work.delete_posts(duty, spec::Role::team_manager, 1, staff.rig.now(), staff.rig.out);
  EXPECT_EQ(supervision.begin_round(staff.hands()).due, 3);
  live_until(monday() + weeks(4));
  EXPECT_EQ(supervised(), 0);
  const Supervision::Round second = supervision.begin_round(staff.hands());
  EXPECT_EQ(second.due, 3);
  EXPECT_EQ(second.missed, 3);
}

TEST_F(SupervisionContract, LastsItsWeeksFromTheDayItWasHeld) {
  const Minutes lasts = weeks(6);
  EXPECT_TRUE(supervision.lasts_for(worker(duty), monday() + lasts));  // as from the beginning
  EXPECT_FALSE(supervision.lasts_for(worker(duty), monday() + lasts + Minutes{1}));
  live_until(monday() + weeks(5));
  supervision.begin_round(staff.hands());
  live_until(monday() + weeks(6));
  const Instant held = supervision.records()[worker(duty).post.value()].at;
  EXPECT_GE(held, monday() + weeks(5));
  EXPECT_TRUE(supervision.lasts_for(worker(duty), held + lasts));
  EXPECT_FALSE(supervision.lasts_for(worker(duty), held + lasts + Minutes{1}));
}

TEST_F(SupervisionContract, OfANewcomerCountsFromTheFirstDay) {
  supervision.begin_round(staff.hands());
  live_until(monday() + weeks(2));
  workforce::Worker next = worker(duty);
  ++next.incumbent;
  next.since = monday() + weeks(20);
  EXPECT_TRUE(supervision.lasts_for(next, next.since + weeks(6)));
  EXPECT_FALSE(supervision.lasts_for(next, next.since + weeks(6) + Minutes{1}));
}

// The manager's hour was spent on somebody who has gone: who comes after does not have it for them.
TEST_F(SupervisionContract, IsNotGivenToWhoeverComesAfter) {
  const workforce::Worker leaver = worker(duty);
  supervision.begin_round(staff.hands());
  std::vector<workforce::TaskDone> by_the_manager;
  staff.live_until(monday() + weeks(2), [&](const auto& done) { by_the_manager.push_back(done); });
  ASSERT_EQ(by_the_manager.size(), 3U);
  const auto begun_for = [&](const workforce::TaskDone& done) {
    const std::uint64_t before = staff.rig.work.tasks_added();
    supervision.manager_ready(done, staff.hands());
    return staff.rig.work.tasks_added() - before;
  };
  staff.rig.work.displace(leaver.post, staff.rig.now(), staff.rig.out);
  EXPECT_EQ(begun_for(by_the_manager[0]), 0U);  // nobody is there
  EXPECT_EQ(begun_for(by_the_manager[1]), 1U);
  live_until(monday() + weeks(100));
  ASSERT_TRUE(staff.rig.work.post(leaver.post).present());
  EXPECT_EQ(begun_for(by_the_manager[0]), 0U);  // and now somebody else is
  EXPECT_EQ(begun_for(by_the_manager[2]), 1U);
}

TEST_F(SupervisionContract, FromOutsideIsTakenAsGiven) {
  EXPECT_TRUE(supervision.lasts_for(worker(long_term), monday() + weeks(500)));
}

TEST_F(SupervisionContract, KnowsWhichTeamsHaveOrHadChairs) {
  workforce::Workforce& work = staff.rig.work;
  EXPECT_FALSE(supervision.chaired(long_term));
  work.add_posts(long_term, spec::Role::conference_chair, 1, staff.rig.now(), staff.rig.out);
  supervision.note_posts(work);
  EXPECT_TRUE(supervision.chaired(long_term));
  EXPECT_FALSE(supervision.chaired(duty));
  work.delete_posts(long_term, spec::Role::conference_chair, 1, staff.rig.now(), staff.rig.out);
  supervision.note_posts(work);
  EXPECT_TRUE(supervision.chaired(long_term));
}

// A centre's manager goes through CAFs and supervises no casework.
TEST_F(SupervisionContract, KnowsNoManagersBehindItsTeams) {
  workforce::Workforce& work = staff.rig.work;
  work.add_posts(workforce::test::north, spec::Role::team_manager, 1, staff.rig.now(), staff.rig.out);
  EXPECT_EQ(supervision.begin_round(staff.hands()).due, 3);
}

TEST_F(SupervisionContract, OfACopyIsItsOwn) {
  Supervision copy = supervision;
  supervision.begin_round(staff.hands());
  live_until(monday() + weeks(2));
  EXPECT_EQ(supervised(), 3);
  EXPECT_EQ(copy.records()[worker(duty).post.value()].at, Instant::long_ago());
}

}  // namespace
}  // namespace lscb::world
