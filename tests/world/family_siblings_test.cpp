// Children of one family who differ: who is assessed, and whom a finding concerns.
#include <gtest/gtest.h>

#include "family_rig.h"

namespace lscb::world {
namespace {

/// Two children of those needs, and a single call about the elder that names both.
FamilyRig differing(int elder, int younger, double severity) {
  FamilyRig rig;
  rig.children(2).any_need().gravity_of_all(severity).set("observe.sibling_named", 1.0);
  rig.find([&](const Facts& facts) {
    return facts.children.size() == 2 && facts.all_at_school() && facts.incidents.size() == 1 &&
           facts.needs == std::vector{elder, younger} && facts.incidents[0].child == 0 &&
           facts.incidents[0].at > facts.run.from + days(30) &&
           facts.incidents[0].at < facts.run.from + days(400);
  });
  return rig;
}

// The rig foresees needs rightly.
TEST(FamilySiblings, NeedsAreAsForeseen) {
  const FamilyRig rig = differing(3, 1, gravity::nothing);
  const Course course = rig.run();
  EXPECT_EQ(course.child(0).need_at(rig.facts().run.from), 3);
  EXPECT_EQ(course.child(1).need_at(rig.facts().run.from), 1);
  EXPECT_EQ(course.child(0).need_at(rig.facts().run.to), 3);
}

// All children named are assessed; the plan is for those in whom complex need was found.
TEST(FamilySiblings, APlanConcernsThoseInNeed) {
  FamilyRig rig = differing(3, 1, gravity::assessment);
  const Course course = rig.judged(1.5, 5.5).run();
  EXPECT_EQ(course.child(0).assessed(), "initial 3");
  EXPECT_EQ(course.child(1).assessed(), "initial 1");
  EXPECT_EQ(course.child(0).served(), "child_in_need");
  EXPECT_EQ(course.child(1).served(), "");
}

// Only who is named is assessed.
TEST(FamilySiblings, AChildWhoIsNotNamedIsNotAssessed) {
  FamilyRig rig = differing(3, 3, gravity::assessment);
  const Course course = rig.judged(1.5, 5.5).set("observe.sibling_named", 0.0).run();
  EXPECT_EQ(course.child(0).served(), "child_in_need");
  EXPECT_EQ(course.child(1).told(), "");
  EXPECT_EQ(course.child(1).assessed(), "");
  EXPECT_EQ(course.child(1).served(), "");
}

// An enquiry is confirmed for those in whom most was found: the conference concerns them.
TEST(FamilySiblings, AConferenceConcernsThoseInWhomMostWasFound) {
  FamilyRig rig = differing(3, 2, gravity::strategy);
  rig.judged(0.5, 0.5).set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0);
  const Course course = rig.run();
  EXPECT_EQ(course.child(0).assessed(), "enquiry 3");
  EXPECT_EQ(course.child(1).assessed(), "enquiry 2");
  EXPECT_EQ(course.child(0).served(), "protection");
  EXPECT_EQ(course.child(1).served(), "child_in_need") << "for the others the core assessment decides";
}

// After an initial assessment the enquiry concerns those in whom most was found.
TEST(FamilySiblings, AnEnquiryConcernsThoseInWhomMostWasFound) {
  FamilyRig rig = differing(3, 1, gravity::assessment);
  rig.judged(0.5, 0.5).set("pathway.section47_share", 1.0);
  rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0);
  const Course course = rig.run();
  EXPECT_EQ(course.child(0).assessed(), "initial 3, enquiry 3");
  EXPECT_EQ(course.child(1).assessed(), "initial 1");
}

// A core assessment goes on with all children of the initial one.
TEST(FamilySiblings, ACoreAssessmentConcernsAllOfThem) {
  FamilyRig rig = differing(3, 1, gravity::assessment);
  const Course course = rig.judged(1.5, 5.5).set("pathway.core_share", 1.0).run();
  EXPECT_EQ(course.child(0).assessed(), "initial 3, core 3");
  EXPECT_EQ(course.child(1).assessed(), "initial 1, core 1");
}

// A CAF's review calls the door at the need of the child in whom most was found.
TEST(FamilySiblings, AStepUpTellsOfTheGravest) {
  FamilyRig rig = differing(1, 3, gravity::caf);
  const Course course = rig.judged(1.5, 5.5).run();
  EXPECT_EQ(course.child(0).served(1), "caf ended");
  EXPECT_EQ(course.child(1).served(1), "caf ended");
  EXPECT_EQ(course.child(1).told(2), "caf, strategy_discussion");
}

}  // namespace
}  // namespace lscb::world
