#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

namespace {

void read_units(ChangeBuilder& build, change::Restructure& out) {
  const auto whole = [&build](const char* key, const FigureRule& rule) {
    return static_cast<int>(build.figure(key, rule).value_or(0.0));
  };
  out.units = whole("units", {&units::units_formed(), 0.0, 500.0, true});
  const std::vector<std::string> of_units{"coordinators", "competence_checked", "coaching", "coaching_for"};
  if (out.units == 0) {
    for (const std::string& key : of_units) {
      if (!build.table.has(key)) continue;
      build.context.report(build.table.place_of(key), key + " without units", "units = 1 or more beside it");
      build.table.take(key);
    }
    return;
  }
  if (out.team) {
    build.context.report(build.table.place_of("team"), "units within one team",
                         "no team: units are made of the posts of all teams");
  }
  out.coordinators = whole("coordinators", {&units::posts(), 0.0, 500.0, true});
  out.competence_checked = build.table.truth("competence_checked").value_or(false);
  out.coaching_hours = build.figure("coaching", hours_up_to(80.0)).value_or(0.0);
  if (out.coaching_hours > 0.0) {
    out.coaching_months = static_cast<int>(build.need("coaching_for", {&units::months(), 1.0, 60.0, true}));
  }
}

}  // namespace

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
  out.training_first = build.table.truth("training_first").value_or(false);
  read_units(build, out);
  return out;
}

}  // namespace lscb::scenario::detail
