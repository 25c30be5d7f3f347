#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

change::Effect read(ChangeBuilder& build) {
  change::Restructure out;
  if (const auto announced = build.need_date("announced")) out.announced = *announced;
  out.team = build.name("team");
  if (const auto stages = build.figure("stages")) out.stages = static_cast<int>(*stages);
  if (out.stages > 1) {
    out.weeks_between_stages = static_cast<int>(build.need("between_stages"));
  } else if (build.figure("between_stages")) {
    build.context.report(build.table.place_of("between_stages"), "between_stages with a single stage",
                         "stages = 2 or more");
  }
  out.consultation_hours = build.need("consultation");
  out.training_hours = build.need("training");
  out.cases_transferred = build.need("cases_transferred");
  out.partner_ties_broken = build.need("partner_ties_broken");
  if (out.partner_ties_broken > 0.0) {
    out.ties_mend_months = static_cast<int>(build.need("ties_mend"));
  } else if (const auto months = build.figure("ties_mend")) {
    out.ties_mend_months = static_cast<int>(*months);
  }
  return out;
}

}  // namespace

const ChangeKind& restructure_kind() {
  static const ChangeKind kind{
      "restructure",
      "A reorganisation of teams",
      {"council"},
      "restructure",
      Recommendation::none,
      {date_key("announced", "The day on which consultation begins"),
       name_key("team", "The team; without it, every team of social care"),
       figure_key("stages", "Groups in which posts go over", {&units::stages(), 1.0, 12.0, true}),
       figure_key("between_stages", "Weeks between two stages", {&units::weeks(), 1.0, 52.0, true}),
       figure_key("consultation", "Consultation of each worker, before it goes live", hours_up_to(500.0),
                  "costs these hours of every worker"),
       figure_key("training", "Training of each worker, at the stage", hours_up_to(500.0),
                  "costs these hours of every worker"),
       figure_key("cases_transferred", "Share of open cases that change hands", share(),
                  "costs a re-reading of each file, and what the old worker knew",
                  {"pathway.hours_reread", "pathway.handover_loss", "pathway.assessment_dropped_share"}),
       figure_key("partner_ties_broken", "Share of agencies' ties to the front door that are lost", share(),
                  "", {"observe.vague_share_without_tie"}),
       figure_key("ties_mend", "Mean months until a broken tie is remade",
                  {&units::months(), 1.0, 60.0, true})},
      read};
  return kind;
}

}  // namespace lscb::scenario::detail
