#include "kernel/keyed_random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "kernel/distributions.h"

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
