// Moments of each distribution, and independence of draws whose causes are neighbours.

#include "kernel/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/equivalence.h"

namespace lscb::kernel {
namespace {

// Statistics of draws that each have a key of their own, neighbours in index, as the model uses them.
constexpr std::uint64_t kDraws = 2000;

using proof::Claim;
using proof::expect_equivalent;
using proof::Measure;
using proof::Scale;

// Means of x, and of x * next x, over draws with neighbouring causes.
template <class Draw>
std::vector<double> moments(WorldKey world, Draw draw, double mean) {
  std::vector<double> result(3, 0.0);
  double previous = 0.0;
  for (std::uint64_t i = 0; i <= kDraws; ++i) {
    Draws draws(world, Cause::root().child(1, i));
    const double x = static_cast<double>(draw(draws)) - mean;
    if (i > 0) {
      result[0] += x / static_cast<double>(kDraws);
      result[1] += x * x / static_cast<double>(kDraws);
      result[2] += x * previous / static_cast<double>(kDraws);
    }
    previous = x;
  }
  return result;
}

#define LSCB_MOMENT_CLAIMS(Name, text)                                                           \
  const Claim k##Name##Mean(text ": mean, off by", {.margin = 0.02, .scale = Scale::kAbsolute}); \
  const Claim k##Name##Variance(text ": variance", {.margin = 0.03});                            \
  const Claim k##Name##Neighbours(text ": covariance of neighbours",                             \
                                  {.margin = 0.02, .scale = Scale::kAbsolute})

LSCB_MOMENT_CLAIMS(Uniform, "uniform of sd 1");
LSCB_MOMENT_CLAIMS(Exponential, "exponential of mean 1");
LSCB_MOMENT_CLAIMS(Normal, "normal of mean 3 and sd 1");
LSCB_MOMENT_CLAIMS(SmallPoisson, "Poisson of mean 0.8");
LSCB_MOMENT_CLAIMS(LargePoisson, "Poisson of mean 40, over its sd");
LSCB_MOMENT_CLAIMS(Gamma, "gamma of shape 0.5, over its sd");
LSCB_MOMENT_CLAIMS(Below, "whole number below 7, over its sd");
#undef LSCB_MOMENT_CLAIMS

TEST(Distributions, UniformMoments) {
  const double scale = std::sqrt(12.0);
  expect_equivalent({{kUniformMean, 0.0}, {kUniformVariance, 1.0}, {kUniformNeighbours, 0.0}},
                    [&](WorldKey world) {
                      return moments(
                          world, [&](Draws& draws) { return draws.uniform01() * scale; }, 0.5 * scale);
                    });
}

TEST(Distributions, ExponentialMoments) {
  expect_equivalent({{kExponentialMean, 0.0}, {kExponentialVariance, 1.0}, {kExponentialNeighbours, 0.0}},
                    [](WorldKey world) {
                      return moments(
                          world, [](Draws& draws) { return exponential(draws, 1.0); }, 1.0);
                    });
}

TEST(Distributions, NormalMoments) {
  expect_equivalent({{kNormalMean, 0.0}, {kNormalVariance, 1.0}, {kNormalNeighbours, 0.0}},
                    [](WorldKey world) {
                      return moments(
                          world, [](Draws& draws) { return normal(draws, 3.0, 1.0); }, 3.0);
                    });
}

TEST(Distributions, PoissonMoments) {
  expect_equivalent({{kSmallPoissonMean, 0.0}, {kSmallPoissonVariance, 0.8}, {kSmallPoissonNeighbours, 0.0}},
                    [](WorldKey world) {
                      return moments(
                          world, [](Draws& draws) { return poisson(draws, 0.8); }, 0.8);
                    });
}

TEST(Distributions, LargePoissonMoments) {
  const double sd = std::sqrt(40.0);
  expect_equivalent({{kLargePoissonMean, 0.0}, {kLargePoissonVariance, 1.0}, {kLargePoissonNeighbours, 0.0}},
                    [&](WorldKey world) {
                      return moments(
                          world, [&](Draws& draws) { return static_cast<double>(poisson(draws, 40.0)) / sd; },
                          sd);
                    });
}

TEST(Distributions, GammaMoments) {
  const double scale = 1.0 / std::sqrt(0.5);
  expect_equivalent({{kGammaMean, 0.0}, {kGammaVariance, 1.0}, {kGammaNeighbours, 0.0}}, [&](WorldKey world) {
    return moments(
        world, [&](Draws& draws) { return gamma(draws, 0.5, scale); }, 0.5 * scale);
  });
}

TEST(Distributions, BelowMoments) {
  expect_equivalent({{kBelowMean, 0.0}, {kBelowVariance, 1.0}, {kBelowNeighbours, 0.0}}, [](WorldKey world) {
    return moments(
        world, [](Draws& draws) { return static_cast<double>(below(draws, 7)) / 2.0; }, 1.5);
  });
}

const Claim kOneBitMean("neighbouring causes: share of bits that differ",
                        {.margin = 0.002, .scale = Scale::kAbsolute});
const Claim kChance("chance 0.3", {.margin = 0.005, .scale = Scale::kAbsolute});

TEST(Distributions, ChancesAndBits) {
  expect_equivalent({{kOneBitMean, 0.5}, {kChance, 0.3}}, [](WorldKey world) {
    double differ = 0.0;
    double hits = 0.0;
    for (std::uint64_t i = 0; i < kDraws; ++i) {
      Draws one(world, Cause::root().child(1, i));
      Draws next(world, Cause::root().child(1, i + 1));
      differ +=
          static_cast<double>(__builtin_popcountll(one() ^ next())) / 64.0 / static_cast<double>(kDraws);
      hits += chance(one, 0.3) ? 1.0 / static_cast<double>(kDraws) : 0.0;
    }
    return std::vector<double>{differ, hits};
  });
}

}  // namespace
}  // namespace lscb::kernel
