// Several designs on the same lives, and what a linear combination of them comes to: a difference, an effect
// of an effect, a factor's mean effect in a factorial.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/estimate.h"
#include "link.h"
#include "world/replicate.h"

namespace lscb::loops {

class Contrasts {
 public:
  /// Plays all designs on replications 0.. of the setting's seed. Designs must share the window.
  Contrasts(const std::vector<world::Design>& designs, const Setting& setting)
      : confidence_(setting.confidence) {
    for (int r = 0; r < setting.replications; ++r) {
      world::Together played;
      world::replicate_together(designs, {setting.seed, static_cast<std::uint64_t>(r)}, setting.counted,
                                played);
      outcomes_.push_back(std::move(played.outcomes));
    }
  }

  /// Sum of weight x figure over the designs, with a Student-t interval by itself. Undefined where any figure
  /// with a weight is, in any replication.
  [[nodiscard]] experiment::Estimate of(std::string_view measure, const std::vector<double>& weights) const {
    const auto index = measures::find(measure).value();
    experiment::Series series;
    for (const auto& outcomes : outcomes_) {
      std::optional<double> sum = 0.0;
      for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] == 0.0) continue;
        const auto value = outcomes[i].figures[index];
        sum = sum && value ? std::optional(*sum + weights[i] * *value) : std::nullopt;
      }
      series.push_back(sum);
    }
    experiment::StudentT t{confidence_};
    return experiment::estimate(series, t);
  }
  /// The measure of one design less that of another.
  [[nodiscard]] experiment::Estimate difference(std::string_view measure, std::size_t of,
                                                std::size_t from) const {
    std::vector<double> weights(std::max(of, from) + 1);
    weights[of] = 1.0;
    weights[from] = -1.0;
    return this->of(measure, weights);
  }
  [[nodiscard]] double mean(std::string_view measure, std::size_t design) const {
    std::vector<double> weights(design + 1);
    weights[design] = 1.0;
    return of(measure, weights).mean.value_or(NAN);
  }

 private:
  double confidence_;
  std::vector<std::vector<world::Outcome>> outcomes_;
};

/// "mean (low to high)", for messages.
inline std::string words(const experiment::Estimate& e) {
  return std::to_string(e.mean.value_or(NAN)) + " (" + std::to_string(e.low.value_or(NAN)) + " to " +
         std::to_string(e.high.value_or(NAN)) + ")";
}

inline void print(const std::string& what, const experiment::Estimate& e) {
  std::printf("  %-66s %9.3f (%9.3f to %9.3f)\n", what.c_str(), e.mean.value_or(NAN), e.low.value_or(NAN),
              e.high.value_or(NAN));
}

}  // namespace lscb::loops
