// A family that is played again alone, against the record of its replication, has the very course that it
// had: step by step, in every scenario, whatever contention there was. So what a replay under a restored
// design shows comes of the restoring, and of nothing that the replay leaves out.
#include "world/recording.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "designs.h"
#include "trace/mark.h"
#include "world/timetable.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

using Course = std::vector<trace::Mark>;

/// What follows from nothing and to what nothing follows is left out: who did a piece of work, beside its
/// being done, and a unit's clerical work.
bool matters(const trace::Step& step) {
  const auto* work = std::get_if<trace::WorkDone>(&step.what);
  return step.origin() != trace::Origin::beside &&
         (work == nullptr || work->work != pathway::Work::administration);
}

/// Steps of one minute in an order of their own: two posts of a family may be given up at once, in either
/// order.
Course in_minutes(Course course) {
  std::sort(course.begin(), course.end(), [](const trace::Mark& a, const trace::Mark& b) {
    return std::tuple{a.at, a.kind, a.content} < std::tuple{b.at, b.kind, b.content};
  });
  return course;
}

std::vector<Course> courses_of(const Design& design, kernel::WorldKey key, Interval counted) {
  std::vector<Course> courses;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (!step.household.valid() || !matters(step)) return;
    if (step.household.value() >= courses.size()) courses.resize(step.household.value() + 1U);
    courses[step.household.value()].push_back(trace::mark_of(step));
  };
  (void)replicate_watched(design, key, counted, watch);
  return courses;
}

/// Its course, and whom of its children the replay misses, by bit.
struct Replayed {
  Course course;
  unsigned missed = 0;
};

Replayed replayed(const Recording& recording, HouseholdId household, const Design& design) {
  Replayed again;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (matters(step)) again.course.push_back(trace::mark_of(step));
  };
  again.missed = recording.replay(household, design, {}, &watch);
  return again;
}

std::vector<Instant> reorganisations(const Design& design) {
  std::vector<Instant> at;
  for (const Act& act : timetable(design, run_of(design))) {
    if (std::holds_alternative<change::Restructure>(act.change->effect)) at.push_back(act.at);
  }
  return at;
}

std::vector<std::tuple<HouseholdId, int>> names(const std::vector<MissedChild>& missed) {
  std::vector<std::tuple<HouseholdId, int>> all;
  for (const MissedChild& child : missed) all.emplace_back(child.household, child.position);
  return all;
}

class Recorded : public testing::TestWithParam<std::string> {};

// But for the minute of a reorganisation, in which a case may pass through several hands: there the order is
// the record's, and what was seen between two of them is not kept; nor in whose hands work was that is done
// in the days after it.
void expect_the_same_again(const Design& design, kernel::WorldKey key) {
  const Recording recording{design, key, design.window};
  std::vector<Course> courses = courses_of(design, key, design.window);
  courses.resize(recording.households());
  const std::vector<Instant> reorganised = reorganisations(design);
  std::vector<std::tuple<HouseholdId, int>> missed;
  int met = 0;
  int in_between = 0;
  for (std::uint32_t i = 0; i < recording.households(); ++i) {
    Replayed one = replayed(recording, HouseholdId{i}, design);
    for (int child = 0; child < 8; ++child) {
      if ((one.missed >> child & 1U) != 0) missed.emplace_back(HouseholdId{i}, child);
    }
    if (courses[i].empty()) continue;  // nobody met it
    ++met;
    const Course was = in_minutes(std::move(courses[i]));
    const Course again = in_minutes(std::move(one.course));
    const auto parts = std::mismatch(was.begin(), was.end(), again.begin(), again.end());
    if (parts.first == was.end() && parts.second == again.end()) continue;
    const Instant at = parts.first != was.end() ? parts.first->at : parts.second->at;
    ++in_between;
    const auto passed_on = [at](Instant day) { return day <= at && at < day + weeks(1); };
    EXPECT_TRUE(std::any_of(reorganised.begin(), reorganised.end(), passed_on))
        << "household " << i << " parts at minute " << at.count();
  }
  EXPECT_GT(met, 500);
  EXPECT_LE(in_between, met / 500);
  EXPECT_GT(missed.size(), 20U);
  EXPECT_EQ(missed, names(recording.missed()));
}

TEST_P(Recorded, EveryFamilyPlayedAgainHasTheCourseThatItHadAndWhoWasMissedIsMissed) {
  expect_the_same_again(small(GetParam()), {7, 0});
}

// Orders that wait for room until the run ends.
TEST(RecordedOrders, WhatNeverGotRoomGetsNoneAgain) {
  Design design = small("perpetrator-removal");
  for (change::Change& change : design.changes) {
    if (auto* removal = std::get_if<change::PerpetratorRemoval>(&change.effect)) removal->capacity = 1;
  }
  parameter(design.parameters, "life.adult_arrives") *= 5.0;
  const Outcome outcome = replicate(design, {7, 0}, design.window);
  EXPECT_GT(taken(outcome, "adult_removal_waited"), 5U);
  EXPECT_GT(taken(outcome, "adult_removal_sought"), 2 * taken(outcome, "adult_removed"));
  expect_the_same_again(design, {7, 0});
}

// One recording serves replays of several threads, under designs of its own and others.
TEST(RecordedByThreads, ReplaysOfSeveralThreadsAreThoseOfOne) {
  const Design design = small("isle-of-wight-2011");
  Design pressed = design;
  parameter(pressed.parameters, "workforce.squeeze_visit_weeks") *= 0.5;
  const Recording recording{design, {7, 0}, design.window};
  const auto replays = [&](std::uint32_t first, std::uint32_t step) {
    std::vector<std::uint8_t> missed;
    for (std::uint32_t i = first; i < 1000 && i < recording.households(); i += step) {
      for (const Design* one : {&std::as_const(design), &std::as_const(pressed)})
        missed.push_back(recording.replay(HouseholdId{i}, *one, {.load = i % 2 == 0}));
    }
    return missed;
  };
  constexpr std::uint32_t threads = 4;
  std::vector<std::vector<std::uint8_t>> together(threads);
  std::vector<std::thread> running;
  for (std::uint32_t t = 0; t < threads; ++t)
    running.emplace_back([&, t] { together[t] = replays(t, threads); });
  for (std::thread& thread : running) thread.join();
  for (std::uint32_t t = 0; t < threads; ++t) EXPECT_EQ(together[t], replays(t, threads));
}

TEST_P(Recorded, IsTheReplicationThatNamesWhomItMissed) {
  const Design design = small(GetParam());
  const kernel::WorldKey key{8, 0};
  const Recording recording{design, key, design.window};
  Together together;
  replicate_naming_missed({design}, key, design.window, together);
  const Outcome& named = together.outcomes.front();
  EXPECT_EQ(recording.outcome().fingerprint, named.fingerprint);
  EXPECT_EQ(names(recording.missed()), names(named.missed));
}

// --- The reference worker's replay
// --------------------------------------------------------------------------

class ByReference : public testing::Test {
 protected:
  static constexpr Instant never = Instant::never();
  Design design = shipped("isle-of-wight-2011");
  kernel::WorldKey key{9, 0};
  Recording recording{design, key, design.window};

  struct Sum {
    std::size_t harms = 0;
    double expected = 0.0;
    void add(const Aftermath& aftermath) {
      harms += aftermath.harms.size();
      expected += aftermath.expected;
    }
  };
};

TEST_F(ByReference, WithoutTheReferenceWorkerTheHarmIsThatOfTheReplication) {
  std::vector<std::tuple<HouseholdId, int, Instant>> was;
  Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household& family) {
    for (const auto& harm : child.harm_events) {
      if (run_of(design).contains(harm.at))
        was.emplace_back(child.household, child.child.value() - family.first_child.value(), harm.at);
    }
  };
  (void)replicate_watched(design, key, design.window, watch);
  std::vector<std::tuple<HouseholdId, int, Instant>> again;
  for (std::uint32_t i = 0; i < recording.households(); ++i) {
    for (const auto& harm : recording.aftermath(HouseholdId{i}, run_of(design), never).harms)
      again.emplace_back(HouseholdId{i}, harm.position, harm.at);
  }
  EXPECT_FALSE(was.empty());
  EXPECT_EQ(again, was);
}

// Of families who were never in anybody's hands it changes nothing, and of all together harm becomes less:
// work that is done protects.
TEST_F(ByReference, LessHarmComesToThoseWhoAreKnownAndTheSameToOthers) {
  const std::vector<Course> courses = courses_of(design, key, design.window);
  Sum was, met;
  for (std::uint32_t i = 0; i < recording.households(); i += 5) {
    const Aftermath before = recording.aftermath(HouseholdId{i}, design.window, never);
    const Aftermath after = recording.aftermath(HouseholdId{i}, design.window, design.window.from);
    const bool told =
        i < courses.size() && std::any_of(courses[i].begin(), courses[i].end(), [](const auto& step) {
          return step.kind == trace::kind_of<trace::Told> || step.kind == trace::kind_of<trace::Noticed>;
        });
    if (!told && before.expected == 0.0) {
      EXPECT_EQ(after.harms, before.harms);
      EXPECT_EQ(after.expected, before.expected);
    }
    was.add(before);
    met.add(after);
  }
  EXPECT_LT(met.expected, 0.9 * was.expected);
  EXPECT_LE(met.harms, was.harms + 3);
}

// What lies before the reference worker comes is as it was.
TEST_F(ByReference, NothingChangesBeforeTheStretchBegins) {
  const Instant middle = add_months(design.window.from, 18);
  const Interval late{middle, design.window.to};
  int compared = 0;
  for (const MissedChild& child : recording.missed()) {
    Course was, met;
    Watch watch;
    watch.step = [&](const trace::Step& step) {
      if (step.at < middle) was.push_back(trace::mark_of(step));
    };
    (void)recording.replay(child.household, design, {}, &watch);
    watch.step = [&](const trace::Step& step) {
      if (step.at < middle) met.push_back(trace::mark_of(step));
    };
    (void)recording.aftermath(child.household, late, middle, &watch);
    EXPECT_EQ(met, was);
    ++compared;
  }
  EXPECT_GT(compared, 50);
}

INSTANTIATE_TEST_SUITE_P(EachScenario, Recorded, testing::ValuesIn(shipped_scenarios()),
                         [](const auto& scenario_name) {
                           std::string name = scenario_name.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace lscb::world
