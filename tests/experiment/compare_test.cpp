#include "experiment/compare.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <set>

#include "fake_model.h"

namespace lscb::experiment {
namespace {

using fake::design;

const change::Change cut = fake::centre_cut(at_date(2011, 4, 1), 0.27);

CompareResult compare_with(const Replicator& model, const std::vector<std::string>& alternatives,
                           Options options) {
  std::vector<world::Design> designs;
  for (const auto& name : alternatives) designs.push_back(design(name, {cut}));
  return compare(design("base"), designs, options, {}, model, fake::catalogue());
}

Options of(int replications) {
  Options options;
  options.replications = replications;
  options.threads = 1;
  return options;
}

TEST(Compare, PairedFiguresWorkedByHand) {
  // base 10 12 14 16, alternative 13 14 19 18: differences 3 2 5 2, mean 3, deviation sqrt 2;
  // base: squares 20; alternative: mean 16, squares 9 + 4 + 9 + 4 = 26; products 9 + 2 + 3 + 6 = 20;
  // correlation 20 / sqrt 520; variance ratio 46 / 6.
  const double base[] = {10, 12, 14, 16};
  const double other[] = {13, 14, 19, 18};
  const auto model = fake::headline(
      [&](const std::string& scenario, int r) { return scenario == "base" ? base[r] : other[r]; });
  const auto result = compare_with(model, {"a"}, of(4));
  const Difference& d = result.alternatives.at(0).differences.at(0);
  EXPECT_EQ(d.estimate.n, 4);
  EXPECT_DOUBLE_EQ(*d.estimate.mean, 3.0);
  EXPECT_DOUBLE_EQ(*d.estimate.deviation, std::sqrt(2.0));
  EXPECT_NEAR(*d.estimate.high, 3.0 + 3.182446 * std::sqrt(2.0) / 2.0, 1e-6);
  EXPECT_NEAR(*d.correlation, 20.0 / std::sqrt(520.0), 1e-12);
  EXPECT_NEAR(*d.variance_ratio, 46.0 / 6.0, 1e-12);
  EXPECT_DOUBLE_EQ(*result.delta, 0.05 * 13.0);
  EXPECT_TRUE(result.delta_is_default);
  EXPECT_EQ(d.delta, result.delta);
  EXPECT_EQ(d.verdict, Verdict::more);
  EXPECT_FALSE(d.runs_needed.has_value());
}

TEST(Compare, ScenarioAgainstItselfDiffersByExactlyZero) {
  const auto model = fake::replicator([](const world::Design&, std::uint64_t, int r) {
    return measures::Figures{0.1 * r * r + 0.3, 1.0 / (r + 3), r % 2 ? std::optional<double>{} : 7.0};
  });
  const auto result = compare(design("base"), {design("base")}, of(9), {}, model, fake::catalogue());
  for (const auto& difference : result.alternatives[0].differences) {
    EXPECT_EQ(difference.estimate.mean, 0.0);
    EXPECT_EQ(difference.estimate.low, 0.0);
    EXPECT_EQ(difference.estimate.high, 0.0);
    EXPECT_FALSE(difference.variance_ratio.has_value());
    EXPECT_FALSE(difference.runs_needed.has_value());
  }
  const auto& differences = result.alternatives[0].differences;
  EXPECT_EQ(differences[0].verdict, Verdict::no_difference_that_matters);
  EXPECT_NEAR(*differences[0].correlation, 1.0, 1e-12);
  EXPECT_EQ(differences[1].verdict, Verdict::not_enough_runs)
      << "a measure without a delta never gets the first";
  EXPECT_EQ(differences[2].estimate.n, 5);
  EXPECT_FALSE(differences[2].correlation.has_value()) << "a figure that never varies has no correlation";
  EXPECT_TRUE(result.alternatives[0].levers.empty());
}

TEST(Compare, NeverVaryingFigureHasNoCorrelationHoweverItRounds) {
  const auto model =
      fake::headline([](const std::string& scenario, int) { return scenario == "base" ? 0.1 : 0.7; });
  const auto result = compare_with(model, {"a"}, of(7));
  const Difference& d = result.alternatives[0].differences[0];
  EXPECT_FALSE(d.correlation.has_value());
  EXPECT_FALSE(d.variance_ratio.has_value());
  EXPECT_EQ(d.verdict, Verdict::more);
}

TEST(Compare, CountsReplicationsWithBothSidesDefined) {
  const auto model = fake::headline([](const std::string& scenario, int r) -> std::optional<double> {
    if (scenario == "base" ? r == 1 : r == 2) return std::nullopt;
    return r + (scenario == "base" ? 0.0 : 2.0);
  });
  const auto result = compare_with(model, {"a"}, of(6));
  const Difference& d = result.alternatives[0].differences[0];
  EXPECT_EQ(result.base.figures[0].n, 5);
  EXPECT_EQ(result.alternatives[0].run.figures[0].n, 5);
  EXPECT_EQ(d.estimate.n, 4);
  EXPECT_EQ(d.estimate.mean, 2.0);
}

TEST(Compare, FigureNeverDefinedIsEmptyEverywhere) {
  const auto model = fake::headline([](const std::string&, int) { return std::optional<double>{}; });
  const auto result = compare_with(model, {"a"}, of(5));
  const Difference& d = result.alternatives[0].differences[0];
  EXPECT_EQ(d.estimate.n, 0);
  EXPECT_FALSE(d.estimate.mean || d.estimate.low || d.correlation || d.variance_ratio || d.delta ||
               result.delta);
  EXPECT_EQ(d.verdict, Verdict::not_enough_runs);
}

TEST(Compare, HeadlineIsSimultaneousOverTheAlternatives) {
  const auto model = fake::replicator([](const world::Design& d, std::uint64_t, int r) {
    const double value = r % 3 + (d.scenario == "base" ? 0.0 : r % 2);
    return measures::Figures{value, value, value};
  });
  const auto one = compare_with(model, {"a"}, of(12));
  const auto three = compare_with(model, {"a", "b", "c"}, of(12));
  const auto width = [](const Difference& d) { return *d.estimate.high - *d.estimate.low; };
  const Difference& alone = one.alternatives[0].differences[0];
  const Difference& headline = three.alternatives[0].differences[0];
  EXPECT_TRUE(headline.simultaneous);
  EXPECT_FALSE(three.alternatives[0].differences[1].simultaneous);
  EXPECT_EQ(headline.level, 0.95);
  StudentT plain{0.95}, shared{1.0 - 0.05 / 3};
  EXPECT_NEAR(width(headline) / width(alone), shared.half_width(12) / plain.half_width(12), 1e-12);
  EXPECT_EQ(width(three.alternatives[2].differences[1]), width(one.alternatives[0].differences[1]));
}

TEST(Compare, DeltaIsTheHeadlinesAlone) {
  const auto model = fake::replicator([](const world::Design& d, std::uint64_t, int r) {
    const double value = 100.0 + r % 2 + (d.scenario == "base" ? 0.0 : r % 3 - 1);
    return measures::Figures{value, value, value};
  });
  auto options = of(60);
  options.delta = 3.0;
  const auto result = compare_with(model, {"a"}, options);
  EXPECT_FALSE(result.delta_is_default);
  const auto& differences = result.alternatives[0].differences;
  EXPECT_EQ(differences[0].verdict, Verdict::no_difference_that_matters);
  EXPECT_EQ(differences[0].delta, 3.0);
  EXPECT_FALSE(differences[1].delta.has_value());
  EXPECT_EQ(differences[1].verdict, Verdict::not_enough_runs);
}

TEST(Compare, BaseRunsOncePerReplicationOnSharedKeys) {
  std::atomic<int> base_runs{0};
  std::mutex mutex;
  std::multiset<std::pair<std::uint64_t, std::uint64_t>> keys;
  const auto model = each_alone([&](const world::Design& d, kernel::WorldKey key, Interval counted) {
    if (d.scenario == "base") ++base_runs;
    EXPECT_EQ(counted.from, at_date(2011, 4, 1));
    EXPECT_EQ(counted.to, fake::four_years.to);
    const std::lock_guard lock{mutex};
    keys.insert({key.seed, key.replication});
    return world::Outcome{{1.0, 2.0, 3.0}, {}, {}, 0};
  });
  auto options = of(6);
  options.seed = 42;
  options.threads = 3;
  const auto result = compare_with(model, {"a", "b"}, options);
  EXPECT_EQ(base_runs, 6);
  for (std::uint64_t r = 0; r < 6; ++r) EXPECT_EQ(keys.count({42, r}), 3U);
  EXPECT_EQ(keys.size(), 18U);
  EXPECT_EQ(result.base.seed, 42U);
  EXPECT_EQ(result.counted.from, at_date(2011, 4, 1));
}

TEST(Compare, LeversSayWhoOwnsThem) {
  const auto model = fake::headline([](const std::string&, int) { return 1.0; });
  auto owned = cut;
  owned.owner = "health";
  const auto result = compare(design("base", {fake::posts(at_date(2012, 1, 1), 2)}), {design("a", {owned})},
                              of(2), {}, model, fake::catalogue());
  const auto& levers = result.alternatives[0].levers;
  ASSERT_EQ(levers.size(), 2U);
  EXPECT_EQ(levers[0].owner, "health");
  EXPECT_FALSE(levers[0].removed);
  EXPECT_TRUE(levers[1].removed);
}

TEST(Compare, RefusesWhatIsObjectedTo) {
  const auto model = fake::headline([](const std::string&, int) { return 1.0; });
  EXPECT_THROW(compare(design("base"), {}, of(5), {}, model, fake::catalogue()), std::invalid_argument);
  EXPECT_THROW(compare_with(model, {"a"}, of(1)), std::invalid_argument);
}

TEST(Run, CountsTheWholeWindowAndSumsWhatWasTaken) {
  const auto model = each_alone([](const world::Design&, kernel::WorldKey key, Interval counted) {
    EXPECT_EQ(counted.from, fake::four_years.from);
    world::Outcome outcome{{static_cast<double>(key.replication), std::nullopt, 5.0}, {}, {1, 2, 3}, 0};
    outcome.branches = {{"call_made", nullptr, key.replication}, {"never", "because", 0}};
    return outcome;
  });
  auto options = of(5);
  options.threads = 2;
  const auto full = run(design("base"), options, {}, model, fake::catalogue());
  EXPECT_EQ(full.result.figures[0].mean, 2.0);
  EXPECT_FALSE(full.result.figures[1].mean.has_value());
  ASSERT_EQ(full.branches.size(), 2U);
  EXPECT_EQ(full.branches[0].taken, 10U);
  EXPECT_EQ(full.branches[1].when_zero, "because");
  EXPECT_EQ(full.effort.events_run_on, 15U);
  EXPECT_EQ(full.result.replications, 5);
}

}  // namespace
}  // namespace lscb::experiment
