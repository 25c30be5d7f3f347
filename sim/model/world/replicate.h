// One replication: a design and a key in, figures out. The only door from experiments into the model.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "measures/case_work.h"
#include "measures/catalogue.h"
#include "measures/financial_year.h"
#include "measures/hindsight.h"
#include "measures/quarterly.h"
#include "world/decision_log.h"
#include "world/design.h"
#include "world/missed_child.h"

namespace lscb::world {

/// How often a branch of the pathway was taken (lscb run --coverage).
struct BranchCount {
  const char* id = nullptr;
  const char* when_zero = nullptr;  ///< why a base run may never take it; nullptr: it should
  std::uint64_t taken = 0;
};

/// Work done by the simulator itself, by phase.
struct Effort {
  std::uint64_t events_run_in = 0;
  std::uint64_t events_window = 0;
  std::uint64_t events_run_on = 0;
};

struct Outcome {
  measures::Figures figures;  ///< by measures::catalogue()
  std::vector<BranchCount> branches;
  Effort effort;
  std::uint64_t fingerprint = 0;                 ///< hash over every integer state change, in order
  std::vector<measures::FinancialYear> years{};  ///< those that lie wholly in the counted window
  measures::Figures by_catchment{};              ///< as measures::catchment_figures, by the design's centres
  measures::Quarterly quarterly{};               ///< of the run from its beginning to the window's end
  measures::CaseWork case_work{};                ///< likewise
  std::optional<DecisionTally> decisions{};      ///< where they were asked for
  std::optional<measures::HindsightTally> hindsight{};  ///< likewise
  std::vector<MissedChild> missed{};                    ///< likewise; by household and position
};

/// The whole of a replication, from two years before the design's window until every spell can be judged.
[[nodiscard]] Interval run_of(const Design& design);

/// The same area, demand and parameters, figure by figure: the same families live under both.
[[nodiscard]] bool same_world(const Design& a, const Design& b);

/// Runs the replication named by `key` from two years before the design's window until every spell can be
/// judged. Figures count `counted` (inside the design's window): for a comparison it begins at the first
/// date on which any alternative differs. Pure: the same arguments give the same bytes on any thread.
/// REQUIRES: a design that scenario::check has passed.
[[nodiscard]] Outcome replicate(const Design& design, kernel::WorldKey key, Interval counted);

/// What came of several designs in one replication, in their order.
struct Together {
  std::vector<Outcome> outcomes;
  std::size_t playing = 0;  ///< which design is being played (the first, where several share a past)
};

/// What `replicate` gives for each of the designs, the same bytes, in less time: as far as their changes are
/// the same they are played once, and forked where they part. Memory: a world for each parting that is under
/// way. REQUIRES: as replicate, of each.
void replicate_together(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                        Together& out);

/// Likewise, and each outcome says what the decisions that missed a child rested on. About a tenth more time.
void replicate_with_decisions(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                              Together& out);

/// As replicate_together, and each outcome names whom it misses.
void replicate_naming_missed(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                             Together& out);

/// As replicate_together, and each outcome says what the reference worker would have made of the calls, and
/// luck of the decisions.
void replicate_with_reference(const std::vector<Design>& designs, kernel::WorldKey key, Interval counted,
                              Together& out);

}  // namespace lscb::world
