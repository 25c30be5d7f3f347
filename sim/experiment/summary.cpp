#include "experiment/summary.h"

#include <stdexcept>
#include <utility>

#include "measures/financial_year.h"

namespace lscb::experiment {

void refuse(const std::vector<std::string>& objections) {
  if (objections.empty()) return;
  std::string all;
  for (const auto& objection : objections) all += (all.empty() ? "" : "\n") + objection;
  throw std::invalid_argument(all);
}

Basis basis_of(const Replications& replications, double confidence) {
  const Workload& workload = replications.workload();
  return {workload.seed, replications.done_from_first(), confidence, workload.counted};
}

Series series(const Replications& replications, std::size_t design, std::size_t measure, int done) {
  Series values;
  values.reserve(static_cast<std::size_t>(done));
  for (int r = 0; r < done; ++r) values.push_back(replications.outcomes(r)[design].figures[measure]);
  return values;
}

namespace {

// Every replication of a design lists the same years: they follow from the window.
std::vector<YearResult> years_of(const Replications& replications, std::size_t design, int done,
                                 StudentT& t) {
  std::vector<YearResult> years;
  if (done == 0) return years;
  for (std::size_t y = 0; y < replications.outcomes(0)[design].years.size(); ++y) {
    std::vector<Series> by_measure(measures::year_catalogue().size());
    for (int r = 0; r < done; ++r) {
      const auto figures = measures::year_figures(replications.outcomes(r)[design].years[y]);
      for (std::size_t m = 0; m < figures.size(); ++m) by_measure[m].push_back(figures[m]);
    }
    YearResult year;
    year.begins = replications.outcomes(0)[design].years[y].begins;
    for (const Series& values : by_measure) year.figures.push_back(estimate(values, t));
    years.push_back(std::move(year));
  }
  return years;
}

}  // namespace

Series apart(const Series& from, const Series& to) {
  Series all(from.size());
  for (std::size_t r = 0; r < from.size(); ++r) {
    if (from[r] && to[r]) all[r] = *to[r] - *from[r];
  }
  return all;
}

RunResult summarise(const Replications& replications, std::size_t design, int done,
                    const std::vector<measures::Measure>& catalogue, StudentT& t) {
  const Workload& workload = replications.workload();
  RunResult result;
  result.scenario = workload.designs[design].scenario;
  result.title = workload.designs[design].title;
  result.seed = workload.seed;
  result.replications = done;
  result.confidence = t.confidence();
  result.counted = workload.counted;
  result.measures = catalogue;
  result.figures.reserve(catalogue.size());
  for (std::size_t m = 0; m < catalogue.size(); ++m) {
    result.figures.push_back(estimate(series(replications, design, m, done), t));
  }
  result.years = years_of(replications, design, done, t);
  return result;
}

}  // namespace lscb::experiment
