// One worker's time: how long work takes, what interrupts it, when it is not done.
#include <gtest/gtest.h>

#include <algorithm>

#include "rig.h"

namespace lscb::workforce::test {
namespace {

const PostId first{0};

TEST(Work, TakesOfficeTimeAndWaitsForTheMorning) {
  Rig rig;
  rig.run_until(at(0, 16));
  rig.add(task(Assignee::at_post(first), Minutes{120}, 1));
  rig.run_until(at(3, 0));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].started, at(0, 16));
  EXPECT_EQ(done[0].finished, at(1, 10));
  EXPECT_EQ(done[0].given, Minutes{120});
  EXPECT_EQ(done[0].worker.post, first);
  EXPECT_TRUE(done[0].worker.qualified);
}

TEST(Work, TakesLongerByTheProductiveShare) {
  Parameters p = calm();
  p.productive_hours_year = office_hours_a_year() / 2.0;
  Rig rig{p};
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(first), Minutes{60}, 1));
  rig.run_until(at(1, 0));
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(0, 11));
  EXPECT_EQ(rig.work.worked(TaskKind{}, spec::Role::social_worker), Minutes{60});
}

/// Three social workers on duty, of whom the last is at 60 % of a whole post.
spec::Area with_a_part_timer() {
  spec::Area area = small_area(3);
  area.teams[0].establishment[0].part_time = 1;
  area.teams[0].establishment[0].part_time_hours = 60;
  return area;
}
const PostId part_timer{2};

// Proves that a part-time holder gives a share of the hours: the same work takes so much longer, and weighs
// as so many more weeks.
TEST(Work, OfAPartTimeHolderIsInProportion) {
  Rig rig{calm(), with_a_part_timer()};
  EXPECT_EQ(rig.work.post(first).hours, 100);
  EXPECT_EQ(rig.work.post(part_timer).hours, 60);
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(first), Minutes{180}, 1));
  rig.add(task(Assignee::at_post(part_timer), Minutes{180}, 2));
  rig.add(task(Assignee::at_post(first), Minutes{600}, 3));
  rig.add(task(Assignee::at_post(part_timer), Minutes{600}, 4));
  EXPECT_NEAR(rig.work.pressure(part_timer, rig.now()), rig.work.pressure(first, rig.now()) / 0.6, 1e-9);
  rig.run_until(at(0, 16));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].finished, at(0, 12));
  EXPECT_EQ(done[1].finished, at(0, 14, 1));  // five hours, rounded up
  EXPECT_EQ(done[1].given, Minutes{180});
}

// Proves that of what waits in the pool each is expected to take a share by the hours of the contract.
TEST(Work, OfThePoolIsSharedByHours) {
  Rig rig{calm(), with_a_part_timer()};
  rig.run_until(at(0, 9));
  for (std::uint32_t post = 0; post < 3; ++post)
    rig.add(task(Assignee::at_post(PostId{post}), Minutes{400}, post));
  rig.add(task(Assignee::in_pool(duty, spec::Role::social_worker), Minutes{600}, 9));
  EXPECT_NEAR(rig.work.pressure(part_timer, rig.now()), rig.work.pressure(first, rig.now()), 1e-12);
}

TEST(Work, GoesByPriorityThenDueThenOrderOfAdding) {
  Rig rig;
  rig.run_until(at(0, 9));
  const auto named = [&](std::uint64_t name, Priority priority, int due_day) {
    Task t = task(Assignee::at_post(first), Minutes{30}, name, priority);
    t.due = at(due_day, 0);
    t.payload = name;
    rig.add(t);
  };
  named(1, Priority::normal, 5);  // begun at once
  named(2, Priority::low, 1);
  named(3, Priority::normal, 9);
  named(4, Priority::normal, 3);
  named(5, Priority::high, 20);
  named(6, Priority::normal, 3);
  rig.run_until(at(1, 0));
  std::vector<std::uint64_t> order;
  for (const TaskDone& done : rig.told<TaskDone>()) order.push_back(done.task.payload);
  EXPECT_EQ(order, (std::vector<std::uint64_t>{1, 5, 4, 6, 3, 2}));
}

TEST(Work, IsInterruptedByUrgentWorkAndResumed) {
  Rig rig;
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(first), Minutes{240}, 1));
  rig.run_until(at(0, 10));
  rig.add(task(Assignee::at_post(first), Minutes{90}, 2, Priority::urgent));
  rig.add(task(Assignee::at_post(first), Minutes{30}, 3, Priority::urgent));
  rig.run_until(at(1, 0));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 3U);
  EXPECT_EQ(done[0].finished, at(0, 11, 30));
  EXPECT_EQ(done[1].finished, at(0, 12));  // urgent does not interrupt urgent
  EXPECT_EQ(done[2].started, at(0, 9));
  EXPECT_EQ(done[2].finished, at(0, 15));
  EXPECT_EQ(done[2].given, Minutes{240});
}

TEST(Work, AtTheMinuteOfFinishingIsNotInterrupted) {
  Rig rig;
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(first), Minutes{60}, 1));
  rig.run_until(at(0, 9, 59));
  Outbox& out = rig.out;
  rig.work.add(task(Assignee::at_post(first), Minutes{10}, 2, Priority::urgent), at(0, 10), out);
  rig.drain();
  rig.run_until(at(0, 12));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].finished, at(0, 10));
  EXPECT_EQ(done[1].finished, at(0, 10, 10));
}

TEST(Work, FromThePoolGoesToWhoIsIdleLongestAndThenToWhoIsFirstFree) {
  Rig rig;
  rig.run_until(at(0, 9));
  for (std::uint64_t i = 1; i <= 3; ++i) {
    rig.add(task(Assignee::in_pool(duty, spec::Role::social_worker), Minutes{60}, i));
  }
  rig.run_until(at(0, 12));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 3U);
  EXPECT_EQ(done[0].worker.post, PostId{0});
  EXPECT_EQ(done[1].worker.post, PostId{1});
  EXPECT_EQ(done[2].finished, at(0, 11));
}

TEST(Work, InThePoolThatIsUrgentInterruptsTheLeastPressing) {
  Rig rig;
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(PostId{0}), Minutes{120}, 1, Priority::high));
  rig.add(task(Assignee::at_post(PostId{1}), Minutes{120}, 2, Priority::low));
  rig.run_until(at(0, 10));
  rig.add(task(Assignee::in_pool(duty, spec::Role::social_worker), Minutes{30}, 3, Priority::urgent));
  rig.run_until(at(1, 0));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 3U);
  EXPECT_EQ(done[0].worker.post, PostId{1});
  EXPECT_EQ(done[0].finished, at(0, 10, 30));
  EXPECT_EQ(done[1].finished, at(0, 11));
  EXPECT_EQ(done[2].finished, at(0, 11, 30));
}

TEST(Work, OfABusyWorkerFillsEveryMinuteAndNoMore) {
  Rig rig;
  rig.run_until(at(0, 9));
  for (std::uint64_t i = 0; i < 40; ++i) rig.add(task(Assignee::at_post(first), Minutes{97}, i));
  rig.run_until(at(200, 0));
  Instant free = at(0, 9);
  for (const TaskDone& done : rig.told<TaskDone>()) {
    EXPECT_EQ(WorkingCalendar::england().office_time_between(free, done.finished), Minutes{97});
    free = done.finished;
  }
  EXPECT_EQ(rig.told<TaskDone>().size(), 40U);
}

TEST(Work, OfNewcomersIsSlower) {
  Parameters p = calm();
  p.ramp_start = 0.5;
  spec::Area area = small_area(1, 1.0);
  area.months_to_fill = 1.0;
  Rig rig{p, area};
  rig.run_until(monday() + days(365));
  ASSERT_FALSE(rig.told<PostFilled>().empty());
  // A task on the first day and one half a year later, on the same minutes.
  Rig again{p, area};
  while (again.told<PostFilled>().empty()) again.run_until(again.now() + days(1));
  const Instant first_day = again.now();
  again.add(task(Assignee::at_post(first), Minutes{200}, 1));
  again.run_until(first_day + days(200));
  again.add(task(Assignee::at_post(first), Minutes{200}, 2));
  again.run_until(first_day + days(230));
  const auto done = again.told<TaskDone>();
  ASSERT_EQ(done.size(), 2U);
  const auto office = [](const TaskDone& d) {
    return WorkingCalendar::england().office_time_between(d.started, d.finished).count();
  };
  EXPECT_GE(office(done[0]), 390);
  EXPECT_LE(office(done[0]), 400);
  EXPECT_EQ(office(done[1]), 200);
  EXPECT_EQ(done[0].given, Minutes{200});
}

TEST(Work, IsNotDoneOnClosedDays) {
  spec::Area area = small_area();
  area.centres[0].open_days = 4;
  Rig rig{calm(), area};
  const PostId support{6};
  ASSERT_EQ(rig.work.post(support).team, north);
  rig.run_until(at(3, 16));
  rig.add(task(Assignee::at_post(support), Minutes{120}, 1));
  rig.run_until(at(30, 0));
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(7, 10));  // not on Friday
}

TEST(Work, InHandKeepsWhatIsDoneWhenOpeningDaysChange) {
  Rig rig;
  const PostId support{6};
  rig.run_until(at(0, 9));
  rig.add(task(Assignee::at_post(support), Minutes{600}, 1));
  rig.run_until(at(0, 11));
  rig.work.set_open_days(north, OpenDays::from_monday(0), rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(9, 9));
  EXPECT_TRUE(rig.told<TaskDone>().empty());
  EXPECT_EQ(rig.work.queued(north, spec::Role::family_support_worker), Minutes{480});
  rig.work.set_open_days(north, OpenDays::from_monday(5), rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(9, 17));
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(9, 17));
  EXPECT_EQ(rig.told<TaskDone>()[0].given, Minutes{600});
}

TEST(Work, ThatIsCancelledMakesRoom) {
  Rig rig;
  rig.run_until(at(0, 9));
  const TaskId running = rig.add(task(Assignee::at_post(first), Minutes{300}, 1));
  const TaskId queued = rig.add(task(Assignee::at_post(first), Minutes{60}, 2));
  rig.add(task(Assignee::at_post(first), Minutes{60}, 3));
  rig.run_until(at(0, 10));
  EXPECT_TRUE(rig.work.cancel(queued, rig.now(), rig.out));
  EXPECT_TRUE(rig.work.cancel(running, rig.now(), rig.out));
  EXPECT_FALSE(rig.work.cancel(running, rig.now(), rig.out));
  rig.drain();
  rig.run_until(at(1, 0));
  ASSERT_EQ(rig.told<TaskCancelled>().size(), 2U);
  EXPECT_EQ(rig.told<TaskCancelled>()[0].given, Minutes{0});
  EXPECT_EQ(rig.told<TaskCancelled>()[1].given, Minutes{60});
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(0, 11));
  EXPECT_EQ(rig.work.tasks_open(), 0U);
}

TEST(Work, OfAConsultationIsAskedOfWhoIsThere) {
  Rig rig{calm(), small_area(4, 0.0)};
  rig.run_until(at(0, 9));
  const auto cause = kernel::Cause::root().child(7, 0);
  EXPECT_EQ(rig.work.take_hours(duty, {1, 2}, Minutes{60}, TaskKind{9}, Priority::high, at(9, 0), cause,
                                rig.now(), rig.out),
            2);
  EXPECT_EQ(rig.work.take_hours(TeamId::none(), {}, Minutes{60}, TaskKind{9}, Priority::high, at(9, 0),
                                cause.child(1), rig.now(), rig.out),
            10);
  rig.drain();
  rig.run_until(at(1, 0));
  EXPECT_EQ(rig.told<TaskDone>().size(), 12U);
  EXPECT_EQ(rig.work.worked(TaskKind{9}, spec::Role::social_worker), Minutes{60 * (2 + 6)});
}

}  // namespace
}  // namespace lscb::workforce::test
