// A household with an assessment, a conference to come or a plan is an open case, and its worker hears of
// whatever is told of it.
#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "family_rig.h"
#include "trace/names.h"

namespace lscb::world {
namespace {

using measures::Route;

constexpr Minutes soon = days(30);

bool elder_then_younger(const Facts& facts) {
  return facts.incidents[0].child == 0 && facts.incidents[1].child == 1;
}

/// Why the calls at that moment that passed a threshold led to nothing, a word each.
std::string nothing_begun(const Course& course, Instant at) {
  std::string words;
  for (const trace::Step& step : course.steps) {
    const auto* nothing = std::get_if<trace::NothingBegun>(&step.what);
    if (nothing != nullptr && step.at == at)
      words += std::string(words.empty() ? "" : ", ") + trace::id(nothing->why);
  }
  return words;
}

/// A child-in-need plan for the elder child, then a call about that child or about its sibling.
FamilyRig called_about_again(int second_child) {
  FamilyRig rig;
  rig.children(2).need(3).judged(1.5, 5.5);
  rig.find_calls({{soon, days(365)}, {days(60), days(300)}}, no_end, [&](const Facts& facts) {
    return facts.incidents[0].child == 0 && facts.incidents[1].child == second_child;
  });
  return rig;
}

// A plan for one child makes the household an open case: a sibling without a plan gets a core assessment.
TEST(FamilyOpenCase, ASiblingWithoutAPlanGetsACoreAssessment) {
  const Course course = called_about_again(1).run();
  EXPECT_EQ(course.child(0).told(), "assessment");
  EXPECT_EQ(course.child(0).assessed(), "initial 3");
  EXPECT_EQ(course.child(1).told(), "existing_case");
  EXPECT_EQ(course.child(1).assessed(), "core 3");
  EXPECT_EQ(course.child(1).served(), "child_in_need");
  EXPECT_EQ(course.took("existing_case_core"), 1U);
  EXPECT_EQ(course.child(1).assessments.at(0).begun, course.child(1).contacts.at(0).at) << "at once";
  EXPECT_EQ(nothing_begun(course, course.child(1).contacts.at(0).at), "");
}

// A child who has a plan gets no second assessment.
TEST(FamilyOpenCase, AChildWithAPlanIsHeardOfAndNoMore) {
  const Course course = called_about_again(0).run();
  EXPECT_EQ(course.child(0).told(), "assessment, existing_case");
  EXPECT_EQ(course.child(0).assessed(), "initial 3");
  EXPECT_EQ(course.took("existing_case_core"), 0U);
  EXPECT_EQ(nothing_begun(course, course.child(0).contacts.at(1).at), "children_planned");
}

// Its worker has the whole file in view, where the door would have had a quarter: 1.5 + 4 is significant
// harm.
TEST(FamilyOpenCase, ItsWorkerJudgesWithTheFileInView) {
  FamilyRig rig;
  rig.need(3).incidents(1.0).gravities(1.2, 2.9).judged(1.5, 5.5);
  rig.set("door.weight_history", 4.0).set("door.history_saturation", 1e-6);
  rig.find_calls({{soon, days(365)}, {days(60), days(300)}}, days(60), [](const Facts& facts) {
    return facts.incidents[0].severity >= 2.0 && facts.incidents[1].severity < 1.7;
  });
  const Course course = rig.run();
  ASSERT_GE(course.child().contacts.size(), 2U);
  EXPECT_EQ(course.child().contacts.at(1).route, Route::existing_case);
  ASSERT_GE(course.child().assessments.size(), 2U);
  EXPECT_EQ(course.child().assessments.at(1).kind, measures::AssessmentKind::section47);
  EXPECT_GE(course.took("existing_case_enquiry"), 1U);
}

/// A plan, and then a call that is grave only to a worker who has the first call in view: 1.5 + 4.
FamilyRig called_again_after(Minutes least, Minutes most) {
  FamilyRig rig;
  rig.need(3).incidents(2.0).gravities(1.2, 2.9).judged(1.5, 5.5);
  rig.set("door.weight_history", 4.0).set("door.history_saturation", 1e-6);
  rig.find_calls({{soon, days(365)}, {least, most}}, days(60), [](const Facts& facts) {
    return facts.incidents[0].severity >= 2.0 && facts.incidents[1].severity < 1.7;
  });
  return rig;
}

bool enquired_into_at_once(const FamilyRig& rig) {
  const Course course = rig.run();
  const auto& second = course.child().contacts.at(1);
  EXPECT_LT(course.child().services.at(0).from, second.at);
  EXPECT_EQ(second.route, Route::existing_case);
  for (const auto& a : course.child().assessments) {
    if (a.begun == second.at) return true;
  }
  return false;
}

// Who takes a case up has in view no more than notes carry, until the file has been read.
TEST(FamilyOpenCase, ACaseTakenUpIsInViewOnceItsFileIsRead) {
  // The plan takes the case to the long-term team; the second call comes before its first visit.
  FamilyRig rig = called_again_after(days(15), days(19));
  EXPECT_TRUE(enquired_into_at_once(rig)) << "nothing lost";
  rig.set("pathway.handover_loss", 1.0).set("pathway.hours_reread", 400.0);
  EXPECT_FALSE(enquired_into_at_once(rig)) << "lost";
  rig.set("pathway.hours_reread", 0.5);
  EXPECT_TRUE(enquired_into_at_once(rig)) << "read again";
}

// A change of worker later on loses what has come into view by then.
TEST(FamilyOpenCase, AHandoverLosesWhatWasInView) {
  FamilyRig rig = called_again_after(days(60), days(200));
  rig.set("pathway.handover_loss", 1.0).set("pathway.hours_reread", 0.5);
  EXPECT_TRUE(enquired_into_at_once(rig));
  // Nobody gets round to the file before the call.
  const Instant second = rig.facts().incidents[1].at;
  rig.cases_transferred(second - days(1)).busy(second - days(2), 160);
  EXPECT_FALSE(enquired_into_at_once(rig));
}

// A mild word about a sibling is heard by the worker and leads to nothing.
TEST(FamilyOpenCase, AMildCallLeadsToNothing) {
  FamilyRig rig;
  rig.children(2).need(3).gravities(1.2, 2.9).judged(1.5, 5.5);
  rig.find_calls({{soon, days(365)}, {days(60), days(300)}}, no_end, [](const Facts& facts) {
    return elder_then_younger(facts) && facts.incidents[0].severity >= 2.0 &&
           facts.incidents[1].severity < 2.0;
  });
  const Course course = rig.run();
  EXPECT_EQ(course.child(1).told(), "existing_case");
  EXPECT_EQ(course.child(1).assessed(), "");
  EXPECT_EQ(nothing_begun(course, course.child(1).contacts.at(0).at), "") << "it passes no threshold";
}

/// An assessment of the elder child that takes weeks, and a graver call about the younger in its midst.
FamilyRig overtaken(double second_from, double second_below) {
  FamilyRig rig;
  rig.children(2).incidents(2.0).gravities(2.1, 4.0).judged(0.5, 5.5);
  rig.set("pathway.hours_initial_assessment", 60.0);
  rig.find_calls({{soon, days(365)}, {days(4), days(9)}}, days(60), [&](const Facts& facts) {
    return elder_then_younger(facts) && facts.incidents[0].severity < 3.0 &&
           facts.incidents[1].severity >= second_from && facts.incidents[1].severity < second_below;
  });
  return rig;
}

void expect_overtaken(const Course& course) {
  const ChildCourse& elder = course.child(0);
  const ChildCourse& younger = course.child(1);
  ASSERT_GE(elder.assessments.size(), 2U);
  ASSERT_GE(younger.assessments.size(), 1U);
  EXPECT_EQ(elder.assessed(2), "initial unfinished, enquiry 2");
  EXPECT_EQ(younger.assessed(1), "enquiry 2");
  EXPECT_EQ(younger.contacts.at(0).route, Route::existing_case);
  EXPECT_EQ(elder.assessments.at(1).begun, younger.assessments.at(0).begun);
  EXPECT_EQ(elder.assessments.at(1).begun, younger.contacts.at(0).at) << "at once";
}

// A call that the worker scores as significant harm begins an enquiry, which overtakes the assessment under
// way and takes over its children.
TEST(FamilyOpenCase, AnEnquiryOvertakesAnAssessmentAndTakesOverItsChildren) {
  const Course course = overtaken(3.0, 3.75).run();
  expect_overtaken(course);
  EXPECT_GE(course.took("existing_case_enquiry"), 1U);
}

// So does an emergency.
TEST(FamilyOpenCase, AnEmergencyOvertakesAnAssessmentToo) {
  const Course course = overtaken(3.75, 5.0).run();
  expect_overtaken(course);
  EXPECT_GE(course.took("emergency"), 1U);
}

// Nothing overtakes an enquiry, and nothing joins it.
TEST(FamilyOpenCase, NothingOvertakesAnEnquiry) {
  for (const auto& bounds : {std::pair{2.1, 3.0}, std::pair{3.0, 3.75}, std::pair{3.75, 4.1}}) {
    const double from = bounds.first, below = bounds.second;
    FamilyRig rig;
    rig.children(2).incidents(2.0).gravities(2.1, 4.0).judged(0.5, 5.5);
    rig.find_calls({{soon, days(365)}, {days(4), days(9)}}, days(60), [&](const Facts& facts) {
      return elder_then_younger(facts) && facts.incidents[0].severity >= 3.0 &&
             facts.incidents[1].severity >= from && facts.incidents[1].severity < below;
    });
    const Course course = rig.run();
    EXPECT_EQ(course.child(0).assessed(1), "enquiry 2") << from;
    EXPECT_EQ(course.child(1).contacts.at(0).route, Route::existing_case) << from;
    EXPECT_EQ(nothing_begun(course, course.child(1).contacts.at(0).at), "enquiry_under_way") << from;
    for (const auto& a : course.child(1).assessments) {
      EXPECT_GE(a.begun, course.child(1).contacts.at(1).at) << "only later calls lead on";
    }
  }
}

// So does an assessment of the elder child while a call about the younger is no graver than it: one at a
// time.
TEST(FamilyOpenCase, ACallDuringAnAssessmentBeginsNoSecondOne) {
  const Course course = overtaken(2.1, 3.0).run();
  EXPECT_EQ(course.child(0).assessed(1), "initial 2");
  EXPECT_EQ(course.child(1).contacts.at(0).route, Route::existing_case);
  EXPECT_EQ(nothing_begun(course, course.child(1).contacts.at(0).at), "assessment_under_way");
  for (const auto& a : course.child(1).assessments) EXPECT_GE(a.begun, course.child(1).contacts.at(1).at);
}

// Between the end of an enquiry and its conference the case is open, although nothing else is held.
TEST(FamilyOpenCase, AConferenceToComeKeepsTheCaseOpen) {
  FamilyRig rig;
  rig.children(2).need(3).incidents(2.0).gravities(2.1, 3.7).judged(0.5, 1.0);
  rig.set("pathway.conference_share", 1.0).set("pathway.conference_notice_days", 60.0);
  rig.find_calls({{soon, days(365)}, {days(45), days(65)}}, days(60), [](const Facts& facts) {
    return elder_then_younger(facts) && facts.incidents[0].severity >= 3.0 &&
           facts.incidents[1].severity < 3.0;
  });
  const Course course = rig.run();
  const Instant second = rig.facts().incidents[1].at;
  ASSERT_EQ(course.child(0).assessed(1), "enquiry 3");
  ASSERT_LT(course.child(0).assessments.at(0).completed, second);
  ASSERT_GT(course.child(0).services.at(0).from, second);
  EXPECT_EQ(course.child(1).contacts.at(0).route, Route::existing_case);
  EXPECT_EQ(course.child(1).assessed(1), "core 3");
}

// When everything has ended the case is closed, and the next call meets the door.
TEST(FamilyOpenCase, AClosedCaseMeetsTheDoorAgain) {
  FamilyRig rig;
  rig.need(0);
  rig.find_calls({{soon, days(365)}, {days(40), days(300)}});
  const Course course = rig.run();
  EXPECT_EQ(course.child().told(), "assessment, assessment");
  EXPECT_EQ(course.child().assessed(), "initial 0, initial 0");
  EXPECT_EQ(course.took("initial_closed"), 2U);
}

}  // namespace
}  // namespace lscb::world
