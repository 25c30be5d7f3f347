#include "report/csv_line.h"
#include "report/data.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

/// Columns of the deciles, which only the headline fills.
constexpr int decile_fields = 12;

/// A row that is no measure of the catalogue.
struct ExtraRow {
  std::string id;  ///< "board_warning_share@figure=caf_stock_children"
  std::string_view unit;
  std::string label;
  std::int64_t n = 0;
  std::optional<double> base;
  std::optional<double> with_change;
  experiment::Estimate difference;
};

/// What each catchment's rate does beyond the area's, a line each.
void add_beyond_area(std::string& out, const experiment::RunResult& base,
                     const experiment::Alternative& alternative) {
  for (const auto& catchment : alternative.catchments) {
    const auto& measure = alternative.run.measures[catchment.measure];
    CsvLine line;
    line.text(base.scenario).text(alternative.run.scenario);
    line.text("beyond_area@" + measure.id).text("beyond the area's: " + measure.label).text(measure.unit);
    line.empty(6).estimate(catchment.estimate);
    line.number(std::optional{alternative.run.confidence}).text("true").number(catchment.estimate.n);
    line.empty(5 + decile_fields);  // delta to variance_ratio, and the deciles
    out += line.text(caution).end();
  }
}

void add_row(std::string& out, const experiment::RunResult& base, const experiment::Alternative& alternative,
             const ExtraRow& row) {
  CsvLine line;
  line.text(base.scenario).text(alternative.run.scenario);
  line.text(row.id).text(row.label).text(row.unit);
  line.number(row.base).empty(2).number(row.with_change).empty(2).estimate(row.difference);
  line.number(std::optional{alternative.run.confidence}).text("false").number(row.n);
  line.empty(5 + decile_fields);  // delta to variance_ratio, and the deciles
  out += line.text(caution).end();
}

/// What the board sees, a line for each question of each figure.
void add_board(std::string& out, const experiment::RunResult& base,
               const experiment::Alternative& alternative) {
  for (const experiment::Seen& seen : alternative.board->figures) {
    const auto& figure = info(seen.figure);
    const std::string label = figure.label;
    const auto add = [&](ExtraRow row) {
      row.id += fmt::format("@figure={}", figure.id);
      add_row(out, base, alternative, row);
    };
    add({"board_seen",
         figure.unit,
         "seen by the board: " + label,
         seen.difference.n,
         {},
         {},
         seen.difference});
    const auto add_signal = [&](const char* kind, const char* words, const experiment::Signal& signal) {
      add({fmt::format("board_{}_share", kind),
           "share",
           fmt::format("{} given by {}", words, label),
           seen.n,
           signal.base_share,
           signal.share,
           {}});
      add({fmt::format("board_{}_weeks", kind),
           "weeks",
           fmt::format("from the change to the first of {} given by {}", words, label),
           seen.n,
           {},
           signal.weeks,
           {}});
      add({fmt::format("board_{}_weeks_of_half", kind),
           "weeks",
           fmt::format("from the change until half of all runs had {} given by {}", words, label),
           seen.n,
           {},
           signal.weeks_of_half,
           {}});
    };
    add_signal("warning", "warnings", seen.warning);
    if (seen.good_news) add_signal("good_news", "good news", *seen.good_news);
  }
}

/// Case work done after a reorganisation, in all and for each hour paid: the depth, when it is back, the
/// quarters.
void add_dip(std::string& out, const experiment::RunResult& base,
             const experiment::Alternative& alternative) {
  const experiment::Dip& dip = *alternative.dip;
  const auto add = [&](const ExtraRow& row) { add_row(out, base, alternative, row); };
  const auto add_figure = [&](const std::string& id, const std::string& label,
                              const experiment::DipFigure& figure,
                              experiment::Estimate experiment::DipQuarter::*which) {
    add({"dip_share@of=" + id,
         "share",
         label + ", first half year after the reorganisation, of the base's",
         figure.depth.n,
         {},
         {},
         figure.depth});
    const auto add_back = [&](const char* name, const char* words, std::optional<int> quarter) {
      add({fmt::format("{}@of={}", name, id),
           "quarter",
           label + words,
           figure.depth.n,
           {},
           quarter ? std::optional{static_cast<double>(*quarter)} : std::nullopt,
           {}});
    };
    add_back("dip_back_quarter", ": the first quarter that is back", figure.back);
    add_back("dip_surely_back_quarter", ": the first quarter that is surely back", figure.surely_back);
    for (const experiment::DipQuarter& quarter : dip.quarters) {
      const experiment::Estimate& apart = quarter.*which;
      add({fmt::format("dip_share@of={}@quarter={}", id, quarter.number),
           "share",
           fmt::format("{}, quarter {} from the reorganisation, of the base's", label, quarter.number),
           apart.n,
           {},
           {},
           apart});
    }
  };
  add_figure("case_work", "case work done", dip.work, &experiment::DipQuarter::work);
  add_figure("case_work_per_hour", "case work done for each hour paid", dip.per_hour,
             &experiment::DipQuarter::per_hour);
}

}  // namespace

std::string to_csv(const experiment::RunResult& run) {
  std::string out = "scenario,measure,label,unit,n,mean,low,high,caution\r\n";
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    const auto& m = run.measures[i];
    const auto& e = run.figures[i];
    out += CsvLine{}
               .text(run.scenario)
               .text(m.id)
               .text(m.label)
               .text(m.unit)
               .number(e.n)
               .estimate(e)
               .text(caution)
               .end();
  }
  return out;
}

std::string to_csv(const experiment::CompareResult& comparison) {
  std::string out =
      "base,scenario,measure,label,unit,base_mean,base_low,base_high,mean,low,high,difference_mean,"
      "difference_low,"
      "difference_high,level,simultaneous,n,delta,verdict,runs_needed,correlation,variance_ratio,"
      "base_decile_1,base_decile_1_low,base_decile_1_high,base_decile_9,base_decile_9_low,base_decile_9_high,"
      "difference_decile_1,difference_decile_1_low,difference_decile_1_high,difference_decile_9,"
      "difference_decile_9_low,difference_decile_9_high,caution\r\n";
  for (const auto& alternative : comparison.alternatives) {
    for (std::size_t i = 0; i < alternative.differences.size(); ++i) {
      const auto& m = comparison.base.measures[i];
      const auto& d = alternative.differences[i];
      CsvLine line;
      line.text(comparison.base.scenario)
          .text(alternative.run.scenario)
          .text(m.id)
          .text(m.label)
          .text(m.unit);
      line.estimate(comparison.base.figures[i]).estimate(alternative.run.figures[i]).estimate(d.estimate);
      line.number(std::optional{d.level}).text(d.simultaneous ? "true" : "false").number(d.estimate.n);
      line.number(d.delta).text(experiment::words(d.verdict)).number(d.runs_needed);
      line.number(d.correlation).number(d.variance_ratio);
      if (m.id == experiment::headline_id) {
        line.decile(comparison.headline.lowest).decile(comparison.headline.highest);
        line.decile(alternative.headline_difference.lowest).decile(alternative.headline_difference.highest);
      } else {
        line.empty(decile_fields);
      }
      out += line.text(caution).end();
    }
    add_beyond_area(out, comparison.base, alternative);
    if (alternative.board) add_board(out, comparison.base, alternative);
    if (alternative.dip) add_dip(out, comparison.base, alternative);
  }
  return out;
}

}  // namespace lscb::report
