#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_restructure(ChangeBuilder& build) {
  change::Restructure out;
  if (auto announced = build.table.need_date("announced")) out.announced = at_date(*announced);
  out.team = build.table.text("team");
  if (auto stages = build.figure("stages", {&units::stages(), 1.0, 12.0, true})) {
    out.stages = static_cast<int>(*stages);
  }
  if (out.stages > 1) {
    out.weeks_between_stages =
        static_cast<int>(build.need("between_stages", {&units::weeks(), 1.0, 52.0, true}));
  } else if (build.table.take("between_stages") != nullptr) {
    build.context.report(build.table.place_of("between_stages"), "between_stages with a single stage",
                         "stages = 2 or more");
  }
  out.consultation_hours = build.need("consultation", hours_up_to(500.0));
  out.training_hours = build.need("training", hours_up_to(500.0));
  out.cases_transferred = build.need("cases_transferred", share());
  out.partner_ties_broken = build.need("partner_ties_broken", share());
  const FigureRule mending{&units::months(), 1.0, 60.0, true};
  if (out.partner_ties_broken > 0.0) {
    out.ties_mend_months = static_cast<int>(build.need("ties_mend", mending));
  } else if (auto months = build.figure("ties_mend", mending)) {
    out.ties_mend_months = static_cast<int>(*months);
  }
  for (const auto& [name, at] : build.table.texts("partners_consulted")) {
    if (const auto agency = agency_named(name)) {
      out.partners_consulted[spec::index(*agency)] = true;
    } else {
      build.context.report(at, "a partner called " + in_quotes(name), listed(agency_names()),
                           nearest_name(name, agency_names()));
    }
  }
  return out;
}

}  // namespace lscb::scenario::detail
