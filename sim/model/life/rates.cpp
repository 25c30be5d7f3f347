#include "life/rates.h"

#include "kernel/assert.h"

namespace lscb::life {
Rates::Rates(const Parameters& p, double intensity)
    : higher_(static_cast<float>(p.frailty_on_higher_needs)),
      expecting_factor_(static_cast<float>(p.expecting_factor)),
      moved_factor_(static_cast<float>(p.moved_factor)),
      adult_factor_(static_cast<float>(p.adult_factor)),
      removed_down_(static_cast<float>(p.removed_down_factor)),
      removed_harm_(static_cast<float>(p.removed_harm_factor)),
      unborn_incidents_(static_cast<float>(p.incidents_unborn_factor)),
      crises_(static_cast<float>(p.crises * intensity)),
      adult_arrives_(static_cast<float>(p.adult_arrives * intensity)),
      adult_leaves_(static_cast<float>(p.adult_leaves)) {
  Parameters::visit(p, [](const char*, const char*, double value) {
    LSCB_REQUIRE(value >= 0.0, "a parameter of life is unset or negative");
  });
  LSCB_REQUIRE(intensity > 0.0, "the intensity of demand is not positive");
  for (std::size_t n = 0; n < 3; ++n) {
    up_[n] = static_cast<float>(p.need_up[n] * intensity);
    down_[n + 1] = static_cast<float>(p.need_down[n]);
    harms_[n + 1] = static_cast<float>(p.harms[n]);
  }
  for (std::size_t n = 0; n < 4; ++n) {
    incidents_[n] = static_cast<float>(p.incidents[n]);
    lowest_[n] = static_cast<float>(p.severity_lowest[n]);
    highest_[n] = static_cast<float>(p.severity_highest[n]);
  }
  harm_factor_ = {0.0F, static_cast<float>(p.harms_under_1_factor), static_cast<float>(p.harms_1_to_4_factor),
                  1.0F, static_cast<float>(p.harms_11_to_17_factor)};
}

std::array<double, 4> Rates::stationary_need(const Circumstances& family) const {
  const Influence none;
  const double crisis = crises(family);
  const auto up = [&](int need) { return static_cast<double>(need_up(need, family, none)); };
  std::array<double, 4> weight{1.0, 0.0, 0.0, 0.0};
  weight[1] = (up(0) + crisis) / down_[1];
  weight[2] = (crisis + weight[1] * (up(1) + crisis)) / down_[2];
  weight[3] = weight[2] * (up(2) + crisis) / down_[3];
  return weight;
}

double Rates::stationary_adult(const Circumstances& family) const {
  const double arrives = adult_arrives(family);
  return arrives / (arrives + static_cast<double>(adult_leaves_));
}

}  // namespace lscb::life
