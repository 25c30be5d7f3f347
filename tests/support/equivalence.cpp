#include "support/equivalence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "kernel/tally.h"
#include "support/seed.h"
#include "support/two_stage.h"

namespace lscb::proof {
namespace {

// A claim that needs more was declared with runs too short or a margin too narrow to be worth its time.
constexpr std::int64_t kMostRuns = 2'000'000;

void add_runs(std::vector<kernel::Tally>& tallies, const Run& run, std::uint64_t seed, std::int64_t from,
              std::int64_t to) {
  for (std::int64_t replication = from; replication < to; ++replication) {
    const std::vector<double> values = run({seed, static_cast<std::uint64_t>(replication)});
    ASSERT_EQ(values.size(), tallies.size()) << "a run measures each claim once";
    for (std::size_t i = 0; i < values.size(); ++i) {
      ASSERT_TRUE(std::isfinite(values[i])) << "run " << replication << ", measure " << i;
      tallies[i].add(values[i]);
    }
  }
}

}  // namespace

void expect_equivalent(const std::vector<Measure>& measures, const Run& run) {
  const std::uint64_t seed = seed_of_this_test();
  std::vector<kernel::Tally> tallies(measures.size());
  add_runs(tallies, run, seed, 0, kPilotRuns);
  if (::testing::Test::HasFatalFailure()) return;

  std::vector<double> spread;
  std::int64_t runs = kPilotRuns;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const TwoStage test(measures[i].claim.terms(), measures[i].claim.margin_about(measures[i].truth));
    spread.push_back(tallies[i].deviation());
    runs = std::max(runs, test.runs_needed(spread[i]));
  }
  ASSERT_LE(runs, kMostRuns) << "the claims need more runs than a test may make";
  add_runs(tallies, run, seed, kPilotRuns, runs);
  if (::testing::Test::HasFatalFailure()) return;

  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto& [claim, truth] = measures[i];
    const double margin = claim.margin_about(truth);
    const TwoStage test(claim.terms(), margin);
    const double difference = tallies[i].mean() - truth;
    std::printf(
        "%s: truth %.6g, margin %.3g, alpha %.2g, power 1 - %.2g, runs needed %lld, made %lld, off by "
        "%+.3g\n",
        claim.name().c_str(), truth, margin, claim.terms().alpha, 1.0 - claim.terms().power,
        static_cast<long long>(test.runs_needed(spread[i])), static_cast<long long>(runs), difference);
    EXPECT_LE(std::fabs(difference), test.tolerance(spread[i], runs))
        << claim.name() << ": the mean of " << runs << " runs with seed " << seed << " is "
        << tallies[i].mean() << ", not shown to lie within " << margin << " of " << truth;
  }
}

}  // namespace lscb::proof
