// The population's law: as many children on every day as the area has, and families as the parameters say.

#include <gtest/gtest.h>

#include <boost/math/distributions/gamma.hpp>

#include "driver.h"
#include "life_parameters.h"
#include "support/equivalence.h"

namespace lscb::life {
namespace {

using proof::Claim;
using proof::Scale;

constexpr double children = 1500.0;

const Claim at_start("population: children 0-17 at the start", {0.01});
const Claim at_middle("population: children 0-17 after three years", {0.01});
const Claim at_end("population: children 0-17 at the end", {0.01});
const Claim infants("population: children under one", {0.03});

TEST(PopulationLaw, IsStationaryAtTheAreasFigure) {
  const Parameters parameters = shipped_parameters();
  const Setting setting = small_area(children);
  const Instant middle = at_date(2011, 1, 1), end = setting.horizon.to - days(1);
  proof::expect_equivalent(
      {{at_start, children}, {at_middle, children}, {at_end, children}, {infants, children / 18.0}},
      [&](kernel::WorldKey world) {
        const Population population(parameters, setting, world);
        double under_one = 0.0;
        for (std::size_t i = 0; i < population.children().size(); ++i) {
          const Child& child = population.children()[i];
          const Interval first_year{child.born, child.born + years(1)};
          const ChildId id{static_cast<ChildId::Value>(i)};
          under_one += first_year.contains(middle) && population.here(id).contains(middle) ? 1.0 : 0.0;
        }
        return std::vector{static_cast<double>(population.count_at(setting.horizon.from)),
                           static_cast<double>(population.count_at(middle)),
                           static_cast<double>(population.count_at(end)), under_one};
      });
}

const Claim mean_frailty("population: mean frailty", {0.02});
const Claim high_frailty("population: share of families at three times the mean frailty", {0.06});
const Claim incoming("population: families moving in a year", {0.04});
const Claim outgoing("population: families moving away a year", {0.04});
const Claim third_catchment("population: share of the third catchment", {0.03});

TEST(PopulationLaw, FollowsTheParameters) {
  Parameters parameters = shipped_parameters();
  parameters.families_moving = 0.25;
  Setting setting = small_area(children);
  setting.catchments = {0.1, 0.2, 0.3, 0.4};
  const boost::math::gamma_distribution<double> frailty(parameters.frailty_shape,
                                                        1.0 / parameters.frailty_shape);
  const boost::math::gamma_distribution<double> next(parameters.frailty_shape + 1.0,
                                                     1.0 / parameters.frailty_shape);
  const double cap = parameters.frailty_cap;
  const double capped_mean = cdf(next, cap) + cap * cdf(complement(frailty, cap));
  const double families_a_year =
      children / (18.0 * mean_family_size(parameters) * (1.0 - parameters.families_moving));
  const double moving = families_a_year * parameters.families_moving;
  proof::expect_equivalent({{mean_frailty, capped_mean},
                            {high_frailty, cdf(complement(frailty, 3.0))},
                            {incoming, moving},
                            {outgoing, moving},
                            {third_catchment, 0.3}},
                           [&](kernel::WorldKey world) {
                             const Population population(parameters, setting, world);
                             double sum = 0.0, high = 0.0, in = 0.0, out = 0.0, third = 0.0;
                             for (const Household& h : population.households()) {
                               sum += static_cast<double>(h.frailty);
                               high += h.frailty > 3.0F ? 1.0 : 0.0;
                               in += setting.horizon.contains(h.moved_in) ? 1.0 : 0.0;
                               out += setting.horizon.contains(h.moves_away) ? 1.0 : 0.0;
                               third += h.catchment == 2 ? 1.0 : 0.0;
                             }
                             const auto n = static_cast<double>(population.households().size());
                             const double length = in_years(setting.horizon.length());
                             return std::vector{sum / n, high / n, in / length, out / length, third / n};
                           });
}

}  // namespace
}  // namespace lscb::life
