// Standards of practice, monitoring, centre management, inspections: switched off nothing moves; switched on,
// the chain of the mechanism moves in its order. What comes of it for children is the model's answer.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

int posts_of(const Design& design, bool duty_only) {
  int posts = 0;
  for (const spec::Team& team : design.area.teams) {
    if (duty_only && team.kind != spec::TeamKind::duty) continue;
    for (const spec::Establishment& role : team.establishment) posts += role.posts;
  }
  return posts;
}

double hours_in_window(const Outcome& outcome, const Design& design, const std::string& kind) {
  return figure(outcome, "work_hours@kind=" + kind) * in_years(design.window.length());
}

TEST(Practice, OfNothingChangesNothing) {
  const Design base = small("no-change");
  const std::uint64_t as_before = run(base).fingerprint;
  change::CafMonitoring of_none;
  of_none.score_above = 4.0;  // what scores 4 is no decision for CAF
  change::Inspection light;
  light.published = change_day + weeks(6);
  for (const change::Effect& effect :
       {change::Effect{change::TreesAndChronologies{}},
        change::Effect{change::MeasurableOutcomes{0.0, 0.0, {}}}, change::Effect{change::SpecificRecording{}},
        change::Effect{change::GoodEnoughParenting{}}, change::Effect{of_none}, change::Effect{light}}) {
    EXPECT_EQ(run(with(base, effect)).fingerprint, as_before) << effect.index();
  }
}

// While every plan is taken to have measurable outcomes anyhow, asking for them changes nothing.
TEST(Practice, MeasurableOutcomesOfPlansActOnlyWhereTheyAreMissing) {
  Design base = small("no-change");
  change::MeasurableOutcomes plans;
  plans.plans = 1.0;
  EXPECT_EQ(run(with(base, plans)).fingerprint, run(base).fingerprint);
  // Without them a plan drifts: it closes when people tire of it, and no proceedings follow from it.
  Design drifting = unlimited(base);
  parameter(drifting.parameters, "pathway.plan_measurable_share") = 0.0;
  const Outcome before = run(drifting);
  EXPECT_EQ(taken(before, "proceedings"), 0U);
  const Outcome after = run(with(drifting, plans, drifting.window.from));
  EXPECT_GT(taken(after, "proceedings"), 0U);
  EXPECT_GT(taken(after, "child_in_need_review_closed"), taken(before, "child_in_need_review_closed"));
}

TEST(Practice, MeasurableOutcomesOfCafsEndDriftAndTakeHours) {
  const Design base = unlimited(small("no-change"));
  change::MeasurableOutcomes cafs;
  cafs.cafs = 1.0;
  const Outcome before = run(base);
  const Outcome after = run(with(base, cafs));
  EXPECT_LT(taken(after, "caf_drifted_closed"), taken(before, "caf_drifted_closed"));
  EXPECT_GT(figure(after, "work_hours@kind=caf_assessment"),
            figure(before, "work_hours@kind=caf_assessment"));
}

TEST(Practice, ChronologiesAreReadWhateverWaits) {
  Design base = small("no-change");
  parameter(base.parameters, "workforce.squeeze_chronology_weeks") = 0.5;  // sooner left out
  change::TreesAndChronologies all;
  all.chronologies = 1.0;
  const Design held = with(base, all, base.window.from - years(3));
  const Outcome before = run(base);
  const Outcome after = run(held);
  EXPECT_GT(taken(before, "chronology_skipped"), 0U);
  EXPECT_EQ(taken(after, "chronology_skipped"), 0U);
  EXPECT_LT(figure(before, "chronologies_read_share"), 1.0);
  EXPECT_EQ(figure(after, "chronologies_read_share"), 1.0);
  // It is paid for in the time of who decides.
  const auto hours_each = [](const Design& design) {  // of a screening, in which no other part could give way
    int screenings = 0;
    Watch watch;
    watch.step = [&](const trace::Step& step) {
      const auto* done = std::get_if<trace::WorkDone>(&step.what);
      if (done != nullptr && done->work == pathway::Work::screening && design.window.contains(step.at))
        ++screenings;
    };
    const Outcome outcome = replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch);
    return figure(outcome, "work_hours@kind=screening") * in_years(design.window.length()) / screenings;
  };
  EXPECT_GT(hours_each(held), hours_each(base));
}

TEST(Practice, FamilyTreesTakeHoursAndNameWhoPartnersCanBeAskedAbout) {
  Design base = unlimited(small(shipped("no-change"), 12000.0));
  parameter(base.parameters, "observe.tree_names_adult") = 1.0;
  parameter(base.parameters, "observe.checks_reveal_adult") = 0.3;
  change::TreesAndChronologies trees;
  trees.family_trees = 1.0;
  const Outcome before = run(base);
  const Outcome after = run(with(base, trees, base.window.from - years(3)));
  EXPECT_EQ(taken(before, "family_tree_drawn"), 0U);
  EXPECT_GT(taken(after, "family_tree_drawn"), 0U);
  EXPECT_GT(taken(after, "adult_named"), 0U);
  EXPECT_GT(taken(after, "adult_found"), taken(before, "adult_found"));
  EXPECT_GT(figure(after, "work_hours@kind=initial_assessment"),
            figure(before, "work_hours@kind=initial_assessment"));
}

// A name by itself is no danger known: where no checks are made, the tree brings out nobody.
TEST(Practice, AFamilyTreeWithoutChecksBringsOutNobody) {
  Design base = unlimited(small("no-change"));
  parameter(base.parameters, "observe.tree_names_adult") = 1.0;
  parameter(base.parameters, "observe.checks_reveal_adult") = 0.0;
  change::TreesAndChronologies trees;
  trees.family_trees = 1.0;
  const Outcome after = run(with(base, trees));
  EXPECT_GT(taken(after, "adult_named"), 0U);
  EXPECT_EQ(taken(after, "adult_found"), 0U);
}

TEST(Practice, SpecificRecordingAsksBackAndTakesHours) {
  const Design base = unlimited(small("no-change"));
  change::SpecificRecording all;
  all.contacts = 1.0;
  const Outcome before = run(base);
  const Outcome after = run(with(base, all));
  EXPECT_EQ(taken(before, "vague_report_clarified"), 0U);
  EXPECT_GT(taken(after, "vague_report_clarified"), 0U);
  EXPECT_LT(taken(after, "vague_report_clarified"), taken(after, "vague_report"));
  EXPECT_GT(figure(after, "work_hours@kind=screening"), figure(before, "work_hours@kind=screening"));
}

TEST(Practice, RemovalsTakeHoursAndWaitForRoom) {
  Design base = unlimited(small("no-change"));
  change::PerpetratorRemoval led;
  led.sought = 1.0;
  led.weeks = 4.0;
  change::PerpetratorRemoval narrow = led;
  narrow.capacity = 1;
  narrow.weeks = 52.0;
  const Outcome before = run(base);
  const Outcome wide = run(with(base, led));
  const Outcome slow = run(with(base, narrow));
  EXPECT_EQ(figure(before, "work_hours@kind=adult_removal"), 0.0);
  EXPECT_GT(figure(wide, "work_hours@kind=adult_removal"), 0.0);
  EXPECT_GT(taken(wide, "adult_removal_sought"), taken(before, "adult_removal_sought"));
  EXPECT_GT(taken(wide, "adult_removed"), taken(before, "adult_removed"));
  EXPECT_EQ(taken(wide, "adult_removal_waited"), 0U);
  EXPECT_GT(taken(slow, "adult_removal_waited"), 0U);
  EXPECT_LT(taken(slow, "adult_removed"), taken(wide, "adult_removed"));
}

// What waits when the limit ends is taken up.
TEST(Practice, RemovalsThatWaitAreTakenUpWhenTheLimitEnds) {
  const Design base = unlimited(small("no-change"));
  change::PerpetratorRemoval narrow;
  narrow.sought = 1.0;
  narrow.weeks = 52.0;
  narrow.capacity = 1;
  change::PerpetratorRemoval ending = narrow;
  ending.until = at_date(2012, 10, 1);
  EXPECT_GT(taken(run(with(base, ending)), "adult_removed"), taken(run(with(base, narrow)), "adult_removed"));
}

TEST(Practice, TrainingTakesItsHoursFromEveryPostOnDuty) {
  const Design base = settled();
  change::GoodEnoughParenting once;
  once.training_hours = 6.0;
  change::GoodEnoughParenting yearly = once;
  yearly.every_months = 12;
  yearly.until = at_date(2013, 6, 1);  // April 2011, 2012 and 2013
  const double each = 6.0 * posts_of(base, true);
  const Design trained = with(base, once);
  const Design again = with(base, yearly);
  EXPECT_NEAR(hours_in_window(run(trained), trained, "parenting_training"), each, 0.01);
  EXPECT_NEAR(hours_in_window(run(again), again, "parenting_training"), 3.0 * each, 0.01);
}

/// The mean of `of(level)` over what is read of the yardstick from `begin` until `end`.
template <class Of>
double mean_read(const Design& design, Instant begin, Instant end, Of&& of) {
  double sum = 0.0;
  int read = 0;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    const auto* yardstick = std::get_if<trace::Yardstick>(&step.what);
    if (yardstick == nullptr || step.at < begin || step.at >= end) return;
    sum += of(yardstick->levels);
    ++read;
  };
  (void)replicate_watched(design, kernel::WorldKey{1, 0}, design.window, watch);
  EXPECT_GT(read, 0);
  return sum / read;
}

// What is taken on becomes what is usual: where the threshold is raised the yardstick rises, and takes
// something off every later score.
TEST(Practice, AHarderThresholdRaisesTheYardstick) {
  const Design base = settled();
  change::ThresholdPolicy harder;
  harder.initial_assessment_shift = 0.75;
  const auto level = [](const Design& design) {
    return mean_read(design, change_day + weeks(52), Instant::never(), [](double levels) { return levels; });
  };
  EXPECT_GT(level(with(base, harder)), level(base) + 0.05);
}

TEST(Practice, TrainingBringsTheYardstickBackAndItDriftsAgain) {
  Design base = settled();
  parameter(base.parameters, "door.training_norm_return") = 1.0;
  parameter(base.parameters, "door.norm_memory_contacts") = 1000.0;  // about a year's
  change::GoodEnoughParenting training;
  training.training_hours = 2.0;
  const double reference = parameter(base.parameters, "door.norm_reference");
  // How far the yardstick stands from the reference, on the mean of what is read of it in those weeks.
  const auto distance = [&](const Design& design, Instant begin, Instant end) {
    return mean_read(design, begin, end, [&](double levels) { return std::abs(levels - reference); });
  };
  const Design trained = with(base, training);
  EXPECT_EQ(distance(trained, change_day - weeks(8), change_day),
            distance(base, change_day - weeks(8), change_day));
  const double soon = distance(trained, change_day + weeks(6), change_day + weeks(14));
  EXPECT_LT(soon, 0.7 * distance(base, change_day + weeks(6), change_day + weeks(14)));
  EXPECT_GT(distance(trained, change_day + weeks(100), change_day + weeks(140)), soon);
}

TEST(Practice, MonitoringReadsDecisionsForCafAgainAndTurnsSomeRound) {
  Design base = unlimited(small("no-change"));
  change::ThresholdPolicy pressure;
  pressure.initial_assessment_shift = 0.8;
  pressure.caf_shift = -0.2;
  const Design pressed = with(base, pressure);
  change::CafMonitoring monitoring;
  monitoring.score_above = 0.0;
  const Outcome before = run(pressed);
  const Outcome after = run(with(pressed, monitoring));
  EXPECT_EQ(taken(before, "caf_second_reading"), 0U);
  EXPECT_GT(taken(after, "caf_second_reading"), 0U);
  EXPECT_GT(figure(after, "work_hours@kind=caf_second_reading"), 0.0);
  EXPECT_GT(taken(after, "caf_reading_reversed"), 0U);
  EXPECT_GT(figure(after, "initial_assessments_children"), figure(before, "initial_assessments_children"));
  EXPECT_LT(figure(after, "cafs_opened_children"), figure(before, "cafs_opened_children"));
}

TEST(Practice, OnlyDecisionsAboveTheScoreAreReadAgain) {
  const Design base = unlimited(small("no-change"));
  change::CafMonitoring all;
  change::CafMonitoring grave;
  grave.score_above = 1.5;
  EXPECT_LT(taken(run(with(base, grave)), "caf_second_reading"),
            taken(run(with(base, all)), "caf_second_reading"));
}

TEST(Practice, CentreManagersSuperviseCafsUntilTheyGo) {
  Design base = unlimited(small("no-change"));
  base.area.months_to_fill = 0.5;
  // All families engage, no CAF has measurable outcomes, and supervision takes off all that this hides.
  parameter(base.parameters, "observe.engagement_share") = 1.0;
  parameter(base.parameters, "pathway.caf_measurable_share") = 0.0;
  parameter(base.parameters, "pathway.caf_engaged_step_up_discount") = 1.0;
  parameter(base.parameters, "pathway.supervision_challenge") = 1.0;
  change::CentreManagement managers;
  managers.posts = 1;
  change::CentreManagement gone;
  gone.posts = -1;
  const Design managed = with(base, managers, base.window.from);
  const Design cut = with(managed, gone, at_date(2012, 1, 1));
  const Outcome as_given = run(base);
  const Outcome with_managers = run(managed);
  const Outcome without = run(cut);
  EXPECT_EQ(taken(as_given, "caf_supervised"), 0U);
  EXPECT_GT(taken(with_managers, "caf_supervised"), taken(without, "caf_supervised"));
  EXPECT_GT(taken(without, "caf_supervised"), 0U);
  EXPECT_GT(figure(with_managers, "work_hours@role=team_manager"),
            figure(without, "work_hours@role=team_manager"));
  EXPECT_GT(figure(with_managers, "spend_pounds@on=centre_staff"),
            figure(without, "spend_pounds@on=centre_staff"));
  // Without a manager fewer reviews take a CAF back to social care.
  EXPECT_GT(taken(with_managers, "caf_stepped_up"), taken(without, "caf_stepped_up"));
}

TEST(Practice, AnInspectionTakesItsHoursAndNothingElse) {
  const Design base = settled();
  change::Inspection inspection;
  inspection.judgement = change::Judgement::inadequate;
  inspection.published = change_day + weeks(7);
  inspection.preparation_hours = 8.0;
  inspection.action_plan_hours = 15.0;
  inspection.audit_hours = 5.0;
  const Design inspected = with(base, inspection);
  EXPECT_NEAR(hours_in_window(run(inspected), inspected, "inspection"), 28.0 * posts_of(base, false), 0.01);
  change::Inspection light = inspection;
  light.preparation_hours = light.action_plan_hours = light.audit_hours = 0.0;
  EXPECT_EQ(run(with(base, light)).fingerprint, run(base).fingerprint);
}

// Family support workers who make more visits to children in need have fewer hours for CAF: in the same
// building, at the same opening hours.
TEST(Practice, AcuteFamiliesDisplaceCafHours) {
  Design base = settled();
  for (spec::Centre& centre : base.area.centres) centre.open_days = 2;  // they are short of time
  parameter(base.parameters, "pathway.share_family_support_child_in_need") = 0.0;
  Design acute = base;
  parameter(acute.parameters, "pathway.share_family_support_child_in_need") = 0.5;
  const auto caf_hours = [](const Outcome& outcome) {
    return figure(outcome, "work_hours@kind=caf_assessment") + figure(outcome, "work_hours@kind=caf_review");
  };
  const Outcome before = run(base);
  const Outcome after = run(acute);
  EXPECT_GT(figure(after, "work_hours@role=family_support_worker"),
            0.95 * figure(before, "work_hours@role=family_support_worker"));
  EXPECT_LT(caf_hours(after), caf_hours(before));
}

}  // namespace
}  // namespace lscb::world
