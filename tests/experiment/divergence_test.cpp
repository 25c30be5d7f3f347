// Where two courses of one family part, and what first comes of it, on courses written by hand. The real
// pairs are in course_test.cpp.
#include "experiment/divergence.h"

#include <gtest/gtest.h>

#include "support/course_by_hand.h"

namespace lscb::experiment {
namespace {

using pathway::Work;
using proof::CourseByHand;
using proof::judged;
using proof::told_by_police;
using proof::work_done;
using trace::Branch;

/// A call, its screening and what became of it.
CourseByHand screened(double shift = 0.0, measures::Route route = measures::Route::assessment) {
  CourseByHand course;
  course.on(2).then(trace::Incident{{0}, 1.5F, proof::incident_of_may});
  course.then(trace::Noticed{spec::Referrer::police, {0}, proof::incident_of_may});
  course.on(3).then(told_by_police());
  course.on(4).then(work_done(Work::screening)).then(trace::ByWhom{});
  course.then(trace::PolicyRead{shift, shift, 0.0, 0.0}).then(judged(shift));
  const bool in = route == measures::Route::assessment;
  course.then(trace::Turn{in ? Branch::screened_referral : Branch::screened_no_further_action});
  course.then(trace::Decided{proof::call_of_may, route});
  return course;
}

TEST(Divergence, ThereIsNoneBetweenACourseAndItself) {
  const Course course = screened().course();
  EXPECT_FALSE(divergence(course, course).has_value());
  EXPECT_FALSE(different_outcome(course, course).has_value());
  EXPECT_FALSE(divergence(CourseByHand{}.course(), CourseByHand{}.course()).has_value());
}

TEST(Divergence, WhatIsReadAndComesToTheSameIsPassedOver) {
  const Course first = screened().course();
  const Course second = screened(0.2).course();
  EXPECT_FALSE(divergence(first, second).has_value());
  EXPECT_FALSE(different_outcome(first, second).has_value());
}

TEST(Divergence, ByWhomTheSameWasDoneIsNone) {
  const Course first = screened().course();
  Course second = first;
  second.steps[4].what = trace::ByWhom{PostId{9}, 4, true, true, at_date(2011, 1, 3), second.steps[4].at};
  EXPECT_FALSE(divergence(first, second).has_value());
}

TEST(Divergence, WorkDoneLaterPartsThemAtTheEarlierAndRestsOnNothingRead) {
  CourseByHand a = screened(), b = screened();
  a.on(9).then(work_done(Work::initial_assessment));
  b.on(10).then(work_done(Work::initial_assessment));
  const auto parted = divergence(a.course(), b.course());
  ASSERT_TRUE(parted);
  EXPECT_EQ(parted->in_first, a.course().steps.size() - 1);
  EXPECT_EQ(parted->in_second, b.course().steps.size() - 1);
  EXPECT_FALSE(parted->of_second);
  EXPECT_EQ(parted->at, a.now());
  EXPECT_TRUE(parted->inputs.empty());
  EXPECT_EQ(parted->earlier_inputs, 0U);
  const auto other_way = divergence(b.course(), a.course());
  ASSERT_TRUE(other_way);
  EXPECT_TRUE(other_way->of_second);
  EXPECT_EQ(other_way->at, a.now());
  EXPECT_FALSE(different_outcome(a.course(), b.course()).has_value());  // a day later is no difference
}

TEST(Divergence, APolicyThatIsReadAndTurnsADecisionIsItsGround) {
  const Course first = screened().course();
  const Course second = screened(0.4, measures::Route::no_further_action).course();
  const auto parted = divergence(first, second);
  ASSERT_TRUE(parted);
  ASSERT_TRUE(parted->in_first && parted->in_second);
  EXPECT_EQ(first.steps[*parted->in_first].what, trace::What(trace::Turn{Branch::screened_referral}));
  EXPECT_EQ(second.steps[*parted->in_second].what,
            trace::What(trace::Turn{Branch::screened_no_further_action}));
  ASSERT_EQ(parted->inputs.size(), 2U);  // the policy, and what was weighed under it
  ASSERT_TRUE(parted->inputs[0].first && parted->inputs[0].second);
  EXPECT_EQ(std::get<trace::PolicyRead>(parted->inputs[0].first->what).assessment_shift, 0.0);
  EXPECT_EQ(std::get<trace::PolicyRead>(parted->inputs[0].second->what).assessment_shift, 0.4);
  EXPECT_TRUE(std::holds_alternative<trace::Judged>(parted->inputs[1].first->what));

  const auto outcome = different_outcome(first, second);
  ASSERT_TRUE(outcome && outcome->first && outcome->second);
  EXPECT_EQ(std::get<trace::Decided>(outcome->first->what).route, measures::Route::assessment);
  EXPECT_EQ(std::get<trace::Decided>(outcome->second->what).route, measures::Route::no_further_action);
  ASSERT_EQ(outcome->inputs.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<trace::PolicyRead>(outcome->inputs[0].first->what));
  EXPECT_TRUE(std::holds_alternative<trace::Judged>(outcome->inputs[1].first->what));
}

// A policy that was read at an earlier decision and turned nothing is counted, and is no ground of the later
// parting.
TEST(Divergence, WhatDifferedBeforeAndChangedNothingIsOnlyCounted) {
  CourseByHand a = screened(), b = screened(0.2);
  a.on(9).then(work_done(Work::initial_assessment));
  b.on(10).then(work_done(Work::initial_assessment));
  const auto parted = divergence(a.course(), b.course());
  ASSERT_TRUE(parted);
  EXPECT_TRUE(parted->inputs.empty());
  EXPECT_EQ(parted->earlier_inputs, 2U);
}

TEST(Divergence, ACourseThatEndedHasNoPlace) {
  CourseByHand longer = screened();
  longer.on(20).then(trace::Harm{{1}});
  const Course shorter = screened().course();
  const auto parted = divergence(shorter, longer.course());
  ASSERT_TRUE(parted);
  EXPECT_FALSE(parted->in_first.has_value());
  EXPECT_TRUE(parted->of_second);
  EXPECT_EQ(parted->at, longer.now());
  const auto outcome = different_outcome(shorter, longer.course());
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->first, nullptr);
  EXPECT_TRUE(std::holds_alternative<trace::Harm>(outcome->second->what));
}

// What was read after the moment of the parting, in the course that went on, is no ground of it.
TEST(Divergence, WhatWasReadLaterIsNoGround) {
  CourseByHand a = screened(), b = screened();
  a.on(9).then(work_done(Work::initial_assessment));
  b.on(12).then(trace::Yardstick{1.5}).then(work_done(Work::initial_assessment));
  const auto parted = divergence(a.course(), b.course());
  ASSERT_TRUE(parted);
  EXPECT_TRUE(parted->inputs.empty());
}

// A tie is read as something is noticed. When a worker reaches the case has nothing to do with it.
TEST(Divergence, WorkThatArrivesDoesNotRestOnWhatWasReadForSomethingElse) {
  CourseByHand a = screened(), b = screened();
  for (CourseByHand* course : {&a, &b}) {
    const bool later = course == &b;
    course->on(8).then(trace::Noticed{spec::Referrer::school, {0}, proof::incident_of_may});
    course->then(trace::Tie{spec::Referrer::school, later ? 0.4 : 1.0});
    course->on(later ? 10 : 9).then(work_done(Work::initial_assessment));
  }
  const auto parted = divergence(a.course(), b.course());
  ASSERT_TRUE(parted);
  EXPECT_TRUE(parted->inputs.empty());
  ASSERT_EQ(parted->beside.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<trace::Tie>(parted->beside[0].first->what));
}

// Who goes out on an enquiry follows from whether somebody held the case; to other work it is nothing.
TEST(Divergence, AnEnquiryCanRestOnWhetherTheCaseWasHeld) {
  for (const Work work : {Work::section47, Work::core_assessment}) {
    CourseByHand a = screened(), b = screened();
    for (CourseByHand* course : {&a, &b}) {
      const bool later = course == &b;
      course->on(8).then(trace::AssessmentBegun{measures::AssessmentKind::section47, {1}});
      course->then(trace::CaseHeld{!later});
      course->on(later ? 10 : 9).then(work_done(work));
    }
    const auto parted = divergence(a.course(), b.course());
    ASSERT_TRUE(parted);
    EXPECT_EQ(parted->inputs.size(), work == Work::section47 ? 1U : 0U);
    EXPECT_EQ(parted->beside.size(), work == Work::section47 ? 0U : 1U);
  }
}

TEST(Divergence, AtTheSameMinuteWhatArrivesPartsThem) {
  CourseByHand a = screened(), b = screened();
  a.on(9).then(trace::Harm{{0}});
  b.on(9).then(work_done(Work::initial_assessment));
  const auto parted = divergence(a.course(), b.course());
  const auto other_way = divergence(b.course(), a.course());
  ASSERT_TRUE(parted && other_way);
  EXPECT_TRUE(parted->of_second);
  EXPECT_FALSE(other_way->of_second);
}

// One course reads of a source more than the other: what is read of the next is not set beside it.
TEST(Divergence, WhatIsReadIsSetBesideWhatIsReadOfTheSame) {
  CourseByHand a = screened(), b = screened();
  a.on(8).then(trace::Tie{spec::Referrer::health, 0.5});
  for (CourseByHand* course : {&a, &b}) {
    course->on(8).then(trace::Tie{spec::Referrer::school, course == &a ? 1.0 : 0.4});
    course->then(trace::Arrangement{trace::Arranged::audit, 0.1});
  }
  b.then(proof::told_by_police());
  const auto parted = divergence(a.course(), b.course());
  ASSERT_TRUE(parted);
  ASSERT_EQ(parted->inputs.size(), 2U);
  for (const DifferentInput& input : parted->inputs) {
    const auto& tie = std::get<trace::Tie>(input.first->what);
    EXPECT_EQ(input.second == nullptr, tie.referrer == spec::Referrer::health);
    if (input.second != nullptr) {
      EXPECT_EQ(std::get<trace::Tie>(input.second->what).referrer, spec::Referrer::school);
    }
  }
}

// Two calls that are decided together are weighed once, on either.
TEST(DifferentOutcome, AWeighingOnAnotherCallIsSetBesideTheOnlyOne) {
  CourseByHand a = screened(), b = screened();
  for (CourseByHand* course : {&a, &b}) {
    const bool other = course == &b;
    trace::Judged on = judged(other ? 0.4 : 0.0);
    if (other) on.about = kernel::Cause{0x77};
    course->on(9).then(work_done(Work::referral_decision)).then(on);
    course->then(trace::Decided{kernel::Cause{0x99},
                                other ? measures::Route::no_further_action : measures::Route::assessment});
  }
  const auto outcome = different_outcome(a.course(), b.course());
  ASSERT_TRUE(outcome);
  ASSERT_EQ(outcome->inputs.size(), 1U);
  EXPECT_TRUE(outcome->inputs[0].first != nullptr && outcome->inputs[0].second != nullptr);
}

TEST(DifferentOutcome, ACallKeptBackIsSetBesideTheCallThatWasMade) {
  CourseByHand told, kept;
  for (CourseByHand* course : {&told, &kept}) {
    course->on(2).then(trace::Incident{{0}, 1.5F, proof::incident_of_may});
    course->then(trace::Tie{spec::Referrer::police, course == &told ? 1.0 : 0.4});
    course->then(trace::Noticed{spec::Referrer::police, {0}, proof::incident_of_may});
  }
  kept.then(trace::Withheld{spec::Referrer::police, trace::Silence::gave_up, proof::incident_of_may});
  told.on(3).then(told_by_police());
  const auto outcome = different_outcome(told.course(), kept.course());
  ASSERT_TRUE(outcome);
  ASSERT_NE(outcome->first, nullptr);
  EXPECT_TRUE(std::holds_alternative<trace::Told>(outcome->first->what));
  EXPECT_EQ(outcome->second, nullptr);
  EXPECT_EQ(outcome->at, told.now());
  bool withheld = false;
  for (const DifferentInput& input : outcome->inputs) {
    withheld =
        withheld || (input.second != nullptr && std::holds_alternative<trace::Withheld>(input.second->what));
  }
  EXPECT_TRUE(withheld);
}

TEST(DifferentOutcome, AFindingThatDiffersRestsOnWhatWasLeftOutOfTheWork) {
  CourseByHand thorough = screened(), hurried = screened();
  thorough.on(10).then(work_done(Work::initial_assessment, 0b0111, 0b0111)).then(trace::ByWhom{});
  thorough.then(trace::Found{{0}, 2}).then(trace::Found{{1}, 0});
  hurried.on(10).then(work_done(Work::initial_assessment, 0b0111, 0b0001)).then(trace::ByWhom{});
  hurried.then(trace::Found{{0}, 1}).then(trace::Found{{1}, 0});
  const auto outcome = different_outcome(thorough.course(), hurried.course());
  ASSERT_TRUE(outcome && outcome->first && outcome->second);
  EXPECT_EQ(std::get<trace::Found>(outcome->first->what).level, 2);
  EXPECT_EQ(std::get<trace::Found>(outcome->second->what).level, 1);
  ASSERT_EQ(outcome->inputs.size(), 1U);
  EXPECT_EQ(std::get<trace::WorkDone>(outcome->inputs[0].second->what).done, trace::Parts{0b0001});
}

// Fieldwork takes its days: a finding can come after the hours were worked, and other work may come between.
TEST(DifferentOutcome, AFindingThatWaitedRestsOnTheAssessmentsWorkToo) {
  CourseByHand thorough = screened(), hurried = screened();
  for (CourseByHand* course : {&thorough, &hurried}) {
    const bool is_thorough = course == &thorough;
    course->on(10).then(work_done(Work::initial_assessment, 0b0111, is_thorough ? 0b0111 : 0b0100));
    course->then(trace::ByWhom{}).then(trace::Reflected{is_thorough});
    course->on(13).then(work_done(Work::child_in_need_visit)).then(trace::ByWhom{});
    course->then(trace::Reflected{!is_thorough}).then(trace::Experience{is_thorough ? 0.8 : 0.0});
    course->then(trace::Found{{0}, static_cast<std::uint8_t>(is_thorough ? 2 : 1)});
  }
  const auto outcome = different_outcome(thorough.course(), hurried.course());
  ASSERT_TRUE(outcome);
  ASSERT_EQ(outcome->inputs.size(), 2U);
  EXPECT_EQ(std::get<trace::WorkDone>(outcome->inputs[0].second->what).done, trace::Parts{0b0100});
  EXPECT_FALSE(std::get<trace::Reflected>(outcome->inputs[1].second->what).reflected);
}

TEST(DifferentOutcome, TheSameFindingLaterIsNone) {
  CourseByHand sooner = screened(), later = screened();
  sooner.on(10).then(trace::Found{{0}, 2}).then(trace::ServiceBegins{{0}, measures::ServiceKind::caf});
  later.on(25).then(trace::Found{{0}, 2}).then(trace::ServiceBegins{{0}, measures::ServiceKind::caf});
  EXPECT_TRUE(divergence(sooner.course(), later.course()).has_value());
  EXPECT_FALSE(different_outcome(sooner.course(), later.course()).has_value());
}

TEST(DifferentOutcome, TheFirstInTimeIsNamedAndASecondFindingIsNotTakenForTheFirst) {
  CourseByHand a = screened(), b = screened();
  for (CourseByHand* course : {&a, &b}) course->on(10).then(trace::Found{{0}, 1});
  a.on(20).then(trace::Found{{0}, 2});
  b.on(19).then(trace::Found{{0}, 3});
  a.on(30).then(trace::Harm{{0}});
  const auto outcome = different_outcome(a.course(), b.course());
  ASSERT_TRUE(outcome && outcome->first && outcome->second);
  EXPECT_EQ(outcome->at, at_date(2011, 5, 19) + hours(12));
  EXPECT_EQ(std::get<trace::Found>(outcome->first->what).level, 2);
}

}  // namespace
}  // namespace lscb::experiment
