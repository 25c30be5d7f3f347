#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_target_policy(ChangeBuilder& build) {
  change::TargetPolicy out;
  build.at_least_one({"section47_reduction", "caf_increase"});
  out.section47_reduction = build.figure("section47_reduction", share());
  out.caf_increase = build.figure("caf_increase", {&units::share(), 0.0, 300.0, false});
  out.step = build.need("step", {&units::levels(), 0.01, 1.0, false});
  out.until = build.date("until");
  return out;
}

}  // namespace lscb::scenario::detail
