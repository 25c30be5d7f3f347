// Allocation, the list of cases nobody holds, and handover.
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "rig.h"

namespace lscb::workforce::test {
namespace {

constexpr auto social_worker = spec::Role::social_worker;

TEST(Cases, GoToTheLeastLoadedThenToTheList) {
  Rig rig;  // two posts, three cases each
  for (std::uint32_t i = 0; i < 6; ++i) EXPECT_TRUE(rig.request(household(i)));
  EXPECT_FALSE(rig.request(household(6)));
  std::vector<std::uint32_t> posts;
  for (const CaseAllocated& a : rig.told<CaseAllocated>()) posts.push_back(a.post.value());
  EXPECT_EQ(posts, (std::vector<std::uint32_t>{0, 1, 0, 1, 0, 1}));
  EXPECT_TRUE(rig.work.waits(household(6)));
  EXPECT_EQ(rig.work.unallocated(CaseSlot{}), 1);
  EXPECT_EQ(rig.work.unallocated(duty, social_worker), 1);
  EXPECT_EQ(rig.work.unallocated(TeamId::none(), social_worker), 1);
}

// Proves that a part-time holder has a cap in proportion, to the nearest case, and as many cases for the
// hours.
TEST(Cases, OfAPartTimeHolderAreInProportion) {
  Parameters p = calm();
  p.caseload_cap_social_worker = 10;
  spec::Area area = small_area(2);
  area.teams[0].establishment[0].part_time = 1;
  area.teams[0].establishment[0].part_time_hours = 50;
  Rig rig{p, area};
  for (std::uint32_t i = 0; i < 9; ++i) EXPECT_TRUE(rig.request(household(i)));
  EXPECT_EQ(rig.work.caseload(PostId{0}), 6);
  EXPECT_EQ(rig.work.caseload(PostId{1}), 3);
  for (std::uint32_t i = 9; i < 15; ++i) EXPECT_TRUE(rig.request(household(i)));
  EXPECT_FALSE(rig.request(household(15)));
  EXPECT_EQ(rig.work.caseload(PostId{0}), 10);
  EXPECT_EQ(rig.work.caseload(PostId{1}), 5);
  const auto heads = rig.work.headcount(duty, social_worker);
  EXPECT_EQ(heads.posts, 2);
  EXPECT_EQ(heads.less, 50);
  EXPECT_EQ(heads.permanent_less, 50);
  EXPECT_EQ(heads.agency_less, 0);
}

// Proves that a post which goes to another team and comes back has the cases that it had, and that what
// waited in the pool of the team that it left is done by the team to which the pool is moved.
TEST(Cases, GoWithAPostAndComeBackWithIt) {
  Rig rig{calm(), small_area(2)};
  for (std::uint32_t i = 0; i < 4; ++i) rig.request(household(i));
  const TeamId unit = rig.work.add_team("unit");
  rig.work.move_post(PostId{1}, unit, rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(0, 9));
  for (std::uint64_t i = 0; i < 3; ++i)
    rig.add(task(Assignee::in_pool(unit, social_worker), Minutes{120}, i));
  EXPECT_EQ(rig.work.queued(unit, social_worker), Minutes{240});  // one is begun
  rig.work.move_post(PostId{1}, duty, rig.now(), rig.out);
  rig.work.move_pool(
      unit, social_worker, social_worker, [](HouseholdId) { return duty; }, rig.now(), rig.out);
  rig.drain();
  EXPECT_EQ(rig.work.queued(unit, social_worker), Minutes{0});
  EXPECT_EQ(rig.work.queued(duty, social_worker), Minutes{120});  // the other is begun by a colleague
  EXPECT_EQ(rig.work.caseload(PostId{0}), 2);
  EXPECT_EQ(rig.work.caseload(PostId{1}), 2);
  EXPECT_TRUE(rig.told<CaseReleased>().empty());
  rig.run_until(at(1, 0));
  EXPECT_EQ(rig.told<TaskDone>().size(), 3U);
  EXPECT_TRUE(rig.request(household(5)));
  EXPECT_TRUE(rig.request(household(6)));
  EXPECT_FALSE(rig.request(household(7)));
}

// Proves that the newly qualified hold their share of the cap and give their share of the hours, in the first
// year of work; that others do not; and that their list is served once it is over.
TEST(Cases, OfTheNewlyQualifiedAreProtectedForAYear) {
  Parameters p = calm();
  p.caseload_cap_social_worker = 10;
  p.newly_qualified_share = 1.0;
  spec::Area area = small_area(1);
  area.months_to_fill = 1.0;
  Rig rig{p, area};
  rig.work.add_posts(duty, social_worker, 1, rig.now(), rig.out);
  rig.drain();
  const PostId old_hand{0};
  const PostId newcomer{static_cast<PostId::Value>(rig.work.posts().size() - 1)};
  while (!rig.work.post(newcomer).present()) rig.run_until(rig.now() + days(1));
  const Instant came = rig.work.post(newcomer).since;
  rig.work.protect_newly_qualified(0.5, 0.25, rig.now(), rig.out);
  rig.drain();
  for (std::uint32_t i = 0; i < 20; ++i) rig.request(household(i));
  EXPECT_EQ(rig.work.caseload(old_hand), 10);
  EXPECT_EQ(rig.work.caseload(newcomer), 5);
  EXPECT_EQ(rig.work.unallocated(duty, social_worker), 5);
  rig.notices.clear();
  Instant morning = start_of_day(day_number(rig.now()) + 1) + hours(9.0);
  while (!WorkingCalendar::england().is_working_day(morning)) morning = morning + days(1);
  rig.run_until(morning);
  rig.add(task(Assignee::at_post(old_hand), Minutes{60}, 1));
  rig.add(task(Assignee::at_post(newcomer), Minutes{60}, 2));
  rig.run_until(morning + hours(3.0));
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].finished, morning + Minutes{60});
  EXPECT_EQ(done[1].finished, morning + Minutes{80});
  rig.run_until(came + years(1) - days(1));
  EXPECT_EQ(rig.work.caseload(newcomer), 5);
  rig.run_until(came + years(1) + days(16));
  EXPECT_EQ(rig.work.caseload(newcomer), 10);
  EXPECT_EQ(rig.work.unallocated(duty, social_worker), 0);
}

TEST(Cases, AreServedByUrgencyThenWaitingThenHousehold) {
  Rig rig{calm(), small_area(1)};
  for (std::uint32_t i = 0; i < 3; ++i) rig.request(household(i));
  rig.request(household(12), duty, social_worker, 2);
  rig.request(household(11), duty, social_worker, 2);
  rig.run_until(at(1, 9));
  rig.request(household(10), duty, social_worker, 2);
  rig.request(household(20), duty, social_worker, 1);
  rig.request(household(21), duty, social_worker, 3);
  rig.work.set_urgency(household(21), 0);
  rig.notices.clear();
  for (std::uint32_t i : {0U, 1U, 2U, 21U, 20U}) {
    EXPECT_TRUE(rig.work.release(household(i), rig.now(), rig.out));
    rig.drain();
  }
  std::vector<std::uint32_t> order;
  for (const CaseAllocated& a : rig.told<CaseAllocated>()) order.push_back(a.ref.household.value());
  EXPECT_EQ(order, (std::vector<std::uint32_t>{21, 20, 11, 12, 10}));
  EXPECT_FALSE(rig.work.release(household(0), rig.now(), rig.out));
}

TEST(Cases, WorkWaitsWithThemUntilSomebodyHoldsThem) {
  Rig rig{calm(), small_area(1)};
  rig.run_until(at(0, 9));
  for (std::uint32_t i = 0; i < 4; ++i) rig.request(household(i));
  Task visit = task(Assignee::of_case(CaseSlot{}), Minutes{60}, 1);
  visit.household = HouseholdId{3};
  rig.add(visit);
  EXPECT_EQ(rig.work.queued(duty, social_worker), Minutes{60});
  rig.run_until(at(2, 9));
  EXPECT_TRUE(rig.told<TaskDone>().empty());
  rig.work.set_cap(social_worker, 4, rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(3, 0));
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(2, 10));
}

TEST(Cases, ThatAreReleasedCancelTheirWork) {
  Rig rig;
  rig.run_until(at(0, 9));
  rig.request(household(1));
  rig.request(household(2));
  rig.request(household(3));
  const auto of = [&](std::uint32_t number, std::uint64_t name) {
    Task t = task(Assignee::of_case(CaseSlot{}), Minutes{60}, name);
    t.household = HouseholdId{number};
    return t;
  };
  rig.add(of(1, 1));
  rig.add(of(1, 2));
  rig.add(of(3, 3));
  rig.run_until(at(0, 9, 20));
  rig.work.release(household(1), rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(1, 0));
  EXPECT_EQ(rig.told<TaskCancelled>().size(), 2U);
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].task.household, HouseholdId{3});
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(0, 10, 20));
  EXPECT_EQ(rig.work.worked(TaskKind{}, social_worker), Minutes{80});
}

TEST(Cases, MoveToAnotherTeamWithTheirWork) {
  Rig rig;
  rig.run_until(at(0, 9));
  rig.request(household(1));
  Task t = task(Assignee::of_case(CaseSlot{}), Minutes{120}, 1);
  t.household = HouseholdId{1};
  rig.add(t);
  rig.run_until(at(0, 10));
  rig.work.move_case(household(1), long_term, social_worker, 0, rig.now(), rig.out);
  rig.drain();
  rig.run_until(at(1, 0));
  ASSERT_EQ(rig.told<CaseReleased>().size(), 1U);
  ASSERT_EQ(rig.told<CaseAllocated>().size(), 2U);
  EXPECT_TRUE(rig.told<CaseAllocated>()[1].handover);
  EXPECT_EQ(rig.work.post(rig.work.holder(household(1))).team, long_term);
  ASSERT_EQ(rig.told<TaskDone>().size(), 1U);
  EXPECT_EQ(rig.told<TaskDone>()[0].finished, at(0, 11));  // an hour was done already
  EXPECT_EQ(rig.told<TaskDone>()[0].given, Minutes{120});
}

TEST(Cases, OfADeletedPostAreHandedOver) {
  Rig rig;
  rig.run_until(at(0, 9));
  for (std::uint32_t i = 0; i < 6; ++i) rig.request(household(i));
  Task t = task(Assignee::of_case(CaseSlot{}), Minutes{120}, 1);
  t.household = HouseholdId{1};  // with the second post
  rig.add(t);
  rig.add(task(Assignee::at_post(PostId{1}), Minutes{30}, 2));
  rig.run_until(at(0, 10));
  rig.notices.clear();
  EXPECT_EQ(rig.work.delete_posts(duty, social_worker, 1, rig.now(), rig.out), 1);
  rig.drain();
  EXPECT_FALSE(rig.work.post(PostId{1}).exists());
  EXPECT_TRUE(rig.work.post(PostId{0}).exists());
  EXPECT_EQ(rig.told<CaseReleased>().size(), 3U);
  EXPECT_EQ(rig.work.unallocated(duty, social_worker), 3);
  EXPECT_EQ(rig.work.caseload(PostId{1}), 0);
  rig.work.release(household(0), rig.now(), rig.out);  // room for household 1, which waits longest
  rig.drain();
  rig.run_until(at(1, 0));
  ASSERT_EQ(rig.told<CaseAllocated>().size(), 1U);
  EXPECT_EQ(rig.told<CaseAllocated>()[0].ref, household(1));
  EXPECT_TRUE(rig.told<CaseAllocated>()[0].handover);
  const auto done = rig.told<TaskDone>();
  ASSERT_EQ(done.size(), 2U);  // the post's own task went to the pool and was begun there first
  EXPECT_EQ(done[0].finished, at(0, 10, 30));
  EXPECT_EQ(done[1].finished, at(0, 11, 30));
}

TEST(Cases, TransferredByShareGoToAnotherWorker) {
  Parameters p = calm();
  p.caseload_cap_social_worker = 100;
  Rig rig{p, small_area(4)};
  for (std::uint32_t i = 0; i < 120; ++i) {
    rig.request(household(i, 0));
    rig.request(household(i, 1));
  }
  std::array<std::vector<PostId>, 2> before;
  for (int slot = 0; slot < 2; ++slot) {
    for (std::uint32_t i = 0; i < 120; ++i) {
      before[static_cast<std::size_t>(slot)].push_back(rig.work.holder(household(i, slot)));
    }
  }
  rig.notices.clear();
  const auto cause = kernel::Cause::root().child(5, 0);
  const int moved = rig.work.transfer_cases(duty, {}, 0.5, cause, rig.now(), rig.out);
  rig.drain();
  EXPECT_GT(moved, 70);  // of 240; a false alarm once in 10^10
  EXPECT_LT(moved, 170);
  EXPECT_EQ(moved % 2, 0);  // a household's slots go together
  for (const CaseAllocated& a : rig.told<CaseAllocated>()) {
    EXPECT_TRUE(a.handover);
    EXPECT_NE(a.post, before[static_cast<std::size_t>(a.ref.slot)][a.ref.household.value()]);
  }
  EXPECT_EQ(rig.told<CaseAllocated>().size(), static_cast<std::size_t>(moved));
  EXPECT_EQ(rig.work.transfer_cases(duty, {}, 0.0, cause.child(1), rig.now(), rig.out), 0);
}

TEST(Cases, OfALoneWorkerCannotBeTransferred) {
  Rig rig{calm(), small_area(1)};
  rig.request(household(1));
  EXPECT_EQ(rig.work.transfer_cases(duty, {}, 1.0, kernel::Cause::root().child(5, 0), rig.now(), rig.out), 0);
  EXPECT_EQ(rig.work.holder(household(1)), PostId{0});
}

}  // namespace
}  // namespace lscb::workforce::test
