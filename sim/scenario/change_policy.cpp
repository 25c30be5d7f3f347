#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_threshold_policy(ChangeBuilder& build) {
  change::ThresholdPolicy out;
  build.at_least_one({"initial_assessment", "section47", "caf", "downgrade_anchor"});
  out.initial_assessment_shift = build.figure("initial_assessment", shift()).value_or(0.0);
  out.section47_shift = build.figure("section47", shift()).value_or(0.0);
  out.caf_shift = build.figure("caf", shift()).value_or(0.0);
  out.downgrade_anchor = build.figure("downgrade_anchor", {&units::levels(), 0.0, 2.0, false}).value_or(0.0);
  out.until = build.date("until");
  return out;
}

}  // namespace lscb::scenario::detail
