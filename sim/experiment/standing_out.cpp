#include "experiment/standing_out.h"

#include <optional>
#include <string>

#include "experiment/replications.h"

namespace lscb::experiment {

bool stands_out(const BeyondArea& catchment) {
  const Estimate& e = catchment.estimate;
  return e.low && e.high && (*e.low > 0.0 || *e.high < 0.0);
}

std::vector<BeyondArea> beyond_area(const Replications& replications, std::size_t alternative, int done,
                                    const std::vector<measures::Measure>& catalogue, double confidence) {
  const std::string split = std::string{rate_id} + "@catchment=";
  std::vector<BeyondArea> found;
  std::optional<std::size_t> area;
  for (std::size_t m = 0; m < catalogue.size(); ++m) {
    if (catalogue[m].id == rate_id) area = m;
    if (catalogue[m].id.rfind(split, 0) == 0) found.push_back({m, {}});
  }
  if (!area || found.empty()) return {};
  const auto difference = [&](std::size_t measure, std::size_t run) -> std::optional<double> {
    const auto& outcomes = replications.outcomes(static_cast<int>(run));
    const auto& with = outcomes[alternative].figures[measure];
    const auto& without = outcomes[0].figures[measure];
    if (!with || !without) return std::nullopt;
    return *with - *without;
  };
  StudentT t{simultaneous_level(confidence, found.size())};
  for (BeyondArea& catchment : found) {
    Series beyond(static_cast<std::size_t>(done));
    for (std::size_t r = 0; r < beyond.size(); ++r) {
      const auto there = difference(catchment.measure, r);
      const auto everywhere = difference(*area, r);
      if (there && everywhere) beyond[r] = *there - *everywhere;
    }
    catchment.estimate = estimate(beyond, t);
  }
  return found;
}

}  // namespace lscb::experiment
