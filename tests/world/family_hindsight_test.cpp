// What the reference worker makes of a family's calls, what of serious harm was predictable, and what chance
// made of decisions.
#include <gtest/gtest.h>

#include <string>

#include "family_rig.h"

namespace lscb::world {
namespace {

using measures::HindsightTally;
using measures::Luck;
using measures::Route;

constexpr Minutes run_in = days(731);  // a call this long after the run's beginning lies in the window

/// "1 0": which calls are flagged.
std::string flags(const ChildCourse& child) {
  std::string list;
  for (const auto& contact : child.contacts) {
    if (!list.empty()) list += ' ';
    list += contact.flagged ? '1' : '0';
  }
  return list;
}

TEST(FamilyHindsight, ACallIsFlaggedFromThePublishedThresholdOn) {
  for (const auto& [severity, flagged] :
       {std::pair{gravity::advice, "0"}, std::pair{gravity::caf, "0"}, std::pair{gravity::assessment, "1"},
        std::pair{gravity::strategy, "1"}, std::pair{gravity::emergency, "1"}}) {
    FamilyRig rig;
    rig.need(0).gravity_of_all(severity).find_one_call();
    EXPECT_EQ(flags(rig.run().child()), flagged) << severity;
  }
}

// Whatever the door made of it: here it turns away what it would assess once it was a referral.
TEST(FamilyHindsight, ACallThatIsScreenedOutIsFlaggedAllTheSame) {
  FamilyRig rig;
  rig.gravity_of_all(gravity::assessment).set("door.threshold_referral", 2.9).find_one_call();
  const Course course = rig.run();
  EXPECT_EQ(course.child().contacts.at(0).route, Route::caf);
  EXPECT_TRUE(course.child().contacts.at(0).flagged);
}

// Standard checks would have shown him; at the door, where the call ended, nobody made any.
TEST(FamilyHindsight, WhatChecksWouldShowIsObtainable) {
  FamilyRig rig;
  rig.dangerous_adult().set("door.weight_adult_record", 1.0).set("pathway.caf_consent", 0.0);
  rig.gravity_of_all(gravity::caf).find_one_call();
  EXPECT_EQ(flags(rig.run().child()), "0");
  const Course course = rig.set("observe.checks_reveal_adult", 1.0).run();
  EXPECT_EQ(course.child().contacts.at(0).route, Route::caf);
  EXPECT_TRUE(course.child().contacts.at(0).flagged);
}

// The parents' account takes away nothing where it is tested, nor does seeming to engage or a low label.
TEST(FamilyHindsight, AnAccountTakesNothingAway) {
  FamilyRig rig;
  rig.gravity_of_all(gravity::assessment).set("observe.account_convinces", 1.0);
  rig.set("door.weight_account", 3.0).find_one_call();
  EXPECT_EQ(flags(rig.run().child()), "1");
}

/// Two calls, each too little by itself; what is on file weighs 4 levels if it is known.
FamilyRig called_twice(Minutes least, Minutes most) {
  FamilyRig rig;
  rig.need(0).gravity_of_all(gravity::caf).set("pathway.caf_consent", 0.0);
  rig.set("door.weight_history", 4.0).set("door.history_saturation", 1e-6);
  rig.find_calls({{days(30), days(365)}, {least, most}});
  return rig;
}

// Nor is the first call on file before it is told: a call is no history of itself.
TEST(FamilyHindsight, TheChronologyIsReadWhoeverHadTimeForIt) {
  FamilyRig rig = called_twice(days(30), days(400));
  EXPECT_EQ(flags(rig.run().child()), "0 1");
  rig.set("workforce.squeeze_chronology_weeks", 0.5).set("workforce.squeeze_slope", 50.0);
  rig.busy(rig.facts().incidents[1].at - days(7), 240);
  const Course busy = rig.run();
  EXPECT_GT(busy.took("chronology_skipped"), 0U);
  EXPECT_EQ(flags(busy.child()), "0 1");
}

// Nothing waits for the reference worker: the first call, still undecided, is known all the same.
TEST(FamilyHindsight, ACallThatStillWaitsIsPartOfTheHistory) {
  FamilyRig rig = called_twice(days(2), days(5));
  rig.set("door.threshold_referral", 1.0).set("pathway.hours_referral", 100.0);
  const Course course = rig.run();
  ASSERT_GE(course.child().contacts.size(), 2U);
  EXPECT_EQ(course.child().contacts[0].route, course.child().contacts[1].route) << "decided together";
  EXPECT_EQ(flags(course.child()), "0 1");
}

TEST(FamilyHindsight, CallsOnAnOpenCaseAreJudgedLikeAllOthers) {
  for (const auto& [gravest, flagged] : {std::pair{false, "1 0"}, std::pair{true, "1 1"}}) {
    FamilyRig rig;
    rig.incidents(1.0).gravities(1.2, 2.9);
    rig.find_calls({{days(30), days(365)}, {days(60), days(300)}}, no_end,
                   [grave = gravest](const Facts& facts) {
                     return facts.incidents[0].severity >= 2.0 &&
                            (grave ? facts.incidents[1].severity >= 2.0 : facts.incidents[1].severity < 1.7);
                   });
    const Course course = rig.run();
    ASSERT_EQ(course.child().contacts.size(), 2U);
    EXPECT_EQ(course.child().contacts[1].route, Route::existing_case);
    EXPECT_EQ(flags(course.child()), flagged);
  }
}

/// One serious harm in the window, and one call that tells of `severity`, so long before it or after it.
FamilyRig harmed(double severity, bool call_first) {
  FamilyRig rig;
  rig.gravity_of_all(severity).set("pathway.caf_consent", 0.0);
  for (const char* need : {"1", "2", "3"}) rig.set(std::string("life.harms_need_") + need, 0.5);
  rig.find([call_first](const Facts& facts) {
    if (!facts.all_at_school() || facts.harms.size() != 1 || facts.incidents.size() != 1) return false;
    const Instant harm = facts.harms[0], call = facts.incidents[0].at;
    return harm > facts.run.from + run_in && call > facts.run.from + run_in &&
           harm < facts.run.from + days(1090) && call < facts.run.from + days(1090) &&
           (call_first ? call + days(60) < harm : harm + days(60) < call);
  });
  return rig;
}

TEST(FamilyHindsight, HarmAfterAFlaggedCallIsPredictable) {
  const HindsightTally tally = *harmed(gravity::assessment, true).run().outcome.hindsight;
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 1);
  EXPECT_EQ(tally.predictable_named, 1);
  EXPECT_EQ(tally.predictable_only_of_harm, 0);
  EXPECT_EQ(tally.flagged, 1);
  EXPECT_EQ(tally.flagged_harmed, 1);
}

TEST(FamilyHindsight, HarmAfterACallThatIsTooLittleIsNot) {
  const HindsightTally tally = *harmed(gravity::caf, true).run().outcome.hindsight;
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 0);
  EXPECT_EQ(tally.flagged, 0) << "the hospital's call is no flag of what is to come";
}

TEST(FamilyHindsight, TheHospitalsCallIsNoEarlierCallAndALaterOnePredictsNothing) {
  const Course course = harmed(gravity::assessment, false).run();
  const HindsightTally& tally = *course.outcome.hindsight;
  EXPECT_EQ(tally.harms, 1);
  EXPECT_EQ(tally.predictable, 0);
  EXPECT_EQ(tally.flagged, 1);
  EXPECT_EQ(tally.flagged_unharmed, 1);
  EXPECT_TRUE(course.child().contacts.at(0).of_harm);
  EXPECT_TRUE(course.child().contacts.at(0).flagged);
  EXPECT_FALSE(course.child().contacts.at(1).of_harm);
}

/// The n-th family of a child in need about whom one call is made in the window, decided with much noise.
FamilyRig decided_with_noise(double severity, int nth) {
  FamilyRig rig;
  rig.gravity_of_all(severity).set("pathway.caf_consent", 0.0).set("door.decision_noise", 1.0);
  rig.find_calls({{run_in + days(12 * nth), run_in + days(12 * nth + 12)}});
  return rig;
}

// The mark against the same family played again without noise.
TEST(FamilyHindsight, LuckIsWhatTheSameCallComesToWithoutNoise) {
  int good = 0, bad_start = 0, bad = 0, none = 0;
  for (int nth = 0; nth < 25; ++nth) {
    for (const double severity : {gravity::caf, gravity::assessment}) {
      FamilyRig rig = decided_with_noise(severity, nth);
      const Course course = rig.run();
      const Course steady = rig.set("door.decision_noise", 0.0).run();
      ASSERT_EQ(course.child().contacts.size(), 1U);
      const auto& call = course.child().contacts[0];
      const bool assessed = !course.child().assessments.empty();
      const bool would_be = !steady.child().assessments.empty();
      EXPECT_EQ(call.luck == Luck::good, assessed && !would_be);
      EXPECT_EQ(call.luck == Luck::bad || call.luck == Luck::bad_start, !assessed && would_be);
      EXPECT_EQ(call.luck == Luck::bad_start, !assessed && would_be && course.took("referral_caf") == 0 &&
                                                  course.took("referral_advice") == 0 &&
                                                  course.took("referral_no_further_action") == 0);
      EXPECT_EQ(steady.child().contacts.at(0).luck, Luck::none);
      EXPECT_EQ(call.flagged, severity == gravity::assessment) << "noise is none of the reference worker's";
      const HindsightTally& tally = *course.outcome.hindsight;
      EXPECT_EQ(tally.lucky_children, call.luck == Luck::good);
      EXPECT_EQ(tally.unlucky_children, call.luck == Luck::bad || call.luck == Luck::bad_start);
      EXPECT_EQ(tally.taken_on_children, assessed);
      EXPECT_EQ(tally.turned_away_children, !assessed);
      good += call.luck == Luck::good;
      bad_start += call.luck == Luck::bad_start;
      bad += call.luck == Luck::bad;
      none += call.luck == Luck::none;
    }
  }
  EXPECT_GT(good, 0);
  EXPECT_GT(bad_start, 0);
  EXPECT_GT(bad, 0);
  EXPECT_GT(none, 0);
}

// On an open case: a sibling's core assessment begun, or not, through chance alone.
TEST(FamilyHindsight, LuckOnAnOpenCaseIsOfTheChildrenForWhomItBeginsSomething) {
  int turned = 0;
  for (int nth = 0; nth < 12; ++nth) {
    FamilyRig rig;
    rig.children(2).need(3).judged(1.5, 5.5).set("door.threshold_section47", 50.0);
    rig.find_calls(
        {{days(30 * (nth + 1)), days(30 * (nth + 2))}, {days(60), days(300)}}, no_end,
        [](const Facts& facts) { return facts.incidents[0].child == 0 && facts.incidents[1].child == 1; });
    const Course steady = rig.run();
    ASSERT_EQ(steady.child(1).told(), "existing_case");
    ASSERT_FALSE(steady.child(1).assessments.empty());
    const Course course = rig.set("door.decision_noise", 1.0).run();
    if (course.child(1).told() != "existing_case") continue;  // the first call's own luck
    const Luck luck = course.child(1).contacts.at(0).luck;
    EXPECT_EQ(luck == Luck::bad, course.child(1).assessments.empty());
    turned += luck == Luck::bad;
  }
  EXPECT_GT(turned, 0);
}

}  // namespace
}  // namespace lscb::world
