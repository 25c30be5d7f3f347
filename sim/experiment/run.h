// One scenario by itself: every measure with its interval over replications.
#pragma once

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/estimate.h"
#include "experiment/options.h"
#include "measures/catalogue.h"
#include "world/design.h"

namespace lscb::experiment {

/// A replication could not be completed: a mistake in the program, never in a user's file. Names the
/// scenario, seed and replication that show it again; the lowest failing replication, whatever the number of
/// threads.
class ReplicationFailure : public std::runtime_error {
 public:
  ReplicationFailure(std::string scenario, kernel::WorldKey key, const std::string& reason);
  [[nodiscard]] const std::string& scenario() const { return scenario_; }
  [[nodiscard]] kernel::WorldKey key() const { return key_; }

 private:
  std::string scenario_;
  kernel::WorldKey key_;
};

/// How often a branch of the pathway was taken, over all replications.
struct BranchCount {
  std::string id;
  std::string when_zero;  ///< why a base run may never take it; empty: it should
  std::uint64_t taken = 0;
};

/// The books of one financial year over replications; figures by index of measures::year_catalogue().
struct YearResult {
  int begins = 0;  ///< 2010: 1 April 2010 to 31 March 2011
  std::vector<Estimate> figures;
};

/// Figures of one design.
struct RunResult {
  std::string scenario;  ///< the file's stem
  std::string title;
  std::uint64_t seed = 0;
  int replications = 0;  ///< finished; fewer than asked for after a cancel
  double confidence = 0.95;
  Interval counted;  ///< what the figures count
  std::vector<measures::Measure> measures;
  std::vector<Estimate> figures;  ///< by index of `measures`
  std::vector<YearResult> years;  ///< financial years wholly inside `counted`, in order
};

/// A run's figures and what else it can tell.
struct FullRun {
  RunResult result;
  std::vector<BranchCount> branches;
  world::Effort effort;  ///< summed over replications
};

struct Hooks {
  ProgressCallback progress;  ///< may be empty
  const std::atomic<bool>* cancel =
      nullptr;  ///< when set to true no further replication is begun; outlives the experiment
};

/// What is wrong with the options for these designs, in words; empty if nothing. `base` first.
[[nodiscard]] std::vector<std::string> objections(const std::vector<const world::Design*>& designs,
                                                  const Options& options);
/// The designs as `objections` takes them; no longer than they stay where they are.
[[nodiscard]] std::vector<const world::Design*> addresses_of(const std::vector<world::Design>& designs);

/// Runs the replications and counts the design's whole window, or what the options put in its place. Blocks.
/// The same arguments give the same result on any number of threads, as long as it is not cancelled.
/// Throws ReplicationFailure, and std::invalid_argument where `objections` are not empty.
[[nodiscard]] FullRun run(const world::Design& design, const Options& options, const Hooks& hooks = {},
                          const Replicator& replicator = the_model(),
                          const std::vector<measures::Measure>& catalogue = measures::catalogue());

}  // namespace lscb::experiment
