#include "experiment/summary.h"

#include <stdexcept>

namespace lscb::experiment {

void refuse(const std::vector<std::string>& objections) {
  if (objections.empty()) return;
  std::string all;
  for (const auto& objection : objections) all += (all.empty() ? "" : "\n") + objection;
  throw std::invalid_argument(all);
}

Series series(const Replications& replications, std::size_t design, std::size_t measure, int done) {
  Series values;
  values.reserve(static_cast<std::size_t>(done));
  for (int r = 0; r < done; ++r) values.push_back(replications.outcomes(r)[design].figures[measure]);
  return values;
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
  return result;
}

}  // namespace lscb::experiment
