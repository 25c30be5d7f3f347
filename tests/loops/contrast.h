// Several designs on the same lives, and what a linear combination of them comes to: an effect of an effect,
// a factor's mean effect in a factorial.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/estimate.h"
#include "link.h"

namespace lscb::loops {

class Contrasts {
 public:
  /// Plays all designs on replications 0.. of the setting's seed. Designs must share area and window.
  Contrasts(const std::vector<world::Design>& designs, const Setting& setting) {
    for (int r = 0; r < setting.replications; ++r) {
      std::vector<world::Outcome> outcomes;
      for (const world::Design& design : designs) {
        outcomes.push_back(
            world::replicate(design, {setting.seed, static_cast<std::uint64_t>(r)}, setting.counted));
      }
      outcomes_.push_back(std::move(outcomes));
    }
  }

  /// Sum of weight x figure over the designs, with a Student-t interval at 0.99 by itself. Undefined where
  /// any figure with a weight is, in any replication.
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
    experiment::StudentT t{0.99};
    return experiment::estimate(series, t);
  }

 private:
  std::vector<std::vector<world::Outcome>> outcomes_;
};

inline void print(const std::string& what, const experiment::Estimate& e) {
  std::printf("  %-66s %9.3f (%9.3f to %9.3f)\n", what.c_str(), e.mean.value_or(NAN), e.low.value_or(NAN),
              e.high.value_or(NAN));
}

}  // namespace lscb::loops
