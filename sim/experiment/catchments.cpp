#include "experiment/catchments.h"

#include <algorithm>

#include "measures/catchments.h"

namespace lscb::experiment {

using measures::catchment_figure_count;

Catchments::Catchments(const std::vector<world::Design>& designs) : own_(designs.size()) {
  const auto place = [](const std::vector<spec::Centre>& centres,
                        const spec::Centre& wanted) -> std::optional<std::size_t> {
    const auto at = std::find_if(centres.begin(), centres.end(),
                                 [&](const spec::Centre& centre) { return centre.id == wanted.id; });
    if (at == centres.end()) return std::nullopt;
    return static_cast<std::size_t>(at - centres.begin());
  };
  for (const world::Design& design : designs) {
    for (const spec::Centre& centre : design.area.centres) {
      if (!place(centres_, centre)) centres_.push_back(centre);
    }
  }
  for (std::size_t d = 0; d < designs.size(); ++d) {
    for (const spec::Centre& centre : centres_) own_[d].push_back(place(designs[d].area.centres, centre));
  }
}

std::vector<measures::Measure> Catchments::behind(std::vector<measures::Measure> catalogue) const {
  for (const spec::Centre& centre : centres_) {
    for (auto& measure : measures::catchment_measures(centre)) catalogue.push_back(std::move(measure));
  }
  return catalogue;
}

void Catchments::settle(std::size_t design, world::Outcome& outcome) const {
  for (const auto& own : own_[design]) {
    for (std::size_t i = 0; i < catchment_figure_count; ++i) {
      const std::size_t at = own.value_or(0) * catchment_figure_count + i;
      const bool known = own && at < outcome.by_catchment.size();
      outcome.figures.push_back(known ? outcome.by_catchment[at] : std::nullopt);
    }
  }
  outcome.by_catchment = {};
}

}  // namespace lscb::experiment
