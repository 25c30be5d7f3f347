// Normalisation: a team's sense of "good enough" follows what it sees.
#pragma once

#include "door/parameters.h"

namespace lscb::door {

/// Exponentially weighted mean of the concerns told of what a team has taken on. Begins at the published
/// reference.
class Yardstick {
 public:
  explicit Yardstick(const Parameters& parameters);
  void see(double concern);
  /// Training sets it back: `share` (0..1) of the way to `reference`. What is seen next moves it again.
  void return_towards(double reference, double share);
  [[nodiscard]] double level() const { return level_; }

 private:
  double level_;
  double step_;
};

}  // namespace lscb::door
