// Significant harm: enquiry, conference, protection plan, removal by agreement, in an emergency and by a
// court.
#include <gtest/gtest.h>

#include "family_rig.h"

namespace lscb::world {
namespace {

/// A child at need 3, told of as significant harm.
FamilyRig significant_harm() {
  FamilyRig rig;
  rig.need(3).gravity_of_all(gravity::strategy).judged(0.5, 1.0);
  return rig;
}

FamilyRig with_conference() {
  FamilyRig rig = significant_harm();
  rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0);
  return rig;
}

// Enquiry, conference, protection plan, review, child in need, review, closed.
TEST(FamilyProtection, FromEnquiryThroughConferenceToAPlanThatStepsDown) {
  FamilyRig rig = with_conference();
  rig.set("pathway.step_down_share", 1.0).heals("protection").find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.told(), "strategy_discussion");
  EXPECT_EQ(child.assessed(), "enquiry 3");
  ASSERT_EQ(child.served(), "protection ended, child_in_need ended");
  const auto& protection = child.services.at(0);
  const auto& in_need = child.services.at(1);
  EXPECT_GT(protection.from - child.contacts.at(0).at, days(8)) << "a conference takes notice";
  EXPECT_LT(protection.from - child.contacts.at(0).at, days(21));
  EXPECT_GE(protection.to, add_months(protection.from, 3) - weeks(2)) << "at the first review";
  EXPECT_LT(protection.to, add_months(protection.from, 3) + weeks(1));
  EXPECT_EQ(in_need.from, protection.to);
  EXPECT_EQ(in_need.to - in_need.from, weeks(13));
  for (const char* branch : {"enquiry_conference", "conference_protection", "protection_review_stepped_down",
                             "child_in_need_review_closed"}) {
    EXPECT_EQ(course.took(branch), 1U) << branch;
  }
}

// Not every conference makes a protection plan.
TEST(FamilyProtection, AConferenceCanMakeAChildInNeedPlan) {
  FamilyRig rig = with_conference();
  rig.set("pathway.plan_share", 0.0).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().served(), "child_in_need");
  EXPECT_EQ(course.took("conference_child_in_need"), 1U);
}

// It weighs what was found: where that is no significant harm there is no protection plan, whatever its
// habit.
TEST(FamilyProtection, AConferenceWeighsWhatWasFound) {
  FamilyRig rig = with_conference();
  rig.need(2).judged(0.5, 0.5).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(), "enquiry 2");
  EXPECT_EQ(course.child().served(), "child_in_need");
  EXPECT_EQ(course.took("conference_child_in_need"), 1U);
}

// Where no conference is held the core assessment behind the enquiry decides.
TEST(FamilyProtection, WithoutConferenceTheCoreAssessmentDecides) {
  FamilyRig rig = significant_harm();
  rig.find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.assessed(), "enquiry 3");
  ASSERT_EQ(child.served(), "child_in_need");
  EXPECT_EQ(child.services.at(0).from, child.assessments.at(0).completed);
  EXPECT_EQ(course.took("enquiry_child_in_need"), 1U);
  EXPECT_EQ(course.took("core_child_in_need"), 1U);
}

// An enquiry that finds nothing is closed.
TEST(FamilyProtection, AnEnquiryThatFindsNothingIsClosed) {
  FamilyRig rig = significant_harm();
  rig.need(0).judged(1.5, 2.5).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(), "enquiry 0");
  EXPECT_EQ(course.child().served(), "");
  EXPECT_EQ(course.took("enquiry_closed"), 1U);
}

// An initial assessment can lead to an enquiry.
TEST(FamilyProtection, AnInitialAssessmentCanLeadToAnEnquiry) {
  FamilyRig rig = with_conference();
  rig.gravity_of_all(gravity::assessment).set("pathway.section47_share", 1.0).find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.told(), "assessment");
  EXPECT_EQ(child.assessed(), "initial 3, enquiry 3");
  EXPECT_TRUE(child.assessments.at(0).led_to_core);
  EXPECT_EQ(child.assessments.at(1).answers, child.contacts.at(0).contact);
  EXPECT_EQ(course.took("initial_strategy"), 1U);
}

// Accommodation by agreement follows the enquiry itself, and the core assessment adds no second plan.
TEST(FamilyProtection, AccommodationByAgreement) {
  FamilyRig rig = significant_harm();
  rig.set("pathway.accommodation_share", 1.0).find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.assessed(), "enquiry 3");
  ASSERT_EQ(child.served(), "looked_after");
  EXPECT_LT(child.services.at(0).from, child.assessments.at(0).completed);
  EXPECT_EQ(course.took("enquiry_accommodation"), 1U);
}

// Back home: not before 60 days, so at the second review, with a child-in-need plan.
TEST(FamilyProtection, AChildGoesHomeWhenNeedHasFallen) {
  FamilyRig rig = significant_harm();
  rig.set("pathway.accommodation_share", 1.0).set("pathway.reunification_share", 1.0);
  rig.heals("looked_after").find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "looked_after ended, child_in_need ended");
  EXPECT_EQ(child.services.at(0).to, add_months(child.services.at(0).from + weeks(4), 3));
  EXPECT_EQ(child.services.at(1).from, child.services.at(0).to);
  EXPECT_EQ(course.took("reunification"), 1U);
}

// While need stays the child stays away.
TEST(FamilyProtection, AChildStaysAwayWhileNeedStays) {
  FamilyRig rig = significant_harm();
  rig.set("pathway.accommodation_share", 1.0).set("pathway.reunification_share", 1.0).find_one_call();
  EXPECT_EQ(rig.run().child().served(), "looked_after");
}

// Protection plans are reviewed after 3 months and then after 6; proceedings begin after 150 days, so at the
// second review.
TEST(FamilyProtection, ProceedingsFollowAPlanThatDoesNotHelp) {
  FamilyRig rig = with_conference();
  rig.find_one_call();
  const Course carried_on = rig.run();
  EXPECT_EQ(carried_on.child().served(), "protection");
  EXPECT_GE(carried_on.took("protection_review_carried_on"), 2U);
  const Course course = rig.set("pathway.proceedings_share", 1.0).run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "protection ended, looked_after");
  EXPECT_EQ(child.services.at(1).from, child.services.at(0).to);
  EXPECT_GT(child.services.at(0).to - child.services.at(0).from, days(240));
  EXPECT_EQ(course.took("protection_review_carried_on"), 1U);
  EXPECT_EQ(course.took("proceedings"), 1U);
}

// In an emergency procedure rules: an enquiry at once, and where police take the child into protection it is
// away from that very minute.
TEST(FamilyProtection, EmergencyAndPoliceProtection) {
  FamilyRig rig = significant_harm();
  rig.gravity_of_all(gravity::emergency).find_one_call();
  const Course plain = rig.run();
  EXPECT_EQ(plain.child().told(), "strategy_discussion");
  EXPECT_EQ(plain.child().assessed(), "enquiry 3");
  EXPECT_EQ(plain.child().assessments.at(0).begun, plain.child().contacts.at(0).at);
  EXPECT_EQ(plain.child().served(), "child_in_need");
  EXPECT_EQ(plain.took("police_protection"), 0U);
  const Course police = rig.set("door.police_protection_share", 1.0).run();
  EXPECT_EQ(police.child().served(), "looked_after");
  EXPECT_EQ(police.child().services.at(0).from, police.child().contacts.at(0).at);
  EXPECT_EQ(police.child().assessed(), "enquiry 3");
  EXPECT_EQ(police.took("police_protection"), 1U);
}

// A serious injury brings a child to a hospital, and that is told at once as an emergency.
TEST(FamilyProtection, ASeriousInjuryIsAnEmergency) {
  FamilyRig rig = significant_harm();
  rig.incidents(0.0);
  for (const char* need : {"1", "2", "3"}) rig.set(std::string("life.harms_need_") + need, 0.5);
  rig.find([](const Facts& facts) {
    return facts.all_at_school() && facts.harms.size() == 1 && facts.harms[0] < facts.run.from + days(400);
  });
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "strategy_discussion");
  EXPECT_EQ(course.child().contacts.at(0).at, rig.facts().harms[0]);
  EXPECT_EQ(course.took("emergency"), 1U);
}

}  // namespace
}  // namespace lscb::world
