#pragma once

// Boost.Random's distributions over Draws, each as a function without memory: nothing of a draw is kept for
// the next one. (The standard library's distributions are the implementation's own and differ between
// libraries.) A rejection sampler takes as many words of the cause as it needs; give each quantity a cause of
// its own.

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <cstdint>

#include "kernel/assert.h"
#include "kernel/keyed_random.h"
#include "kernel/ticks.h"

namespace lscb::kernel {

// REQUIRES: mean > 0.
inline double exponential(Draws& draws, double mean) {
  return boost::random::exponential_distribution<double>(1.0)(draws) * mean;
}

// An exponential length rounded to the nearest tick; it may be zero. Means of 10^6 ticks and more keep the
// error of rounding below any test here. REQUIRES: 0 < mean <= 10^16.
inline Tick exponential_ticks(Draws& draws, double mean) {
  return static_cast<Tick>(std::llround(exponential(draws, mean)));
}

// The same as the one draw of a cause.
inline Tick exponential_ticks(WorldKey world, Cause cause, double mean) {
  Draws draws(world, cause);
  return exponential_ticks(draws, mean);
}

// REQUIRES: deviation >= 0.
inline double normal(Draws& draws, double mean, double deviation) {
  return mean + deviation * boost::random::normal_distribution<double>()(draws);
}

// REQUIRES: mean >= 0. A mean of zero gives zero.
inline std::int64_t poisson(Draws& draws, double mean) {
  LSCB_REQUIRE(mean >= 0.0, "a Poisson mean is not negative");
  return mean > 0.0 ? boost::random::poisson_distribution<std::int64_t, double>(mean)(draws) : 0;
}

// Mean shape * scale, variance shape * scale^2. REQUIRES: shape > 0, scale > 0.
inline double gamma(Draws& draws, double shape, double scale) {
  return boost::random::gamma_distribution<double>(shape, scale)(draws);
}

// Uniform on 0 .. count - 1, without bias. REQUIRES: count > 0.
inline std::uint64_t below(Draws& draws, std::uint64_t count) {
  LSCB_REQUIRE(count > 0, "a choice among none");
  return boost::random::uniform_int_distribution<std::uint64_t>(0, count - 1)(draws);
}

// True with the given chance. REQUIRES: 0 <= chance <= 1.
inline bool chance(Draws& draws, double chance_of_true) {
  return draws.uniform01() < chance_of_true;
}

}  // namespace lscb::kernel
