#include "report/csv_line.h"
#include "report/data.h"

namespace lscb::report {

std::string to_csv(const experiment::RunResult& run) {
  std::string out = "scenario,measure,label,unit,n,mean,low,high\r\n";
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    const auto& m = run.measures[i];
    const auto& e = run.figures[i];
    out += CsvLine{}.text(run.scenario).text(m.id).text(m.label).text(m.unit).number(e.n).estimate(e).end();
  }
  return out;
}

std::string to_csv(const experiment::CompareResult& comparison) {
  std::string out =
      "base,scenario,measure,label,unit,base_mean,base_low,base_high,mean,low,high,difference_mean,"
      "difference_low,"
      "difference_high,level,simultaneous,n,delta,verdict,runs_needed,correlation,variance_ratio\r\n";
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
      out += line.end();
    }
  }
  return out;
}

}  // namespace lscb::report
