#include "support/two_stage.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace lscb::proof {

double student_quantile(double p, std::int64_t degrees_of_freedom) {
  return boost::math::quantile(boost::math::students_t(static_cast<double>(degrees_of_freedom)), p);
}

std::int64_t TwoStage::runs_needed(double pilot_deviation) const {
  const double beta = 1.0 - terms_.power;
  const double reach = student_quantile(1.0 - terms_.alpha, kPilotRuns - 1) +
                       student_quantile(1.0 - beta / 2.0, kPilotRuns - 1);
  const double root = reach * pilot_deviation / margin_;
  return std::max(kPilotRuns, static_cast<std::int64_t>(std::ceil(root * root)));
}

double TwoStage::tolerance(double pilot_deviation, std::int64_t runs) const {
  return margin_ - student_quantile(1.0 - terms_.alpha, kPilotRuns - 1) * pilot_deviation /
                       std::sqrt(static_cast<double>(runs));
}

}  // namespace lscb::proof
