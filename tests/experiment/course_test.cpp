// Courses as the model gives them, in a small area: what is taken down of a replication holds together, and
// two designs part for no family before they do.
#include "experiment/course.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "designs.h"
#include "experiment/divergence.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

using world::Design;
using world::small;

constexpr std::uint64_t seed = 11;

const Design& base() {
  static const Design design = small(world::shipped("no-change"), 1500.0);
  return design;
}

/// The policy of the first day of April 2011, alone.
const Design& shifted() {
  static const Design design = [] {
    change::ThresholdPolicy policy;
    policy.section47_shift = 0.4;
    policy.initial_assessment_shift = 0.4;
    return world::with(base(), policy);
  }();
  return design;
}

using ByFamily = std::map<std::uint32_t, std::vector<trace::Step>>;

ByFamily all_of(const Design& design, int replication = 1) {
  ByFamily families;
  follow(design, seed, replication, {}, [&](const trace::Step& step) {
    if (step.household.valid()) families[trace::number_of(step.household)].push_back(step);
  });
  return families;
}

const ByFamily& followed() {
  static const ByFamily families = all_of(base());
  return families;
}

std::uint32_t busiest() {
  return std::max_element(followed().begin(), followed().end(),
                          [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); })
      ->first;
}

TEST(Course, IsTheFamilysStepsAmongAllOfTheReplication) {
  for (const std::uint32_t family : {busiest(), followed().begin()->first, followed().rbegin()->first}) {
    EXPECT_EQ(course_of(base(), {seed, 1, family}).steps, followed().at(family)) << family;
  }
}

TEST(Course, FollowingSomeHandsOnThoseStepsInTheSameOrder) {
  const std::uint32_t one = followed().begin()->first, other = busiest();
  ByFamily some;
  follow(base(), seed, 1, {other, one},
         [&](const trace::Step& step) { some[trace::number_of(step.household)].push_back(step); });
  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(some.at(one), followed().at(one));
  EXPECT_EQ(some.at(other), followed().at(other));
}

TEST(Course, FollowingEndsWhereItIsCancelled) {
  std::atomic<bool> cancel{false};
  std::size_t steps = 0;
  const auto count = [&](const trace::Step&) { cancel = ++steps == 100; };
  EXPECT_FALSE(follow(base(), seed, 1, {}, count, &cancel));
  EXPECT_EQ(steps, 100U);
  EXPECT_FALSE(follow(base(), seed, 1, {busiest()}, count, &cancel)) << "at any family's step";
  EXPECT_EQ(steps, 100U);
  cancel = false;
  EXPECT_TRUE(follow(
      base(), seed, 1, {busiest()}, [](const trace::Step&) {}, &cancel));
}

// Alone means: the second replication is the same whether or not the first was played.
TEST(Course, AReplicationAloneIsTheSameAsInTheRun) {
  const ByFamily second = all_of(base(), 2);
  EXPECT_NE(second, followed());
  const std::uint32_t family = second.rbegin()->first;
  EXPECT_EQ(course_of(base(), {seed, 2, family}).steps, second.at(family));
  const auto alone = world::replicate(base(), {seed, 1}, base().window);
  const auto watched =
      world::replicate_watched(base(), {seed, 1}, base().window, {{}, {}, [](const trace::Step&) {}});
  EXPECT_EQ(alone.fingerprint, watched.fingerprint);
  EXPECT_EQ(alone.figures, watched.figures);
}

TEST(Course, StepsAreInOrderOfTimeAndInsideTheRun) {
  const Interval run = world::run_of(base());
  for (const auto& [family, steps] : followed()) {
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end(), [](const auto& a, const auto& b) {
      return a.at < b.at;
    })) << family;
    EXPECT_GE(steps.front().at, run.from) << family;
    EXPECT_LE(steps.back().at, run.to) << family;
  }
}

// A step names a child by its place; so does the course. A birth tells whether both mean the same child.
TEST(Course, AChildsPlaceMeansTheSameChildInStepsAndInTheCourse) {
  int births = 0;
  for (const auto& [family, steps] : followed()) {
    const bool any = std::any_of(steps.begin(), steps.end(), [](const trace::Step& step) {
      return std::holds_alternative<trace::Born>(step.what);
    });
    if (!any) continue;
    const Course course = course_of(base(), {seed, 1, family});
    for (const trace::Step& step : course.steps) {
      const auto* born = std::get_if<trace::Born>(&step.what);
      if (born == nullptr) continue;
      ASSERT_LT(born->child.position, course.children.size());
      EXPECT_EQ(course.children[born->child.position].born, step.at) << family;
      ++births;
    }
    if (births >= 12) break;
  }
  EXPECT_GE(births, 12);
}

TEST(Course, JudgesSpellsAsTheMeasuresDo) {
  std::map<std::uint32_t, std::vector<std::vector<measures::JudgedSpell>>> judged;
  measures::Judge judge{world::run_of(base()).to, base().area.assessment_rules};
  world::Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    judge.judge(child);
    judged[trace::number_of(child.household)].push_back(judge.spells());
  };
  const auto outcome = world::replicate_watched(base(), {seed, 0}, base().window, watch);
  int compared = 0;
  for (const auto& [family, children] : judged) {
    const bool any = std::any_of(children.begin(), children.end(), [](const auto& s) { return !s.empty(); });
    if (!any || compared == 8) continue;
    const Course course = course_of(base(), {seed, 1, family});
    ASSERT_EQ(course.children.size(), children.size()) << family;
    for (std::size_t i = 0; i < children.size(); ++i) {
      ASSERT_EQ(course.children[i].spells.size(), children[i].size()) << family;
      for (std::size_t k = 0; k < children[i].size(); ++k) {
        EXPECT_EQ(course.children[i].spells[k].state, children[i][k].state);
        EXPECT_EQ(course.children[i].spells[k].spell.start, children[i][k].spell.start);
        EXPECT_EQ(course.children[i].spells[k].spell.end, children[i][k].spell.end);
      }
    }
    ++compared;
  }
  EXPECT_EQ(compared, 8);
}

TEST(Course, AFamilyThatIsNotThereIsRefusedWithThoseThatAre) {
  const std::string all = std::to_string(followed().rbegin()->first);
  for (const std::uint32_t family : {0U, 4'000'000U}) {
    try {
      (void)course_of(base(), {seed, 1, family});
      FAIL() << family;
    } catch (const NoSuchFamily& refused) {
      const std::string text = refused.what();
      EXPECT_NE(text.find("no family " + std::to_string(family)), std::string::npos) << text;
      const auto to = text.rfind(" to ");
      ASSERT_NE(to, std::string::npos) << text;
      EXPECT_GE(std::stoul(text.substr(to + 4)), followed().rbegin()->first) << text;
    }
  }
  EXPECT_THROW(follow(base(), seed, 1, {busiest(), 4'000'000U}, [](const trace::Step&) {}), NoSuchFamily);
}

// Every number of the range that a refusal names is a family.
TEST(Course, TheRangeThatARefusalNamesHasNoGaps) {
  std::vector<bool> has_children;
  world::Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    if (child.household.value() >= has_children.size()) has_children.resize(child.household.value() + 1U);
    has_children[child.household.value()] = true;
  };
  (void)world::replicate_watched(base(), {seed, 0}, base().window, watch);
  EXPECT_EQ(std::count(has_children.begin(), has_children.end(), false), 0);
}

TEST(CannotPair, SaysWhatDiffersAndWhatCanBePaired) {
  EXPECT_FALSE(cannot_pair(base(), shifted()).has_value());
  Design other = base();
  other.window.to = add_months(other.window.to, 1);
  Design elsewhere = base();
  elsewhere.area.children += 1.0;
  Design parameters = base();
  world::parameter(parameters.parameters, "door.weight_norm") *= 2.0;
  for (const auto& [design, word] :
       {std::pair{&other, "dates"}, {&elsewhere, "area"}, {&parameters, "parameters"}}) {
    const auto refused = cannot_pair(base(), *design);
    ASSERT_TRUE(refused) << word;
    EXPECT_NE(refused->find(std::string("differ in their ") + word), std::string::npos) << *refused;
    EXPECT_NE(refused->find("one area, period and set of parameters"), std::string::npos) << *refused;
  }
}

Course with_steps(const Design& design, std::vector<trace::Step> steps) {
  Course course;
  course.scenario = design.scenario;
  course.run = world::run_of(design);
  course.steps = std::move(steps);
  return course;
}

TEST(Divergence, NoFamilyPartsFromItselfUnderTheSameDesign) {
  const ByFamily again = all_of(base());
  ASSERT_EQ(again, followed());
  for (const auto& [family, steps] : again) {
    const Course a = with_steps(base(), steps), b = with_steps(base(), followed().at(family));
    EXPECT_FALSE(divergence(a, b).has_value()) << family;
    EXPECT_FALSE(different_outcome(a, b).has_value()) << family;
  }
}

TEST(Divergence, NothingDiffersBeforeTheFirstChangeAndSomethingAfterwards) {
  const ByFamily changed = all_of(shifted());
  int parted = 0, untouched = 0;
  for (const auto& [family, steps] : followed()) {
    const auto other = changed.find(family);
    const Course a = with_steps(base(), steps);
    const Course b =
        with_steps(shifted(), other == changed.end() ? std::vector<trace::Step>{} : other->second);
    const auto found = divergence(a, b);
    const auto outcome = different_outcome(a, b);
    if (!found) {
      ++untouched;
      EXPECT_FALSE(outcome.has_value()) << family;
      continue;
    }
    ++parted;
    EXPECT_GE(found->at, world::change_day) << family;
    if (outcome) {
      EXPECT_GE(outcome->at, found->at) << family;
    }
  }
  EXPECT_GT(parted, 0);
  EXPECT_GT(untouched, 0);
}

}  // namespace
}  // namespace lscb::experiment
