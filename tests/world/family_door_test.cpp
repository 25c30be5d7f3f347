// The front door: what a call becomes by how grave it is, and what it is decided on.
#include <gtest/gtest.h>

#include <string>

#include "family_rig.h"

namespace lscb::world {
namespace {

// A call is turned away, advised, sent to CAF, assessed or taken as significant harm by its gravity.
TEST(FamilyDoor, TheGravityToldDecidesWhatACallBecomes) {
  struct Case {
    double severity;
    const char* route;
    const char* branch;
    const char* assessed;
  };
  for (const Case& c :
       {Case{gravity::nothing, "no_further_action", "screened_no_further_action", ""},
        Case{gravity::advice, "advice", "screened_advice", ""}, Case{gravity::caf, "caf", "screened_caf", ""},
        Case{gravity::assessment, "assessment", "referral_assessment", "initial 0"},
        Case{gravity::strategy, "strategy_discussion", "screened_strategy", "enquiry 0"},
        Case{gravity::emergency, "strategy_discussion", "emergency", "enquiry 0"}}) {
    FamilyRig rig;
    rig.need(0).gravity_of_all(c.severity).find_one_call();
    const Course course = rig.run();
    EXPECT_EQ(course.child().told(), c.route);
    EXPECT_EQ(course.child().assessed(), c.assessed);
    EXPECT_EQ(course.took(c.branch), 1U) << c.branch;
  }
}

// What was taken on as a referral can still be turned away, advised or sent to CAF when it is decided.
TEST(FamilyDoor, AReferralCanBeDecidedToBeLess) {
  for (const auto& [severity, route, branch] :
       {std::tuple{gravity::nothing, "no_further_action", "referral_no_further_action"},
        std::tuple{gravity::advice, "advice", "referral_advice"},
        std::tuple{gravity::caf, "caf", "referral_caf"}}) {
    FamilyRig rig;
    rig.need(0).gravity_of_all(severity).set("door.threshold_referral", 0.0).find_one_call();
    const Course course = rig.run();
    EXPECT_EQ(course.child().told(), route);
    EXPECT_EQ(course.child().assessed(), "");
    EXPECT_EQ(course.took(branch), 1U) << branch;
  }
}

// Checks with partners bring a dangerous adult on record, and that raises the decision.
TEST(FamilyDoor, AnAdultWhomChecksBringOutMakesAReferralSignificantHarm) {
  FamilyRig rig;
  rig.dangerous_adult().set("door.weight_adult_record", 1.0).find_one_call();
  const Course without = rig.run();
  EXPECT_EQ(without.child().told(), "assessment");
  EXPECT_EQ(without.took("adult_found"), 0U);
  const Course with = rig.set("observe.checks_reveal_adult", 1.0).run();
  EXPECT_EQ(with.child().told(), "strategy_discussion");
  EXPECT_EQ(with.took("adult_found"), 1U);
  EXPECT_EQ(with.took("referral_strategy"), 1U);
}

/// Referrals that wait for their decision, about two children in turn, the second the graver.
FamilyRig two_calls_in_hand() {
  FamilyRig rig;
  rig.children(2).need(0).incidents(2.0).gravities(1.2, 2.8);
  rig.set("door.threshold_referral", 1.0).set("pathway.hours_referral", 100.0);
  rig.find_calls({{days(30), days(365)}, {days(2), days(5)}}, days(60), [](const Facts& facts) {
    return facts.incidents[0].child == 0 && facts.incidents[1].child == 1 &&
           facts.incidents[0].severity < 2.0 && facts.incidents[1].severity >= 2.0;
  });
  return rig;
}

// A call about a family whose referral is in hand joins it: one assessment, of all children named.
TEST(FamilyDoor, ACallJoinsTheReferralInHandAndTheGravestConcernDecides) {
  const FamilyRig rig = two_calls_in_hand();
  const Course course = rig.run();
  const auto& elder = course.child(0);
  const auto& younger = course.child(1);
  ASSERT_FALSE(elder.contacts.empty());
  ASSERT_FALSE(younger.contacts.empty());
  EXPECT_EQ(elder.contacts.at(0).route, measures::Route::assessment);
  EXPECT_EQ(younger.contacts.at(0).route, measures::Route::assessment);
  ASSERT_FALSE(elder.assessments.empty());
  ASSERT_FALSE(younger.assessments.empty());
  EXPECT_EQ(elder.assessments.at(0).begun, younger.assessments.at(0).begun);
  EXPECT_EQ(elder.assessments.at(0).begun, elder.contacts.at(0).at) << "the clock runs from the first call";
  EXPECT_EQ(elder.assessments.at(0).answers, elder.contacts.at(0).contact);
}

// Each alone: the first call would have gone to CAF.
TEST(FamilyDoor, CallsDecidedApartAreDecidedEachOnItsOwn) {
  FamilyRig rig = two_calls_in_hand();
  rig.set("pathway.hours_referral", 2.5);
  const Course course = rig.run();
  EXPECT_EQ(course.child(0).contacts.at(0).route, measures::Route::caf);
  EXPECT_EQ(course.child(1).contacts.at(0).route, measures::Route::assessment);
  EXPECT_TRUE(course.child(0).assessments.empty() ||
              course.child(0).assessments.at(0).begun > course.child(1).assessments.at(0).begun);
}

/// A family with a call on file is called about again, under load or not. What is on file weighs 4 levels if
/// all of it is known, so that the outcome shows how much was.
Course called_again(bool busy) {
  FamilyRig rig;
  rig.need(0).gravity_of_all(gravity::caf).set("pathway.caf_consent", 0.0);
  rig.set("door.weight_history", 4.0).set("door.history_saturation", 1e-6);
  rig.set("workforce.squeeze_chronology_weeks", 0.5).set("workforce.squeeze_slope", 50.0);
  rig.find_calls({{days(30), days(365)}, {days(30), days(400)}});
  if (busy) rig.busy(rig.facts().incidents[1].at - days(7), 240);
  return rig.run();
}

// A chronology that is read counts in full: 1.5 + 4.
TEST(FamilyDoor, AChronologyThatIsReadCountsInFull) {
  const Course course = called_again(false);
  EXPECT_EQ(course.child().told(), "caf, strategy_discussion");
  EXPECT_EQ(course.took("chronology_skipped"), 0U);
}

// The door is not the family's worker: what it knows without reading is a quarter, 1.5 + 0.25 * 4.
TEST(FamilyDoor, AChronologyThatIsNotReadCountsAQuarter) {
  const Course course = called_again(true);
  EXPECT_EQ(course.child().told(), "caf, assessment");
  EXPECT_GT(course.took("chronology_skipped"), 0U);
}

/// A call about the elder child that is long in hand, and meanwhile an emergency about the younger.
Course overtaken_in_hand(const char* slow, double first_from, double first_below) {
  constexpr double emergency = 2.9;
  FamilyRig rig;
  rig.children(2)
      .incidents(2.0)
      .gravities(1.2, 4.0)
      .set(slow, 60.0)
      .set("door.threshold_emergency", emergency);
  rig.find_calls({{days(30), days(365)}, {days(1), days(6)}}, days(60), [&](const Facts& facts) {
    return facts.incidents[0].child == 0 && facts.incidents[1].child == 1 &&
           facts.incidents[0].severity >= first_from && facts.incidents[0].severity < first_below &&
           facts.incidents[1].severity >= emergency;
  });
  return rig.run();
}

// A call whose screening ends after another has opened the case goes to the case's worker, not to CAF.
TEST(FamilyDoor, ACallStillInScreeningWhenTheCaseOpensGoesToItsWorker) {
  const Course course = overtaken_in_hand("pathway.hours_screening", 1.0, 2.0);
  EXPECT_EQ(course.child(0).contacts.at(0).route, measures::Route::existing_case);
  EXPECT_EQ(course.child(1).contacts.at(0).route, measures::Route::strategy_discussion);
}

// So does a referral that is decided after that: it begins no assessment beside the enquiry.
TEST(FamilyDoor, AReferralStillInHandWhenTheCaseOpensGoesToItsWorker) {
  const Course course = overtaken_in_hand("pathway.hours_referral", 2.0, 2.9);
  EXPECT_EQ(course.child(0).contacts.at(0).route, measures::Route::existing_case);
  EXPECT_EQ(course.child(1).contacts.at(0).route, measures::Route::strategy_discussion);
}

}  // namespace
}  // namespace lscb::world
