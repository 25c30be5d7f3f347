// M(t)/M/inf from empty: the number present at t is Poisson with mean m(t), m' = rate(t) - m (Eick, Massey
// and Whitt, Management Science 39:241, 1993). Arrivals by thinning a stream at the highest rate.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "occupancy.h"
#include "support/equivalence.h"

namespace lscb::proof {
namespace {

using kernel::Cause;
using kernel::Draws;
using kernel::Tick;
using kernel::WorldKey;

constexpr double kMeanRate = 12.0;  // arrivals per unit; the mean service is one unit
constexpr double kSwing = 0.8;
constexpr double kTurn = 1.5;  // radians per unit
constexpr std::array<double, 3> kLooks = {1.0, 3.0, 6.5};

double rate(double t) {
  return kMeanRate * (1.0 + kSwing * std::sin(kTurn * t));
}

double mean_present(double t) {
  const double wave =
      (std::sin(kTurn * t) - kTurn * std::cos(kTurn * t) + kTurn * std::exp(-t)) / (1 + kTurn * kTurn);
  return kMeanRate * (1.0 - std::exp(-t) + kSwing * wave);
}

struct Event {
  enum Kind { kCandidate, kDeparture, kLook } kind;
  Tick arrived;
};

// Number present at each look.
std::array<double, kLooks.size()> path(WorldKey world, Cause cause) {
  kernel::Calendar<Event> calendar;
  const Tick end = units(kLooks.back());
  Occupancy present({0, end});
  std::vector<Tick> sojourns_begun;
  std::array<double, kLooks.size()> seen{};
  std::size_t looks = 0;
  std::uint64_t candidates = 0;
  for (const double look : kLooks) calendar.schedule(units(look), {Event::kLook, 0}, 100);
  const auto schedule_candidate = [&] {
    Draws draws(world, cause.child(1, candidates++));
    const double gap = kUnit / (kMeanRate * (1.0 + kSwing));
    calendar.schedule(calendar.now() + kernel::exponential_ticks(draws, gap), {Event::kCandidate, 0});
  };
  schedule_candidate();
  kernel::Fired<Event> fired;
  while (calendar.next_until(end, fired)) {
    if (fired.event.kind == Event::kLook) {
      seen[looks++] = static_cast<double>(present.number());
    } else if (fired.event.kind == Event::kDeparture) {
      present.leave(fired.event.arrived, fired.at);
    } else {
      Draws draws(world, cause.child(2, candidates));
      const double now = static_cast<double>(fired.at) / static_cast<double>(kUnit);
      if (draws.uniform01() < rate(now) / (kMeanRate * (1.0 + kSwing))) {
        present.arrive(fired.at);
        calendar.schedule(fired.at + kernel::exponential_ticks(draws, kUnit), {Event::kDeparture, fired.at});
      }
      schedule_candidate();
    }
  }
  while (calendar.next(fired) &&
         present.number() > 0) {  // those still there, so that the path can be balanced
    if (fired.event.kind == Event::kDeparture) present.leave(fired.event.arrived, fired.at);
  }
  present.check(calendar.now());
  return seen;
}

const Claim kFirstMean("M(t)/M/inf: mean number present at 1");
const Claim kSecondMean("M(t)/M/inf: mean number present at 3");
const Claim kThirdMean("M(t)/M/inf: mean number present at 6.5");
const Claim kThirdSpread("M(t)/M/inf: variance of the number present at 6.5", {.margin = 0.03});

TEST(VaryingArrivals, NumberPresentIsPoisson) {
  const double at_end = mean_present(kLooks[2]);
  expect_equivalent({{kFirstMean, mean_present(kLooks[0])},
                     {kSecondMean, mean_present(kLooks[1])},
                     {kThirdMean, at_end},
                     {kThirdSpread, at_end}},
                    [&](WorldKey world) {
                      constexpr std::uint64_t kPaths = 200;
                      std::vector<double> means(4, 0.0);
                      for (std::uint64_t i = 0; i < kPaths; ++i) {
                        const auto seen = path(world, Cause::root().child(9, i));
                        for (std::size_t look = 0; look < seen.size(); ++look)
                          means[look] += seen[look] / kPaths;
                        means[3] += (seen[2] - at_end) * (seen[2] - at_end) / kPaths;
                      }
                      return means;
                    });
}

}  // namespace
}  // namespace lscb::proof
