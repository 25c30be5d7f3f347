// What the page says plainly where it stands, without its list of words: who judges a call on a case that
// nobody holds, what became of every call, what a time in need came to, and what would have been enough.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/cause_words.h"
#include "report/course_words.h"
#include "report/family_html.h"
#include "report/family_text.h"
#include "report/family_words.h"
#include "report/weighing_words.h"
#include "support/course_by_hand.h"

namespace lscb::report {
namespace {

using measures::Route;
using proof::CourseByHand;
using proof::told_by_police;
using proof::work_done;
using trace::Branch;
using trace::Holding;

using Sentences = std::vector<std::string>;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string words_of(const experiment::Course& course) {
  std::string all;
  for (const Entry& entry : entries_of(course)) {
    for (const Sentence& sentence : entry.sentences) all += sentence.text + "\n";
  }
  return all;
}

trace::Judged on_open_case() {
  trace::Judged judged = proof::judged();
  judged.stage = trace::Stage::open_case;
  judged.evidence.concerns_on_file = 2.0;
  judged.evidence.in_view = 1.0;
  return judged;
}

trace::Allocated allocated(const CourseByHand& course, Holding place = Holding::social_worker) {
  return {place, false, course.now()};
}

CourseByHand& call_on_open_case(CourseByHand& course) {
  return course.then(told_by_police()).then(trace::Turn{Branch::existing_case}).then(on_open_case());
}

// Proves that the worker of a case is only said to judge where the trace shows that there is one.
TEST(PlainWords, ACallOnAnOpenCaseIsJudgedByItsWorkerOnlyWhereItHasOne) {
  const std::string_view own = "The case is open: its own worker judges what is told.";
  const std::string_view gone = "The case is open, and no social worker holds it now: ";
  const std::string_view none = "The case is open, and no social worker holds it yet: ";
  CourseByHand held;
  held.then(allocated(held));
  held.on(2).then(trace::Released{Holding::practitioner});
  const std::string of_held = words_of(call_on_open_case(held.on(3)).course());
  EXPECT_TRUE(has(of_held, own));
  EXPECT_TRUE(has(of_held, "Before the worker who decides: "));
  EXPECT_TRUE(has(of_held, "known to the worker"));

  CourseByHand left;
  left.then(allocated(left));
  left.on(2).then(trace::Released{Holding::social_worker});
  const std::string of_left = words_of(call_on_open_case(left.on(3)).course());
  EXPECT_TRUE(has(of_left, gone) && !has(of_left, own)) << of_left;
  EXPECT_TRUE(has(of_left, "Before whoever decides: ") && !has(of_left, "known to the worker")) << of_left;
  left.on(4).then(trace::Allocated{Holding::social_worker, true, left.now()});
  EXPECT_TRUE(has(words_of(call_on_open_case(left.on(5)).course()), own)) << "a successor has taken it over";

  CourseByHand waiting;
  waiting.then(trace::AssessmentBegun{measures::AssessmentKind::initial, {1}});
  waiting.then(allocated(waiting, Holding::practitioner));
  EXPECT_TRUE(has(words_of(call_on_open_case(waiting.on(3)).course()), none));

  CourseByHand again;
  again.then(allocated(again));
  again.on(20).then(trace::Decided{{7}, Route::assessment});  // an earlier case had been closed
  const std::string of_again = words_of(call_on_open_case(again.on(21)).course());
  EXPECT_TRUE(has(of_again, "The case is open: what is told is judged as its own worker would judge it."));
  again.on(22).then(allocated(again));
  EXPECT_TRUE(has(words_of(call_on_open_case(again.on(23)).course()), own));
}

// Proves that no decision on a call is told after the clock that it ends, and that nothing else is moved.
TEST(PlainWords, ADecisionIsToldBeforeTheClockThatItEnds) {
  using pathway::ClockKind;
  const auto clock = [](ClockKind kind, trace::Ending how) {
    return trace::ClockEnded{kind, how, at_date(2011, 6, 1)};
  };
  CourseByHand course;
  course.then(work_done(pathway::Work::screening)).then(proof::judged());
  course.then(clock(ClockKind::decision, trace::Ending::lapsed)).then(trace::Turn{Branch::screened_caf});
  course.then(trace::Turn{Branch::caf_refused});
  course.on(9).then(work_done(pathway::Work::review_conference));
  course.then(clock(ClockKind::later_review, trace::Ending::done));
  course.then(trace::Turn{Branch::protection_review_stepped_down});
  const std::string text = words_of(course.course());
  EXPECT_TRUE(has(text,
                  "Screened: for CAF.\nClock: decision on the referral no longer due.\nCAF is offered; the "
                  "family does not consent.\n"))
      << text;
  EXPECT_TRUE(has(text, "Clock: review conference done in time.\nThe review steps")) << text;
}

// Proves that what became of the calls adds up to all of them, each by its last decision.
TEST(PlainWords, WhatBecameOfTheCallsAddsUp) {
  CourseByHand course;
  std::uint64_t number = 0;
  const auto call = [&] {
    trace::Told told = told_by_police();
    told.contact = {++number};
    course.on(static_cast<int>(number)).then(told);
    return told.contact;
  };
  for (const Route route : {Route::no_further_action, Route::information_and_advice, Route::caf,
                            Route::assessment, Route::strategy_discussion})
    course.then(trace::Decided{call(), route});
  course.then(trace::Decided{call(), Route::existing_case});
  course.then(trace::AssessmentBegun{measures::AssessmentKind::core, {1}});
  course.then(trace::Decided{call(), Route::existing_case});
  course.on(30).then(trace::AssessmentBegun{measures::AssessmentKind::core, {1}});  // not on that call
  call();
  course.on(40).then(trace::Decided{{1}, Route::assessment});   // on a challenge
  course.then(trace::Decided{{99}, Route::no_further_action});  // of a call before the run
  const CourseSums sums = sums_of(course.course());
  EXPECT_EQ(sums.told, 8);
  EXPECT_EQ(sums.turned_away, 1);
  EXPECT_EQ(sums.to_caf, 1);
  EXPECT_EQ(sums.taken_up, 3);
  EXPECT_EQ(sums.open_case_led_on, 1);
  EXPECT_EQ(sums.open_case_nothing, 1);
  EXPECT_EQ(sums.undecided, 1);
  const Sentences ends = how_it_ends(course.course());
  EXPECT_EQ(
      ends[1],
      "8 calls to children's social care: 1 turned away, 1 sent to CAF, 3 taken up for an assessment or "
      "a section 47 strategy discussion, 1 about a case open already, on which an assessment was begun, "
      "1 about a case open already, on which nothing more was begun and 1 not decided by the end.");
}

// Proves that every way in which a time in need can end is explained where it stands, and from when to when
// the first call took.
TEST(PlainWords, EachEndOfATimeInNeedSaysWhatItMeans) {
  using measures::State;
  CourseByHand course;
  std::vector<measures::JudgedSpell>& spells = course.course().children[0].spells;
  for (int i = 0; i < measures::state_count; ++i) {
    spells.push_back({{at_date(2011, 2, 1), at_date(2011, 12, 1), 2, measures::SpellEnd::need_fell},
                      static_cast<State>(i),
                      at_date(2011, 2, 13)});
  }
  const Sentences told = spells_in_words(course.course(), 0);
  ASSERT_EQ(told.size(), static_cast<std::size_t>(measures::state_count));
  for (int i = 0; i < measures::state_count; ++i) {
    const std::string head = fmt::format(": {}. ", measures::words(static_cast<State>(i)));
    const std::string& one = told[static_cast<std::size_t>(i)];
    ASSERT_TRUE(has(one, head)) << one;
    EXPECT_GT(one.size(), one.find(head) + head.size() + 20) << one;
  }
  EXPECT_TRUE(
      has(told[static_cast<std::size_t>(State::recognised_first)],
          "The first call that could lead to an assessment of the need did; it came 12 days after the "
          "need began"));
  spells = {spells[static_cast<std::size_t>(State::recognised_first)]};
  spells[0].spell.start = course.course().run.from;
  EXPECT_TRUE(has(spells_in_words(course.course(), 0)[0], "it came 43 days after the run began"));
  spells[0].spell.start = spells[0].age_at;
  EXPECT_TRUE(has(spells_in_words(course.course(), 0)[0], "it came on the day the need began"));
  spells[0].age_at = at_date(2011, 11, 20);
  EXPECT_TRUE(has(spells_in_words(course.course(), 0)[0], "it came 9 months after the need began"));
}

// Proves that page and terminal warn of hindsight at the chronology, say what is simulated and until when,
// give the design's title with its name, and explain the words they use.
TEST(PlainWords, PageAndTerminalCarryTheSameWarningsAndWords) {
  const experiment::Course course = CourseByHand{}.course();
  for (const std::string& told : {family_text(course), family_text(course, course), family_html(course, "9"),
                                  family_html(course, course, "9")}) {
    std::string text;
    for (const char c : told) {
      if (c != '\n' && (c != ' ' || text.empty() || text.back() != ' ')) text += c;
      if (c == '\n' && !text.empty() && text.back() != ' ') text += ' ';
    }
    for (const char* part :
         {"What happened is known here only because it was simulated: nobody in this course knew it",
          "as it stands at the end of the run on 31 December 2011.", "so fewer is not better",
          "Design: No change (no-change).", "CAF, the common assessment framework", "initial assessment",
          "core assessment", "Section 47: ", "in particulars", "In general terms", "last label",
          "it convinces by 1.0", "yardstick", "Experience that counts as full", "clinician",
          "unit coordinator", "Replication and seed", "Uncalibrated", "figures are rounded"})
      EXPECT_TRUE(has(text, part)) << part;
  }
}

/// Weighed on the decision on a referral, 1.70 for an assessment and 1.20 for CAF.
trace::Judged weighed(double report, double anchor, double noise, double shift) {
  trace::Judged judged = proof::judged(shift);
  judged.stage = trace::Stage::referral;
  judged.score.report = report;
  judged.score.anchor = anchor;
  judged.score.noise = noise;
  return judged;
}

std::string last_of(const trace::Judged& a, const trace::Judged& b) {
  return weighing_in_words({"plan-a", "plan-b"}, a, b).back();
}

// Proves it against the decision made anew by hand: 1.75 or 1.80 against a threshold of 1.70.
TEST(PlainWords, OfTwoPartsItIsSaidWhetherEitherAloneWouldHaveBeenEnough) {
  EXPECT_EQ(
      last_of(weighed(1.90, -0.15, 0.0, 0.0), weighed(1.90, -0.45, 0.0, 0.2)),
      "By the figures, with the earlier outcome or the thresholds as under plan-b and all else as under "
      "plan-a: either alone would have been enough.");
  EXPECT_TRUE(has(last_of(weighed(1.90, -0.10, 0.0, 0.0), weighed(1.90, -0.18, 0.0, 0.08)),
                  "plan-a: only both together made the difference."));
  EXPECT_TRUE(
      has(last_of(weighed(1.90, -0.10, 0.0, 0.0), weighed(1.90, -0.17, 0.0, 0.30)),
          "plan-a: the thresholds alone would have been enough, the earlier outcome alone would not."));
  EXPECT_TRUE(
      has(last_of(weighed(1.90, -0.10, 0.0, 0.0), weighed(1.90, -0.40, 0.0, 0.06)),
          "plan-a: the earlier outcome alone would have been enough, the thresholds alone would not."));
}

TEST(PlainWords, WhatWouldHaveBeenEnoughIsSaidOfTwoPartsAndAnotherOutcomeOnly) {
  const auto says = [](const trace::Judged& a, const trace::Judged& b) {
    return has(last_of(a, b), "By the figures");
  };
  EXPECT_FALSE(says(weighed(3.0, -0.1, 0.0, 0.0), weighed(3.0, -0.4, 0.0, 0.2))) << "the same outcome";
  EXPECT_FALSE(says(weighed(1.9, -0.1, 0.0, 0.0), weighed(1.9, -0.4, 0.0, 0.0))) << "one part";
  EXPECT_FALSE(says(weighed(1.9, -0.1, 0.0, 0.0), weighed(1.8, -0.4, 0.0, 0.2))) << "three parts";
  trace::Judged elsewhere = weighed(1.9, -0.4, 0.0, 0.2);
  elsewhere.stage = trace::Stage::screening;
  EXPECT_FALSE(says(weighed(1.9, -0.1, 0.0, 0.0), elsewhere)) << "thresholds of another stage";
}

// Proves that chance is named where it is the same and larger than what differs, and only there.
TEST(PlainWords, ChanceThatIsTheSameInBothIsNamedWhereItIsLargerThanWhatDiffers) {
  const auto told = [](const trace::Judged& a, const trace::Judged& b) {
    for (const std::string& one : weighing_in_words({"plan-a", "plan-b"}, a, b)) {
      if (has(one, "Chance, the same under both")) return one;
    }
    return std::string{};
  };
  EXPECT_EQ(
      told(weighed(2.3, -0.15, -0.4, 0.0), weighed(2.3, -0.40, -0.4, 0.3)),
      "Chance, the same under both, weighed against the concern by more than any one part that differs.");
  EXPECT_EQ(told(weighed(1.4, -0.1, 0.5, 0.0), weighed(1.4, -0.3, 0.5, 0.0)),
            "Chance, the same under both, weighed for the concern by more than all that differs together.");
  EXPECT_EQ(told(weighed(1.8, -0.1, 0.1, 0.0), weighed(1.8, -0.3, 0.1, 0.0)), "") << "smaller";
  EXPECT_EQ(told(weighed(1.4, -0.1, 0.5, 0.0), weighed(1.4, -0.3, 0.3, 0.0)), "") << "not the same";
}

// Proves that "though this piece was reached earlier" stands where it is so and nowhere else.
TEST(PlainWords, ADeskFurtherBehindThatReachedItEarlierIsNoContradiction) {
  trace::Judged calm = weighed(2.0, 0.0, 0.0, 0.0), behind = calm;
  behind.decider.backlog_weeks = 3.0;
  behind.score.backlog = -0.2;
  const auto causes = [](const trace::Judged& a, int minute_a, const trace::Judged& b, int minute_b) {
    CourseByHand first{"plan-a"}, second{"plan-b"};
    first.on(4, minute_a).then(a);
    second.on(4, minute_b).then(b);
    std::string all;
    for (const std::string& one : causes_in_words(first.course(), second.course(),
                                                  {{&first.course().steps[0], &second.course().steps[0]}}))
      all += one + "\n";
    return all;
  };
  EXPECT_TRUE(has(causes(calm, 40, behind, 0),
                  "Under plan-b the desk was further behind, so the same concern weighed less, though this "
                  "piece was reached earlier there."));
  EXPECT_TRUE(has(causes(behind, 0, calm, 40), "though this piece was reached later there."));
  EXPECT_FALSE(has(causes(calm, 0, behind, 40), "though"));
  EXPECT_FALSE(has(causes(calm, 0, behind, 0), "though"));
  EXPECT_FALSE(has(causes(behind, 40, calm, 0), "though"));
}

}  // namespace
}  // namespace lscb::report
