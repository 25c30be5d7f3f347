#include "measures/financial_year.h"
#include "report/data.h"
#include "report/dip_text.h"
#include "report/json_values.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

Json measures_of(const experiment::RunResult& run) {
  Json all = Json::object();
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    const auto& estimate = run.figures[i];
    all[run.measures[i].id] = {{"label", run.measures[i].label},       {"unit", run.measures[i].unit},
                               {"mean", value_or_null(estimate.mean)}, {"low", value_or_null(estimate.low)},
                               {"high", value_or_null(estimate.high)}, {"n", estimate.n}};
  }
  return all;
}

Json years_of(const experiment::RunResult& run) {
  const auto& measures = measures::year_catalogue();
  Json all = Json::object();
  for (const auto& year : run.years) {
    Json figures = Json::object();
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const auto& estimate = year.figures[i];
      figures[measures[i].id] = {{"label", measures[i].label},           {"unit", measures[i].unit},
                                 {"mean", value_or_null(estimate.mean)}, {"low", value_or_null(estimate.low)},
                                 {"high", value_or_null(estimate.high)}, {"n", estimate.n}};
    }
    all[measures::financial_year_name(year.begins)] = std::move(figures);
  }
  return all;
}

Json run_of(const experiment::RunResult& run, std::string_view version) {
  return {
      {"scenario", run.scenario},         {"title", run.title},           {"seed", run.seed},
      {"replications", run.replications}, {"version", version},           {"level", run.confidence},
      {"window", window(run.counted)},    {"measures", measures_of(run)}, {"financial_years", years_of(run)}};
}

Json differences_of(const experiment::Alternative& alternative) {
  Json all = Json::object();
  for (std::size_t i = 0; i < alternative.differences.size(); ++i) {
    all[alternative.run.measures[i].id] = difference_of(alternative.differences[i]);
  }
  return all;
}

Json decile_of(const experiment::Decile& decile) {
  return {{"value", value_or_null(decile.value)},
          {"low", value_or_null(decile.low)},
          {"high", value_or_null(decile.high)}};
}

Json deciles_of(const experiment::Deciles& deciles, double level) {
  return {{"measure", experiment::headline_id},
          {"n", deciles.n},
          {"level", level},
          {"runs_needed", experiment::runs_for_deciles(level)},
          {"lowest", decile_of(deciles.lowest)},
          {"highest", decile_of(deciles.highest)}};
}

Json beyond_area_of(const experiment::Alternative& alternative, double level) {
  Json all = Json::object();
  for (const auto& catchment : alternative.catchments) {
    const auto& e = catchment.estimate;
    all[alternative.run.measures[catchment.measure].id] = {
        {"mean", value_or_null(e.mean)}, {"low", value_or_null(e.low)},
        {"high", value_or_null(e.high)}, {"level", level},
        {"simultaneous", true},          {"n", e.n}};
  }
  return all;
}

const char* word(measures::Better better) {
  switch (better) {
    case measures::Better::lower:
      return "lower";
    case measures::Better::higher:
      return "higher";
    case measures::Better::neither:
      break;
  }
  return "neither";
}

Json signal_of(const experiment::Signal& signal) {
  return {{"share", value_or_null(signal.share)},
          {"base_share", value_or_null(signal.base_share)},
          {"weeks", value_or_null(signal.weeks)},
          {"weeks_of_half", value_or_null(signal.weeks_of_half)}};
}

Json board_of(const std::optional<experiment::BoardView>& board) {
  if (!board) return nullptr;
  Json figures = Json::object();
  for (const experiment::Seen& seen : board->figures) {
    const auto& figure = info(seen.figure);
    const auto& d = seen.difference;
    figures[figure.id] = {{"label", figure.label},
                          {"unit", figure.unit},
                          {"reads_well", word(figure.reads_well)},
                          {"mean", value_or_null(d.mean)},
                          {"low", value_or_null(d.low)},
                          {"high", value_or_null(d.high)},
                          {"n", d.n},
                          {"reads", id(seen.reads)},
                          {"charted", seen.n},
                          {"warning", signal_of(seen.warning)},
                          {"good_news", seen.good_news ? signal_of(*seen.good_news) : Json(nullptr)}};
  }
  return {{"change", iso(board->change)},
          {"lag_weeks", board->lag_weeks},
          {"quarters_before", experiment::quarters_before},
          {"watched", window(board->watched)},
          {"quarters", board->quarters},
          {"figures", std::move(figures)}};
}

Json dip_figure_of(const experiment::DipFigure& figure) {
  return {{"depth", estimate_of(figure.depth)},
          {"back_quarter", value_or_null(figure.back)},
          {"surely_back_quarter", value_or_null(figure.surely_back)}};
}

Json dip_of(const std::optional<experiment::Dip>& dip) {
  if (!dip) return nullptr;
  Json quarters = Json::array();
  for (const auto& quarter : dip->quarters) {
    quarters.push_back({{"quarter", quarter.number},
                        {"from", iso(quarter.stretch.from)},
                        {"to", iso(quarter.stretch.to)},
                        {"case_work", estimate_of(quarter.work)},
                        {"case_work_per_hour", estimate_of(quarter.per_hour)}});
  }
  return {{"go_live", iso(dip->go_live)},
          {"published",
           {{"least", published_dip.least},
            {"most", published_dip.most},
            {"least_months", published_dip.least_months},
            {"most_months", published_dip.most_months},
            {"grade", published_dip.grade}}},
          {"back_within", experiment::dip_back_within},
          {"case_work", dip_figure_of(dip->work)},
          {"case_work_per_hour", dip_figure_of(dip->per_hour)},
          {"quarters", std::move(quarters)}};
}

Json levers_of(const experiment::Alternative& alternative) {
  Json all = Json::array();
  for (const auto& lever : alternative.levers) {
    all.push_back({{"title", lever.title},
                   {"owner", lever.owner},
                   {"date", iso(lever.date)},
                   {"removed", lever.removed}});
  }
  return all;
}

const char* kind_of(experiment::ContrastKind kind) {
  switch (kind) {
    case experiment::ContrastKind::excess_over_parts:
      return "excess_over_parts";
    case experiment::ContrastKind::pair:
      return "pair";
    case experiment::ContrastKind::three_way:
      break;
  }
  return "three_way";
}

Json interactions_of(const experiment::CompareResult& comparison) {
  Json all = Json::array();
  for (const auto& contrast : comparison.contrasts) {
    Json figures = Json::object();
    for (std::size_t i = 0; i < contrast.figures.size(); ++i) {
      figures[comparison.base.measures[i].id] = judged_of(contrast.figures[i]);
    }
    all.push_back({{"kind", kind_of(contrast.form.kind)},
                   {"parts", contrast.form.parts},
                   {"together", contrast.form.together},
                   {"measures", std::move(figures)}});
  }
  return all;
}

}  // namespace

std::string to_json(const experiment::RunResult& run, std::string_view version) {
  Json document = {{"heading", heading}, {"caution", caution}};
  document.update(run_of(run, version));
  return print(document);
}

std::string to_json(const experiment::CompareResult& comparison, std::string_view version) {
  Json alternatives = Json::array();
  for (const auto& alternative : comparison.alternatives) {
    Json one = run_of(alternative.run, version);
    one["levers"] = levers_of(alternative);
    one["differences"] = differences_of(alternative);
    one["headline_deciles"] = deciles_of(alternative.headline, alternative.run.confidence);
    one["difference_deciles"] = deciles_of(alternative.headline_difference, alternative.run.confidence);
    one["beyond_area"] = beyond_area_of(alternative, alternative.run.confidence);
    one["board"] = board_of(alternative.board);
    one["dip"] = dip_of(alternative.dip);
    alternatives.push_back(std::move(one));
  }
  return print({{"heading", heading},
                {"caution", caution},
                {"version", version},
                {"window", window(comparison.counted)},
                {"replications_asked", comparison.replications_asked},
                {"delta", value_or_null(comparison.delta)},
                {"delta_is_default", comparison.delta_is_default},
                {"base", run_of(comparison.base, version)},
                {"headline_deciles", deciles_of(comparison.headline, comparison.base.confidence)},
                {"alternatives", std::move(alternatives)},
                {"interactions", interactions_of(comparison)}});
}

}  // namespace lscb::report
