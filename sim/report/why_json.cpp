#include "report/decision_json.h"
#include "report/json_values.h"
#include "report/why.h"

namespace lscb::report {
namespace {

Json part_of(const experiment::WhyPart& part) {
  return {
      {"a_year", estimate_of(part.a_year)},
      {"share", estimate_of(part.share)},
      {"difference", part.difference.mean ? estimate_of(part.difference) : Json(nullptr)},
      {"share_difference", part.share_difference.mean ? estimate_of(part.share_difference) : Json(nullptr)}};
}

}  // namespace

Json decisions_of(const experiment::WhyOfDesign& design) {
  Json kinds = Json::object();
  for (std::size_t k = 0; k < design.by_kind.size(); ++k)
    kinds[measures::id(static_cast<measures::Unmet>(k))] = estimate_of(design.by_kind[k]);
  Json terms = Json::object();
  for (std::size_t k = 0; k < design.terms.size(); ++k)
    terms[door::id(static_cast<door::Term>(k))] = part_of(design.terms[k]);
  return {
      {"scenario", design.scenario},
      {"title", design.title},
      {"missed_opportunities_contacts", estimate_of(design.missed)},
      {"difference", design.missed_difference.mean ? estimate_of(design.missed_difference) : Json(nullptr)},
      {"by_kind", std::move(kinds)},
      {"decided", estimate_of(design.decided)},
      {"terms", std::move(terms)},
      {"beyond", part_of(design.beyond)}};
}

std::string to_json(const experiment::WhyResult& why, std::string_view version) {
  Json designs = Json::array();
  for (const auto& design : why.designs) designs.push_back(decisions_of(design));
  return print({{"kind", "why_in_the_decision"},
                {"version", version},
                {"seed", why.seed},
                {"replications", why.replications},
                {"level", why.confidence},
                {"window", window(why.counted)},
                {"designs", std::move(designs)}});
}

}  // namespace lscb::report
