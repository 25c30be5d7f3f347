#pragma once

// Stein's two-stage test (Stein, Ann. Math. Stat. 16:243, 1945) used for equivalence. From the first runs,
// the pilot, comes the spread s; it sets the number of runs n; the test divides the difference of the mean of
// all n by s / sqrt(n), which then follows Student's t with pilot - 1 degrees of freedom exactly, whatever
// the true spread is. So alpha and power hold as declared with no spread guessed beforehand. It assumes that
// run means are close to normal; each run here averages over thousands of customers.

#include <cstdint>

#include "support/claim.h"

namespace lscb::proof {

inline constexpr std::int64_t kPilotRuns = 40;

class TwoStage {
 public:
  // REQUIRES: the margin is positive.
  TwoStage(const Terms& terms, double margin) : terms_(terms), margin_(margin) {}

  // Runs needed, the pilot among them: the least n with (t(1-alpha) + t(1-beta/2)) s / sqrt(n) <= margin,
  // beta = 1 - power. Never below the pilot.
  [[nodiscard]] std::int64_t runs_needed(double pilot_deviation) const;

  // How far the mean of n runs may be from the truth and pass: margin - t(1-alpha) s / sqrt(n). Negative
  // where nothing could pass.
  [[nodiscard]] double tolerance(double pilot_deviation, std::int64_t runs) const;

 private:
  Terms terms_;
  double margin_;
};

// Quantile of Student's t.
[[nodiscard]] double student_quantile(double p, std::int64_t degrees_of_freedom);

}  // namespace lscb::proof
