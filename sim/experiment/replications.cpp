#include "experiment/replications.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <system_error>
#include <utility>

namespace lscb::experiment {
namespace {

int number_of_threads(const Workload& workload) {
  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  const int wanted = workload.threads > 0 ? workload.threads : static_cast<int>(machine);
  return std::max(1, std::min(wanted, workload.replications));
}

/// What is wrong with an outcome, in words; empty if nothing.
std::string flaw(const world::Outcome& outcome, std::size_t measures) {
  if (outcome.figures.size() != measures) {
    return fmt::format("it returned {} figures where the registry of measures has {}", outcome.figures.size(),
                       measures);
  }
  for (std::size_t i = 0; i < measures; ++i) {
    const auto& figure = outcome.figures[i];
    if (figure && !std::isfinite(*figure)) {
      return fmt::format("measure number {} is not a finite number", i);
    }
  }
  return {};
}

}  // namespace

ReplicationFailure::ReplicationFailure(std::string scenario, kernel::WorldKey key, const std::string& reason)
    : std::runtime_error(fmt::format("replication {} of {} (seed {}) failed: {}", key.replication, scenario,
                                     key.seed, reason)),
      scenario_(std::move(scenario)),
      key_(key) {}

Workload workload_of(const Options& options, const Hooks& hooks) {
  Workload workload;
  workload.seed = options.seed;
  workload.replications = options.replications;
  workload.threads = options.threads;
  workload.outside_cancel = hooks.cancel;
  return workload;
}

Replications::Replications(Workload workload, Replicator replicator, ProgressCallback progress)
    : workload_(std::move(workload)),
      catchments_(workload_.designs),
      replicator_(std::move(replicator)),
      progress_(std::move(progress)),
      outcomes_(static_cast<std::size_t>(workload_.replications)),
      is_done_(static_cast<std::size_t>(workload_.replications), false) {
  const int wanted = number_of_threads(workload_);
  workers_ = wanted;
  for (int started = 0; started < wanted; ++started) {
    try {
      threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) throw;
      // The machine gives no more threads: those that run do the work.
      const std::lock_guard lock{mutex_};
      workers_ -= wanted - started;
      worker_ended_.notify_all();
      break;
    }
  }
}

Replications::~Replications() {
  cancel();
  for (auto& thread : threads_) thread.join();
}

Progress Replications::progress() const {
  const std::lock_guard lock{mutex_};
  return {done_, workload_.replications};
}

bool Replications::finished() const {
  const std::lock_guard lock{mutex_};
  return workers_ == 0;
}

void Replications::wait() const {
  std::unique_lock lock{mutex_};
  worker_ended_.wait(lock, [this] { return workers_ == 0; });
}

int Replications::done_from_first() const {
  const std::lock_guard lock{mutex_};
  if (failure_) throw ReplicationFailure{*failure_};
  return without_gap_;
}

bool Replications::stopping() const {
  if (cancelled_ || (workload_.outside_cancel && *workload_.outside_cancel)) return true;
  const std::lock_guard lock{mutex_};
  return failure_.has_value();
}

void Replications::work() {
  while (!stopping()) {
    const int replication = next_++;
    if (replication >= workload_.replications) break;
    replicate(replication);
  }
  const std::lock_guard lock{mutex_};
  --workers_;
  worker_ended_.notify_all();
}

void Replications::replicate(int replication) {
  const kernel::WorldKey key{workload_.seed, static_cast<std::uint64_t>(replication)};
  const auto& designs = workload_.designs;
  world::Together played;
  try {
    replicator_(designs, key, workload_.counted, played);
  } catch (const std::exception& error) {
    return fail(designs[played.playing], key, error.what());
  } catch (...) {
    return fail(designs[played.playing], key, "an error without a description");
  }
  if (played.outcomes.size() != designs.size()) {
    return fail(
        designs.front(), key,
        fmt::format("it returned {} outcomes for {} designs", played.outcomes.size(), designs.size()));
  }
  for (std::size_t d = 0; d < designs.size(); ++d) {
    if (const auto wrong = flaw(played.outcomes[d], workload_.measures); !wrong.empty())
      return fail(designs[d], key, wrong);
    catchments_.settle(d, played.outcomes[d]);
    if (!workload_.keep_branches) played.outcomes[d].branches = {};
  }
  outcomes_[static_cast<std::size_t>(replication)] = std::move(played.outcomes);
  {
    const std::lock_guard lock{mutex_};
    is_done_[static_cast<std::size_t>(replication)] = true;
    ++done_;
    while (without_gap_ < workload_.replications && is_done_[static_cast<std::size_t>(without_gap_)])
      ++without_gap_;
  }
  if (progress_) {
    const std::lock_guard lock{report_mutex_};
    progress_({++reported_, workload_.replications});
  }
}

void Replications::fail(const world::Design& design, kernel::WorldKey key, const std::string& reason) {
  const std::lock_guard lock{mutex_};
  if (!failure_ || key.replication < failure_->key().replication) {
    failure_.emplace(design.scenario, key, reason);
  }
}

}  // namespace lscb::experiment
