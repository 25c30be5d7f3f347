// Threads, cancelling, failing: what may change the result, and what may not.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "experiment/compare.h"
#include "fake_model.h"
#include "kernel/distributions.h"

namespace lscb::experiment {
namespace {

using fake::design;

/// Keyed figures with rounding in every digit, some undefined.
measures::Figures noisy(const world::Design& d, std::uint64_t seed, int replication) {
  kernel::Draws draws{{seed, static_cast<std::uint64_t>(replication)}, kernel::Cause::root().child(1)};
  const double shared = kernel::normal(draws, 100.0, 10.0);
  const double shift = d.scenario == "base" ? 0.0 : kernel::normal(draws, 3.0, 2.0);
  return {shared + shift, replication % 5 ? std::optional<double>{shared * shift} : std::nullopt,
          shared / 3.0};
}

/// As noisy, taking turns in such a way that replications end out of order.
Replicator unsteady() {
  return fake::replicator([](const world::Design& d, std::uint64_t seed, int replication) {
    if (replication % 4 == 0) std::this_thread::sleep_for(std::chrono::milliseconds{2});
    return noisy(d, seed, replication);
  });
}

std::vector<double> all_numbers(const CompareResult& result) {
  std::vector<double> all;
  const auto put = [&all](const auto& value) { all.push_back(value ? static_cast<double>(*value) : -1e300); };
  const auto put_estimate = [&](const Estimate& e) {
    all.push_back(static_cast<double>(e.n));
    put(e.mean), put(e.deviation), put(e.low), put(e.high);
  };
  for (const auto& figure : result.base.figures) put_estimate(figure);
  for (const auto& alternative : result.alternatives) {
    for (const auto& figure : alternative.run.figures) put_estimate(figure);
    for (const auto& d : alternative.differences) {
      put_estimate(d.estimate);
      put(d.delta), put(d.runs_needed), put(d.correlation), put(d.variance_ratio);
      all.push_back(static_cast<double>(d.verdict));
    }
  }
  return all;
}

bool same_bytes(const CompareResult& a, const CompareResult& b) {
  const auto x = all_numbers(a), y = all_numbers(b);
  return x.size() == y.size() && std::memcmp(x.data(), y.data(), x.size() * sizeof(double)) == 0;
}

Options of(int replications, int threads) {
  Options options;
  options.replications = replications;
  options.threads = threads;
  return options;
}

const std::vector<world::Design> alternatives{design("a"), design("b")};

TEST(Threads, SameBytesForOneTwoAndFour) {
  const auto one = compare(design("base"), alternatives, of(40, 1), {}, unsteady(), fake::catalogue());
  for (const int threads : {2, 4}) {
    EXPECT_TRUE(same_bytes(
        one, compare(design("base"), alternatives, of(40, threads), {}, unsteady(), fake::catalogue())));
  }
  auto other_seed = of(40, 1);
  other_seed.seed = 2;
  EXPECT_FALSE(
      same_bytes(one, compare(design("base"), alternatives, other_seed, {}, unsteady(), fake::catalogue())));
}

TEST(Threads, ProgressRisesByOne) {
  std::vector<int> seen;
  Hooks hooks;
  hooks.progress = [&seen](Progress progress) {
    EXPECT_EQ(progress.total, 30);
    seen.push_back(progress.done);
  };
  (void)compare(design("base"), alternatives, of(30, 4), hooks, unsteady(), fake::catalogue());
  ASSERT_EQ(seen.size(), 30U);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(seen[static_cast<std::size_t>(i)], i + 1);
}

TEST(Cancel, KeepsWhatFinished) {
  for (const int threads : {1, 3}) {
    std::atomic<bool> cancel{false};
    Hooks hooks;
    hooks.cancel = &cancel;
    hooks.progress = [&cancel](Progress progress) {
      if (progress.done == 10) cancel = true;
    };
    const auto part =
        compare(design("base"), alternatives, of(1000, threads), hooks, unsteady(), fake::catalogue());
    EXPECT_GE(part.base.replications, 10);
    EXPECT_LE(part.base.replications, 10 + threads);
    EXPECT_EQ(part.replications_asked, 1000);
    EXPECT_TRUE(same_bytes(part, compare(design("base"), alternatives, of(part.base.replications, 1), {},
                                         unsteady(), fake::catalogue())));
  }
}

TEST(Cancel, BeforeTheFirstLeavesNothingDefined) {
  std::atomic<bool> cancel{true};
  Hooks hooks;
  hooks.cancel = &cancel;
  const auto none = compare(design("base"), alternatives, of(10, 2), hooks, unsteady(), fake::catalogue());
  EXPECT_EQ(none.base.replications, 0);
  EXPECT_FALSE(none.alternatives[0].differences[0].estimate.mean.has_value());
  EXPECT_EQ(none.alternatives[0].differences[0].verdict, Verdict::not_enough_runs);
}

/// Lets a test hold the model back: replications from `closed_from` on wait until the gate opens.
class Gate {
 public:
  explicit Gate(int closed_from) : closed_from_(closed_from) {}
  void pass(int replication) {
    std::unique_lock lock{mutex_};
    opened_.wait(lock, [&] { return open_ || replication < closed_from_; });
  }
  void open() {
    const std::lock_guard lock{mutex_};
    open_ = true;
    opened_.notify_all();
  }

 private:
  int closed_from_;
  bool open_ = false;
  std::mutex mutex_;
  std::condition_variable opened_;
};

TEST(Snapshot, WhileRunningIsTheComparisonOfWhatIsDone) {
  const auto gate = std::make_shared<Gate>(12);
  Comparison comparison{design("base"),
                        alternatives,
                        of(20, 2),
                        {},
                        fake::replicator([gate](const world::Design& d, std::uint64_t seed, int replication) {
                          gate->pass(replication);
                          return noisy(d, seed, replication);
                        }),
                        fake::catalogue()};
  while (comparison.progress().done < 12) std::this_thread::yield();
  EXPECT_FALSE(comparison.finished());
  const auto interim = comparison.snapshot();
  EXPECT_EQ(interim.base.replications, 12);
  EXPECT_TRUE(same_bytes(
      interim, compare(design("base"), alternatives, of(12, 1), {}, unsteady(), fake::catalogue())));
  gate->open();
  const auto whole = comparison.wait();
  EXPECT_TRUE(comparison.finished());
  EXPECT_TRUE(
      same_bytes(whole, compare(design("base"), alternatives, of(20, 1), {}, unsteady(), fake::catalogue())));
}

TEST(Snapshot, SkipsNothingWhenAnEarlyReplicationIsSlow) {
  const auto gate = std::make_shared<Gate>(0);  // only replication 0 waits
  Comparison comparison{design("base"),
                        alternatives,
                        of(8, 2),
                        {},
                        fake::replicator([gate](const world::Design& d, std::uint64_t seed, int replication) {
                          if (replication == 0) gate->pass(0);
                          return noisy(d, seed, replication);
                        }),
                        fake::catalogue()};
  while (comparison.progress().done < 7) std::this_thread::yield();
  EXPECT_EQ(comparison.snapshot().base.replications, 0);
  gate->open();
  EXPECT_EQ(comparison.wait().base.replications, 8);
}

TEST(Snapshot, DestroyingCancels) {
  std::atomic<int> calls{0};
  {
    const Comparison comparison{design("base"),
                                alternatives,
                                of(100'000, 2),
                                {},
                                fake::replicator([&calls](const world::Design& d, std::uint64_t seed, int r) {
                                  ++calls;
                                  std::this_thread::sleep_for(std::chrono::milliseconds{1});
                                  return noisy(d, seed, r);
                                }),
                                fake::catalogue()};
  }
  EXPECT_LT(calls, 300'000);
}

TEST(Failure, IsTheLowestWhateverTheThreads) {
  const auto model = fake::replicator([](const world::Design& d, std::uint64_t seed, int replication) {
    if (replication == 7) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    if (replication >= 7 && d.scenario == "a") throw std::runtime_error{"a calendar in disorder"};
    return noisy(d, seed, replication);
  });
  for (const int threads : {1, 2, 4}) {
    try {
      (void)compare(design("base"), alternatives, of(40, threads), {}, model, fake::catalogue());
      FAIL() << "a failed replication was swallowed";
    } catch (const ReplicationFailure& failure) {
      EXPECT_EQ(failure.key().replication, 7U);
      EXPECT_EQ(failure.scenario(), "a");
      EXPECT_STREQ(failure.what(), "replication 7 of a (seed 1) failed: a calendar in disorder");
    }
  }
}

TEST(Failure, OfASnapshotToo) {
  const auto model = fake::replicator([](const world::Design&, std::uint64_t, int) -> measures::Figures {
    throw std::runtime_error{"broken"};
  });
  Comparison comparison{design("base"), alternatives, of(4, 1), {}, model, fake::catalogue()};
  while (!comparison.finished()) std::this_thread::yield();
  EXPECT_THROW((void)comparison.snapshot(), ReplicationFailure);
  EXPECT_THROW((void)comparison.wait(), ReplicationFailure);
}

TEST(Failure, FiguresThatAreNone) {
  const auto with = [](measures::Figures figures) {
    return fake::replicator([figures](const world::Design&, std::uint64_t, int) { return figures; });
  };
  const auto run_it = [](const Replicator& model) {
    return run(design("base"), of(3, 1), {}, model, fake::catalogue());
  };
  EXPECT_THROW((void)run_it(with({1.0, 2.0})), ReplicationFailure);
  EXPECT_THROW((void)run_it(with({1.0, std::numeric_limits<double>::quiet_NaN(), 1.0})), ReplicationFailure);
  EXPECT_THROW((void)run_it(with({1.0, std::numeric_limits<double>::infinity(), 1.0})), ReplicationFailure);
  EXPECT_NO_THROW((void)run_it(with({1.0, std::nullopt, 1.0})));
}

}  // namespace
}  // namespace lscb::experiment
