// Illness: what the ill hold waits or goes to others, and time lost is as the parameters say.
#include <gtest/gtest.h>

#include <algorithm>

#include "rig.h"
#include "support/equivalence.h"

namespace lscb::workforce::test {
namespace {

const proof::Claim lost{"workforce illness: share of time lost", {.margin = 0.05}};

Parameters often_ill(double long_share) {
  Parameters p = calm();
  p.absence_spells_year = 1.0;
  p.absence_long_share = long_share;
  p.absence_long_days = 60.0;
  p.productive_hours_year = 700.0;
  return p;
}

/// Runs on until somebody falls ill; the post.
PostId first_ill(Rig& rig) {
  for (int day = 0; day < 4000; ++day) {
    rig.run_until(rig.now() + days(1));
    for (std::uint32_t i = 0; i < rig.work.posts().size(); ++i) {
      if (rig.work.post(PostId{i}).absent) return PostId{i};
    }
  }
  return PostId::none();
}

TEST(Illness, TakesTheShareOfTimeThatIsDeclared) {
  // Falls ill at rate s while well, for a mean of m: s m / (1 + s m) of the time in the long run.
  Parameters p = often_ill(0.2);
  p.absence_spells_year = 3.0;
  p.absence_short_days = 5.0;
  p.absence_long_days = 30.0;
  const double mean_years = (0.8 * 5.0 + 0.2 * 30.0) * 7.0 / 5.0 / 365.25;
  const double share = 3.0 * mean_years / (1.0 + 3.0 * mean_years);
  spec::Area area;
  area.teams.resize(1);
  area.teams[0].id = "all";
  area.teams[0].establishment = {posts(spec::Role::practitioner, 100)};
  area.months_to_fill = 4.0;
  proof::expect_equivalent({{lost, share}}, [&](kernel::WorldKey world) {
    Workforce work{p, area, world, WorkingCalendar::england(), {16, 16}};
    kernel::Calendar<Event> calendar{monday().count()};
    Outbox out;
    work.start(monday(), out);
    double ill = 0.0;
    int samples = 0;
    kernel::Fired<Event> fired;
    for (int week = 0; week < 6 * 52; ++week) {
      const Instant end = monday() + weeks(week);
      for (;;) {
        for (const Scheduled& s : out.events) calendar.schedule(s.at.count(), s.event);
        out.clear();
        if (!calendar.next_until(end.count(), fired)) break;
        work.handle(fired.event, Instant{fired.at}, out);
      }
      if (week < 104) continue;  // from everybody well to the long run
      ++samples;
      for (const Post& post : work.posts()) ill += post.absent ? 1.0 : 0.0;
    }
    return std::vector<double>{ill / 100.0 / samples};
  });
}

TEST(Illness, LeavesTheCasesUntilTheyAreCovered) {
  Parameters p = often_ill(1.0);
  p.absence_cover_weeks = 3.0;
  Rig rig{p, small_area(4)};
  for (std::uint32_t i = 0; i < 8; ++i) rig.request(household(i));
  PostId ill;
  Instant since;
  do {  // somebody who holds a case and is ill for longer than the three weeks
    ill = first_ill(rig);
    ASSERT_TRUE(ill.valid());
    since = rig.now();
    if (rig.work.caseload(ill) > 0) {
      const int held = rig.work.caseload(ill);
      rig.run_until(since + days(19));
      if (rig.work.post(ill).absent) {
        EXPECT_EQ(rig.work.caseload(ill), held);
      }
      rig.run_until(since + days(22));
    }
  } while (!rig.work.post(ill).absent || rig.now() < since + days(22));
  EXPECT_EQ(rig.work.caseload(ill), 0);
  int held = 0;
  for (std::uint32_t n = 0; n < 8; ++n) {
    const PostId holder = rig.work.holder(household(n));
    if (!holder.valid()) continue;
    ++held;
    EXPECT_TRUE(rig.work.post(holder).at_work());
  }
  EXPECT_EQ(held + rig.work.unallocated(CaseSlot{}), 8);
}

TEST(Illness, GivesNobodyIllAnythingNew) {
  Rig rig{often_ill(1.0), small_area(2)};
  const PostId ill = first_ill(rig);
  ASSERT_TRUE(ill.valid());
  const TeamId team = rig.work.post(ill).team;
  const spec::Role role = rig.work.post(ill).role;
  const std::size_t before = rig.told<CaseAllocated>().size();
  rig.request(household(50), team, role);
  rig.add(task(Assignee::in_pool(team, role), Minutes{60}, 1));
  const auto allocated = rig.told<CaseAllocated>();
  for (std::size_t i = before; i < allocated.size(); ++i) EXPECT_NE(allocated[i].post, ill);
  rig.run_until(rig.now() + days(3));
  for (const TaskDone& done : rig.told<TaskDone>())
    EXPECT_TRUE(done.worker.post != ill || !rig.work.post(ill).absent);
}

TEST(Illness, HandsWhatWasBegunFromThePoolToOthers) {
  Rig rig{often_ill(1.0), small_area(3)};
  // Long tasks from the pool keep everybody of duty at work all the time.
  for (std::uint64_t i = 0; i < 40; ++i) {
    rig.add(task(Assignee::in_pool(duty, spec::Role::social_worker), Minutes{20000}, i));
  }
  PostId ill;
  do {
    ill = first_ill(rig);
    ASSERT_TRUE(ill.valid());
  } while (rig.work.post(ill).team != duty);
  const std::size_t open = rig.work.tasks_open();
  EXPECT_GT(open, 3U);
  rig.run_until(rig.now() + years(30));
  EXPECT_EQ(rig.work.tasks_open(), 0U);
  Minutes given;
  for (const TaskDone& done : rig.told<TaskDone>()) given += done.given;
  EXPECT_EQ(given, Minutes{40 * 20000});  // what was done is kept, whoever did it
}

}  // namespace
}  // namespace lscb::workforce::test
