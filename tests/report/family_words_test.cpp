// A family's chronology in words, on courses written by hand.
#include "report/family_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "report/course_sentences.h"
#include "report/course_words.h"
#include "report/divergence_words.h"
#include "report/family_text.h"
#include "report/paired_courses.h"
#include "support/course_by_hand.h"

namespace lscb::report {
namespace {

using pathway::ClockKind;
using pathway::Work;
using proof::CourseByHand;
using proof::judged;
using proof::told_by_police;
using proof::work_done;
using trace::Branch;

std::string words_of(const std::vector<Entry>& entries) {
  std::string all;
  for (const Entry& entry : entries) {
    for (const Sentence& sentence : entry.sentences) all += sentence.text + "\n";
  }
  return all;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

CourseByHand a_call() {
  CourseByHand course;
  course.on(2).then(trace::Incident{{0}, 1.5F, proof::incident_of_may});
  course.then(trace::Noticed{spec::Referrer::police, {0}, proof::incident_of_may});
  course.on(3).then(told_by_police());
  course.then(trace::ClockStarted{ClockKind::decision, course.now(), course.now() + days(1)});
  course.on(4).then(work_done(Work::screening, 0b0001, 0b0001)).then(trace::ByWhom{});
  course.then(judged()).then(trace::Turn{Branch::screened_referral});
  return course;
}

TEST(FamilyWords, TellACallInPlainWordsWithAgesAndNumbersForNames) {
  const std::string text = words_of(entries_of(a_call().course()));
  EXPECT_TRUE(has(text, "Something happens that others could notice: child 1 (aged 3), severity 1.5 of 4."));
  EXPECT_TRUE(has(text, "The police notice something about child 1 (aged 3), and may tell social care."));
  EXPECT_TRUE(
      has(text, "The police tell children's social care, in particulars (concern 2.0 of 4), of child 1"));
  EXPECT_TRUE(has(text, "Clock: decision on the referral due by 4 May 2011."));
  EXPECT_TRUE(
      has(text,
          "It weighs 2.00 (report 2.00). Information and advice from 0.70, CAF from 1.20, acceptance as a "
          "referral from 2.00"));
}

TEST(FamilyWords, SayWhyACallThatPassesAThresholdLeadsToNothing) {
  CourseByHand course;
  trace::Judged heard = judged();
  heard.stage = trace::Stage::open_case;
  course.then(told_by_police()).then(trace::Turn{Branch::existing_case}).then(heard);
  course.then(trace::NothingBegun{proof::call_of_may, trace::Obstacle::assessment_under_way});
  EXPECT_TRUE(has(words_of(entries_of(course.course())),
                  "Nothing more is begun: an assessment is under way already.\n"));
}

TEST(FamilyWords, OnlyThePoliceAreMany) {
  for (int i = 0; i < static_cast<int>(spec::referrer_count); ++i) {
    const auto referrer = static_cast<spec::Referrer>(i);
    CourseByHand course;
    trace::Told told = told_by_police();
    told.referrer = referrer;
    course.then(trace::Noticed{referrer, {0}, {}}).then(told);
    const std::string text = words_of(entries_of(course.course()));
    const bool many = referrer == spec::Referrer::police;
    EXPECT_EQ(has(text, " notice something about "), many) << text;
    EXPECT_EQ(has(text, " notices something about "), !many) << text;
    EXPECT_EQ(has(text, " tells children's"), !many) << text;
  }
}

TEST(FamilyWords, GiveAgesInYearsMonthsAndBeforeBirth) {
  const experiment::Course course = CourseByHand{}.course();
  EXPECT_EQ(child_in_words(course, 0, at_date(2011, 2, 28)), "child 1 (aged 2)");
  EXPECT_EQ(child_in_words(course, 0, at_date(2011, 5, 1)), "child 1 (aged 3)");
  EXPECT_EQ(child_in_words(course, 0, at_date(2012, 2, 29)), "child 1 (aged 3)");
  EXPECT_EQ(child_in_words(course, 0, at_date(2012, 3, 1)), "child 1 (aged 4)");
  EXPECT_EQ(child_in_words(course, 0, at_date(2026, 3, 1)), "child 1 (aged 18)");
  EXPECT_EQ(child_in_words(course, 1, at_date(2010, 10, 31)), "child 2 (unborn)");
  EXPECT_EQ(child_in_words(course, 1, at_date(2010, 11, 1)), "child 2 (newborn)");
  EXPECT_EQ(child_in_words(course, 1, at_date(2010, 12, 15)), "child 2 (1 month)");
  EXPECT_EQ(child_in_words(course, 1, at_date(2011, 5, 15)), "child 2 (6 months)");
}

TEST(FamilyWords, SayOnceWhatHoldsOfSeveralChildren) {
  CourseByHand course;
  course.then(trace::Found{{0}, 2}).then(trace::Found{{1}, 2});
  const auto entries = entries_of(course.course());
  ASSERT_EQ(entries.size(), 1U);
  ASSERT_EQ(entries[0].sentences.size(), 1U);
  EXPECT_EQ(entries[0].sentences[0].text,
            "It finds need 2 (complex): child 1 (aged 3) and child 2 (6 months).");
}

/// Each kind of step once, and each branch.
experiment::Course of_everything() {
  CourseByHand course;
  const auto put = [&course]<class Kind>(const Kind& kind) { course.then(kind); };
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    (put(std::variant_alternative_t<index, trace::What>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<trace::What>>{});
  for (std::size_t i = 0; i < trace::branch_count; ++i)
    course.on(40 + static_cast<int>(i)).then(trace::Turn{static_cast<Branch>(i)}).then(trace::Incident{});
  for (int i = 0; i < pathway::work_count; ++i)
    course.on(200 + i).then(work_done(static_cast<Work>(i), 0b1111, 0)).then(trace::Incident{});
  return course.course();
}

// No ids of the program, no names of people: what begins with a capital inside a sentence is a month, a
// service or a new sentence.
TEST(FamilyWords, AreSentencesWithoutIdsAndWithoutNames) {
  const std::set<std::string> may_be_capital = {
      "CAF",    "CAFs",      "January", "February", "March",    "April", "May", "June",       "July",
      "August", "September", "October", "November", "December", "Clock", "It",  "Information"};
  for (const Entry& entry : entries_of(of_everything())) {
    for (const Sentence& sentence : entry.sentences) {
      const std::string& text = sentence.text;
      ASSERT_FALSE(text.empty());
      EXPECT_TRUE(text[0] >= 'A' && text[0] <= 'Z') << text;
      EXPECT_EQ(text.back(), '.') << text;
      EXPECT_EQ(text.find('_'), std::string::npos) << text;
      EXPECT_FALSE(has(text, " nan") || has(text, "-0.0") || has(text, "  ")) << text;
      std::istringstream each{text};
      std::string word, before;
      while (each >> word) {
        const bool opens = before.empty() || before.back() == '.' || before.back() == ':';
        while (!word.empty() && std::string_view{".,:;()"}.find(word.back()) != std::string_view::npos &&
               word.size() > 1 && !opens) {
          word.pop_back();
        }
        if (!opens && word[0] >= 'A' && word[0] <= 'Z') {
          EXPECT_EQ(may_be_capital.count(word), 1U) << word << " in: " << text;
        }
        before = word;
      }
    }
  }
}

TEST(FamilyWords, PutRoutineVisitsTogetherAsFarAsNothingComesBetween) {
  CourseByHand course;
  for (int day : {2, 9, 16}) course.on(day).then(work_done(Work::protection_visit, 0b0100, 0b0100));
  course.on(18).then(trace::Harm{{0}});
  for (int day : {23, 30}) course.on(day).then(work_done(Work::protection_visit, 0b0100, 0));
  course.on(32).then(work_done(Work::protection_visit, 0b0100, 0b0100));
  const auto entries = entries_of(course.course());
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].at, at_date(2011, 5, 2) + hours(12));
  EXPECT_EQ(entries[0].to, at_date(2011, 5, 16) + hours(12));
  EXPECT_EQ(entries[0].sentences[0].text, "Until 16 May 2011: protection visit, 3 times.");
  EXPECT_EQ(entries[2].sentences[0].text,
            "Until 1 June 2011: protection visit, the children not seen, twice; protection visit, once.");
}

TEST(FamilyWords, DoNotPutTogetherAcrossTheParting) {
  CourseByHand course;
  for (int day : {2, 9, 16, 23}) course.on(day).then(work_done(Work::protection_visit, 0b0100, 0b0100));
  const auto entries = entries_of(course.course(), 2);
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].end_step, 2U);
  EXPECT_EQ(entries[1].first_step, 2U);
  EXPECT_EQ(entries_of(course.course()).size(), 1U);
}

TEST(FamilyWords, TellWhatBecameOfEachClock) {
  using Fate = ClockLine::Fate;
  CourseByHand course;
  const auto started = [&](int day, ClockKind kind, int due_day) {
    course.on(day).then(trace::ClockStarted{kind, course.now(), at_date(2011, 5, due_day)});
  };
  const auto ended = [&](int day, ClockKind kind, trace::Ending how, int due_day) {
    course.on(day).then(trace::ClockEnded{kind, how, at_date(2011, 5, due_day)});
  };
  started(1, ClockKind::decision, 3);
  ended(2, ClockKind::decision, trace::Ending::done, 3);
  started(2, ClockKind::initial_assessment, 10);
  ended(11, ClockKind::initial_assessment, trace::Ending::done, 10);
  started(11, ClockKind::core_assessment, 20);
  ended(12, ClockKind::core_assessment, trace::Ending::lapsed, 20);
  started(12, ClockKind::core_assessment, 20);
  ended(25, ClockKind::core_assessment, trace::Ending::lapsed, 20);
  started(26, ClockKind::conference, 30);
  ended(27, ClockKind::conference, trace::Ending::lost, 30);
  started(27, ClockKind::later_review, 31);
  course.on(28).then(trace::ClockStarted{ClockKind::later_review, course.now(), at_date(2012, 3, 1)});
  const auto clocks = clocks_of(course.course());
  std::vector<Fate> fates;
  for (const ClockLine& clock : clocks) fates.push_back(clock.fate);
  EXPECT_EQ(fates, (std::vector<Fate>{Fate::met, Fate::late, Fate::lapsed, Fate::lapsed_late, Fate::lost,
                                      Fate::overdue, Fate::running}));
  for (const ClockLine& clock : clocks) {
    EXPECT_EQ(has(words(clock.fate), "breached"), breached(clock.fate)) << words(clock.fate);
  }
}

TEST(FamilyWords, CountACallThatIsDecidedTwiceOnceAsItWasDecidedLast) {
  CourseByHand course = a_call();
  course.then(trace::Decided{proof::call_of_may, measures::Route::no_further_action});
  EXPECT_EQ(sums_of(course.course()).turned_away, 1);
  course.on(8).then(trace::Turn{Branch::challenge_reopened});
  course.then(trace::Decided{proof::call_of_may, measures::Route::assessment});
  const CourseSums sums = sums_of(course.course());
  EXPECT_EQ(sums.told, 1);
  EXPECT_EQ(sums.turned_away, 0);
  EXPECT_EQ(sums.to_caf, 0);
}

TEST(PairedCourses, AFamilyThatNothingTouchedHasIdenticalLines) {
  const experiment::Course course = a_call().course();
  for (const PairedEntry& one : paired(course, course)) {
    EXPECT_EQ(one.of, PairedEntry::Of::both);
    EXPECT_FALSE(one.parts || one.differs_in_outcome);
  }
  EXPECT_FALSE(has(family_text(course, course), "only under"));
  EXPECT_TRUE(
      has(family_text(course, course), "Nothing that happened to this family or was done for it differs"));
}

// What stands in view can differ where nothing else does: that is told, and no parting.
TEST(PairedCourses, WhatOnlyStoodInViewIsToldInTheEntryOfBothAndPartsNothing) {
  const experiment::Course first = a_call().course();
  CourseByHand other = a_call();
  other.course().scenario = "caf-pressure";
  for (trace::Step& step : other.course().steps) {
    if (std::holds_alternative<trace::Judged>(step.what)) step.what = judged(0.2);
  }
  std::string all;
  for (const PairedEntry& one : paired(first, other.course())) {
    EXPECT_EQ(one.of, PairedEntry::Of::both);
    EXPECT_FALSE(one.parts);
    for (const Sentence& sentence : one.entry.sentences) all += sentence.text + "\n";
  }
  EXPECT_TRUE(has(all, "Under no-change, before the worker who decides: ")) << all;
  EXPECT_TRUE(has(all, "a referral from 2.0"));
  EXPECT_TRUE(has(all, "Under caf-pressure, before the worker who decides: "));
  EXPECT_TRUE(has(all, "a referral from 2.2"));
  EXPECT_FALSE(has(family_text(first, other.course()), "Here the two courses part"));
}

TEST(PairedCourses, ByWhomTheSameWasDoneIsToldInTheEntryOfBothAndPartsNothing) {
  const experiment::Course first = a_call().course();
  CourseByHand other = a_call();
  other.course().scenario = "freeze";
  for (trace::Step& step : other.course().steps) {
    if (auto* by = std::get_if<trace::ByWhom>(&step.what)) by->agency = true;
  }
  const std::string text = family_text(first, other.course());
  EXPECT_TRUE(has(text, "Under no-change, screening, by a social worker.")) << text;
  EXPECT_TRUE(has(text, "Under freeze, screening, by a social worker from an agency."));
  EXPECT_FALSE(has(text, "only under"));
}

// A difference in what is in force says which it is of; no two say it alike.
TEST(FamilyWords, NameEachStandardAndArrangementThatDiffers) {
  std::set<std::string> seen;
  const auto expect_named = [&seen](const trace::What& less, const trace::What& more) {
    const trace::Step first{at_date(2011, 5, 1), HouseholdId{6}, less};
    const trace::Step second{at_date(2011, 5, 1), HouseholdId{6}, more};
    const auto sentences = inputs_in_words({{&first, &second}});
    EXPECT_FALSE(sentences.empty());
    for (const std::string& sentence : sentences) EXPECT_TRUE(seen.insert(sentence).second) << sentence;
  };
  for (int i = 0; i <= static_cast<int>(trace::Standard::centre_management); ++i) {
    const auto which = static_cast<trace::Standard>(i);
    expect_named(trace::Standards{which, 0.0, 0.3, 0.4}, trace::Standards{which, 0.6, 0.7, 0.8});
  }
  for (int i = 0; i <= static_cast<int>(trace::Arranged::file_days); ++i) {
    const auto which = static_cast<trace::Arranged>(i);
    expect_named(trace::Arrangement{which, 0.0}, trace::Arrangement{which, 0.6});
  }
  EXPECT_EQ(seen.size(), 14U) << "a piece of work asks for three standards";
  EXPECT_EQ(seen.count("standard: how often orders are sought against a dangerous adult: 0 % against 60 %"),
            1U);
  EXPECT_EQ(seen.count("how often a closed decision is audited: 0 % against 60 %"), 1U);
}

TEST(PairedCourses, TheMarkStandsBeforeTheFirstEntryThatParts) {
  CourseByHand a = a_call(), b = a_call();
  b.course().scenario = "restructure";
  a.on(9).then(work_done(Work::initial_assessment)).then(trace::Found{{0}, 2});
  b.on(10).then(work_done(Work::initial_assessment)).then(trace::Found{{0}, 1});
  const auto entries = paired(a.course(), b.course());
  ASSERT_EQ(entries.size(), 5U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_FALSE(entries[i].parts || entries[i].differs_in_outcome);
  EXPECT_TRUE(entries[3].parts);
  EXPECT_EQ(entries[3].of, PairedEntry::Of::first);
  EXPECT_TRUE(entries[3].differs_in_outcome);
  EXPECT_EQ(entries[4].of, PairedEntry::Of::second);
  EXPECT_FALSE(entries[4].parts || entries[4].differs_in_outcome);
  const auto statements = where_they_part(a.course(), b.course(), entries);
  ASSERT_FALSE(statements.empty());
  EXPECT_EQ(statements[0].text, "The two courses part on 9 May 2011, 12:00.");
}

TEST(PairedCourses, TheSameWorkOnOneDayStandsSideBySideAndTheOthersKeepTheirOrder) {
  using Of = PairedEntry::Of;
  CourseByHand a = a_call(), b = a_call();
  b.course().scenario = "restructure";
  a.on(9, 10).then(work_done(Work::conference));
  a.on(9, 60).then(work_done(Work::initial_assessment)).then(trace::Found{{0}, 2});
  b.on(9, 20).then(work_done(Work::initial_assessment)).then(trace::Found{{0}, 1});
  b.on(9, 90).then(trace::Harm{{0}});
  a.on(11).then(work_done(Work::section47));
  b.on(12).then(work_done(Work::section47));
  const auto entries = paired(a.course(), b.course());
  std::vector<Of> whose;
  for (const PairedEntry& one : entries) whose.push_back(one.of);
  EXPECT_EQ(whose, (std::vector<Of>{Of::both, Of::both, Of::both, Of::first, Of::each, Of::second, Of::first,
                                    Of::second}));
  EXPECT_TRUE(entries[3].parts) << "the conference is the first that only one has";
  EXPECT_TRUE(entries[4].differs_in_outcome);
  EXPECT_EQ(entries[4].entry.at, at_date(2011, 5, 9) + hours(13));
  EXPECT_EQ(entries[4].other.at, at_date(2011, 5, 9) + hours(12) + Minutes{20});
  const std::string text = family_text(a.course(), b.course());
  EXPECT_TRUE(has(text, "9 May 2011, 13:00   under no-change\n")) << text;
  EXPECT_TRUE(has(text, "9 May 2011, 12:20   under restructure\n"));
  EXPECT_TRUE(has(text, "11 May 2011, 12:00   only under no-change\n"));
}

// The conference, first under one and last under the other, gives way to the two that can be.
TEST(PairedCourses, AsManyAsCanBeStandSideBySide) {
  using Of = PairedEntry::Of;
  CourseByHand a, b;
  b.course().scenario = "restructure";
  a.on(9, 5).then(work_done(Work::conference));
  a.on(9, 10).then(work_done(Work::initial_assessment));
  b.on(9, 20).then(work_done(Work::initial_assessment));
  b.on(9, 30).then(work_done(Work::core_assessment));
  a.on(9, 40).then(work_done(Work::core_assessment));
  b.on(9, 50).then(work_done(Work::conference));
  std::vector<Of> whose;
  for (const PairedEntry& one : paired(a.course(), b.course())) whose.push_back(one.of);
  EXPECT_EQ(whose, (std::vector<Of>{Of::first, Of::each, Of::each, Of::second}));
}

TEST(FamilyText, CarriesTheMarkAndSaysWhereThereIsNothing) {
  const std::string empty = family_text(CourseByHand{}.course());
  EXPECT_EQ(empty.rfind("organisation simplified, uncalibrated: not for decisions\n", 0), 0U);
  EXPECT_TRUE(has(empty, "Simulated family 7"));
  EXPECT_TRUE(has(empty, simulated_mark()));
  EXPECT_TRUE(has(empty, nothing_to_tell()));
  EXPECT_TRUE(has(empty, no_clock()));
  EXPECT_TRUE(has(empty, "child 1 (aged 2) and child 2 (2 months)"));
  const std::string both = family_text(a_call().course(), a_call().course());
  EXPECT_TRUE(has(both, simulated_mark()));
  EXPECT_TRUE(has(both, "It says nothing of any real child."));
}

}  // namespace
}  // namespace lscb::report
