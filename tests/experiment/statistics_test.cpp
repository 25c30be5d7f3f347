// The intervals and the planned number of runs keep what they promise. A run of each test is a batch of
// trials, and its measure the share of them in which the promise was kept.
#include <gtest/gtest.h>

#include <boost/math/distributions/non_central_t.hpp>
#include <cmath>

#include "experiment/compare.h"
#include "experiment/estimate.h"
#include "experiment/verdict.h"
#include "fake_model.h"
#include "kernel/distributions.h"
#include "support/claim.h"
#include "support/equivalence.h"

namespace lscb::experiment {
namespace {

using proof::Claim;
using proof::expect_equivalent;
using proof::Scale;

constexpr int trials_a_run = 200;

const Claim coverage_95{"Interval.covers the mean at 0.95", {.margin = 0.01, .scale = Scale::kAbsolute}};
const Claim coverage_80{"Interval.covers the mean at 0.80", {.margin = 0.01, .scale = Scale::kAbsolute}};
const Claim together{"Interval.simultaneous ones hold together", {.margin = 0.03, .scale = Scale::kAbsolute}};
const Claim settled{"RunsNeeded.settles as often as planned", {.margin = 0.02, .scale = Scale::kAbsolute}};

template <class Trial>
double share(kernel::WorldKey world, std::uint64_t kind, Trial&& kept) {
  int hits = 0;
  for (std::uint64_t trial = 0; trial < trials_a_run; ++trial) {
    hits += kept(kernel::Draws{world, kernel::Cause::root().child(kind, trial)});
  }
  return hits / static_cast<double>(trials_a_run);
}

bool covers(kernel::Draws draws, StudentT& t) {
  Series series;
  for (int r = 0; r < 6; ++r) series.emplace_back(kernel::normal(draws, 5.0, 2.0));
  const Estimate e = estimate(series, t);
  return *e.low <= 5.0 && 5.0 <= *e.high;
}

TEST(IntervalStatistics, CoversTheMeanAtItsLevel) {
  StudentT t95{0.95}, t80{0.80};
  expect_equivalent({{coverage_95, 0.95}, {coverage_80, 0.80}}, [&](kernel::WorldKey world) {
    return std::vector{share(world, 1, [&](kernel::Draws draws) { return covers(draws, t95); }),
                       share(world, 2, [&](kernel::Draws draws) { return covers(draws, t80); })};
  });
}

/// Two alternatives that each add noise of their own, with mean 1, to the base's.
measures::Figures shared_and_own(const world::Design& d, std::uint64_t seed, int replication) {
  const kernel::WorldKey world{seed, static_cast<std::uint64_t>(replication)};
  kernel::Draws shared{world, kernel::Cause::root()};
  double value = kernel::normal(shared, 50.0, 10.0);
  if (d.scenario != "base") {
    kernel::Draws own{world, kernel::Cause::root().child(1, static_cast<std::uint64_t>(d.scenario[0]))};
    value += kernel::normal(own, 1.0, 3.0);
  }
  return {value, 1.0, 1.0};
}

TEST(IntervalStatistics, SimultaneousOnesHoldTogether) {
  // The shared noise cancels in the paired differences and what is left is independent, so that both
  // intervals of level 1 - 0.2 / 2 hold with a chance of 0.9 squared.
  const auto base = fake::design("base");
  const std::vector<world::Design> alternatives{fake::design("a"), fake::design("b")};
  const auto model = fake::replicator(shared_and_own);
  Options options;
  options.replications = 5;
  options.threads = 1;
  options.confidence = 0.80;
  constexpr int comparisons = 25;
  expect_equivalent({{together, 0.81}}, [&](kernel::WorldKey world) {
    int both = 0;
    for (std::uint64_t i = 0; i < comparisons; ++i) {
      kernel::Draws draws{world, kernel::Cause::root().child(2, i)};
      options.seed = draws();
      const auto result = compare(base, alternatives, options, {}, model, fake::catalogue());
      bool all = true;
      for (const auto& alternative : result.alternatives) {
        const Estimate& e = alternative.differences[0].estimate;
        all = all && *e.low <= 1.0 && 1.0 <= *e.high;
      }
      both += all;
    }
    return std::vector{both / static_cast<double>(comparisons)};
  });
}

TEST(RunsNeededStatistics, SettlesAsOftenAsPlanned) {
  constexpr double difference = 0.5;  // of a deviation
  StudentT t{0.95};
  const auto planned = runs_needed(Estimate{30, difference, 1.0, 0.12, 0.88}, std::nullopt, 30, t);
  ASSERT_TRUE(planned.has_value());
  // What theory says of that number of runs: the plan's sum of two quantiles stands in for the noncentral t.
  const auto n = static_cast<double>(*planned);
  const boost::math::non_central_t exact{n - 1, difference * std::sqrt(n)};
  const double power = cdf(complement(exact, t.half_width(*planned)));
  EXPECT_NEAR(power, 0.8, 0.01);
  expect_equivalent({{settled, power}}, [&](kernel::WorldKey world) {
    return std::vector{share(world, 3, [&](kernel::Draws draws) {
      Series series;
      for (std::int64_t r = 0; r < *planned; ++r) series.emplace_back(kernel::normal(draws, difference, 1.0));
      return judge(estimate(series, t), std::nullopt) == Verdict::more;
    })};
  });
}

}  // namespace
}  // namespace lscb::experiment
