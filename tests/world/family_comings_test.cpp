// Comings and goings: the earlier file, children before birth, at 18 and moving away; the dangerous adult;
// and the worker who changes.
#include <gtest/gtest.h>

#include "family_rig.h"

namespace lscb::world {
namespace {

using measures::Route;

// --- The file of another authority

/// A family that has moved in with a file elsewhere, called about twice at 2.5; two calls on file and the
/// second itself make 7.4 at most, so that a bound above shows what the other authority's file adds.
Course two_calls_after_a_move(double bound, double requested, double arrives) {
  FamilyRig rig;
  rig.set("life.families_moving", 0.5).set("life.file_elsewhere", 2.0).need(0);
  for (const char* id : {"door.threshold_assessment", "door.threshold_caf", "door.threshold_advice"}) {
    rig.set(id, bound);
  }
  rig.set("door.threshold_section47", 50.0).set("door.threshold_emergency", 50.0);
  rig.set("door.weight_history", 1000.0).set("door.history_saturation", 1000.0);
  rig.set("pathway.earlier_file_requested", requested).set("pathway.earlier_file_arrives", arrives);
  rig.set("pathway.earlier_file_days", 2.0);
  rig.find([](const Facts& facts) {
    return facts.household.moved_in > facts.run.from && facts.all_at_school() &&
           facts.incidents.size() == 2 && facts.incidents[1].at - facts.incidents[0].at > days(60);
  });
  return rig.run();
}

// Asked for when a referral is taken, it comes, and adds to what is on file from then on.
TEST(FamilyComings, TheEarlierFileIsRequestedAndReceived) {
  const Course course = two_calls_after_a_move(6.6, 1.0, 1.0);
  EXPECT_EQ(course.child().told(), "no_further_action, assessment");
  EXPECT_EQ(course.took("earlier_file_requested"), 1U) << "once";
  EXPECT_EQ(course.took("earlier_file_received"), 1U);
}

// Not asked for, or not sent, it adds nothing.
TEST(FamilyComings, AnEarlierFileThatNeverComesAddsNothing) {
  const Course silent = two_calls_after_a_move(6.6, 1.0, 0.0);
  EXPECT_EQ(silent.child().told(), "no_further_action, no_further_action");
  EXPECT_EQ(silent.took("earlier_file_never_came"), 1U);
  const Course unasked = two_calls_after_a_move(6.6, 0.0, 1.0);
  EXPECT_EQ(unasked.child().told(), "no_further_action, no_further_action");
  EXPECT_EQ(unasked.took("earlier_file_requested"), 0U);
}

// It adds 2 to 4 levels: 5 are on file or told, so no more than 9 in all.
TEST(FamilyComings, AnEarlierFileAddsFourLevelsAtMost) {
  EXPECT_EQ(two_calls_after_a_move(9.1, 1.0, 1.0).child().told(), "no_further_action, no_further_action");
}

// --- Before birth

/// Told of before it is born, as significant harm.
FamilyRig before_birth(int children) {
  FamilyRig rig;
  rig.children(children).need(3).gravity_of_all(gravity::strategy).judged(0.5, 1.0);
  rig.referrer(spec::Referrer::health).set("observe.sibling_named", 1.0);
  rig.find([&](const Facts& facts) {
    const life::Child& youngest = facts.children.back();
    if (static_cast<int>(facts.children.size()) != children || facts.incidents.size() != 1) return false;
    const Instant first = facts.incidents[0].at;
    return facts.incidents[0].child == children - 1 && first < youngest.born - days(60) &&
           youngest.born < facts.run.from + days(500);
  });
  return rig;
}

// No power reaches an unborn child: where another would be looked after it has a protection plan.
TEST(FamilyComings, AnUnbornChildGetsAProtectionPlan) {
  FamilyRig rig = before_birth(1);
  const Course course = rig.set("pathway.accommodation_share", 1.0).run();
  EXPECT_EQ(course.child().told(), "strategy_discussion");
  EXPECT_EQ(course.child().served(), "protection");
  EXPECT_LT(course.child().services.at(0).from, rig.facts().children[0].born);
  EXPECT_EQ(course.took("prebirth_contact"), 1U);
  EXPECT_EQ(course.took("enquiry_accommodation"), 1U);
}

// A sibling who is born is looked after, and the unborn child has its plan beside it.
TEST(FamilyComings, ASiblingWhoIsBornIsLookedAfter) {
  FamilyRig rig = before_birth(2);
  const Course course = rig.set("pathway.accommodation_share", 1.0).run();
  EXPECT_EQ(course.child(0).served(), "looked_after");
  EXPECT_EQ(course.child(1).served(), "protection");
}

// --- Leaving

/// Facts of a family that leaves in the run's last year and a half, told of once before.
bool told_of_once_and_leaves(const Facts& facts, Instant leaves) {
  return facts.incidents.size() == 1 && facts.age(0, facts.run.from) > 5.0 &&
         facts.incidents[0].at > facts.run.from + days(30) && facts.incidents[0].at < leaves - days(250) &&
         leaves < facts.run.to - days(30);
}

// At 18 a child leaves every plan, on the day.
TEST(FamilyComings, PlansEndAtEighteen) {
  struct Case {
    double severity, harm_from, accommodation;
    const char* served;
    std::uint64_t aged_out;
  };
  for (const Case& c : {Case{gravity::assessment, 5.5, 0.0, "child_in_need ended", 0},
                        Case{gravity::strategy, 1.0, 1.0, "looked_after ended", 1},
                        Case{gravity::strategy, 1.0, 0.0, "protection ended", 0},
                        Case{gravity::caf, 5.5, 0.0, "caf ended", 0}}) {
    FamilyRig rig;
    const bool caf = c.severity == gravity::caf;
    rig.need(caf ? 2 : 3).gravity_of_all(c.severity).judged(caf ? 3.5 : 1.5, c.harm_from);
    rig.set("pathway.accommodation_share", c.accommodation);
    rig.set("pathway.conference_share", 1.0).set("pathway.plan_share", 1.0);
    rig.find([](const Facts& facts) { return told_of_once_and_leaves(facts, facts.children[0].turns_18()); });
    const Course course = rig.run();
    ASSERT_EQ(course.child().served(), c.served);
    EXPECT_EQ(course.child().services.at(0).to, rig.facts().children[0].turns_18());
    EXPECT_EQ(course.took("aged_out"), c.aged_out);
  }
}

// So does a child whose family moves away.
TEST(FamilyComings, PlansEndWhenTheFamilyMovesAway) {
  FamilyRig rig;
  rig.need(3).judged(1.5, 5.5).set("life.families_moving", 0.5);
  rig.find([](const Facts& facts) {
    return told_of_once_and_leaves(facts, facts.household.moves_away) &&
           facts.household.moves_away < facts.children[0].turns_18();
  });
  const Course course = rig.run();
  ASSERT_EQ(course.child().served(), "child_in_need ended");
  EXPECT_EQ(course.child().services.at(0).to, rig.facts().household.moves_away);
}

// --- The dangerous adult

FamilyRig with_dangerous_adult() {
  FamilyRig rig;
  rig.need(1).dangerous_adult().judged(0.5, 5.5).set("observe.checks_reveal_adult", 1.0);
  rig.set("pathway.adult_removal_share", 1.0).set("pathway.adult_removal_days", 20.0).find_one_call();
  return rig;
}

// An assessment whose checks bring out the adult finds what there is; orders are sought, and when the adult
// has gone the child's own need is left.
TEST(FamilyComings, TheDangerousAdultIsRemoved) {
  const FamilyRig rig = with_dangerous_adult();
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  ASSERT_EQ(child.assessed(1), "initial 3");
  EXPECT_EQ(child.need_at(child.assessments.at(0).completed), 3);
  EXPECT_EQ(child.need_at(rig.facts().run.to), 1);
  EXPECT_EQ(course.took("adult_removal_sought"), 1U);
  EXPECT_EQ(course.took("adult_removed"), 1U);
}

// While orders are being sought they are not sought again.
TEST(FamilyComings, OrdersAreSoughtOnce) {
  FamilyRig rig = with_dangerous_adult();
  rig.gravity_of_all(gravity::strategy).set("pathway.adult_removal_days", 5000.0);
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(1), "enquiry 3");
  EXPECT_EQ(course.took("adult_removal_sought"), 1U);
}

// Where orders are not sought the adult stays.
TEST(FamilyComings, TheAdultStaysWhereNoOrdersAreSought) {
  FamilyRig rig = with_dangerous_adult();
  const Course course = rig.set("pathway.adult_removal_share", 0.0).run();
  EXPECT_EQ(course.child().assessed(1), "initial 3");
  EXPECT_EQ(course.child().need_at(rig.facts().run.to), 3);
  EXPECT_EQ(course.took("adult_removal_sought"), 0U);
}

// An adult whom no check brings out stays hidden: the assessment finds the child's own need, and nobody acts.
TEST(FamilyComings, AHiddenAdultIsNotSoughtToBeRemoved) {
  FamilyRig rig = with_dangerous_adult();
  const Course course = rig.set("observe.checks_reveal_adult", 0.0).run();
  EXPECT_EQ(course.child().assessed(1), "initial 1");
  EXPECT_EQ(course.child().need_at(rig.facts().run.to), 3);
  EXPECT_EQ(course.took("adult_found") + course.took("adult_removal_sought"), 0U);
}

/// A first call brings the adult out; he leaves by himself; a second call is judged on the file.
FamilyRig whose_adult_leaves() {
  FamilyRig rig;
  rig.need(1).dangerous_adult().judged(3.5, 5.5).gravity_of_all(gravity::assessment);
  rig.set("observe.checks_reveal_adult", 1.0).set("pathway.adult_removal_share", 0.0);
  rig.set("life.adult_arrives", 2.0).set("life.adult_leaves", 1.0);
  rig.find_calls({{days(30), days(200)}, {days(500), days(900)}}, days(30));
  return rig;
}

// Nobody is told that he has gone: without a visit that sees it he stays on file.
TEST(FamilyComings, AnAdultWhoHasLeftUnseenStaysOnFile) {
  const Course course = whose_adult_leaves().run();
  bool found = false, left = false, judged_since = false;
  for (const trace::Step& step : course.steps) {
    const auto* turn = std::get_if<trace::Turn>(&step.what);
    found = found || (turn != nullptr && turn->branch == trace::Branch::adult_found);
    left = left || (found && std::holds_alternative<trace::AdultLeft>(step.what));
    const auto* judged = std::get_if<trace::Judged>(&step.what);
    if (!left || judged == nullptr) continue;
    EXPECT_TRUE(judged->evidence.adult_on_record);
    judged_since = true;
  }
  EXPECT_TRUE(found);
  EXPECT_TRUE(left);
  EXPECT_TRUE(judged_since);
}

// --- A change of worker

/// Every case changes hands while its assessment is under way.
FamilyRig handed_over(double severity) {
  FamilyRig rig;
  // Nothing of the file is in view; the parents' word, taken by itself, outweighs what was told.
  rig.gravity_of_all(severity).judged(0.5, 5.5).set("pathway.handover_loss", 1.0);
  rig.set("observe.account_convinces", 1.0).set("door.weight_account", 5.0);
  rig.set("pathway.hours_initial_assessment", 150.0)
      .set("pathway.hours_core_assessment", 300.0)
      .find_one_call();
  rig.cases_transferred(rig.facts().incidents[0].at + days(14));
  return rig;
}

/// And nobody has time to read the file: some work waits, and the reading goes first.
FamilyRig handed_over_unread(double severity) {
  FamilyRig rig = handed_over(severity);
  rig.set("workforce.squeeze_chronology_weeks", 1e-3).set("workforce.squeeze_slope", 1000.0);
  rig.busy(rig.facts().incidents[0].at + days(12), 80);
  return rig;
}

// The newcomer judges on the note alone; the assessment is dropped and the case closed.
TEST(FamilyComings, AnAssessmentIsDroppedAtAHandover) {
  FamilyRig rig = handed_over_unread(gravity::assessment);
  const Course course = rig.run();
  const ChildCourse& child = course.child();
  EXPECT_EQ(child.told(), "assessment");
  EXPECT_EQ(child.assessed(), "initial unfinished");
  EXPECT_EQ(child.served(), "");
  EXPECT_TRUE(child.contacts.at(0).lost_in_handover);
  EXPECT_EQ(course.took("dropped_at_handover"), 1U);
}

// Who reads the file takes it over and finishes it.
TEST(FamilyComings, AnAssessmentWhoseFileIsReadIsFinished) {
  FamilyRig rig = handed_over(gravity::assessment);
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(1), "initial 2");
  EXPECT_FALSE(course.child().contacts.at(0).lost_in_handover);
  EXPECT_GE(course.took("handover"), 1U);
  EXPECT_EQ(course.took("file_unread"), 0U);
}

// And so does who cannot, if what was told stands by itself.
TEST(FamilyComings, AnAssessmentThatStandsByItselfIsFinished) {
  FamilyRig rig = handed_over_unread(gravity::assessment);
  const Course course = rig.set("door.weight_account", 0.0).run();
  EXPECT_EQ(course.child().assessed(1), "initial 2");
  EXPECT_GE(course.took("file_unread"), 1U);
}

// An enquiry is never dropped.
TEST(FamilyComings, AnEnquiryIsNeverDropped) {
  FamilyRig rig = handed_over_unread(gravity::strategy);
  const Course course = rig.run();
  EXPECT_EQ(course.child().assessed(1), "enquiry 2");
  EXPECT_GE(course.took("handover"), 1U);
  EXPECT_EQ(course.took("dropped_at_handover"), 0U);
}

// --- At the start

// A plan is held from the first day by the child who is in need of it, and by nobody else.
TEST(FamilyComings, TheCaseloadAtTheStartIsDrawnToTheStock) {
  FamilyRig rig;
  rig.need(3).incidents(0.0).judged(1.5, 5.5);
  rig.find([](const Facts& facts) { return facts.all_at_school(); });
  rig.design.area.flows.looked_after = 1.0;
  const Course course = rig.run();
  ASSERT_EQ(course.child().served(), "looked_after");
  EXPECT_EQ(course.child().services.at(0).from, rig.facts().run.from);
  rig.need(0).find([](const Facts& facts) { return facts.all_at_school(); });
  EXPECT_EQ(rig.run().child().served(), "");
}

}  // namespace
}  // namespace lscb::world
