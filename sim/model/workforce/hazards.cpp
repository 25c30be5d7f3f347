#include "workforce/hazards.h"

#include <algorithm>

#include "base/numeric.h"

namespace lscb::workforce {
namespace {

// Weekdays less bank holidays and about five weeks' leave: what sickness returns divide by.
constexpr double working_days_a_year = 228.0;

double excess_load(const Parameters& p, const Surroundings& around) {
  return std::max(0.0, around.waiting_weeks - p.leaving_load_from);
}

}  // namespace

void Unrest::add(double amount, double mean_months, Instant at) {
  level_ = level(mean_months, at) + amount;
  since_ = at;
}

double Unrest::level(double mean_months, Instant at) const {
  if (level_ == 0.0) return 0.0;
  return level_ * numeric::exp(-12.0 * in_years(at - since_) / mean_months);
}

double leaving_multiple(const Parameters& p, const Surroundings& around) {
  const double load = std::min(p.leaving_load_most, 1.0 + p.leaving_load_slope * excess_load(p, around));
  const double tenure = around.years_in_post < p.leaving_early_years ? p.leaving_early : p.leaving_later;
  const double missing = std::max(0.0, around.missing - p.leaving_missing_from);
  return load * tenure * (1.0 + p.leaving_missing * missing) * (1.0 + p.leaving_unrest * around.unrest);
}

double absence_multiple(const Parameters& p, const Surroundings& around) {
  return (1.0 + p.absence_load_slope * excess_load(p, around)) * (1.0 + p.absence_unrest * around.unrest);
}

double absence_share(const Parameters& p) {
  const double days =
      p.absence_short_days * (1.0 - p.absence_long_share) + p.absence_long_days * p.absence_long_share;
  return p.absence_spells_year * days / working_days_a_year;
}

}  // namespace lscb::workforce
