#include "kernel/keyed_random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "kernel/distributions.h"
#include "support/equivalence.h"

namespace lscb::kernel {
namespace {

using Block = std::array<std::uint64_t, 2>;

// The known answers for threefry2x64, 20 rounds, published with Random123 (its examples/kat_vectors).
TEST(Threefry, GivesThePublishedAnswers) {
  constexpr std::uint64_t kOnes = ~std::uint64_t{0};
  EXPECT_EQ(threefry_block(0, 0, 0, 0), (Block{0xc2b6e3a8c2c69865U, 0x6f81ed42f350084dU}));
  EXPECT_EQ(threefry_block(kOnes, kOnes, kOnes, kOnes), (Block{0xe02cb7c4d95d277aU, 0xd06633d0893b8b68U}));
  EXPECT_EQ(
      threefry_block(0xa4093822299f31d0U, 0x082efa98ec4e6c89U, 0x243f6a8885a308d3U, 0x13198a2e03707344U),
      (Block{0x263c7d30bb0f0af1U, 0x56be8361d3311526U}));
}

TEST(Draws, AreTheBlocksOfTheirKey) {
  const WorldKey world{11, 22};
  const Cause cause{33};
  Draws draws(world, cause);
  for (std::uint64_t block = 0; block < 3; ++block) {
    const Block expected = threefry_block(11, 22, 33, block);
    EXPECT_EQ(draws(), expected[0]);
    EXPECT_EQ(draws(), expected[1]);
  }
}

TEST(Draws, DoNotDependOnWhatElseIsDrawn) {
  const WorldKey world{5, 6};
  Draws alone(world, Cause{1});
  const std::uint64_t first = alone();
  const std::uint64_t second = alone();
  Draws again(world, Cause{1});
  Draws other(world, Cause{2});
  EXPECT_EQ(again(), first);
  EXPECT_NE(other(), first);
  EXPECT_EQ(again(), second);
  Draws elsewhere({5, 7}, Cause{1});
  EXPECT_NE(elsewhere(), first);
}

TEST(Draws, UniformsStayInTheirRange) {
  Draws draws({1, 1}, Cause::root());
  for (int i = 0; i < 100'000; ++i) {
    const double closed = draws.uniform01();
    EXPECT_TRUE(closed >= 0.0 && closed < 1.0);
    EXPECT_EQ(closed * 0x1.0p53, std::floor(closed * 0x1.0p53));
    const double open = draws.uniform01_open();
    EXPECT_TRUE(open > 0.0 && open < 1.0);
    EXPECT_EQ(std::fmod(open * 0x1.0p53, 2.0), 1.0);
  }
}

TEST(Cause, FamiliesOfCausesDoNotCollide) {
  std::set<std::uint64_t> values;
  std::size_t made = 0;
  for (std::uint64_t parent = 0; parent < 40; ++parent) {
    for (std::uint64_t kind = 0; kind < 40; ++kind) {
      for (std::uint64_t index = 0; index < 200; ++index) {
        values.insert(Cause::of(Cause{parent}, kind, index).value);
        ++made;
      }
    }
  }
  EXPECT_EQ(values.size(), made);
}

TEST(Cause, OrderOfDescentMatters) {
  const Cause root = Cause::root();
  EXPECT_NE(root.child(1, 2), root.child(2, 1));
  EXPECT_NE(root.child(1, 2).child(3, 4), root.child(3, 4).child(1, 2));
  EXPECT_EQ(Cause::of(root, 1, 2), root.child(1, 2));
}

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

TEST(Distributions, KeepNothingBetweenDraws) {
  Draws first({3, 4}, Cause{5});
  const double x = normal(first, 0.0, 1.0);
  Draws other({3, 4}, Cause{6});
  normal(other, 0.0, 1.0);
  Draws again({3, 4}, Cause{5});
  EXPECT_EQ(normal(again, 0.0, 1.0), x);
}

TEST(Distributions, EdgesAreDefined) {
  Draws draws({1, 1}, Cause{1});
  EXPECT_EQ(poisson(draws, 0.0), 0);
  EXPECT_EQ(below(draws, 1), 0U);
  EXPECT_FALSE(chance(draws, 0.0));
  EXPECT_TRUE(chance(draws, 1.0));
  EXPECT_DEATH(below(draws, 0), "a choice among none");
  EXPECT_DEATH(poisson(draws, -1.0), "not negative");
}

}  // namespace
}  // namespace lscb::kernel
