// Targets for decisions, steered by the quarter. Nobody writes a threshold down: managers read the last
// quarter's returns and lean on the next decisions, a little more while the target is missed and a little
// less once it is overshot.
#pragma once

#include <optional>

#include "door/returns.h"

namespace lscb::door {

/// The widest that pressure moves a threshold, in levels: as a policy may (change/threshold_policy.h).
inline constexpr double widest_shift = 2.0;

/// What is asked for, against a baseline.
struct Target {
  std::optional<double> section47_reduction;  ///< so much fewer enquiries, 0..1; none: not steered
  std::optional<double> caf_increase;         ///< so many more contacts sent to CAF, >= 0; none: not steered
  double step = 0.0;                          ///< levels a quarter, > 0
};

/// A threshold's next shift, in levels, positive is harder to pass. More recorded than wanted makes it
/// harder by `step`, fewer makes it easier, and within `tolerance` x `baseline` it stays. Never outside
/// [low, high]; a threshold without a baseline stays where it is. Grows with `recorded`.
[[nodiscard]] double steered(double shift, double recorded, double wanted, double baseline, double step,
                             double tolerance, double low, double high);

/// The shifts that come of one target. Pressure leans one way only: it goes back to the published threshold,
/// never beyond it.
///
/// Invariants: 0 <= section47_shift() <= widest_shift; -widest_shift <= caf_shift() <= 0;
/// assessment_shift() = -caf_shift().
class Steering {
 public:
  /// `tolerance`: share of the baseline within which a target counts as met.
  Steering(const Target& target, const Returns& baseline, double tolerance);
  /// The returns of a quarter that has ended.
  void read(const Returns& recorded);
  [[nodiscard]] double section47_shift() const { return section47_shift_; }
  [[nodiscard]] double caf_shift() const { return caf_shift_; }
  /// The band in which a CAF is offered widens on both sides alike: what was advice, and what was an
  /// assessment.
  [[nodiscard]] double assessment_shift() const { return -caf_shift_; }

 private:
  Target target_;
  Returns baseline_;
  double tolerance_;
  double section47_shift_ = 0.0;
  double caf_shift_ = 0.0;
};

}  // namespace lscb::door
