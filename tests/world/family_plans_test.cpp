// From an assessment to a child-in-need plan and out of it; visits, and what they deliver.
#include <gtest/gtest.h>

#include <cmath>

#include "family_rig.h"

namespace lscb::world {
namespace {

// Initial assessment, core assessment, plan, review, closed: each begins where the one before ends.
TEST(FamilyPlans, FromInitialThroughCoreToAPlanAndItsClosing) {
  FamilyRig rig;
  rig.judged(0.5, 5.5).set("pathway.core_share", 1.0).heals("child_in_need").find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.assessed(), "initial 2, core 2");
  ASSERT_EQ(child.served(), "child_in_need ended");
  EXPECT_EQ(child.assessments.at(0).begun, child.contacts.at(0).at);
  EXPECT_TRUE(child.assessments.at(0).led_to_core);
  EXPECT_EQ(child.assessments.at(1).begun, child.assessments.at(0).completed);
  EXPECT_EQ(child.assessments.at(1).answers, child.contacts.at(0).contact);
  EXPECT_EQ(child.services.at(0).from, child.assessments.at(1).completed);
  EXPECT_EQ(child.services.at(0).to - child.services.at(0).from, weeks(13)) << "closed at the first review";
  for (const char* branch : {"initial_core", "core_child_in_need", "child_in_need_review_closed"}) {
    EXPECT_EQ(course.took(branch), 1U) << branch;
  }
}

// Without the core assessment the plan follows the initial one.
TEST(FamilyPlans, AnInitialAssessmentCanLeadToAPlan) {
  FamilyRig rig;
  rig.need(3).judged(1.5, 5.5).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(), "initial 3");
  EXPECT_EQ(course.child().served(), "child_in_need");
  EXPECT_FALSE(course.child().assessments.at(0).led_to_core);
}

// Where a single assessment has been adopted it stands for both, and its clock is the referral's.
TEST(FamilyPlans, ASingleAssessmentStandsForBoth) {
  FamilyRig rig;
  rig.design.window = {at_date(2015, 5, 1), at_date(2016, 5, 1)};
  rig.need(3).judged(1.5, 5.5).set("pathway.core_share", 1.0).find_one_call();
  EXPECT_EQ(rig.run().child().assessed(), "initial 3, core 3") << "not adopted";
  rig.design.area.assessment_rules.single_from = at_date(2013, 4, 15);
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(), "single 3");
  EXPECT_EQ(course.child().served(), "child_in_need");
  EXPECT_EQ(course.child().assessments.at(0).begun, course.child().contacts.at(0).at);
}

// A single or core assessment that finds significant harm leads to an enquiry; one that finds little, to CAF.
TEST(FamilyPlans, ACoreAssessmentCanLeadToAnEnquiryOrToACaf) {
  FamilyRig rig;
  rig.design.window = {at_date(2015, 5, 1), at_date(2016, 5, 1)};
  rig.design.area.assessment_rules.single_from = at_date(2013, 4, 15);
  rig.find_one_call();
  const Course grave = rig.judged(0.5, 0.5).set("pathway.section47_share", 1.0).run();
  EXPECT_EQ(grave.child().assessed(2), "single 2, enquiry 2");
  EXPECT_EQ(grave.child().assessments.at(1).begun, grave.child().assessments.at(0).completed);
  EXPECT_EQ(grave.took("core_strategy"), 1U);
  const Course slight = rig.judged(3.5, 5.5).set("pathway.caf_step_down_share", 1.0).run();
  EXPECT_EQ(slight.child().assessed(), "single 2");
  EXPECT_EQ(slight.child().served(), "caf");
  EXPECT_EQ(slight.took("core_caf"), 1U);
  const Course none = rig.set("pathway.caf_step_down_share", 0.0).run();
  EXPECT_EQ(none.child().served(), "");
  EXPECT_EQ(none.took("core_closed"), 1U);
}

// A plan is carried on while its reviews find need.
TEST(FamilyPlans, APlanIsCarriedOnWhileNeedIsThere) {
  FamilyRig rig;
  rig.need(3).judged(1.5, 5.5).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().served(), "child_in_need");
  EXPECT_GE(course.took("child_in_need_review_carried_on"), 5U);
}

// A review that finds significant harm begins an enquiry, and the plan stands meanwhile.
TEST(FamilyPlans, AReviewCanBeginAnEnquiry) {
  FamilyRig rig;
  rig.need(3).judged(0.5, 0.5).set("pathway.section47_share", 1.0).find_one_call();
  // Until after the first assessment a policy holds significant harm to be out of reach.
  change::ThresholdPolicy blind;
  blind.section47_shift = 10.0;
  blind.until = rig.facts().incidents[0].at + days(60);
  rig.design.changes.push_back({rig.facts().run.from, "blind", "board", blind, {}});
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.assessed(2), "initial 3, enquiry 3");
  EXPECT_EQ(child.served(), "child_in_need");
  EXPECT_EQ(child.assessments.at(1).begun, child.services.at(0).from + weeks(13));
  EXPECT_EQ(child.assessments.at(1).answers, 0U) << "no call led to it";
  EXPECT_GE(course.took("child_in_need_review_enquiry"), 1U);
}

// Ended by a review that finds little, a plan can be followed by a CAF (for need 1; nine judgements in ten).
TEST(FamilyPlans, APlanCanStepDownToACaf) {
  FamilyRig rig;
  rig.judged(0.5, 5.5).heals("child_in_need").set("life.need_down_from_1", 1e-20);
  rig.set("pathway.caf_step_down_share", 1.0).find_one_call();
  const Course course = rig.run();
  ASSERT_EQ(course.child().services.size(), 2U);
  EXPECT_EQ(course.child().services.at(0).kind, measures::ServiceKind::child_in_need);
  EXPECT_EQ(course.child().services.at(1).kind, measures::ServiceKind::caf);
  EXPECT_GE(course.child().services.at(1).from, course.child().services.at(0).to);
  EXPECT_EQ(course.child().told(1), "assessment") << "without another call";
}

/// The rate of harm shows what the services that come are worth: a plan in full averts 8 parts in 10.
FamilyRig harm_shows_delivery() {
  FamilyRig rig;
  rig.need(3).judged(1.5, 5.5).set("life.harms_need_3", 1e-6);
  rig.set("effect.child_in_need_protection", 0.8).set("effect.protection_protection", 0.8);
  return rig;
}

// A plan acts once somebody comes; for a child in need the first visit falls due at half a rhythm of four
// weeks.
TEST(FamilyPlans, APlanActsFromItsFirstVisit) {
  FamilyRig rig = harm_shows_delivery();
  rig.find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "child_in_need");
  const double alone = child.harm_rate_at(child.services.at(0).from);
  ASSERT_GT(alone, 0.0);
  const Instant first_visit = child.services.at(0).from + weeks(2);
  EXPECT_EQ(child.harm_rate_at(first_visit), alone);
  EXPECT_NEAR(child.harm_rate_at(first_visit + days(7)) / alone, 0.2, 1e-6);
}

// Of a protection plan the first visit is the core group, five days after the conference.
TEST(FamilyPlans, AProtectionPlanActsFromItsCoreGroup) {
  FamilyRig rig = harm_shows_delivery();
  rig.gravity_of_all(gravity::strategy).judged(0.5, 0.5);
  rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0).find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "protection");
  const Instant begun = child.services.at(0).from;
  const double alone = child.harm_rate_at(begun);
  EXPECT_EQ(child.harm_rate_at(begun + days(5)), alone);
  EXPECT_NEAR(child.harm_rate_at(begun + days(12)) / alone, 0.2, 1e-6);
}

// A visit at which the children are not seen is worth half of one; and delivery is felt in eighths.
TEST(FamilyPlans, AVisitWithoutTheChildCountsHalf) {
  FamilyRig rig = harm_shows_delivery();
  rig.gravity_of_all(gravity::strategy).judged(0.5, 0.5);
  rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0);
  rig.set("workforce.squeeze_visit_weeks", 0.5).set("workforce.squeeze_slope", 50.0);
  rig.set("effect.delivery_memory_visits", 3.0).find_one_call();
  rig.busy(rig.facts().incidents[0].at + days(14), 160);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.served(), "protection");
  const Instant begun = child.services.at(0).from;
  const double alone = child.harm_rate_at(begun);
  std::vector<double> felt;
  for (const auto& point : child.harm) {
    if (point.at > begun) felt.push_back((1.0 - point.rate / alone) / 0.8);
  }
  ASSERT_GE(felt.size(), 3U);
  EXPECT_NEAR(felt.at(0), 0.5, 1e-6);
  EXPECT_NEAR(felt.at(1), 0.625, 1e-6) << "a whole visit after halves: 2 in 3, which is felt as 5 in 8";
  for (const double share : felt) EXPECT_NEAR(share * 8.0, std::round(share * 8.0), 1e-5);
}

// What was delivered wears off when visits fail to come: a third of it with each.
TEST(FamilyPlans, MissedVisitsWearOffWhatWasDelivered) {
  FamilyRig rig = harm_shows_delivery();
  rig.set("effect.delivery_memory_visits", 3.0).find_one_call();
  // From after the first visit on everybody has something more pressing to do for a year.
  const Instant begun = rig.run().child().services.at(0).from;
  rig.busy(begun + weeks(4), 1600);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.services.at(0).from, begun);
  const double alone = child.harm_rate_at(begun);
  std::vector<double> felt;
  for (const auto& point : child.harm) {
    if (point.at > begun) felt.push_back((1.0 - point.rate / alone) / 0.8);
  }
  ASSERT_GE(felt.size(), 3U);
  EXPECT_NEAR(felt.at(0), 1.0, 1e-6);
  EXPECT_NEAR(felt.at(1), 0.625, 1e-6) << "2 in 3";
  EXPECT_NEAR(felt.at(2), 0.5, 1e-6) << "4 in 9, felt as 4 in 8";
  EXPECT_GE(course.took("visit_missed"), 2U);
}

// A core group that does not come in time is held late: the first visit that is made is it.
TEST(FamilyPlans, ACoreGroupIsHeldLateWhereTheFirstVisitIsMissed) {
  FamilyRig rig = harm_shows_delivery();
  rig.gravity_of_all(gravity::strategy).judged(0.5, 0.5);
  rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0).find_one_call();
  // Nobody to hold it, until a month or two after it has begun.
  rig.design.area.months_to_fill = 1e6;
  for (auto& role : rig.design.area.teams[1].establishment) role.vacant_at_start = 1.0;
  const Instant begun = rig.run().child().services.at(0).from;
  rig.design.changes.push_back(
      {begun + days(1), "filling", "council", change::Recruitment{.months_to_fill = 1.0}, {}});
  const Course course = rig.run();
  ASSERT_GT(course.took("visit_missed"), 0U);
  int late = 0;
  for (const trace::Step& step : course.steps) {
    const auto* ended = std::get_if<trace::ClockEnded>(&step.what);
    if (ended == nullptr || ended->kind != pathway::ClockKind::core_group) continue;
    EXPECT_EQ(ended->how, trace::Ending::done);
    EXPECT_GT(step.at, ended->due);
    ++late;
  }
  EXPECT_EQ(late, 1);
}

// A visit that nobody makes is missed, and then it is the next one's turn.
TEST(FamilyPlans, AMissedVisitGivesTheTurnToTheNext) {
  FamilyRig rig = harm_shows_delivery();
  for (auto& role : rig.design.area.teams[1].establishment) role.vacant_at_start = 1.0;
  rig.design.area.months_to_fill = 1e6;
  rig.set("pathway.share_family_support_child_in_need", 0.5);
  rig.set("pathway.share_practitioner_child_in_need", 0.0).find_one_call();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.services.at(0).kind, measures::ServiceKind::child_in_need);
  EXPECT_GT(course.took("visit_missed"), 0U) << "no social worker is there";
  const double alone = child.harm_rate_at(child.services.at(0).from);
  EXPECT_LT(child.harm_rate_at(child.services.at(0).from + weeks(12)), alone) << "but family support comes";
}

// With nobody to hold the case nothing is delivered; its reviews are made on paper, and find what paper
// shows.
TEST(FamilyPlans, WithNobodyToHoldTheCaseReviewsAreOnPaper) {
  FamilyRig rig = harm_shows_delivery();
  rig.set("observe.finding_bias_unseen", 1.0).set("observe.finding_bias_chronology", 1.0).find_one_call();
  const Course held = rig.run();
  EXPECT_EQ(held.child().served(), "child_in_need");
  for (auto& role : rig.design.area.teams[1].establishment) role.vacant_at_start = 1.0;
  rig.design.area.months_to_fill = 1e6;
  rig.set("pathway.share_family_support_child_in_need", 0.0);
  const Course waiting = rig.run();
  const ChildCourse& child = waiting.child();
  EXPECT_EQ(child.served(), "child_in_need ended");
  EXPECT_EQ(child.services.at(0).to - child.services.at(0).from, weeks(13));
  EXPECT_EQ(waiting.took("reviewed_on_paper"), 1U);
  EXPECT_EQ(child.harm_rate_at(child.services.at(0).to), child.harm_rate_at(child.services.at(0).from));
  EXPECT_GT(waiting.took("visit_missed"), 0U);
}

}  // namespace
}  // namespace lscb::world
