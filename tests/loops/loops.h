// Experiments on the model's loops: what was expected is declared before a test is run, and what was found
// is asserted and told in sim/MODEL.md, also where it is not what was expected.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "designs.h"
#include "experiment/estimate.h"
#include "experiment/verdict.h"

namespace lscb::loops {

/// Figures of each design in each replication, on the same lives.
class Experiment {
 public:
  Experiment(const std::vector<world::Design>& designs, Interval counted, int replications) {
    for (int r = 0; r < replications; ++r) {
      world::Together played;
      world::replicate_together(designs, {11, static_cast<std::uint64_t>(r)}, counted, played);
      outcomes_.push_back(std::move(played.outcomes));
    }
  }

  /// The difference of one design's measure from another's, with its interval at 0.95.
  [[nodiscard]] experiment::Estimate difference(std::string_view id, std::size_t alternative,
                                                std::size_t base) const {
    const auto index = *measures::find(id);
    return over([&](const std::vector<world::Outcome>& outcomes) -> std::optional<double> {
      const auto a = outcomes[alternative].figures[index];
      const auto b = outcomes[base].figures[index];
      return a && b ? std::optional(*a - *b) : std::nullopt;
    });
  }
  /// Likewise of how often a branch was taken in the run.
  [[nodiscard]] experiment::Estimate branch_difference(std::string_view branch, std::size_t alternative,
                                                       std::size_t base) const {
    return over([&](const std::vector<world::Outcome>& outcomes) -> std::optional<double> {
      return static_cast<double>(world::taken(outcomes[alternative], branch)) -
             static_cast<double>(world::taken(outcomes[base], branch));
    });
  }
  [[nodiscard]] double mean(std::string_view id, std::size_t design) const {
    const auto index = *measures::find(id);
    return over([&](const std::vector<world::Outcome>& outcomes) { return outcomes[design].figures[index]; })
        .mean.value_or(0.0);
  }

 private:
  template <class Figure>
  [[nodiscard]] experiment::Estimate over(Figure&& figure) const {
    experiment::Series series;
    for (const auto& outcomes : outcomes_) series.push_back(figure(outcomes));
    experiment::StudentT t{0.95};
    return experiment::estimate(series, t);
  }

  std::vector<std::vector<world::Outcome>> outcomes_;
};

/// "mean (low to high)", for messages.
inline std::string words(const experiment::Estimate& e) {
  return std::to_string(e.mean.value_or(0.0)) + " (" + std::to_string(e.low.value_or(0.0)) + " to " +
         std::to_string(e.high.value_or(0.0)) + ")";
}

}  // namespace lscb::loops
