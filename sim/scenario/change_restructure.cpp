#include <algorithm>
#include <string>

#include "scenario/change_builder.h"

namespace lscb::scenario::detail {
namespace {

/// Hours and months, or neither; no hours are no coaching, for however long.
void read_coaching(ChangeBuilder& build, change::Restructure& out) {
  out.coaching_hours = build.figure("coaching").value_or(0.0);
  const auto months =
      out.coaching_hours > 0.0 ? build.required("coaching_for") : build.figure("coaching_for");
  if (out.units > 0 && months && !build.table.has("coaching")) {
    build.context.report(build.table.place_of("coaching_for"), "coaching_for without coaching",
                         "coaching = \"4 hours\" beside it, say: the hours a month");
  }
  out.coaching_months = out.coaching_hours > 0.0 ? static_cast<int>(months.value_or(0.0)) : 0;
}

/// Who is consulted keeps their ties: of all agencies none are broken.
void refuse_ties_of_nobody(ChangeBuilder& build, const change::Restructure& out) {
  const auto consulted = [&](const std::string& name) {
    return out.partners_consulted[spec::index(*agency_named(name))];
  };
  if (out.partner_ties_broken <= 0.0) return;
  if (!std::all_of(agency_names().begin(), agency_names().end(), consulted)) return;
  build.context.report(build.table.place_of("partner_ties_broken"),
                       "partner_ties_broken, while every agency is consulted and keeps its ties",
                       "\"0 %\", or an agency that partners_consulted leaves out");
}

void read_units(ChangeBuilder& build, change::Restructure& out) {
  const auto whole = [&build](const char* key) { return static_cast<int>(build.figure(key).value_or(0.0)); };
  out.training_first = build.truth("training_first").value_or(false);
  const auto units = build.figure("units");
  out.units = static_cast<int>(units.value_or(0.0));
  out.teams = build.truth("teams").value_or(false);
  if (out.teams) {
    if (out.units > 0) {
      build.context.report(build.table.place_of("teams"), "units made and gone back in one change",
                           "a change of its own, at a later date");
    }
    if (out.team) {
      build.context.report(build.table.place_of("team"), "units that go back within one team",
                           "no team: units go back to the teams from which their posts came");
    }
  }
  out.coordinators = whole("coordinators");
  out.competence_checked = build.truth("competence_checked").value_or(false);
  read_coaching(build, out);
  if (out.units > 0) {
    if (out.team) {
      build.context.report(build.table.place_of("team"), "units within one team",
                           "no team: units are made of the posts of all teams");
    }
    return;
  }
  if (!units && build.table.has("units")) return;  // how many could not be read
  for (const char* key : {"coordinators", "competence_checked", "coaching", "coaching_for"}) {
    if (!build.table.has(key)) continue;
    build.context.report(build.table.place_of(key), std::string(key) + " without units",
                         "units = 1 or more beside it");
  }
}

change::Effect read(ChangeBuilder& build) {
  change::Restructure out;
  if (const auto announced = build.need_date("announced")) out.announced = *announced;
  out.team = build.name("team");
  const auto stages = build.figure("stages");
  if (stages) out.stages = static_cast<int>(*stages);
  if (out.stages > 1) {
    out.weeks_between_stages = static_cast<int>(build.need("between_stages"));
  } else if (build.figure("between_stages") && (stages || !build.table.has("stages"))) {
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
  for (const auto& [name, at] : build.choices("partners_consulted")) {
    out.partners_consulted[spec::index(*agency_named(name))] = true;
  }
  refuse_ties_of_nobody(build, out);
  read_units(build, out);
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
      // The unrest of who is told, and what it adds up to where one follows another.
      {date_key("announced", "The day on which consultation begins, and unrest",
                {"workforce.leaving_unrest", "workforce.absence_unrest", "workforce.unrest_months"}),
       name_key("team", "The team; without it, every team of social care"),
       figure_key("stages", "Groups in which posts go over", {&units::stages(), 1.0, 12.0, true}),
       figure_key("between_stages", "Weeks between two stages", {&units::weeks(), 1.0, 52.0, true}),
       figure_key("consultation", "Consultation of each worker, before it goes live", hours_up_to(500.0),
                  "costs these hours of every worker"),
       figure_key("training", "Training of each worker, at the stage", hours_up_to(500.0),
                  "costs these hours of every worker"),
       figure_key("cases_transferred", "Share of open cases that change hands", share(),
                  "costs a re-reading of each file, and what the old worker knew",
                  {"pathway.hours_reread", "pathway.handover_loss"}),
       figure_key("partner_ties_broken", "Share of agencies' ties to the front door that are lost", share(),
                  "", {"observe.vague_share_without_tie"}),
       figure_key("ties_mend", "Mean months until a broken tie is remade",
                  {&units::months(), 1.0, 60.0, true}),
       choices_key("partners_consulted", "Agencies that are consulted, and keep their ties", agency_names()),
       truth_key("training_first", "Training is given before it goes live, not at each stage"),
       figure_key("units", "Systemic units formed, each of a consultant, a social worker and a practitioner",
                  {&units::units_formed(), 0.0, 500.0, true},
                  "costs each member the hours of a weekly meeting",
                  {"pathway.hours_unit_meeting", "pathway.unit_meeting_lasts_weeks",
                   "workforce.practice_untrained", "workforce.practice_hours"}),
       truth_key("teams", "Units go back to being teams, and coordinators to being practitioners",
                 "costs a change of worker where a plan is held on duty", {"pathway.handover_loss"}),
       figure_key("coordinators", "Practitioners' posts that become unit coordinators'",
                  {&units::posts(), 0.0, 500.0, true}, "costs as many practitioners",
                  {"pathway.administration_share"}),
       truth_key("competence_checked", "Consultants are those found competent; other posts are advertised",
                 "costs vacancies until the posts are filled", {"workforce.practice_untrained"}),
       figure_key("coaching",
                  "Coaching of each member of a unit in the practice, a month: the change of culture",
                  hours_up_to(80.0), "costs these hours of every member", {"workforce.practice_hours"}),
       figure_key("coaching_for", "Months of coaching, from the unit's stage on",
                  {&units::months(), 1.0, 60.0, true})},
      read};
  return kind;
}

}  // namespace lscb::scenario::detail
