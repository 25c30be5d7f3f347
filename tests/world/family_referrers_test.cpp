// What a refusal does to those who call, and who may have a decision looked at again.
#include <gtest/gtest.h>

#include "family_rig.h"

namespace lscb::world {
namespace {

using measures::Route;

// After a call that led to nothing a referrer who gives up calls no more.
TEST(FamilyReferrers, RefusalsMakeThemGiveUp) {
  FamilyRig rig;
  rig.need(0).incidents(3.0).gravity_of_all(gravity::nothing);
  rig.find([](const Facts& facts) { return facts.all_at_school() && facts.incidents.size() > 5; });
  const std::size_t incidents = rig.facts().incidents.size();
  EXPECT_EQ(rig.run().child().contacts.size(), incidents) << "who does not give up tells of all";
  rig.set("observe.giving_up_per_refusal", 1.0);
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "no_further_action");
  EXPECT_EQ(course.took("call_given_up"), incidents - 1);
  EXPECT_EQ(course.took("call_withheld"), 0U);
}

// A call that is acted on makes up for the refusals before it: the next is made by one who would have given
// up.
TEST(FamilyReferrers, ACallActedOnResetsThem) {
  FamilyRig rig;
  rig.need(0).incidents(2.0).gravities(0.0, 3.0).set("observe.giving_up_per_refusal", 0.5);
  rig.find_calls({{days(30), days(400)}, {days(30), days(300)}, {days(60), days(300)}}, Minutes{0},
                 [](const Facts& facts) {
                   return facts.incidents[0].severity < 0.5 && facts.incidents[1].severity >= 2.0 &&
                          facts.incidents[1].reluctance < 0.45 && facts.incidents[2].reluctance > 0.55;
                 });
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(2), "no_further_action, assessment");
  ASSERT_GE(course.child().contacts.size(), 3U);
  EXPECT_EQ(course.child().contacts.at(2).incident_at, rig.facts().incidents[2].at);
  // Refused the second time too, the third keeps silent.
  rig.set("door.threshold_referral", 10.0)
      .set("door.threshold_section47", 10.0)
      .set("door.threshold_caf", 9.0);
  const Course silent = rig.run();
  for (const auto& contact : silent.child().contacts) {
    EXPECT_NE(contact.incident_at, rig.facts().incidents[2].at);
  }
}

/// A mild call leaves its label on the family, and the next, which would be assessed, is read in that light.
FamilyRig anchored() {
  FamilyRig rig;
  rig.need(0).incidents(1.0).gravities(0.0, 2.9).set("door.weight_anchor", 2.5);
  rig.find_calls({{days(30), days(365)}, {days(40), days(300)}}, no_end, [](const Facts& facts) {
    return facts.incidents[0].severity < 0.5 && facts.incidents[1].severity >= 2.1;
  });
  return rig;
}

// The label of an earlier decision weighs on the next.
TEST(FamilyReferrers, AnEarlierLabelAnchorsTheNextDecision) {
  FamilyRig rig = anchored();
  EXPECT_EQ(rig.run().child().told(2), "no_further_action, no_further_action");
  rig.set("door.weight_anchor", 0.0);
  EXPECT_EQ(rig.run().child().told(2), "no_further_action, assessment");
}

// An agency that comes back on it finds a second reader, who is not bound by the label. What was no referral
// becomes one on that day.
TEST(FamilyReferrers, AChallengeReopensADecision) {
  FamilyRig rig = anchored();
  rig.set("door.challenge_share", 1.0).set("door.challenge_days", 10.0);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.told(2), "no_further_action, assessment");
  ASSERT_EQ(child.assessed(1), "initial 0");
  EXPECT_EQ(child.assessments.at(0).answers, child.contacts.at(1).contact);
  EXPECT_GT(child.assessments.at(0).begun, child.contacts.at(1).at);
  EXPECT_GE(course.took("challenged"), 2U);
  EXPECT_EQ(course.took("challenge_reopened"), 1U) << "the mild call stays where it was";
}

// What had been taken on as a referral is the same referral still, and its clock has run all the time.
TEST(FamilyReferrers, AReferralThatIsReopenedKeepsItsClock) {
  FamilyRig rig = anchored();
  rig.set("door.challenge_share", 1.0).set("door.challenge_days", 10.0).set("door.threshold_referral", -10.0);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.told(2), "no_further_action, assessment");
  EXPECT_EQ(course.took("challenge_reopened"), 1U);
  ASSERT_GE(child.assessments.size(), 1U);
  EXPECT_EQ(child.assessments.at(0).begun, child.contacts.at(1).at);
}

// Neighbours and relatives have nobody to challenge with.
TEST(FamilyReferrers, OnlyAgenciesChallenge) {
  for (const auto& [who, challenges] :
       {std::pair{spec::Referrer::school, 1U}, {spec::Referrer::relative, 0U}}) {
    FamilyRig rig;
    rig.need(0)
        .gravity_of_all(gravity::nothing)
        .set("door.challenge_share", 1.0)
        .referrer(who)
        .find_one_call();
    const Course course = rig.run();
    EXPECT_EQ(course.child().told(), "no_further_action");
    EXPECT_EQ(course.took("challenged"), challenges);
  }
}

// The board's audit does the same at the end of the month, for decisions that sent a family to CAF too.
TEST(FamilyReferrers, AnAuditReopensADecision) {
  for (const double anchor : {2.5, 1.05}) {  // turned away; sent to CAF
    FamilyRig rig = anchored();
    rig.set("door.weight_anchor", anchor).set("door.audit_share", 1.0).set("pathway.caf_consent", 0.0);
    const char* before = anchor > 2.0 ? "no_further_action, no_further_action" : "no_further_action, caf";
    EXPECT_EQ(FamilyRig(rig).set("door.audit_share", 0.0).run().child().told(2), before);
    const Course course = rig.run();
    const ChildCourse& child = course.child();
    EXPECT_EQ(child.told(2), "no_further_action, assessment");
    EXPECT_GE(course.took("audited"), 2U);
    EXPECT_EQ(course.took("audit_reopened"), 1U);
    ASSERT_GE(child.assessments.size(), 1U);
    EXPECT_GT(child.assessments.at(0).begun, child.contacts.at(1).at);
  }
}

// The second reader takes the chronology, but not the call's own entry in it.
TEST(FamilyReferrers, ACallIsNotItsOwnHistory) {
  FamilyRig rig;
  rig.need(0).gravity_of_all(gravity::nothing).set("door.challenge_share", 1.0).set("door.audit_share", 1.0);
  rig.set("door.weight_history", 2.0).set("door.history_saturation", 1e-3).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "no_further_action");
  EXPECT_EQ(course.took("challenged"), 1U);
  EXPECT_EQ(course.took("audited"), 1U);
  EXPECT_EQ(course.took("challenge_reopened") + course.took("audit_reopened"), 0U);
}

// But an earlier call is: read at the challenge, it can tip the decision that was made without it.
TEST(FamilyReferrers, AChallengeReadsTheChronology) {
  FamilyRig rig;
  rig.need(0)
      .gravity_of_all(gravity::nothing)
      .set("door.challenge_share", 1.0)
      .set("door.challenge_days", 20.0);
  rig.set("door.weight_history", 2.5).set("door.history_saturation", 1e-3);
  rig.set("workforce.squeeze_chronology_weeks", 0.5).set("workforce.squeeze_slope", 50.0);
  rig.find_calls({{days(30), days(365)}, {days(60), days(400)}}, days(200));
  rig.busy(rig.facts().incidents[1].at - days(7), 160);
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(2), "no_further_action, assessment");
  EXPECT_EQ(course.took("challenge_reopened"), 1U);
}

FamilyRig led(int need, double lead_challenge) {
  FamilyRig rig;
  rig.need(need).gravity_of_all(gravity::caf).judged(0.5, 5.5).find_one_call();
  change::Challenge challenge;
  challenge.lead_professional = lead_challenge;
  rig.design.changes.push_back({rig.design.window.from, "leads challenge", "board", challenge, {}});
  rig.design.changes.back().date = rig.facts().run.from;
  return rig;
}

// Who leads a CAF finds more than was told, and takes the decision back to the door.
TEST(FamilyReferrers, ALeadProfessionalChallengesWhatSentTheFamilyThere) {
  const Course course = led(2, 1.0).run();
  EXPECT_EQ(course.took("lead_challenged"), 1U);
  EXPECT_EQ(course.took("challenge_reopened"), 1U);
  EXPECT_EQ(course.child().told(1), "assessment");
  EXPECT_EQ(led(2, 0.0).run().took("lead_challenged"), 0U);
}

// Where early help is enough there is nothing to challenge.
TEST(FamilyReferrers, ALeadProfessionalLeavesAlone) {
  EXPECT_EQ(led(1, 1.0).run().took("lead_challenged"), 0U);
}

}  // namespace
}  // namespace lscb::world
