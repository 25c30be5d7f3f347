#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read(ChangeBuilder& build) {
  change::ThresholdPolicy out;
  build.at_least_one({"initial_assessment", "section47", "caf", "downgrade_anchor"});
  out.initial_assessment_shift = build.figure("initial_assessment").value_or(0.0);
  out.section47_shift = build.figure("section47").value_or(0.0);
  out.caf_shift = build.figure("caf").value_or(0.0);
  out.downgrade_anchor = build.figure("downgrade_anchor").value_or(0.0);
  out.until = build.date("until");
  return out;
}

}  // namespace

const ChangeKind& threshold_policy_kind() {
  static const ChangeKind kind{
      "threshold-policy",
      "Pressure on decisions: thresholds that are harder or easier to pass",
      {"board", "council"},
      "caf-pressure",
      Recommendation::none,
      {figure_key(
           "initial_assessment", "Shift of the threshold for an assessment; positive is harder to pass",
           shift(), "saves the hours of assessments not made",
           {"door.threshold_referral", "door.threshold_assessment", "pathway.hours_initial_assessment"}),
       figure_key("section47", "Shift of the threshold for an enquiry; positive is harder to pass", shift(),
                  "saves the hours of enquiries not made",
                  {"door.threshold_section47", "pathway.hours_section47"}),
       figure_key("caf", "Shift of the threshold for a CAF; negative sends more families there", shift(),
                  "costs hours of family support workers for each CAF",
                  {"door.threshold_caf", "pathway.hours_caf_assessment", "pathway.hours_caf_month"}),
       figure_key("downgrade_anchor", "What an earlier lower label takes off the next decision",
                  {&units::levels(), 0.0, 2.0, false}, "", {"door.weight_anchor"}),
       until_key()},
      read};
  return kind;
}

}  // namespace lscb::scenario::detail
