// Designs compared on the same lives: the paired differences, their intervals and what they allow one to say.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "experiment/board_view.h"
#include "experiment/decile.h"
#include "experiment/dip.h"
#include "experiment/estimate.h"
#include "experiment/interaction.h"
#include "experiment/options.h"
#include "experiment/run.h"
#include "experiment/standing_out.h"
#include "experiment/verdict.h"
#include "measures/catalogue.h"
#include "world/design.h"

namespace lscb::experiment {

/// Alternative less base, replication by replication on shared keys; one measure.
struct Difference {
  Estimate estimate;            ///< n counts replications in which both sides are defined
  double level = 0.95;          ///< confidence, of all intervals together where simultaneous
  bool simultaneous = false;    ///< over the alternatives; the headline only
  std::optional<double> delta;  ///< a difference you would act on; the headline only
  Verdict verdict = Verdict::not_enough_runs;
  std::optional<std::int64_t> runs_needed;  ///< only where there are not enough runs; see runs_needed()
  /// Pearson's, between the two sides over replications; empty where either does not vary.
  std::optional<double> correlation;
  /// Variance that independent lives would give over the variance that shared lives gave: how many times
  /// fewer replications pairing needs. Empty where the difference does not vary.
  std::optional<double> variance_ratio;
};

/// A change that an alternative makes to the base, for reports.
struct Lever {
  std::string title;
  std::string owner;
  Instant date;
  bool removed = false;  ///< the base has it, the alternative has not
};

struct Alternative {
  RunResult run;
  std::vector<Lever> levers;            ///< by date
  std::vector<Difference> differences;  ///< by index of the measures
  Deciles headline;                     ///< of its own headline
  Deciles headline_difference;          ///< of the headline's paired difference
  std::vector<BeyondArea> catchments;   ///< each one's rate against the area's, for who stands out
  std::optional<BoardView> board;       ///< none where no quarters before and after its change are to be had
  std::optional<Dip> dip;               ///< none without a reorganisation and half a year after it
};

struct CompareResult {
  RunResult base;
  Deciles headline;                       ///< of the base's headline
  std::vector<Alternative> alternatives;  ///< in the order given
  Interval counted;                       ///< from the first date that differs
  std::optional<double> delta;            ///< of the headline; empty before its base mean is known
  bool delta_is_default = true;
  std::vector<Contrast> contrasts;  ///< where the alternatives hold a factorial design
  int replications_asked = 0;
};

/// What a comparison counts: from the first date on which any alternative differs to the window's end; the
/// whole window where none differs inside it; `options.from` and `options.to` in their place. REQUIRES:
/// objections() are empty.
[[nodiscard]] Interval counted_window(const world::Design& base,
                                      const std::vector<world::Design>& alternatives, const Options& options);
/// The same of designs of which the first is the base. REQUIRES: there is one.
[[nodiscard]] Interval counted_window(const std::vector<world::Design>& designs, const Options& options);

/// A comparison that runs in the background. Worker threads take the next replication; in it the base runs
/// once and every alternative after it on the same key. Figures are kept by replication and reduced in that
/// order, so that the result's bytes do not depend on the number of threads.
///
/// Thread rule: every member but the destructor may be called from any thread.
class Comparison {
 public:
  /// Starts the workers. Copies the designs. Throws std::invalid_argument where objections() are not empty.
  Comparison(world::Design base, std::vector<world::Design> alternatives, Options options,
             const Hooks& hooks = {}, Replicator replicator = the_model(),
             std::vector<measures::Measure> catalogue = measures::catalogue());
  /// Cancels and waits for the replications under way.
  ~Comparison();
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;

  [[nodiscard]] Progress progress() const;
  /// No worker is left: all done, cancelled or failed.
  [[nodiscard]] bool finished() const;
  /// Begins no further replication; what is under way is finished and kept. Does not wait.
  void cancel();

  /// The result over the replications finished so far, without gaps from the first: a snapshot of n
  /// replications is the result of a comparison of n. Costs O(replications x alternatives x measures), some
  /// milliseconds for 200 x 1 x 100: ask when progress() has moved. Throws ReplicationFailure if one has
  /// failed.
  [[nodiscard]] CompareResult snapshot() const;
  /// Waits until finished, then as snapshot().
  [[nodiscard]] CompareResult wait();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

/// Compares and blocks. Throws as Comparison and snapshot() do.
[[nodiscard]] CompareResult compare(const world::Design& base, const std::vector<world::Design>& alternatives,
                                    const Options& options, const Hooks& hooks = {},
                                    const Replicator& replicator = the_model(),
                                    const std::vector<measures::Measure>& catalogue = measures::catalogue());

}  // namespace lscb::experiment
