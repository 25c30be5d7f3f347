// Standards of practice: what the review of Baby T recommended for social workers and their records.
#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read_trees_and_chronologies(ChangeBuilder& build) {
  change::TreesAndChronologies out;
  build.at_least_one({"chronologies", "family_trees"});
  out.chronologies = build.figure("chronologies").value_or(0.0);
  out.family_trees = build.figure("family_trees").value_or(0.0);
  out.until = build.date("until");
  return out;
}

change::Effect read_measurable_outcomes(ChangeBuilder& build) {
  change::MeasurableOutcomes out;
  build.at_least_one({"cafs", "plans"});
  out.cafs = build.figure("cafs");
  out.plans = build.figure("plans");
  out.until = build.date("until");
  return out;
}

change::Effect read_specific_recording(ChangeBuilder& build) {
  change::SpecificRecording out;
  out.contacts = build.need("contacts");
  out.until = build.date("until");
  return out;
}

change::Effect read_perpetrator_removal(ChangeBuilder& build) {
  change::PerpetratorRemoval out;
  build.at_least_one({"sought", "time", "capacity"});
  out.sought = build.figure("sought");
  out.weeks = build.figure("time");
  if (const auto capacity = build.figure("capacity")) out.capacity = static_cast<int>(*capacity);
  out.until = build.date("until");
  return out;
}

change::Effect read_good_enough_parenting(ChangeBuilder& build) {
  change::GoodEnoughParenting out;
  out.training_hours = build.need("training");
  if (const auto months = build.figure("every")) out.every_months = static_cast<int>(*months);
  out.until = build.date("until");
  return out;
}

}  // namespace

const ChangeKind& trees_and_chronologies_kind() {
  static const ChangeKind kind{
      "chronologies-and-family-trees",
      "Family trees and case chronologies on all cases",
      {"council", "board"},
      "chronologies-and-family-trees",
      Recommendation::trees_and_chronologies,
      {figure_key(
           "chronologies",
           "Share of screenings, decisions, assessments and conferences whose chronology is never left out",
           share(), "costs the hours of chronologies that pressure would have left out; other parts give way",
           {"workforce.squeeze_chronology_weeks", "door.weight_history", "observe.finding_error_chronology"}),
       figure_key("family_trees", "Share of assessments in which a family tree is drawn", share(),
                  "costs hours of the assessing worker for each",
                  {"pathway.hours_family_tree", "observe.tree_names_adult", "observe.checks_reveal_adult"}),
       until_key()},
      read_trees_and_chronologies};
  return kind;
}

const ChangeKind& measurable_outcomes_kind() {
  static const ChangeKind kind{
      "measurable-outcomes",
      "Measurable outcomes in all plans, and action where they are not achieved",
      {"council", "board"},
      "measurable-outcomes",
      Recommendation::measurable_outcomes,
      {figure_key("cafs", "Share of CAFs begun with measurable outcomes", share(),
                  "costs hours of the lead professional for each that would not have had them",
                  {"pathway.hours_measurable_outcomes", "pathway.caf_measurable_share",
                   "pathway.drift_close_share", "pathway.caf_engaged_step_up_discount"}),
       figure_key("plans", "Share of child-in-need and protection plans begun with measurable outcomes",
                  share(),
                  "costs hours of who makes the plan's first visit, for each that would not have had them",
                  {"pathway.hours_measurable_outcomes", "pathway.plan_measurable_share",
                   "pathway.drift_close_share"}),
       until_key()},
      read_measurable_outcomes};
  return kind;
}

const ChangeKind& specific_recording_kind() {
  static const ChangeKind kind{
      "specific-recording",
      "Records that say what happened, instead of general terms",
      {"council", "board"},
      "specific-recording",
      Recommendation::specific_records,
      {figure_key("contacts", "Share of contacts screened that are recorded in particulars", share(),
                  "costs hours of who screens, for each contact",
                  {"pathway.hours_specific_record", "observe.vague_share", "observe.caller_clarifies",
                   "door.weight_vague_entry"}),
       until_key()},
      read_specific_recording};
  return kind;
}

const ChangeKind& perpetrator_removal_kind() {
  static const ChangeKind kind{
      "perpetrator-removal",
      "Remove the perpetrator rather than the children",
      {"council", "police", "board"},
      "perpetrator-removal",
      Recommendation::perpetrator_removal,
      {figure_key("sought", "Share of occasions with a known dangerous adult on which orders are sought",
                  share(), "costs hours of a social worker for each",
                  {"pathway.hours_adult_removal", "pathway.adult_removal_share"}),
       figure_key("time", "Mean weeks until orders take effect", {&units::weeks(), 1.0, 52.0, false},
                  "costs the partner agencies more the quicker it is; their pounds are not counted here",
                  {"pathway.adult_removal_days"}),
       figure_key("capacity", "Orders that the partner agencies have in hand at once; others wait",
                  {&units::orders(), 1.0, 500.0, true}, "costs the partner agencies; not counted here"),
       until_key()},
      read_perpetrator_removal};
  return kind;
}

const ChangeKind& good_enough_parenting_kind() {
  static const ChangeKind kind{
      "good-enough-parenting",
      "Training in what is good enough, and what parenting does to the child",
      {"council", "board"},
      "good-enough-parenting",
      Recommendation::good_enough_parenting,
      {figure_key("training", "Training of each worker of the duty teams, each time", hours_up_to(100.0),
                  "costs these hours of every worker of the duty teams",
                  {"door.training_norm_return", "door.weight_norm", "door.norm_memory_contacts"}),
       figure_key("every", "Months between two trainings; without it, once",
                  {&units::months(), 1.0, 60.0, true}),
       until_key()},
      read_good_enough_parenting};
  return kind;
}

}  // namespace lscb::scenario::detail
