#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read(ChangeBuilder& build) {
  change::TargetPolicy out;
  build.at_least_one({"section47_reduction", "caf_increase"});
  out.section47_reduction = build.figure("section47_reduction");
  out.caf_increase = build.figure("caf_increase");
  out.step = build.need("step");
  out.until = build.date("until");
  return out;
}

}  // namespace

const ChangeKind& target_policy_kind() {
  static const ChangeKind kind{
      "target-policy",
      "Targets for enquiries and CAFs, towards which managers move the thresholds each quarter",
      {"board", "council"},
      "caf-target",
      Recommendation::none,
      {figure_key("section47_reduction", "Fewer strategy discussions than in the year before, as a share",
                  share(), "saves the hours of enquiries not made",
                  {"door.steering_tolerance", "pathway.hours_section47"}),
       figure_key("caf_increase", "More contacts sent to CAF than in the year before, as a share",
                  {&units::share(), 0.0, 300.0, false}, "costs hours of family support workers for each CAF",
                  {"door.steering_tolerance", "pathway.hours_caf_assessment", "pathway.hours_caf_month"}),
       figure_key("step", "How far a threshold is moved in a quarter while its target is missed",
                  {&units::levels(), 0.01, 1.0, false}),
       until_key()},
      read};
  return kind;
}

}  // namespace lscb::scenario::detail
