#include "report/csv_line.h"
#include "report/hindsight.h"
#include "report/json_values.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::CountedFigure;
using experiment::HindsightOfDesign;
using experiment::ShareFigure;

const char* interval_of(const CountedFigure& figure) {
  if (!figure.few) return "student";
  return figure.number == 0 ? "poisson one-sided" : "poisson";
}

const char* interval_of(const ShareFigure& figure) {
  if (!figure.few) return "ratio";
  return figure.part == 0 || figure.part == figure.whole ? "binomial one-sided" : "binomial";
}

Json count_of(const experiment::HindsightCount& what, const CountedFigure& figure) {
  return {{"words", what.words},
          {"unit", what.unit},
          {"depth", what.depth},
          {"number", figure.number},
          {"replications_with", figure.replications_with},
          {"a_year", estimate_of(figure.a_year)},
          {"per_10000_children_a_year", estimate_of(figure.per_10000)},
          {"interval", interval_of(figure)},
          {"difference", figure.difference.mean ? estimate_of(figure.difference) : Json(nullptr)}};
}

Json share_of(const experiment::HindsightShare& what, const ShareFigure& figure) {
  Json all{{"words", what.words}, {"part", figure.part}, {"whole", figure.whole}};
  all.update(estimate_of(figure.share));
  all["interval"] = interval_of(figure);
  return all;
}

Json design_of(const HindsightOfDesign& design) {
  Json counts = Json::object();
  for (std::size_t i = 0; i < design.counts.size(); ++i) {
    const auto& what = experiment::hindsight_counts()[i];
    counts[what.id] = count_of(what, design.counts[i]);
  }
  Json shares = Json::object();
  for (std::size_t i = 0; i < design.shares.size(); ++i) {
    const auto& what = experiment::hindsight_shares()[i];
    shares[what.id] = share_of(what, design.shares[i]);
  }
  return {{"scenario", design.scenario}, {"title", design.title},       {"children", design.children},
          {"counts", std::move(counts)}, {"shares", std::move(shares)}, {"flags", flags_in_words(design)}};
}

}  // namespace

std::string hindsight_json(const experiment::HindsightResult& result, std::string_view version) {
  Json designs = Json::array();
  for (const auto& design : result.designs) designs.push_back(design_of(design));
  return print({{"kind", "hindsight"},
                {"heading", heading},
                {"caution", caution},
                {"hindsight", hindsight_caution()},
                {"version", version},
                {"seed", result.seed},
                {"replications", result.replications},
                {"replications_asked", result.replications_asked},
                {"level", result.confidence},
                {"window", window(result.counted)},
                {"designs", std::move(designs)}});
}

std::string hindsight_csv(const experiment::HindsightResult& result) {
  std::string out =
      "scenario,figure,words,unit,number,whole,replications_with,n,mean,low,high,interval,per_10000_mean,"
      "per_10000_low,per_10000_high,difference_mean,difference_low,difference_high,caution,hindsight\r\n";
  const auto end = [&out](CsvLine& line) { out += line.text(caution).text(hindsight_caution()).end(); };
  for (const auto& design : result.designs) {
    for (std::size_t i = 0; i < design.counts.size(); ++i) {
      const auto& what = experiment::hindsight_counts()[i];
      const CountedFigure& f = design.counts[i];
      CsvLine line;
      line.text(design.scenario).text(what.id).text(what.words).text(std::string(what.unit) + " a year");
      line.number(f.number).empty(1).number(std::int64_t{f.replications_with}).number(f.a_year.n);
      line.estimate(f.a_year).text(interval_of(f)).estimate(f.per_10000).estimate(f.difference);
      end(line);
    }
    for (std::size_t i = 0; i < design.shares.size(); ++i) {
      const auto& what = experiment::hindsight_shares()[i];
      const ShareFigure& f = design.shares[i];
      CsvLine line;
      line.text(design.scenario).text(what.id).text(what.words).text("share");
      line.number(f.part).number(f.whole).empty(1).number(f.share.n);
      line.estimate(f.share).text(interval_of(f)).empty(6);
      end(line);
    }
  }
  return out;
}

}  // namespace lscb::report
