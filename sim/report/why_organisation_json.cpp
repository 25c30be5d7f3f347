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

Json design_of(const experiment::OrganisationOfDesign& design, bool first) {
  Json groups = Json::object();
  for (const experiment::ButFor& but_for : design.groups)
    groups[experiment::id(but_for.group)] = group_of(but_for, first);
  return {{"scenario", design.scenario},
          {"title", design.title},
          {"missed", of_missed(design.missed)},
          {"groups", std::move(groups)}};
}

}  // namespace

std::string to_json(const experiment::WhyOrganisation& why, std::string_view version) {
  Json designs = Json::array();
  for (const auto& design : why.designs) designs.push_back(design_of(design, designs.empty()));
  return print({{"kind", "why_in_the_organisation"},
                {"heading", heading},
                {"caution", caution},
                {"version", version},
                {"seed", why.seed},
                {"replications", why.replications},
                {"level", why.confidence},
                {"simultaneous", experiment::group_count},
                {"window", window(why.counted)},
                {"designs", std::move(designs)}});
}

}  // namespace lscb::report
