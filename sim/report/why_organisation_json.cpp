#include "report/decision_json.h"
#include "report/json_values.h"
#include "report/phrases.h"
#include "report/why_organisation.h"

namespace lscb::report {
namespace {

Json of_missed(const experiment::OfMissed& figures) {
  Json all = Json::object();
  for (std::size_t f = 0; f < figures.size(); ++f)
    all[std::string(experiment::missed_ids[f])] = estimate_of(figures[f]);
  return all;
}

Json group_of(const experiment::ButFor& but_for, bool first) {
  return {{"words", experiment::words(but_for.group)},
          {"at_reference", but_for.at_reference},
          {"difference", of_missed(but_for.difference)},
          {"beyond_first", first ? Json(nullptr) : of_missed(but_for.beyond_first)}};
}

Json part_of(const experiment::FixedLoadPart& part, bool first) {
  return {{"share", estimate_of(part.share)},
          {"a_year", estimate_of(part.a_year)},
          {"beyond_first", first ? Json(nullptr) : estimate_of(part.beyond_first)}};
}

Json fixed_load_of(const experiment::FixedLoad& load, bool first) {
  Json groups = Json::object();
  for (const experiment::FixedLoadGroup& group : load.groups) {
    groups[experiment::id(group.group)] = {{"at_reference", group.at_reference},
                                           {"but_for", part_of(group.but_for, first)},
                                           {"sufficient_alone", part_of(group.sufficient_alone, first)},
                                           {"shapley", part_of(group.shapley, first)},
                                           {"not_missed_in_run", estimate_of(group.again)},
                                           {"error", estimate_of(group.error)},
                                           {"agreement", estimate_of(group.agreement)},
                                           {"no_longer_missed_in_run", estimate_of(group.no_longer)},
                                           {"newly_missed_in_run", estimate_of(group.newly)},
                                           {"net_in_run", estimate_of(group.net)},
                                           {"but_for_less_net", estimate_of(group.apart)}};
  }
  return {{"missed", load.missed},
          {"sampled", load.sampled},
          {"subsets", load.sets},
          {"replays", load.replays},
          {"replays_not_as_recorded", load.astray},
          {"all", part_of(load.all, first)},
          {"groups", std::move(groups)},
          {"missed_with_all_restored", part_of(load.beyond, first)},
          {"missed_with_all_restored_though_told", estimate_of(load.beyond_told)},
          {"runs_with_all_restored", load.runs_with_all},
          {"sampled_with_all_restored", load.sampled_with_all},
          {"missed_with_all_restored_in_replays", estimate_of(load.beyond_there)},
          {"missed_with_all_restored_in_run", estimate_of(load.beyond_again)},
          {"missed_with_all_restored_error", estimate_of(load.beyond_error)}};
}

Json design_of(const experiment::OrganisationOfDesign& design, bool first) {
  Json groups = Json::object();
  for (const experiment::ButFor& but_for : design.groups)
    groups[experiment::id(but_for.group)] = group_of(but_for, first);
  return {{"scenario", design.scenario},
          {"title", design.title},
          {"missed", of_missed(design.missed)},
          {"groups", std::move(groups)},
          {"fixed_load", fixed_load_of(design.fixed_load, first)}};
}

}  // namespace

std::string to_json(const experiment::WhyOrganisation& why, std::string_view version) {
  Json designs = Json::array();
  for (const auto& design : why.designs) designs.push_back(design_of(design, designs.empty()));
  Json decisions = Json::array();
  for (const auto& design : why.in_the_decision) decisions.push_back(decisions_of(design));
  return print({{"kind", "why_in_the_organisation"},
                {"heading", heading},
                {"caution", caution},
                {"version", version},
                {"seed", why.seed},
                {"replications", why.replications},
                {"level", why.confidence},
                {"simultaneous", experiment::group_count},
                {"sample", why.sample},
                {"window", window(why.counted)},
                {"designs", std::move(designs)},
                {"in_the_decision", std::move(decisions)}});
}

}  // namespace lscb::report
