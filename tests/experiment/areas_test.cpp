// Many areas: their figures add up, none depends on which others are there, and nothing on the threads.
#include "experiment/areas.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "fake_model.h"
#include "kernel/distributions.h"

namespace lscb::experiment {
namespace {

using fake::design;

/// Figures keyed by the area's own seed, with rounding in every digit; a measure that does not add up.
const std::vector<measures::Measure>& catalogue() {
  static const std::vector<measures::Measure> all = [] {
    auto with_share = fake::catalogue();
    with_share.push_back({"late_share", "Share late", "share", measures::Better::lower, false});
    return with_share;
  }();
  return all;
}

measures::Figures noisy(const world::Design& d, std::uint64_t seed, int replication) {
  kernel::Draws draws{{seed, static_cast<std::uint64_t>(replication)}, kernel::Cause::root().child(1)};
  const double shared = kernel::normal(draws, d.area.children / 300.0, 10.0);
  const double shift = d.scenario == "base" ? 0.0 : kernel::normal(draws, 3.0, 2.0);
  return {shared + shift, shared / 7.0, shared * 1e4 / 3.0, 0.5};
}

AreaOfMany area(std::uint64_t code, double children) {
  AreaOfMany made{code, "Area " + std::to_string(code), {design("base"), design("more")}};
  for (auto& one : made.designs) one.area.children = children;
  return made;
}

std::vector<AreaOfMany> five() {
  return {area(201, 700.0), area(886, 324341.0), area(330, 250000.0), area(921, 25967.0), area(420, 369.0)};
}

AreasResult play(const std::vector<AreaOfMany>& areas, int replications = 4, int threads = 1) {
  Options options;
  options.replications = replications;
  options.threads = threads;
  return run_areas(areas, options, {}, fake::replicator(noisy), catalogue());
}

void expect_same(const Estimates& a, const Estimates& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t m = 0; m < a.size(); ++m) {
    EXPECT_EQ(a[m].n, b[m].n);
    EXPECT_EQ(a[m].mean, b[m].mean);
    EXPECT_EQ(a[m].deviation, b[m].deviation);
    EXPECT_EQ(a[m].low, b[m].low);
    EXPECT_EQ(a[m].high, b[m].high);
  }
}

TEST(Areas, TotalsAreTheSumOfTheAreasExactly) {
  for (const int replications : {1, 5}) {
    const AreasResult result = play(five(), replications);
    for (std::size_t s = 0; s < 2; ++s) {
      for (std::size_t m = 0; m < 3; ++m) {
        double sum = 0.0;
        for (const auto& one : result.areas) sum += *one.scenarios[s][m].mean;
        EXPECT_EQ(*result.scenarios[s].totals[m].mean, sum);
        EXPECT_EQ(result.scenarios[s].totals[m].low.has_value(), replications > 1);
      }
      EXPECT_FALSE(result.scenarios[s].totals[3].mean) << "shares do not add up";
    }
  }
}

TEST(Areas, KeepTheOrderGivenAndTheirNames) {
  const AreasResult result = play(five());
  ASSERT_EQ(result.areas.size(), 5U);
  EXPECT_EQ(result.areas[1].name, "Area 886");
  EXPECT_EQ(result.areas[1].children, 324341.0);
  EXPECT_EQ(result.areas[4].code, 420U);
  EXPECT_EQ(result.scenarios[1].name, "more");
  EXPECT_EQ(result.replications, 4);
}

TEST(Areas, FiguresOfOneDoNotDependOnTheOthers) {
  const AreasResult all = play(five());
  std::vector<AreaOfMany> fewer = five();
  fewer.erase(fewer.begin() + 1, fewer.begin() + 3);
  fewer.insert(fewer.begin(), area(999, 40000.0));
  const AreasResult other = play(fewer);
  for (std::size_t s = 0; s < 2; ++s) {
    expect_same(all.areas[0].scenarios[s], other.areas[1].scenarios[s]);
    expect_same(all.areas[3].scenarios[s], other.areas[2].scenarios[s]);
    expect_same(all.areas[4].scenarios[s], other.areas[3].scenarios[s]);
  }
}

TEST(Areas, LiveUnderSeedsOfTheirOwnThatRepeatThem) {
  const AreasResult all = play(five());
  EXPECT_NE(seed_of_area(1, 886), seed_of_area(1, 330));
  EXPECT_NE(seed_of_area(1, 886), seed_of_area(2, 886));
  Options alone;
  alone.replications = 4;
  alone.seed = seed_of_area(1, 886);
  const FullRun run_alone = run(five()[1].designs[0], alone, {}, fake::replicator(noisy), catalogue());
  expect_same(all.areas[1].scenarios[0], run_alone.result.figures);
}

TEST(Areas, AnyNumberOfThreadsGivesTheSame) {
  const AreasResult one = play(five(), 6, 1);
  for (const int threads : {2, 3, 8}) {
    const AreasResult many = play(five(), 6, threads);
    for (std::size_t s = 0; s < 2; ++s) {
      expect_same(one.scenarios[s].totals, many.scenarios[s].totals);
      expect_same(one.scenarios[s].differences, many.scenarios[s].differences);
      for (std::size_t a = 0; a < 5; ++a) expect_same(one.areas[a].scenarios[s], many.areas[a].scenarios[s]);
    }
  }
}

TEST(Areas, DifferencesArePairedByReplication) {
  const AreasResult result = play(five(), 6);
  const Estimate& difference = result.scenarios[1].differences[0];
  ASSERT_TRUE(difference.mean && difference.deviation);
  EXPECT_NEAR(*difference.mean, *result.scenarios[1].totals[0].mean - *result.scenarios[0].totals[0].mean,
              1e-6);
  EXPECT_LT(*difference.deviation, *result.scenarios[0].totals[0].deviation);
}

// Memory: one area is under way a thread, and the largest comes first.
TEST(Areas, AreStreamedOneAtATimeTheLargestFirst) {
  std::atomic<int> under_way{0};
  std::vector<double> order;
  Options options;
  options.replications = 1;
  options.threads = 1;
  const auto watching = fake::replicator([&](const world::Design& d, std::uint64_t seed, int r) {
    EXPECT_EQ(++under_way, 1);
    if (d.scenario == "base") order.push_back(d.area.children);
    --under_way;
    return noisy(d, seed, r);
  });
  (void)run_areas(five(), options, {}, watching, catalogue());
  EXPECT_EQ(order, (std::vector<double>{324341.0, 250000.0, 25967.0, 700.0, 369.0}));
}

TEST(Areas, CancelledKeepWholeReplicationsOnly) {
  std::atomic<bool> cancel{false};
  Options options;
  options.replications = 10;
  options.threads = 1;
  const Hooks hooks{[&](Progress progress) { cancel = progress.done == 13; }, &cancel};
  const AreasResult result = run_areas(five(), options, hooks, fake::replicator(noisy), catalogue());
  EXPECT_EQ(result.replications, 2);
  EXPECT_EQ(result.replications_asked, 10);
  EXPECT_EQ(result.areas[0].scenarios[0][0].n, 2);
}

TEST(Areas, FailureNamesTheArea) {
  Options options;
  options.replications = 2;
  const auto failing = fake::replicator([](const world::Design& d, std::uint64_t seed, int r) {
    if (d.area.children == 369.0 && r == 1) throw std::runtime_error{"no teams"};
    return noisy(d, seed, r);
  });
  try {
    (void)run_areas(five(), options, {}, failing, catalogue());
    FAIL() << "expected a failure";
  } catch (const ReplicationFailure& failure) {
    const std::string what = failure.what();
    EXPECT_NE(what.find("in Area 420, replication 1"), std::string::npos) << what;
    EXPECT_NE(what.find("no teams"), std::string::npos) << what;
  }
}

TEST(Areas, ObjectToWhatCannotBeRun) {
  Options options;
  options.replications = 0;
  EXPECT_FALSE(objections(five(), options).empty());
  options.replications = 1;
  EXPECT_TRUE(objections(five(), options).empty());
  EXPECT_FALSE(objections(std::vector<AreaOfMany>{}, options).empty());
  options.from = at_date(2009, 1, 1);
  EXPECT_FALSE(objections(five(), options).empty());
}

}  // namespace
}  // namespace lscb::experiment
