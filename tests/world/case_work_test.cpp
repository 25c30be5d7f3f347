// Case work done and hours paid, week by week, against what the world books elsewhere.
#include <gtest/gtest.h>

#include <string>

#include "base/working_calendar.h"
#include "designs.h"
#include "pathway/work.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

const Instant live = at_date(2011, 4, 12);

measures::CaseWorkWeek of_window(const Outcome& outcome, const Design& design) {
  const measures::CaseWork& record = outcome.case_work;
  const std::int64_t first = record.first_week_from(design.window.from);
  return record.sum(first, static_cast<std::int64_t>(record.weeks.size()) - first).value();
}

/// Hours given to kinds of case work in the window, done or not.
double hours_given(const Outcome& outcome, const Design& design) {
  double sum = 0.0;
  for (const char* kind :
       {"screening", "referral_checks", "referral_decision", "initial_assessment", "core_assessment",
        "core_contribution", "section47", "conference", "review_conference", "protection_visit",
        "child_in_need_visit", "looked_after_visit", "caf_assessment", "caf_review", "closure",
        "adult_removal"}) {
    sum += figure(outcome, std::string("work_hours@kind=") + kind);
  }
  return sum * in_years(design.window.length());
}

double hours_done(const Outcome& outcome, const Design& design) {
  return static_cast<double>(of_window(outcome, design).done) / 60.0;
}

Design reorganised(Design design, const change::Restructure& how) {
  design.changes.push_back({live, "anew", "council", how, {}});
  return design;
}

change::Restructure of_nothing() {
  change::Restructure how;
  how.announced = live - days(90);
  return how;
}

// Proves that standard hours are those that work takes: where everybody has time for everything, what is
// counted as done is what was given to it, but for work in hand at the window's ends and work in vain.
TEST(CaseWork, IsWhatWasGivenWhereNothingIsLeftOut) {
  const Design design = unlimited(small("no-change"));
  const Outcome outcome = run(design);
  const double given = hours_given(outcome, design);
  ASSERT_GT(given, 10'000.0);
  EXPECT_NEAR(hours_done(outcome, design), given, 0.02 * given);
}

/// Mean minutes that a finished piece of case work counts, over the whole record.
double minutes_each(const Design& design) {
  std::int64_t pieces = 0;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    const auto* done = std::get_if<trace::WorkDone>(&step.what);
    if (done != nullptr && step.at < design.window.to && pathway::is_case_work(done->work)) ++pieces;
  };
  const measures::CaseWork record =
      replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch).case_work;
  const auto all = record.sum(0, static_cast<std::int64_t>(record.weeks.size())).value();
  return static_cast<double>(all.done) / static_cast<double>(pieces);
}

// Proves that parts that are left out lower what a piece of work counts: where all that waits for a day costs
// every part, against where nothing is ever left out. Half of a visit, and 15 % of it besides, can be.
TEST(CaseWork, CountsLessWherePartsAreLeftOut) {
  const auto with_half_at = [](double half) {
    Design design = small("no-change");
    for (const char* part : {"chronology", "checks", "visit", "reflection"}) {
      parameter(design.parameters, std::string("workforce.squeeze_") + part + "_weeks") = half;
    }
    return design;
  };
  EXPECT_LT(minutes_each(with_half_at(0.05)), 0.9 * minutes_each(with_half_at(60.0)));
}

// Proves that hours put on top by a standard of practice are none of it: a family tree in every assessment
// takes hours and adds no case work.
TEST(CaseWork, CountsNothingThatIsPutOnTop) {
  const Design design = unlimited(small("no-change"));
  const Outcome plain = run(design);
  Design drawn = design;
  change::TreesAndChronologies trees;
  trees.family_trees = 1.0;
  drawn.changes.push_back({design.window.from, "trees", "board", trees, {}});
  parameter(drawn.parameters, "observe.tree_names_adult") = 0.0;
  const Outcome with_trees = run(drawn);
  const double on_top = hours_given(with_trees, drawn) - hours_given(plain, design);
  EXPECT_GT(on_top, 100.0);
  EXPECT_NEAR(hours_done(with_trees, drawn), hours_done(plain, design), 0.1 * on_top);
}

// Proves that every filled post is paid its office hours, whatever its holder does.
TEST(CaseWork, StandsBesideThePayOfEveryFilledPost) {
  const Design design = unlimited(small("no-change"));
  std::int64_t posts = 0;
  for (const spec::Team& team : design.area.teams) {
    for (const spec::Establishment& role : team.establishment) posts += role.posts;
  }
  for (const spec::Centre& centre : design.area.centres) posts += centre.family_support_posts;
  const measures::CaseWork record = run(design).case_work;
  const auto& calendar = WorkingCalendar::england();
  for (std::size_t w = 100; w < 120; ++w) {
    const Instant from = record.from + weeks(static_cast<std::int64_t>(w));
    EXPECT_EQ(record.weeks[w].paid, posts * calendar.office_time_between(from, from + weeks(1)).count());
  }
}

// Proves that a reorganisation acts on case work through its hours, its transfers, its ties and the unrest it
// leaves, and through nothing else: without any of them not a minute differs.
TEST(CaseWork, IsUntouchedByAReorganisationOfNothing) {
  Design base = small("no-change");
  parameter(base.parameters, "workforce.leaving_unrest") = 0.0;
  parameter(base.parameters, "workforce.absence_unrest") = 0.0;
  const Outcome before = run(base);
  EXPECT_TRUE(run(reorganised(base, of_nothing())).case_work.weeks == before.case_work.weeks);

  change::Restructure trains = of_nothing();
  trains.training_hours = 30.0;
  const auto after = run(reorganised(base, trains)).case_work;
  EXPECT_FALSE(after.weeks == before.case_work.weeks);
  const auto announced = static_cast<std::size_t>(after.first_week_from(trains.announced)) - 1;
  for (std::size_t w = 0; w < announced; ++w) EXPECT_EQ(after.weeks[w], before.case_work.weeks[w]) << w;
}

// Proves that hours taken show at once: a week's training for everybody, all from one day on, leaves a hole
// in the case work of the fortnight from the go-live on.
TEST(CaseWork, FallsWhileHoursAreTaken) {
  const Design base = small("no-change");
  change::Restructure trains = of_nothing();
  trains.training_hours = 30.0;
  const auto before = run(base).case_work;
  const auto after = run(reorganised(base, trains)).case_work;
  const std::int64_t week = before.first_week_from(live);
  EXPECT_LT(static_cast<double>(after.sum(week, 2)->done),
            0.9 * static_cast<double>(before.sum(week, 2)->done));
}

}  // namespace
}  // namespace lscb::world
