#include "report/csv_line.h"
#include "report/families.h"
#include "report/json_values.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::FamiliesResult;
using experiment::FamilyFigures;
using experiment::FamilyFrequency;
using experiment::FilteredFamilies;

double days_of(std::int64_t minutes) {
  return static_cast<double>(minutes) / minutes_per_day;
}

std::optional<std::string> date_or_none(Instant at) {
  return at == Instant::never() ? std::nullopt : std::optional{iso(at)};
}

const char* interval_of(const FamilyFrequency& f) {
  if (!f.few) return "student";
  return f.families == 0 ? "poisson one-sided" : "poisson";
}

Json frequency_of(const FamilyFrequency& f) {
  Json all{{"families", f.families}, {"replications_with", f.replications_with}};
  all.update(estimate_of(f.per_10000));
  all["interval"] = interval_of(f);
  return all;
}

Json filter_of(const FilteredFamilies& one) {
  Json frequencies = Json::array();
  for (const FamilyFrequency& f : one.frequencies) frequencies.push_back(frequency_of(f));
  return {{"filter", one.filter->id},
          {"words", one.filter->words},
          {"needs_two", one.filter->needs_two()},
          {"frequencies", std::move(frequencies)},
          {"difference", one.difference ? estimate_of(*one.difference) : Json(nullptr)}};
}

Json figures_of(const FamilyFigures& f) {
  return {{"calls", f.calls},
          {"unassessed_calls", f.unassessed_calls},
          {"sent_to_caf", f.sent_to_caf},
          {"caf_throughout", f.caf_throughout},
          {"adult_hidden", f.adult_hidden},
          {"assessed", value_or_null(date_or_none(f.assessed))},
          {"assessments", f.assessments},
          {"unprotected_need_child_days", days_of(f.unprotected_minutes)},
          {"harm_events", f.harms},
          {"predictable_harms", f.predictable_harms},
          {"preventable_harms", f.preventable_harms}};
}

Json family_of(const experiment::FoundFamily& family, std::size_t scenarios,
               const std::vector<std::string>& asked) {
  Json under = Json::array({figures_of(family.figures.first)});
  if (scenarios == 2) under.push_back(figures_of(family.figures.second));
  return {{"replication", family.key.replication},
          {"family", family.key.family},
          {"figures", std::move(under)},
          {"parted", value_or_null(date_or_none(family.figures.parted))},
          {"differs", value_or_null(date_or_none(family.figures.differs))},
          {"command", family_command(family.key, asked)}};
}

std::string table_csv(const FamiliesResult& result) {
  std::string out =
      "filter,scenario,words,families,replications_with,n,mean,low,high,interval,difference_mean,difference_"
      "low,"
      "difference_high,caution\r\n";
  for (const FilteredFamilies& one : result.filters) {
    for (std::size_t d = 0; d < one.frequencies.size(); ++d) {
      const FamilyFrequency& f = one.frequencies[d];
      CsvLine line;
      line.text(one.filter->id).text(one.filter->needs_two() ? "" : result.scenarios[d].name);
      line.text(one.filter->words).number(f.families).number(std::int64_t{f.replications_with});
      line.number(f.per_10000.n).estimate(f.per_10000).text(interval_of(f));
      line.estimate(d == 1 ? *one.difference : experiment::Estimate{});
      out += line.text(caution).end();
    }
  }
  return out;
}

std::string list_csv(const FamiliesResult& result) {
  std::string out =
      "filter,seed,replication,family,scenario,calls,unassessed_calls,sent_to_caf,caf_throughout,adult_"
      "hidden,"
      "assessed,assessments,unprotected_need_child_days,harm_events,parted,differs,caution,predictable_"
      "harms,preventable_harms\r\n";
  for (const auto& family : result.families) {
    for (std::size_t d = 0; d < result.scenarios.size(); ++d) {
      const FamilyFigures& f = d == 0 ? family.figures.first : family.figures.second;
      const auto truth = [](bool holds) { return holds ? "true" : "false"; };
      CsvLine line;
      line.text(result.listed->id).number(std::optional{result.seed});
      line.number(std::int64_t{family.key.replication}).number(std::int64_t{family.key.family});
      line.text(result.scenarios[d].name).number(std::int64_t{f.calls});
      line.number(std::int64_t{f.unassessed_calls}).number(std::int64_t{f.sent_to_caf});
      line.text(truth(f.caf_throughout)).text(truth(f.adult_hidden));
      line.text(date_or_none(f.assessed).value_or("")).number(std::int64_t{f.assessments});
      line.number(std::optional{days_of(f.unprotected_minutes)}).number(std::int64_t{f.harms});
      line.text(date_or_none(family.figures.parted).value_or(""));
      line.text(date_or_none(family.figures.differs).value_or(""));
      out += line.text(caution)
                 .number(std::int64_t{f.predictable_harms})
                 .number(std::int64_t{f.preventable_harms})
                 .end();
    }
  }
  return out;
}

}  // namespace

std::string families_json(const FamiliesResult& result, const std::vector<std::string>& asked,
                          std::string_view version) {
  Json scenarios = Json::array();
  for (const auto& one : result.scenarios)
    scenarios.push_back({{"scenario", one.name}, {"title", one.title}});
  Json filters = Json::array();
  for (const FilteredFamilies& one : result.filters) filters.push_back(filter_of(one));
  Json document{{"heading", heading},
                {"caution", caution},
                {"version", version},
                {"seed", result.seed},
                {"replications", result.replications},
                {"replications_asked", result.replications_asked},
                {"level", result.confidence},
                {"window", window(result.counted)},
                {"children", result.children},
                {"scenarios", std::move(scenarios)},
                {"filters", std::move(filters)}};
  if (result.listed != nullptr) {
    Json families = Json::array();
    for (const auto& family : result.families)
      families.push_back(family_of(family, result.scenarios.size(), asked));
    document["listed"] = {
        {"filter", result.listed->id}, {"matching", result.matching}, {"families", std::move(families)}};
  }
  return print(document);
}

std::string families_csv(const FamiliesResult& result) {
  return result.listed == nullptr ? table_csv(result) : list_csv(result);
}

}  // namespace lscb::report
