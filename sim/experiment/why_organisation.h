// Why children were missed: what each group of the organisation's workings took away, by running the whole
// world again with that group at its reference.
//
// A but-for effect: with the group restored and all else as it was, so many fewer children are missed, net.
// The effects need not add up, to the whole or to anything: two groups may each suffice, or each be needed.
//
// Beside it, from the same replications, what shares of the missed rest on each group with the rest of the
// load held as it was recorded (fixed_load.h), and how far that is from the whole world's runs.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/basis.h"
#include "experiment/decision_table.h"
#include "experiment/estimate.h"
#include "experiment/fixed_load.h"
#include "experiment/options.h"
#include "experiment/recorder.h"
#include "experiment/restored.h"
#include "experiment/run.h"
#include "world/design.h"

namespace lscb::experiment {

/// The headline and its two parts, in this order wherever there is one figure of each.
inline constexpr std::array<std::string_view, 3> missed_ids{headline_id, "missed_though_told_children",
                                                            "never_told_children"};
using OfMissed = std::array<Estimate, missed_ids.size()>;

struct ButFor {
  Group group{};
  bool at_reference = false;  ///< nothing to restore: the difference is 0 without being run
  OfMissed difference;        ///< restored less as it was, paired: below 0, fewer missed
  OfMissed beyond_first;      ///< that, less the first scenario's; paired; empty for the first
};

struct OrganisationOfDesign {
  std::string scenario;
  std::string title;
  OfMissed missed;  ///< as it was, children a year; each interval by itself
  std::array<ButFor, group_count> groups;
  FixedLoad fixed_load;
};

/// The confidence is, of the missed, each interval's; of differences, that of a figure's seven together
/// (Bonferroni).
struct WhyOrganisation : Basis {
  int sample = 0;                               ///< children asked for in all, of each design
  std::vector<OrganisationOfDesign> designs{};  ///< as given
  /// What `why` says of the same designs, with intervals at its level; never to be mixed with the above.
  std::vector<WhyOfDesign> in_the_decision{};
};

/// Missed children who are looked at one by one, in all replications of a design.
inline constexpr int usual_sample = 2000;
/// Of each replication, so that all of those asked for together have `sample` children or more.
[[nodiscard]] std::size_t sample_of_each(int sample, int replications);

/// In how many replications at the most, evenly spread, the whole area is also run with all groups restored:
/// a check, not a figure that more of them would make more useful.
inline constexpr int checked_replications = 40;

/// Runs one or two designs, and each with one group restored, on shared keys, and plays a sample of the
/// families of the missed again. All count what `why` counts of the same designs. Memory: a recording a
/// thread. Blocks. Throws as run(). REQUIRES: sample >= 1.
[[nodiscard]] WhyOrganisation why_organisation(const std::vector<world::Design>& designs,
                                               const Options& options, int sample = usual_sample,
                                               const Hooks& hooks = {},
                                               const Recorder& recorder = the_recorder());

}  // namespace lscb::experiment
