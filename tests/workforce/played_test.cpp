// A record answering for a workforce: what is asked as it was asked then is answered as it was; what is asked
// otherwise, as the last other family was that asked the like; what is eased waits for nobody. Records here
// are written by hand; that a recorded replication is answered step by step as it was is tested with the
// world (world/recording_test.cpp).
#include "workforce/played.h"

#include "played_rig.h"

namespace lscb::workforce {
namespace {

TEST_F(Against, WorkAskedAsItWasIsDoneWhenAndByWhomItWas) {
  record.tasks.push_back(recorded(own, cause, monday));
  record.tasks.back().worker.post = second_post;
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].finished, monday + hours(4.0));
  EXPECT_EQ(done[0].worker.post, second_post);
}

TEST_F(Against, WorkAskedAtAnotherMinuteWaitsAsTheLastThatWasAskedAndTakesItsOwnTime) {
  record.tasks.push_back(recorded(own, cause, monday));
  RecordedTask late = recorded(other, kernel::Cause{12}, monday + days(1));
  late.started = late.added + hours(2.0);     // waits two hours
  late.finished = late.started + hours(2.0);  // at full pace
  record.tasks.push_back(late);
  open();
  ask(task_at(cause, in_pool), monday + days(1) + Minutes{5});
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].started, monday + days(1) + Minutes{5} + hours(2.0));
  EXPECT_EQ(done[0].finished, done[0].started + hours(3.0)) << "two hours and the chronology";
}

TEST_F(Against, WhoWasPressedLeavesOutWhatTheSamePressureWouldHaveLeftOut) {
  record.tasks.push_back(recorded(own, cause, monday));
  record.tasks.back().pressure = 40.0;  // weeks
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].parts_done, squeeze.kept(done[0].task, 40.0, key));
  EXPECT_EQ(done[0].parts_done, 0);
}

TEST_F(Against, EasedWorkIsTakenUpAtOnceAndWhole) {
  record.tasks.push_back(recorded(own, cause, monday));
  record.tasks.back().pressure = 40.0;
  open({.teams = true});
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].started, monday);
  EXPECT_EQ(done[0].finished, monday + hours(3.0));
  EXPECT_EQ(done[0].parts_done, bit(Part::chronology));
  EXPECT_EQ(done[0].pressure, 0.0);
}

TEST_F(Against, CentresAreEasedByThemselves) {
  const Assignee there = Assignee::in_pool(centre, spec::Role::family_support_worker);
  const std::uint32_t queue = Record::pool_of(centre, spec::Role::family_support_worker);
  record.tasks.push_back(recorded(own, cause, monday, there, queue));
  record.tasks.back().worker.role = spec::Role::family_support_worker;
  open({.teams = true});
  ask(task_at(cause, there), monday);
  run(monday + days(1));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].finished, monday + hours(4.0)) << "as it was";
  open({.centres = true});
  now = monday;
  ask(task_at(cause, there), monday);
  run(monday + days(1));
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[1].started, monday);
}

TEST_F(Against, WorkThatNobodyHadComeToWhenItWasGivenUpIsNotDoneBefore) {
  record.tasks.push_back(recorded(own, cause, monday));
  record.tasks.back().finished = Instant::never();
  record.tasks.back().given_up = monday + days(2);
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday));
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_GT(done[0].started, monday + days(2));
}

TEST_F(Against, CancelledWorkIsNotDone) {
  record.tasks.push_back(recorded(own, cause, monday));
  open();
  const TaskId id = played->add(task_at(cause, in_pool), monday, out);
  EXPECT_TRUE(played->cancel(id, monday, out));
  EXPECT_FALSE(played->cancel(id, monday, out));
  run(monday + days(7));
  EXPECT_TRUE(done.empty());
}

TEST_F(Against, ACaseAskedForAsItWasComesToWhomItCameWhenItDid) {
  record.holds.push_back(held(own, monday, days(3), second_post));
  open();
  EXPECT_FALSE(request(monday));
  EXPECT_TRUE(played->waits(own_case));
  run(monday + days(3));
  EXPECT_EQ(played->holder(own_case), second_post);
  ASSERT_EQ(allocated.size(), 1U);
  EXPECT_EQ(allocated[0].first, monday + days(3));
  EXPECT_FALSE(allocated[0].second.handover);
}

TEST_F(Against, ACaseAskedForAtAnotherMinuteWaitsAsTheLastThatWasAskedFor) {
  record.holds.push_back(held(other, monday, days(2), second_post));
  record.holds.push_back(held(other, monday + days(10), days(9), first_post));
  open();
  EXPECT_FALSE(request(monday + days(1)));
  run(monday + days(30));
  ASSERT_EQ(allocated.size(), 1U);
  EXPECT_EQ(allocated[0].first, monday + days(3));
  EXPECT_EQ(played->holder(own_case), second_post);
}

TEST_F(Against, AnEasedCaseComesAtOnce) {
  record.holds.push_back(held(own, monday, days(2), second_post));
  open({.teams = true});
  EXPECT_TRUE(request(monday));
}

TEST_F(Against, WhoLeftLeavesAgainAndTheCaseGoesWhereItWent) {
  record.holds.push_back(held(own, monday, Minutes{0}, first_post));
  record.holds.back().ended = monday + days(5);
  record.holds.back().end = RecordedHold::End::left;
  record.holds.push_back(held(own, monday + days(5), days(1), second_post));
  record.leavings[first_post] = {{monday + days(5), duty, 3, 0}};
  open();
  EXPECT_TRUE(request(monday));
  run(monday + days(30));
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].first, monday + days(5));
  ASSERT_EQ(allocated.size(), 2U);
  EXPECT_EQ(allocated[1].first, monday + days(6));
  EXPECT_TRUE(allocated[1].second.handover);
  EXPECT_EQ(allocated[1].second.from, first_post);
}

TEST_F(Against, NobodyLeavesWhereLeavingIsEased) {
  record.holds.push_back(held(own, monday, Minutes{0}, first_post));
  record.holds.back().ended = monday + days(5);
  record.holds.back().end = RecordedHold::End::left;
  record.leavings[first_post] = {{monday + days(5), duty, 3, 0}};
  open({.leaving = true});
  EXPECT_TRUE(request(monday));
  run(monday + days(30));
  EXPECT_TRUE(taken.empty());
  EXPECT_EQ(played->holder(own_case), first_post);
}

// Held longer than in the record, a case is taken with the post's other cases.
TEST_F(Against, ACaseThatWasClosedThenIsTakenWithTheOthersOfItsPost) {
  record.holds.push_back(held(own, monday, Minutes{0}, first_post));
  record.holds.back().ended = monday + days(5);
  record.holds.back().end = RecordedHold::End::closed;
  record.leavings[first_post] = {{monday + days(2), duty, 1, 9}, {monday + days(8), duty, 3, 0}};
  open();
  EXPECT_TRUE(request(monday));
  run(monday + days(30));
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].first, monday + days(8));
}

TEST_F(Against, WorkOfACaseWaitsUntilSomebodyHoldsIt) {
  record.holds.push_back(held(other, monday, days(2), second_post));
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday, of_case, Record::queue_of(second_post)));
  open();
  request(monday + Minutes{1});
  ask(task_at(cause, Assignee::of_case(slot)), monday + Minutes{1});
  run(monday + days(30));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_GE(done[0].started, monday + days(2));
}

TEST_F(Against, WorkOfAReleasedCaseIsNotDone) {
  record.holds.push_back(held(own, monday, Minutes{0}, first_post));
  record.tasks.push_back(recorded(own, cause, monday, of_case, Record::queue_of(first_post)));
  open();
  request(monday);
  ask(task_at(cause, Assignee::of_case(slot)), monday);
  EXPECT_TRUE(played->release(own_case, now, out));
  EXPECT_FALSE(played->release(own_case, now, out));
  run(monday + days(30));
  EXPECT_TRUE(done.empty());
}

TEST_F(Against, EasedMidwayWhatWaitedIsTakenUpAndNobodyLeavesFromThenOn) {
  record.holds.push_back(held(own, monday, days(20), first_post));
  record.leavings[first_post] = {{monday + days(25), duty, 3, 0}};
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday, of_case, Record::queue_of(first_post)));
  open();
  request(monday);
  ask(task_at(cause, Assignee::of_case(slot)), monday);
  run(monday + days(4));
  EXPECT_TRUE(played->waits(own_case));
  played->ease({true, true, true}, now, out);
  keep();
  EXPECT_EQ(played->holder(own_case), first_post);
  run(monday + days(60));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].started, monday + days(4));
  EXPECT_TRUE(taken.empty());
}

}  // namespace
}  // namespace lscb::workforce
