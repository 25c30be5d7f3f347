#include "observe/finding.h"

#include "base/numeric.h"
#include "kernel/distributions.h"
#include "observe/causes.h"

namespace lscb::observe {

std::uint8_t find_need(const Parameters& p, const Truth& truth, const Care& care, kernel::WorldKey world,
                       kernel::Cause work, kernel::Cause child) {
  double error = p.finding_error * (1.0 + 0.5 * care.inexperience);
  double bias = 0.0;
  if (!care.child_seen) {
    error += p.finding_error_unseen;
    bias -= p.finding_bias_unseen;
  }
  if (!care.chronology_read) {
    error += p.finding_error_chronology;
    bias -= p.finding_bias_chronology;
  }
  if (!care.checks_made) error += p.finding_error_checks;
  if (!care.reflected) error += p.finding_error_reflection;
  kernel::Draws draws{world, work.child(causes::finding, child.value)};
  const double there = truth.adult_hidden ? truth.need_without_adult : truth.need;
  // Nobody imputes need to a child in a family that shows none: the bias works on what there is.
  const double seen = there + (there > 0.0 ? bias : 0.0) + kernel::normal(draws, 0.0, error);
  const double rounded = seen + 0.5;
  return rounded <= 0.0 ? std::uint8_t{0} : static_cast<std::uint8_t>(numeric::clamp(rounded, 0.0, 3.0));
}

}  // namespace lscb::observe
