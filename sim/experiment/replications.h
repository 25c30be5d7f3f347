// The workers of an experiment: threads that take the next replication and keep what came of it by its
// number.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/time.h"
#include "experiment/catchments.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::experiment {

/// What is to be run: every design once in each replication, in order, on the same key.
struct Workload {
  std::vector<world::Design> designs;
  Interval counted;
  std::uint64_t seed = 1;
  int replications = 0;
  int threads = 0;
  std::size_t measures = 0;                           ///< how many figures the replicator gives
  bool keep_branches = false;                         ///< else an outcome's branches are dropped
  const std::atomic<bool>* outside_cancel = nullptr;  ///< may be null; outlives the workers
};

/// The lives, threads and cancel that the options and hooks ask for; what is to be run and counted is the
/// caller's to add.
[[nodiscard]] Workload workload_of(const Options& options, const Hooks& hooks);

/// Thread rule: any member from any thread, but the constructor and destructor.
///
/// Invariants: 1. `outcomes_[r]` is written by one worker, before r is marked done under the mutex, and never
/// again. 2. Replications are begun in order and one begun is finished, so that those done have no gap once
/// the workers have ended, and the lowest failure is found whatever the number of threads.
class Replications {
 public:
  /// Starts the workers.
  Replications(Workload workload, Replicator replicator, ProgressCallback progress);
  /// Cancels and joins.
  ~Replications();
  Replications(const Replications&) = delete;
  Replications& operator=(const Replications&) = delete;

  [[nodiscard]] const Workload& workload() const { return workload_; }
  [[nodiscard]] Progress progress() const;
  [[nodiscard]] bool finished() const;
  void cancel() { cancelled_ = true; }
  /// Waits until no worker is left.
  void wait() const;

  /// How many replications from the first are done without a gap. Throws the failure if there is one.
  [[nodiscard]] int done_from_first() const;
  /// Outcomes of a replication by design, with the figures by catchment behind the others. REQUIRES:
  /// replication < done_from_first().
  [[nodiscard]] const std::vector<world::Outcome>& outcomes(int replication) const {
    return outcomes_[static_cast<std::size_t>(replication)];
  }

 private:
  void work();
  void replicate(int replication);
  void fail(const world::Design& design, kernel::WorldKey key, const std::string& reason);
  [[nodiscard]] bool stopping() const;

  const Workload workload_;
  const Catchments catchments_;
  const Replicator replicator_;
  const ProgressCallback progress_;
  std::vector<std::vector<world::Outcome>> outcomes_;

  std::atomic<int> next_{0};
  std::atomic<bool> cancelled_{false};

  mutable std::mutex mutex_;  // guards what follows
  mutable std::condition_variable worker_ended_;
  std::vector<bool> is_done_;
  int done_ = 0;
  int without_gap_ = 0;
  int workers_ = 0;
  std::optional<ReplicationFailure> failure_;

  std::mutex report_mutex_;  // one report of progress at a time, in order
  int reported_ = 0;
  std::vector<std::thread> threads_;
};

}  // namespace lscb::experiment
