#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_centre_cut(ChangeBuilder& build) {
  change::CentreCut out;
  out.centre = build.table.text("centre");
  build.at_least_one({"budget_cut", "days_closed"});
  out.budget_cut = build.figure("budget_cut", share()).value_or(0.0);
  out.days_closed =
      static_cast<int>(build.figure("days_closed", {&units::days_a_week(), 0.0, 5.0, true}).value_or(0.0));
  return out;
}

}  // namespace lscb::scenario::detail
