// The CAF: consent, closing, stepping up, waiting, and what the door makes of a family that engages.
#include <gtest/gtest.h>

#include "family_rig.h"

namespace lscb::world {
namespace {

FamilyRig sent_to_caf(int need) {
  FamilyRig rig;
  rig.need(need).gravity_of_all(gravity::caf).judged(0.5, 5.5).find_one_call();
  return rig;
}

// Nothing begins without the parents' consent.
TEST(FamilyEarlyHelp, RefusedByConsent) {
  FamilyRig rig = sent_to_caf(2);
  const Course course = rig.set("pathway.caf_consent", 0.0).run();
  EXPECT_EQ(course.child().told(), "caf");
  EXPECT_EQ(course.child().served(), "");
  EXPECT_EQ(course.took("caf_refused"), 1U);
}

// A family has one CAF: a brother or sister who is sent to it joins it.
TEST(FamilyEarlyHelp, ABrotherOrSisterJoinsTheCaf) {
  FamilyRig rig;
  rig.children(2).need(2).gravity_of_all(gravity::caf).judged(3.5, 5.5).set("observe.sibling_named", 0.0);
  rig.find_calls({{days(30), days(200)}, {days(60), days(400)}}, days(30), [](const Facts& facts) {
    return facts.children.size() == 2 && facts.incidents.size() >= 2 &&
           facts.incidents[0].child != facts.incidents[1].child;
  });
  const Course course = rig.run();
  EXPECT_GE(course.took("caf_joined"), 1U);
  EXPECT_EQ(course.took("caf_begun"), 1U);
  EXPECT_EQ(course.child(0).served(), "caf");
  EXPECT_EQ(course.child(1).served(), "caf");
}

// A CAF with measurable outcomes is closed when its review finds that need has gone.
TEST(FamilyEarlyHelp, ClosesWhenNeedHasGone) {
  FamilyRig rig = sent_to_caf(1);
  const Course course = rig.judged(3.5, 5.5).heals("caf").run();
  EXPECT_EQ(course.child().told(), "caf");
  EXPECT_EQ(course.child().served(), "caf ended");
  EXPECT_EQ(course.took("caf_closed"), 1U);
}

// While need is there and below the bound it is carried on.
TEST(FamilyEarlyHelp, IsCarriedOnWhileNeedIsThere) {
  FamilyRig rig = sent_to_caf(2);
  const Course course = rig.judged(3.5, 5.5).run();
  EXPECT_EQ(course.child().told(), "caf");
  EXPECT_EQ(course.child().served(), "caf");
  EXPECT_GT(course.took("caf_carried_on"), 5U);
}

// A review that finds complex need calls the door like any other caller; the plan that follows ends the CAF.
TEST(FamilyEarlyHelp, StepsUpThroughTheDoorAndThePlanEndsIt) {
  const FamilyRig rig = sent_to_caf(2);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.told(), "caf, assessment");
  EXPECT_EQ(child.assessed(), "initial 2");
  EXPECT_EQ(child.served(), "caf ended, child_in_need");
  EXPECT_EQ(course.took("caf_stepped_up"), 1U);
  EXPECT_EQ(child.services.at(0).to, child.services.at(1).from);
}

// It tells what it has found: need 3 is told as graver than need 2.
TEST(FamilyEarlyHelp, AStepUpIsToldAtTheNeedFound) {
  const FamilyRig rig = sent_to_caf(3);
  EXPECT_EQ(rig.run().child().told(), "caf, strategy_discussion");
}

// Where the centre has nobody the CAF waits, and nothing is delivered.
TEST(FamilyEarlyHelp, WaitsForAWorkerOfTheCentre) {
  FamilyRig rig = sent_to_caf(2);
  rig.design.area.centres[0].family_support_posts = 0;
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "caf");
  EXPECT_EQ(course.child().served(), "");
  EXPECT_EQ(course.took("caf_waited"), 1U);
}

// A CAF acts on need only through what is delivered: no earlier than it begins.
TEST(FamilyEarlyHelp, ActsFromItsBeginning) {
  FamilyRig rig = sent_to_caf(2);
  const Course course = rig.judged(3.5, 5.5).heals("caf").run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "caf ended");
  EXPECT_EQ(child.need_at(child.services.at(0).from - Minutes{1}), 2);
  EXPECT_EQ(child.need_at(child.services.at(0).from + days(60)), 0);
}

// The door discounts a call about a family that engages with its CAF, and no other.
TEST(FamilyEarlyHelp, EngagingWithItTakesWeightFromTheNextCall) {
  FamilyRig rig;
  rig.incidents(1.0).gravities(1.2, 2.9).judged(3.5, 5.5).set("door.discount_engagement", 1.0);
  rig.find_calls({{days(30), days(365)}, {days(150), days(400)}}, days(60), [](const Facts& facts) {
    return facts.incidents[0].severity < 2.0 && facts.incidents[1].severity >= 2.0;
  });
  const auto second = [&] { return rig.run().child().contacts.at(1).route; };
  EXPECT_EQ(second(), measures::Route::assessment);
  rig.set("observe.engagement_share", 1.0);
  EXPECT_EQ(second(), measures::Route::caf);
  rig.set("pathway.caf_consent", 0.0);  // no CAF to engage with
  EXPECT_EQ(second(), measures::Route::assessment);
}

// Social care's assessment can end in a CAF, and the case is closed: the next call meets the door again.
TEST(FamilyEarlyHelp, AnAssessmentCanEndInACaf) {
  FamilyRig rig;
  rig.judged(3.5, 5.5).set("pathway.caf_step_down_share", 1.0);
  rig.find_calls({{days(30), days(365)}, {days(120), days(400)}});
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "assessment, assessment");
  EXPECT_EQ(course.child().assessed(), "initial 2, initial 2");
  EXPECT_EQ(course.child().served(), "caf");
  EXPECT_EQ(course.took("initial_caf"), 2U);
}

}  // namespace
}  // namespace lscb::world
