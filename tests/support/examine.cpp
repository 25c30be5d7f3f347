#include "support/examine.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "kernel/assert.h"
#include "kernel/tally.h"
#include "support/two_stage.h"

namespace lscb::proof {
namespace {

// A claim that needs more was declared with runs too short or a margin too narrow to be worth its time.
constexpr std::int64_t kMostRuns = 2'000'000;

void add_runs(std::vector<kernel::Tally>& tallies, const Run& run, std::uint64_t seed, std::int64_t to) {
  for (std::int64_t replication = tallies.front().count(); replication < to; ++replication) {
    const std::vector<double> values = run({seed, static_cast<std::uint64_t>(replication)});
    LSCB_ASSERT_ALWAYS(values.size() == tallies.size(), "a run measures each claim once");
    for (std::size_t i = 0; i < values.size(); ++i) {
      LSCB_ASSERT_ALWAYS(std::isfinite(values[i]), "a run measures numbers");
      tallies[i].add(values[i]);
    }
  }
}

}  // namespace

std::vector<Finding> examine(const std::vector<Measure>& measures, const Run& run, std::uint64_t seed) {
  LSCB_ASSERT_ALWAYS(!measures.empty(), "an examination has a claim");
  std::vector<kernel::Tally> tallies(measures.size());
  add_runs(tallies, run, seed, kPilotRuns);

  std::vector<double> spread;
  std::vector<TwoStage> tests;
  std::int64_t runs = kPilotRuns;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    tests.emplace_back(measures[i].claim.terms(), measures[i].claim.margin_about(measures[i].truth));
    spread.push_back(tallies[i].deviation());
    runs = std::max(runs, tests[i].runs_needed(spread[i]));
  }
  LSCB_ASSERT_ALWAYS(runs <= kMostRuns, "the claims need more runs than a test may make");
  add_runs(tallies, run, seed, runs);

  std::vector<Finding> findings;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const auto& [claim, truth] = measures[i];
    const Terms& terms = claim.terms();
    const double mean = tallies[i].mean();
    char text[512];
    std::snprintf(text, sizeof text,
                  "%s: truth %.6g, mean of %lld runs %.6g (%lld needed; margin %.3g, alpha %.2g, power 1 - "
                  "%.2g, seed %llu)",
                  claim.name().c_str(), truth, static_cast<long long>(runs), mean,
                  static_cast<long long>(tests[i].runs_needed(spread[i])), claim.margin_about(truth),
                  terms.alpha, 1.0 - terms.power, static_cast<unsigned long long>(seed));
    findings.push_back({std::fabs(mean - truth) <= tests[i].tolerance(spread[i], runs), text});
  }
  return findings;
}

}  // namespace lscb::proof
