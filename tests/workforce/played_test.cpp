// A record answering for a workforce: what is asked as it was asked then is answered as it was; what is asked
// otherwise, as the last other family was that asked the like; what is eased waits for nobody. Records here
// are written by hand; that a recorded replication is answered step by step as it was is tested with the
// world (world/recording_test.cpp).
#include "workforce/played.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "kernel/calendar.h"
#include "rig.h"

namespace lscb::workforce {
namespace {

constexpr TaskKind assessing{3};
constexpr CaseSlot slot{0};
constexpr TeamId duty{0};
constexpr TeamId centre{2};
constexpr PostId first_post{0};
constexpr PostId second_post{1};
constexpr HouseholdId own{7};  // in the record
constexpr HouseholdId other{8};
constexpr CaseRef own_case{HouseholdId{0}, slot};
const kernel::Cause cause{11};
const Instant monday = at_date(2011, 3, 7) + hours(9.0);

Task task_at(kernel::Cause by, const Assignee& who) {
  Task task;
  task.kind = assessing;
  task.priority = Priority::normal;
  task.household = HouseholdId{0};
  task.cause = by;
  task.assignee = who;
  task.core = hours(2.0);
  task.parts[index(Part::chronology)] = hours(1.0);
  return task;
}

/// Done at once by the first post: begun an hour after it was asked, two hours' work in three.
RecordedTask recorded(HouseholdId household, kernel::Cause by, Instant added, std::uint32_t queue) {
  RecordedTask task;
  task.household = household;
  task.cause = by;
  task.kind = assessing;
  task.priority = Priority::normal;
  task.added = task.queued = added;
  task.started = added + hours(1.0);
  task.finished = added + hours(4.0);
  task.given = hours(2.0);
  task.worker.post = first_post;
  task.worker.role = spec::Role::social_worker;
  task.queue = queue;
  return task;
}

RecordedHold held(HouseholdId household, Instant since, Minutes waited, PostId post) {
  RecordedHold hold;
  hold.household = household;
  hold.slot = slot;
  hold.team = duty;
  hold.role = spec::Role::social_worker;
  hold.urgency = 1;
  hold.since = since;
  hold.allocated = since + waited;
  hold.at_once = waited == Minutes{0};
  hold.post = post;
  hold.incumbent = 1;
  return hold;
}

class Against : public testing::Test {
 protected:
  void open(Easing easing = {}) {
    record.close();
    played.emplace(Played::Setting{record, parameters, squeeze, WorkingCalendar::england(), key, own,
                                   kernel::Cause{5}, centre, TeamId{3}, easing});
  }
  /// Brings its events back until then.
  void run(Instant until) {
    keep();
    while (true) {
      auto next = events.end();
      for (auto e = events.begin(); e != events.end(); ++e) {
        if (e->at <= until && (next == events.end() || e->at < next->at)) next = e;
      }
      if (next == events.end()) break;
      const Scheduled due = *next;
      events.erase(next);
      now = due.at;
      played->handle(due.event, now, out);
      keep();
    }
    now = until;
  }
  void keep() {
    events.insert(events.end(), out.events.begin(), out.events.end());
    for (const Notice& notice : out.notices) {
      if (const auto* one = std::get_if<TaskDone>(&notice)) done.push_back(*one);
      if (const auto* one = std::get_if<CaseAllocated>(&notice)) allocated.emplace_back(now, *one);
      if (const auto* one = std::get_if<CaseReleased>(&notice)) taken.emplace_back(now, *one);
    }
    out.clear();
  }
  void ask(const Task& task, Instant at) {
    run(at);
    played->add(task, now, out);
    keep();
  }
  bool request(Instant at) {
    run(at);
    const bool at_once = played->request(own_case, duty, spec::Role::social_worker, 1, now, out);
    keep();
    return at_once;
  }

  Parameters parameters = test::calm();
  Squeeze squeeze{parameters};
  kernel::WorldKey key{3, 0};
  Record record;
  std::optional<Played> played;
  Outbox out;
  Instant now = monday;
  std::vector<Scheduled> events;
  std::vector<TaskDone> done;
  std::vector<std::pair<Instant, CaseAllocated>> allocated;
  std::vector<std::pair<Instant, CaseReleased>> taken;
};

const std::uint32_t pool = Record::pool_of(duty, spec::Role::social_worker);
const Assignee in_pool = Assignee::in_pool(duty, spec::Role::social_worker);

TEST_F(Against, WorkAskedAsItWasIsDoneWhenAndByWhomItWas) {
  record.tasks.push_back(recorded(own, cause, monday, pool));
  record.tasks.back().worker.post = second_post;
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].finished, monday + hours(4.0));
  EXPECT_EQ(done[0].worker.post, second_post);
}

TEST_F(Against, WorkAskedAtAnotherMinuteWaitsAsTheLastThatWasAskedAndTakesItsOwnTime) {
  record.tasks.push_back(recorded(own, cause, monday, pool));
  RecordedTask late = recorded(other, kernel::Cause{12}, monday + days(1), pool);
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
  record.tasks.push_back(recorded(own, cause, monday, pool));
  record.tasks.back().pressure = 40.0;  // weeks
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_EQ(done[0].parts_done, squeeze.kept(done[0].task, 40.0, key));
  EXPECT_EQ(done[0].parts_done, 0);
}

TEST_F(Against, EasedWorkIsTakenUpAtOnceAndWhole) {
  record.tasks.push_back(recorded(own, cause, monday, pool));
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
  record.tasks.push_back(recorded(own, cause, monday, queue));
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
  record.tasks.push_back(recorded(own, cause, monday, pool));
  record.tasks.back().finished = Instant::never();
  record.tasks.back().given_up = monday + days(2);
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday, pool));
  open();
  ask(task_at(cause, in_pool), monday);
  run(monday + days(7));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_GT(done[0].started, monday + days(2));
}

TEST_F(Against, CancelledWorkIsNotDone) {
  record.tasks.push_back(recorded(own, cause, monday, pool));
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
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday, Record::queue_of(second_post)));
  open();
  request(monday + Minutes{1});
  ask(task_at(cause, Assignee::of_case(slot)), monday + Minutes{1});
  run(monday + days(30));
  ASSERT_EQ(done.size(), 1U);
  EXPECT_GE(done[0].started, monday + days(2));
}

TEST_F(Against, WorkOfAReleasedCaseIsNotDone) {
  record.holds.push_back(held(own, monday, Minutes{0}, first_post));
  record.tasks.push_back(recorded(own, cause, monday, Record::queue_of(first_post)));
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
  record.tasks.push_back(recorded(other, kernel::Cause{12}, monday, Record::queue_of(first_post)));
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
