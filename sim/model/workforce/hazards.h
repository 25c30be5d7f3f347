// How readily people leave and fall ill, by what their work and their team are like. Rates only; when it
// happens is drawn by `Staff`.
//
// leaving = base x load(w) x tenure(t) x (1 + a x max(0, missing - m)) x (1 + b x unrest)
// load(w) = min(leaving_load_most, 1 + leaving_load_slope x max(0, w - leaving_load_from)), w weeks of
// waiting work; tenure(t) = leaving_early in the first `leaving_early_years`, `leaving_later` after; missing:
// share of the group's posts with nobody at work, of which m (leaving_missing_from) is what an ordinary team
// lives with, and is in the base; unrest: reorganisations of the team, each 1 at its announcement and
// fading with mean `unrest_months`, so that one that comes before the last has faded adds to it.
// absence = base x (1 + absence_load_slope x max(0, w - leaving_load_from)) x (1 + absence_unrest x unrest)
#pragma once

#include "base/time.h"
#include "workforce/parameters.h"

namespace lscb::workforce {

/// Reorganisations that a team still feels.
class Unrest {
 public:
  void add(double amount, double mean_months, Instant at);
  [[nodiscard]] double level(double mean_months, Instant at) const;

 private:
  double level_ = 0.0;  // at since_
  Instant since_;
};

/// What surrounds one worker.
struct Surroundings {
  double waiting_weeks = 0.0;  ///< >= 0
  double years_in_post = 0.0;
  double missing = 0.0;  ///< share of the group's posts with nobody at work, 0..1
  double unrest = 0.0;   ///< >= 0
};

/// Leaving and falling ill, as multiples of the base rate. >= 0.
[[nodiscard]] double leaving_multiple(const Parameters& parameters, const Surroundings& around);
[[nodiscard]] double absence_multiple(const Parameters& parameters, const Surroundings& around);

/// Working days lost a year at the base rate, as a share of a year's working days.
[[nodiscard]] double absence_share(const Parameters& parameters);

}  // namespace lscb::workforce
