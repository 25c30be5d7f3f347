// Shares of the missed children of an area that rest on each group of the organisation's workings: families
// played again alone, the rest of the organisation's load held as it was recorded.
//
// Families of a random sample of the missed children are played again under every subset of the groups that
// take something away, and each child's game is solved exactly (missed_game.h). An area is summed over
// replications by the ratio estimator, each replication's sample standing for all whom it missed. That the
// load is held is an approximation: the same children are looked up in the whole area's run with that group
// alone restored, and the difference is its error.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "experiment/estimate.h"
#include "experiment/recorder.h"
#include "experiment/restored.h"
#include "experiment/restorings.h"
#include "kernel/cause.h"

namespace lscb::experiment {

/// What stays of a design's replication: whole numbers, of the sampled children.
struct FixedLoadTally {
  struct OfGroup {
    std::int64_t but_for = 0;
    std::int64_t sufficient_alone = 0;
    std::int64_t orders = 0;  ///< Shapley shares, over players!
    // In the whole area's run with this group restored:
    std::int64_t again_not_missed = 0;  ///< of the sample
    std::int64_t neither = 0;           ///< of the sample, missed neither in that run nor in the replay
    std::int64_t no_longer = 0;         ///< of all whom the replication missed: not missed
    std::int64_t newly = 0;             ///< missed, whom the replication did not miss
  };
  std::int64_t missed = 0;  ///< children whom the replication missed, each once; sampled or not
  std::int64_t sampled = 0;
  std::int64_t beyond = 0;                   ///< missed even with all restored
  std::int64_t beyond_told = 0;              ///< of these, as the design was, missed though told
  std::optional<std::int64_t> beyond_again;  ///< missed in the whole area's run with all restored, if run
  std::int64_t replays = 0;                  ///< of a family, under one subset
  std::int64_t astray = 0;  ///< families whose replay with nothing restored missed others than the record
  std::array<OfGroup, group_count> groups{};  ///< by Group
};

/// One design's sample in one replication.
class FixedLoadSample {
 public:
  /// Plays each sampled child's household once under each subset. Keeps nothing of the recording.
  FixedLoadSample(const Recorded& recorded, const Restorings& restorings, kernel::WorldKey key,
                  std::size_t size);

  /// The same children in the whole area's run with that group alone restored; once for each player.
  void set_against(Group group, const std::vector<world::MissedChild>& missed_again);
  /// Likewise in the whole area's run with all restored; once, where it is run.
  void set_against_all(const std::vector<world::MissedChild>& missed_again);

  [[nodiscard]] const FixedLoadTally& tally() const { return tally_; }

 private:
  struct Child {
    kernel::Cause cause;
    std::array<bool, group_count> but_for{};  // by Group
  };
  void add(const world::MissedChild& child, const Restorings& restorings,
           const std::vector<std::uint8_t>& missed_bits);

  FixedLoadTally tally_;
  std::vector<Child> children_;
  std::vector<std::uint64_t> missed_;  // causes of all whom the replication missed, in order
};

/// A part of the missed children.
struct FixedLoadPart {
  Estimate share;         ///< of them, by the ratio estimator; empty where none was missed
  Estimate a_year;        ///< children a year
  Estimate beyond_first;  ///< of a_year, less the first scenario's, paired; empty for the first
};

struct FixedLoadGroup {
  Group group{};
  bool at_reference = false;  ///< nothing to restore: every part is 0
  // Where the sample has few (few_families), or all but few, of the first two, of `again` and of `beyond`,
  // their shares have the binomial's interval: nought of 2,000 is not nothing. No other figure has.
  FixedLoadPart but_for;
  FixedLoadPart sufficient_alone;
  FixedLoadPart shapley;
  // In the whole area's run with this group alone restored:
  Estimate again;      ///< share of the same children not missed there
  Estimate error;      ///< but_for.share less that
  Estimate agreement;  ///< of those not missed there, whom the replay does not miss either
  // Of all missed children, sampled or not, as shares of them:
  Estimate no_longer;  ///< not missed there
  Estimate newly;      ///< missed there alone
  Estimate net;        ///< the first less the second
  Estimate apart;      ///< but_for.share less `net`
};

struct FixedLoad {
  std::int64_t missed = 0;   ///< in all replications
  std::int64_t sampled = 0;  ///< of these
  std::int64_t replays = 0;
  std::int64_t astray = 0;  ///< must be 0: see FixedLoadTally
  std::size_t sets = 1;     ///< subsets under which each family was played
  /// Children a year who were missed, each once in the window and not once a calendar year.
  FixedLoadPart all;
  std::array<FixedLoadGroup, group_count> groups;
  FixedLoadPart beyond;   ///< missed even with all restored; with the shapley parts adds up to `all`
  Estimate beyond_told;   ///< share of the missed: of these, as the design was, missed though told
  int runs = 0;           ///< replications
  int runs_with_all = 0;  ///< of these, in which the whole area was also run with all restored
  std::int64_t sampled_with_all = 0;  ///< children of the sample in these
  Estimate beyond_there;              ///< beyond.share, of these alone
  Estimate beyond_again;              ///< share of the same children missed in the run with all restored
  Estimate beyond_error;              ///< beyond_there less that
};

/// By replication.
using FixedLoadTallies = std::vector<FixedLoadTally>;

/// Sums tallies of one design over replications. `first` are the first scenario's, or null for itself.
/// Intervals of a group's figures are at `together`'s level, the others at `single`'s.
[[nodiscard]] FixedLoad fixed_load(const FixedLoadTallies& tallies, const Restorings& restorings,
                                   const FixedLoadTallies* first, const Restorings* first_restorings,
                                   double years, StudentT& single, StudentT& together);

}  // namespace lscb::experiment
