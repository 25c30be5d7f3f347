// The harness itself: its seeds, its arithmetic, and that it fails what it should fail as often as it says.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "support/equivalence.h"
#include "support/seed.h"
#include "support/two_stage.h"

namespace lscb::proof {
namespace {

using kernel::Cause;
using kernel::Draws;
using kernel::Tally;
using kernel::WorldKey;

const Claim kPassesWhenOff("two-stage test: share passed when off by the margin",
                           {.margin = 0.02, .scale = Scale::kAbsolute, .alpha = 1e-3});
const Claim kPassesWhenRight("two-stage test: share passed when right",
                             {.margin = 0.02, .scale = Scale::kAbsolute, .alpha = 1e-3});

constexpr Terms kTrialTerms{.margin = 1.0, .scale = Scale::kAbsolute, .alpha = 0.1, .power = 0.8};

// Whether a normal program that is off by `off` passes under the terms above.
bool passes(WorldKey world, std::uint64_t trial, double off, double deviation) {
  Draws draws(world, Cause::root().child(1, trial));
  Tally tally;
  for (int i = 0; i < kPilotRuns; ++i) tally.add(kernel::normal(draws, off, deviation));
  const TwoStage test(kTrialTerms, 1.0);
  const double spread = tally.deviation();
  const std::int64_t runs = test.runs_needed(spread);
  while (tally.count() < runs) tally.add(kernel::normal(draws, off, deviation));
  return std::fabs(tally.mean()) <= test.tolerance(spread, runs);
}

TEST(Seed, IsTheHashOfTheName) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325U);  // published values of FNV-1a
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8U);
  if (std::getenv("LSCB_FRESH_SEED") == nullptr) {
    EXPECT_EQ(seed_of_this_test(), fnv1a("Seed.IsTheHashOfTheName"));
  } else {
    EXPECT_NE(seed_of_this_test(), fnv1a("Seed.IsTheHashOfTheName"));
  }
}

TEST(StudentQuantile, AgreesWithTables) {
  EXPECT_NEAR(student_quantile(0.975, 10), 2.228139, 1e-6);
  EXPECT_NEAR(student_quantile(0.999, 40), 3.306878, 1e-6);
}

TEST(TwoStage, NeedsFourTimesTheRunsForHalfTheMargin) {
  const TwoStage wide(kTrialTerms, 1.0);
  const TwoStage narrow(kTrialTerms, 0.5);
  const double ratio =
      static_cast<double>(narrow.runs_needed(20.0)) / static_cast<double>(wide.runs_needed(20.0));
  EXPECT_NEAR(ratio, 4.0, 0.01);
  EXPECT_EQ(wide.runs_needed(0.0), kPilotRuns);
}

// A spread of 10 needs several hundred runs, so the second stage is what is tested. Alpha is met exactly at
// the margin; at no difference the power is at least the declared 0.8 and, as n is the least that suffices,
// close to it.
TEST(TwoStage, PassesAsOftenAsDeclared) {
  expect_equivalent({{kPassesWhenOff, 0.1}, {kPassesWhenRight, 0.8}}, [](WorldKey world) {
    constexpr int kTrials = 50;
    int when_off = 0;
    int when_right = 0;
    for (std::uint64_t trial = 0; trial < kTrials; ++trial) {
      when_off += passes(world, 2 * trial, 1.0, 10.0);
      when_right += passes(world, 2 * trial + 1, 0.0, 10.0);
    }
    return std::vector<double>{when_off / static_cast<double>(kTrials),
                               when_right / static_cast<double>(kTrials)};
  });
}

}  // namespace
}  // namespace lscb::proof
