// Why two courses part, in words: every kind of input that can differ has its words, they point the way in
// which the model pulls, and no arithmetic stands in them.
#include "report/cause_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "door/screening.h"
#include "report/change_words.h"
#include "report/divergence_words.h"
#include "report/family_text.h"
#include "report/family_words.h"
#include "report/paired_courses.h"
#include "report/weighing_words.h"
#include "support/course_by_hand.h"
#include "told_causes.h"

namespace lscb::report {
namespace {

using experiment::Course;
using pathway::Work;
using proof::CourseByHand;
using proof::work_done;

trace::Withheld kept_back(trace::Silence why) {
  return {spec::Referrer::school, why, {}};
}

/// Two of each kind that can be read or stand before who acts, and that differ.
std::vector<std::pair<trace::What, trace::What>> every_kind_of_input() {
  using spec::Referrer;
  std::vector<std::pair<trace::What, trace::What>> all = {
      {trace::Experience{0.1}, trace::Experience{0.9}},
      {trace::Backlog{0.5}, trace::Backlog{3.0}},
      {trace::Yardstick{1.2}, trace::Yardstick{1.9}},
      {trace::PolicyRead{0.0, 0.0, 0.0, 0.0}, trace::PolicyRead{0.2, 0.0, 0.0, 0.0}},
      {trace::PolicyRead{0.0, 0.0, 0.0, 0.0}, trace::PolicyRead{0.0, 0.3, 0.0, 0.0}},
      {trace::PolicyRead{0.0, 0.0, 0.0, 0.0}, trace::PolicyRead{0.0, 0.0, -0.2, 0.0}},
      {trace::PolicyRead{0.0, 0.0, 0.0, 0.0}, trace::PolicyRead{0.0, 0.0, 0.0, 0.4}},
      {trace::Tie{Referrer::police, 1.0}, trace::Tie{Referrer::police, 0.4}},
      {trace::CentreOpen{1.0}, trace::CentreOpen{0.8}},
      {trace::CaseHeld{true}, trace::CaseHeld{false}},
      {trace::CaseWaits{false}, trace::CaseWaits{true}},
      {trace::Reflected{true}, trace::Reflected{false}},
      {trace::Carried{0.0}, trace::Carried{0.5}},
      {trace::PublicityRead{1.0}, trace::PublicityRead{1.3}},
      {trace::Repute{Referrer::school, 1.0}, trace::Repute{Referrer::school, 0.6}},
      {work_done(Work::core_assessment, 0b1111, 0b1111), work_done(Work::core_assessment, 0b1111, 0b0100)},
      {kept_back(trace::Silence::gave_up), kept_back(trace::Silence::lost)},
      {proof::judged(), proof::judged(0.3)},
  };
  for (int i = 0; i <= static_cast<int>(trace::Standard::centre_management); ++i) {
    const auto which = static_cast<trace::Standard>(i);
    all.emplace_back(trace::Standards{which, 0.0, 0.0, 0.0}, trace::Standards{which, 0.6, 0.0, 0.0});
  }
  for (int i = 0; i <= static_cast<int>(trace::Arranged::file_days); ++i) {
    const auto which = static_cast<trace::Arranged>(i);
    all.emplace_back(trace::Arrangement{which, 0.0}, trace::Arrangement{which, 0.6});
  }
  return all;
}

// Each kind both ways round: told, told otherwise the other way round, and like no other kind.
TEST(CauseWords, TellEveryKindOfInputAndWhichWayItPulled) {
  std::set<Sentences> seen;
  for (const auto& [a, b] : every_kind_of_input()) {
    for (const Sentences& told : {causes(a, b), causes(b, a)}) {
      ASSERT_FALSE(told.empty()) << trace::Step{{}, {}, a}.name();
      for (const std::string& sentence : told) expect_plain(sentence);
      EXPECT_TRUE(any_has(told, "plan-b")) << told.front();
      EXPECT_TRUE(seen.insert(told).second) << told.front();
    }
    EXPECT_TRUE(causes(a, a).empty());
  }
}

template <class Kind>
void expect_in_list(std::set<std::size_t>& kinds) {
  const trace::Step step{{}, {}, Kind{}};
  if (step.origin() != trace::Origin::read && step.lane() != trace::Lane::in_view) return;
  EXPECT_EQ(kinds.count(step.what.index()), 1U) << step.name() << " is read and has no words";
}

// A kind of input that is added to the trace has to be put into words too.
TEST(CauseWords, NoKindThatIsReadIsForgotten) {
  std::set<std::size_t> kinds;
  for (const auto& pair : every_kind_of_input()) kinds.insert(pair.first.index());
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    (expect_in_list<std::variant_alternative_t<index, trace::What>>(kinds), ...);
  }
  (std::make_index_sequence<std::variant_size_v<trace::What>>{});
}

TEST(CauseWords, SayInWhichDesignMoreWorkWaitedOrTheCentreWasShut) {
  EXPECT_EQ(causes(trace::Backlog{0.5}, trace::Backlog{3.0}),
            Sentences{"Under plan-b more work waited at the desk."});
  EXPECT_EQ(causes(trace::CentreOpen{1.0}, trace::CentreOpen{0.8}),
            Sentences{"Under plan-b the children's centre was open for less of the week."});
  EXPECT_EQ(causes(trace::PolicyRead{}, trace::PolicyRead{0.2, 0.3, -0.2, 0.0}),
            Sentences{"Under plan-b policy asked for more before an assessment and section 47, and for less "
                      "before CAF than under plan-a."});
  EXPECT_EQ(
      causes(trace::CaseHeld{true}, trace::CaseHeld{false}),
      Sentences{"As the enquiry began, somebody at work held the case under plan-a and nobody did under "
                "plan-b."});
}

// Each alone, as the model's rule weighs it.
TEST(CauseWords, OfAWeighingGiveTheReasonThatStoodBeforeTheWorker) {
  door::Evidence told;
  told.signal = 1.8;
  told.specific = false;
  told.account_tested = true;
  told.concerns_on_file = 3.0;
  told.label = record::Label::caf;
  door::Decider calm;
  calm.noise = -0.5;
  calm.yardstick = 1.4;
  const auto reason = [&](const auto& change) {
    door::Evidence evidence = told;
    door::Decider decider = calm;
    door::Policy policy;
    change(evidence, decider, policy);
    return causes(weighed(told, calm, {}), {}, weighed(evidence, decider, policy), policy).front();
  };
  using door::Decider;
  using door::Evidence;
  using door::Policy;
  EXPECT_EQ(reason([](Evidence&, Decider& d, Policy&) { d.backlog_weeks = 6.0; }),
            "Under plan-b the desk was further behind, so the same concern weighed less.");
  EXPECT_EQ(reason([](Evidence&, Decider& d, Policy&) { d.yardstick = 2.5; }),
            "Under plan-b the team had lately seen graver cases, beside which this one seemed smaller.");
  EXPECT_EQ(
      reason([](Evidence&, Decider& d, Policy&) { d.inexperience = 1.0; }),
      "Under plan-b who decided was less experienced, and chance, which then plays a larger part, made the "
      "concern seem smaller.");
  EXPECT_EQ(
      reason([](Evidence& e, Decider&, Policy&) { e.chronology_read = true; }),
      "The chronology was read under plan-b and not under plan-a, so the family's history counted for more "
      "under plan-b.");
  EXPECT_EQ(
      reason([](Evidence& e, Decider&, Policy&) {
        e.account_tested = false;
        e.account = 1.0;
      }),
      "The parents' account was tested under plan-a and not under plan-b; where it is taken as told, it "
      "reassures.");
  EXPECT_EQ(reason([](Evidence& e, Decider&, Policy&) { e.adult_on_record = true; }),
            "A dangerous adult was known of under plan-b and not under plan-a.");
  EXPECT_EQ(reason([](Evidence& e, Decider&, Policy&) { e.engages = true; }),
            "The family seemed to engage under plan-b and not under plan-a, which reassures.");
  EXPECT_EQ(
      reason([](Evidence&, Decider&, Policy& p) { p.downgrade_anchor = 0.5; }),
      "Under plan-b policy let an earlier, lower outcome on file (CAF) count for more against the concern.");
  EXPECT_EQ(reason([](Evidence& e, Decider&, Policy& p) {
              p.downgrade_anchor = 0.5;
              e.label = record::Label::no_further_action;
            }),
            "Under plan-b policy let an earlier, lower outcome on file (no further action) count for more "
            "against the concern.");
  EXPECT_EQ(
      reason([](Evidence& e, Decider&, Policy&) { e.label = record::Label::none; }),
      "The last outcome on file was not the same: CAF under plan-a, none that was lower under plan-b. An "
      "earlier, lower one makes the same concern seem smaller.");
  EXPECT_EQ(
      reason([](Evidence&, Decider& d, Policy&) {
        d.noise = 0.5;
        d.inexperience = 1.0;
      }),
      "Under plan-b another draw of chance, in how one worker sees it on one day, made the concern seem "
      "greater.");
  EXPECT_EQ(reason([](Evidence&, Decider&, Policy& p) { p.section47_shift = 0.4; }),
            "Under plan-b policy asked for more before section 47 than under plan-a.");
}

TEST(CauseWords, PutWhatIsSlightTogetherBehindWhatWeighs) {
  trace::Judged a = proof::judged();
  a.score.report = 2.2;
  trace::Judged b = a;
  a.score.anchor = -0.15;
  b.score.anchor = -0.45;
  b.score.norm = 0.01;
  b.score.noise = -0.02;
  const Sentences told = causes(a, b);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_TRUE(has(told[0], "an earlier, lower outcome"));
  EXPECT_EQ(told[1], "What else differed is slight: chance and the team's yardstick.");
  EXPECT_EQ(told[2],
            "What was weighed was enough for acceptance as a referral under plan-a; under plan-b it was "
            "enough for CAF only.");
}

TEST(CauseWords, TellWhatWasKeptBackInOneCourseOnly) {
  const trace::Step step{at_date(2011, 5, 1), HouseholdId{6}, kept_back(trace::Silence::gave_up)};
  EXPECT_EQ(
      causes_in_words(named("plan-a"), named("plan-b"), {{nullptr, &step}}),
      Sentences{"Under plan-b, what a school noticed was kept back: earlier calls came to nothing, and they "
                "have given up."});
}

// A rule that only one design has, as the second reading of decisions for CAF, is read there alone.
TEST(CauseWords, TellWhatCameIntoItUnderOneDesignOnly) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) course->on(4).then(work_done(Work::referral_decision));
  b.then(trace::Standards{trace::Standard::second_reading, 1.0, 0.0, 0.0});
  b.then(trace::Turn{trace::Branch::caf_second_reading});
  a.then(trace::Decided{proof::call_of_may, measures::Route::caf});
  const auto statements = where_they_part(a.course(), b.course(), paired(a.course(), b.course()));
  EXPECT_TRUE(
      any_has(statements[0].grounds,
              "Only under plan-b did this come into it: that decisions for CAF are read a second time."));
  for (const auto& [kind, other] : every_kind_of_input()) {
    const trace::Step step{at_date(2011, 5, 1), HouseholdId{6}, kind};
    const bool is_read = step.origin() == trace::Origin::read || step.lane() == trace::Lane::in_view;
    const Sentences told = read_under_one_only(named("plan-a"), named("plan-b"), {{&step, nullptr}});
    EXPECT_EQ(told.size(), is_read ? 1U : 0U) << step.name();
    for (const std::string& sentence : told) expect_plain(sentence);
  }
}

Statement first_statement(const CourseByHand& a, const CourseByHand& b) {
  return where_they_part(a.course(), b.course(), paired(a.course(), b.course())).front();
}

TEST(CauseWords, OfWorkAtAnotherTimeSayHowMuchLaterWhereAndWhatWasLeftOut) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  a.on(9).then(work_done(Work::core_assessment, 0b0011, 0b0011));
  b.on(12, 90).then(work_done(Work::core_assessment, 0b0011, 0b0010));
  for (const auto& [x, y] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    const Sentences told = first_statement(*x, *y).grounds;
    EXPECT_TRUE(
        any_has(told, "The same work (core assessment) came 3 days later under plan-b than under plan-a."))
        << family_text(x->course(), y->course());
    EXPECT_TRUE(any_has(told, "done in full under plan-a and not under plan-b: the chronology not read."));
    EXPECT_TRUE(any_has(told, "follows from all the other work of whoever"));
  }
  b.course().steps.front().at = a.now() + Minutes{210};
  EXPECT_TRUE(any_has(first_statement(a, b).grounds, " 3 hours and 30 minutes later under plan-b"));
}

// Two pieces of work of one kind, on two calls, are not the same work.
TEST(CauseWords, SetWorkBesideThatOnTheSameMatter) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  const kernel::Cause other{0x77};
  a.on(9).then(work_done(Work::screening, 0b0001, 0b0001)).then(proof::judged());
  b.on(10).then(work_done(Work::screening, 0b0001, 0b0000, other)).then(proof::judged(0.4));
  b.on(12).then(work_done(Work::screening, 0b0001, 0b0001));
  const Sentences told = first_statement(a, b).grounds;
  EXPECT_TRUE(any_has(told, "The same work (screening) came 3 days later under plan-b than under plan-a."));
  EXPECT_FALSE(any_has(told, "not under plan-b"));
  EXPECT_FALSE(any_has(told, "What was then weighed"));
}

// A tie that was read in between says nothing of when a worker came.
TEST(CauseWords, OfWorkThatArrivesDoNotTellWhatWasReadAsItsCause) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) {
    const bool later = course == &b;
    course->on(4).then(trace::Noticed{spec::Referrer::police, {0}, proof::incident_of_may});
    course->then(trace::Tie{spec::Referrer::police, later ? 0.4 : 1.0});
    course->on(later ? 10 : 9).then(work_done(Work::screening));
  }
  const Statement told = first_statement(a, b);
  EXPECT_TRUE(any_has(told.grounds, "The same work (screening) came 24 hours later under plan-b"));
  EXPECT_TRUE(any_has(
      told.grounds, "Also differed before, and no cause of this: the working relation with who might tell."));
  EXPECT_FALSE(any_has(told.grounds, "less whole"));
  EXPECT_TRUE(told.figures.empty());
}

TEST(CauseWords, SayNothingOfNoMinutesLater) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  a.on(9).then(trace::Allocated{trace::Holding::social_worker, false, at_date(2011, 5, 8) + hours(12)});
  b.on(9).then(trace::Allocated{trace::Holding::social_worker, false, at_date(2011, 5, 6) + hours(12)});
  EXPECT_TRUE(
      any_has(first_statement(a, b).grounds,
              "Somebody took the case up at that minute under both: it had waited 3 days under plan-b, "
              "and 24 hours under plan-a."));
  CourseByHand c{"plan-a"}, d{"plan-b"};
  c.on(9).then(trace::Released{trace::Holding::practitioner}).then(work_done(Work::closure));
  d.on(9).then(work_done(Work::closure)).then(trace::Released{trace::Holding::practitioner});
  const Sentences told = first_statement(c, d).grounds;
  EXPECT_TRUE(any_has(told, "Under plan-b the same came at that minute too, behind another step."));
  EXPECT_FALSE(any_has(told, "0 minutes"));
}

// The policy that differs may have been read before: that nothing differs is said of what is logged since.
TEST(CauseWords, SayThatNothingDiffersSinceTheStepBeforeOnly) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) {
    course->on(3).then(trace::Tie{spec::Referrer::police, course == &a ? 1.0 : 0.4});
    course->on(4).then(work_done(Work::screening));
  }
  a.on(5).then(trace::Harm{{0}});
  const Sentences told = first_statement(a, b).grounds;
  EXPECT_TRUE(any_has(told, "Nothing that was logged for this family since the step before it differs."));
}

TEST(CauseWords, SayWhereTheDeskWasBehindAndTheWorkCameLater) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) {
    const bool late = course == &b;
    trace::Judged heard = proof::judged();
    heard.decider.backlog_weeks = late ? 3.0 : 1.0;
    heard.score.backlog = late ? -0.2 : 0.0;
    course->on(late ? 11 : 9).then(work_done(Work::screening)).then(trace::ByWhom{}).then(heard);
    course->then(trace::Turn{trace::Branch::screened_no_further_action});
  }
  const Statement told = first_statement(a, b);
  EXPECT_TRUE(any_has(told.grounds,
                      "The desk was further behind, and the same work (screening) came 2 days later "
                      "under plan-b than under plan-a."));
  EXPECT_TRUE(any_has(told.grounds, "What was then weighed for this family was not the same either."));
  EXPECT_TRUE(
      any_has(told.grounds, "Under plan-b the desk was further behind, so the same concern weighed less."));
  EXPECT_TRUE(any_has(told.figures, "weeks of work that wait for who decides: 1.00 against 3.00"));
}

TEST(CauseWords, OfACaseTakenUpLaterSayHowLongItHadWaited) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  a.on(9).then(trace::Allocated{trace::Holding::social_worker, false, at_date(2011, 5, 8) + hours(12)});
  b.on(20).then(trace::Allocated{trace::Holding::social_worker, false, at_date(2011, 5, 8) + hours(12)});
  EXPECT_TRUE(
      any_has(first_statement(a, b).grounds,
              "Somebody took the case up 11 days later under plan-b than under plan-a: it had waited 12 "
              "days there, and 24 hours under plan-a."));
  CourseByHand c{"plan-a"}, d{"plan-b"};
  c.on(9).then(trace::Released{trace::Holding::practitioner});
  d.on(12).then(trace::Released{trace::Holding::practitioner});
  EXPECT_TRUE(
      any_has(first_statement(c, d).grounds, "gave it up 3 days sooner under plan-a than under plan-b."));
}

TEST(CauseWords, OfWorkThatTheOtherCourseNeverHasSayThat) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  a.on(9).then(work_done(Work::core_assessment));
  EXPECT_TRUE(any_has(first_statement(a, b).grounds, "Under plan-b the same never comes."));
  CourseByHand c{"plan-a"}, d{"plan-b"};
  c.on(9).then(trace::Allocated{trace::Holding::practitioner, false, at_date(2011, 5, 8)});
  EXPECT_TRUE(any_has(first_statement(c, d).grounds, "Who has room for a case, and when,"));
  EXPECT_FALSE(any_has(first_statement(c, d).grounds, "When work is reached"));
}

// A minute can hang on a difference that no figure shows: that is said, not that nothing differed.
TEST(CauseWords, SayWhereTheDifferenceIsTooSmallToShow) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) {
    course->on(4).then(trace::Tie{spec::Referrer::police, course == &a ? 0.9940 : 0.9941});
    course->on(4, course == &a ? 5 : 3).then(proof::told_by_police());
  }
  const Statement told = first_statement(a, b);
  EXPECT_TRUE(any_has(told.grounds,
                      "It rested on what differs by less than the figures show: the working relation "
                      "with who might tell."));
  EXPECT_TRUE(told.figures.empty());
}

TEST(CauseWords, SayWhichChangesHadBeenMadeByThen) {
  Course a = named("plan-a"), b = named("plan-b");
  const experiment::PlannedChange both{at_date(2011, 1, 1), "A pay rise"};
  a.changes = {both};
  b.changes = {
      both, {at_date(2011, 4, 1), "Centres close a day a week"}, {at_date(2011, 6, 1), "Teams merge"}};
  EXPECT_TRUE(changes_made_by(a, a, at_date(2011, 5, 1)).empty());
  EXPECT_EQ(changes_made_by(a, b, at_date(2011, 5, 1)),
            Sentences{"Changed by then under plan-b alone: Centres close a day a week (1 April 2011)."});
  EXPECT_EQ(changes_made_by(b, a, at_date(2011, 3, 1)),
            Sentences{"None of the changes in which the two designs differ had come by then."});
  // A copied scenario with another figure keeps the title, and is another change.
  Course c = b;
  std::get<change::Restructure>(c.changes[1].change.effect).training_hours = 8.0;
  EXPECT_EQ(changes_made_by(b, c, at_date(2011, 5, 1)).size(), 2U);
  EXPECT_TRUE(changes_made_by(b, b, at_date(2011, 5, 1)).empty());
  // One that has ended is not told as if it still stood.
  b.changes[1].until = at_date(2011, 4, 20);
  EXPECT_EQ(
      changes_made_by(a, b, at_date(2011, 5, 1)),
      Sentences{"Changed by then under plan-b alone: Centres close a day a week (1 April 2011, ended 20 "
                "April 2011)."});
}

// A board member reads why before any figure: what stands in figures comes last, under a head that says so.
TEST(CauseWords, StandBeforeTheFiguresOnPageAndInTerminal) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  for (CourseByHand* course : {&a, &b}) {
    const bool shifted = course == &b;
    course->on(4).then(work_done(Work::referral_decision)).then(trace::ByWhom{});
    trace::Judged heard = proof::judged(shifted ? 0.4 : 0.0);
    heard.stage = trace::Stage::referral;
    course->then(trace::PolicyRead{shifted ? 0.4 : 0.0, 0.0, 0.0, 0.0}).then(heard);
    course->then(
        trace::Decided{proof::call_of_may, shifted ? measures::Route::caf : measures::Route::assessment});
  }
  const auto statements = where_they_part(a.course(), b.course(), paired(a.course(), b.course()));
  ASSERT_GE(statements.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_TRUE(any_has(statements[i].grounds, "Under plan-b policy asked for more before an assessment"));
    EXPECT_TRUE(any_has(statements[i].grounds,
                        "What was weighed was enough for an assessment under plan-a; under plan-b it was "
                        "enough for CAF only."));
    EXPECT_FALSE(any_has(statements[i].grounds, " against "));
    EXPECT_TRUE(any_has(statements[i].figures,
                        "what it had to reach: information and advice from 0.70, CAF from 1.20, an "
                        "assessment from 1.70"));
    EXPECT_TRUE(any_has(statements[i].figures, "policy: shift of the threshold for an assessment"));
    EXPECT_TRUE(has(statements[i].figures_head, "in figures (plan-a against plan-b):"));
  }
  std::string text = family_text(a.course(), b.course());
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_LT(text.find("policy asked for more"), text.find("in figures (plan-a against plan-b):"));
}

// An outcome with nothing beside it is not left without a word.
TEST(CauseWords, SayWhereTheReasonLiesFurtherUp) {
  CourseByHand a{"plan-a"}, b{"plan-b"};
  a.on(9).then(trace::Harm{{0}});
  const auto statements = where_they_part(a.course(), b.course(), paired(a.course(), b.course()));
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_TRUE(any_has(statements[1].grounds, "Under plan-b: it never comes."));
  EXPECT_TRUE(any_has(statements[1].grounds, "What led to it, or away from it, was done or not done before"));
  EXPECT_TRUE(statements[1].figures.empty());
}

}  // namespace
}  // namespace lscb::report
