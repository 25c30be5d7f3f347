#include "report/csv_line.h"
#include "report/england.h"
#include "report/json_values.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Estimate;
using experiment::Estimates;

Json estimates_of(const EnglandResult& england, const Estimates& estimates, bool totals) {
  Json all = Json::object();
  const auto& measures = england.areas.measures;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (totals && !experiment::adds_up(measures[i])) continue;
    const Estimate& e = estimates[i];
    all[measures[i].id] = {{"mean", value_or_null(e.mean)},
                           {"low", value_or_null(e.low)},
                           {"high", value_or_null(e.high)},
                           {"n", e.n}};
  }
  return all;
}

Json measures_of(const EnglandResult& england) {
  Json all = Json::object();
  for (const auto& measure : england.areas.measures) {
    all[measure.id] = {
        {"label", measure.label}, {"unit", measure.unit}, {"adds_up", experiment::adds_up(measure)}};
  }
  return all;
}

Json published_of(const EnglandResult& england) {
  Json all = Json::array();
  if (!england.whole()) return all;
  for (const Published& published : england.published) {
    all.push_back({{"measures", published.measures},
                   {"label", published.label},
                   {"value", published.value},
                   {"unit", published.unit},
                   {"year", published.year},
                   {"source", published.source},
                   {"grade", published.grade},
                   {"note", published.note}});
  }
  return all;
}

Json scenarios_of(const EnglandResult& england) {
  Json all = Json::array();
  for (const auto& scenario : england.areas.scenarios) {
    Json one = {{"scenario", scenario.name},
                {"title", scenario.title},
                {"totals", estimates_of(england, scenario.totals, true)}};
    if (!all.empty()) one["differences"] = estimates_of(england, scenario.differences, true);
    all.push_back(std::move(one));
  }
  return all;
}

Json authorities_of(const EnglandResult& england) {
  Json all = Json::array();
  for (std::size_t a = 0; a < england.areas.areas.size(); ++a) {
    const auto& area = england.areas.areas[a];
    Json scenarios = Json::object();
    for (std::size_t s = 0; s < area.scenarios.size(); ++s) {
      scenarios[england.areas.scenarios[s].name] = estimates_of(england, area.scenarios[s], false);
    }
    all.push_back({{"number", area.code},
                   {"name", area.name},
                   {"region", england.regions[a]},
                   {"children", area.children},
                   {"scenarios", std::move(scenarios)}});
  }
  return all;
}

/// The one published figure that a measure by itself is set beside.
const Published* published_for(const EnglandResult& england, const std::string& id) {
  if (!england.whole()) return nullptr;
  for (const Published& published : england.published) {
    if (published.measures.size() == 1 && published.measures.front() == id) return &published;
  }
  return nullptr;
}

}  // namespace

std::string to_json(const EnglandResult& england, std::string_view version) {
  const auto& areas = england.areas;
  const Json document = {{"heading", heading},
                         {"caution", caution},
                         {"version", version},
                         {"seed", areas.seed},
                         {"replications", areas.replications},
                         {"replications_asked", areas.replications_asked},
                         {"level", areas.confidence},
                         {"window", {{"from", iso(areas.counted.from)}, {"to", iso(areas.counted.to)}}},
                         {"authorities_in_england", england.authorities},
                         {"measures", measures_of(england)},
                         {"published", published_of(england)},
                         {"scenarios", scenarios_of(england)},
                         {"authorities", authorities_of(england)}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_csv(const EnglandResult& england) {
  const auto& areas = england.areas;
  std::string out =
      "scenario,number,authority,region,children,measure,unit,n,mean,low,high,published,published_year\r\n";
  const auto put = [&](CsvLine line, std::size_t measure, const Estimate& e, const Published* published) {
    line.text(areas.measures[measure].id).text(areas.measures[measure].unit).number(e.n).estimate(e);
    line.number(published ? std::optional(published->value) : std::nullopt)
        .text(published ? published->year : std::string{});
    out += line.end();
  };
  double children = 0.0;
  for (const auto& area : areas.areas) children += area.children;
  for (std::size_t s = 0; s < areas.scenarios.size(); ++s) {
    const auto& scenario = areas.scenarios[s];
    const char* sum = england.whole() ? "England" : "the authorities together";
    for (std::size_t m = 0; m < areas.measures.size(); ++m) {
      if (!experiment::adds_up(areas.measures[m])) continue;
      CsvLine line;
      line.text(scenario.name).text("").text(sum).text("").number(std::optional{children});
      put(std::move(line), m, scenario.totals[m], published_for(england, areas.measures[m].id));
    }
    for (std::size_t a = 0; a < areas.areas.size(); ++a) {
      const auto& area = areas.areas[a];
      for (std::size_t m = 0; m < areas.measures.size(); ++m) {
        CsvLine line;
        line.text(scenario.name).number(static_cast<std::int64_t>(area.code)).text(area.name);
        line.text(england.regions[a]).number(std::optional{area.children});
        put(std::move(line), m, area.scenarios[s][m], nullptr);
      }
    }
  }
  return out;
}

}  // namespace lscb::report
