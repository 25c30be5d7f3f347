// Sums over the children of a replication, inside the counted window, before they are made into figures.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"
#include "measures/age_band.h"
#include "measures/classification.h"
#include "measures/history.h"
#include "measures/opportunity.h"

namespace lscb::measures {

/// Children, each once a calendar year, by age.
struct ChildYears {
  ByAge<std::int64_t> by_age{};
  [[nodiscard]] std::int64_t total() const {
    std::int64_t sum = 0;
    for (const std::int64_t n : by_age) sum += n;
    return sum;
  }
};

/// Of the children who live in one centre's catchment. The missed ones add up to `Totals::missed` and its
/// parts.
struct CatchmentCount {
  std::int64_t missed = 0;
  std::int64_t missed_though_told = 0;
  std::int64_t never_told = 0;
  std::int64_t child_minutes = 0;  ///< lived there in the window by born children under eighteen
};

/// Children in need at the window's end, by what their spell would be if it ended there (running.h).
struct RunningChildren {
  std::int64_t missed_though_told = 0;
  std::int64_t never_told = 0;
  std::int64_t protection_missed = 0;
  std::int64_t help_missed = 0;
  std::int64_t undecided = 0;  ///< too early to say: a limit not out, or under 20 working days so far
  [[nodiscard]] std::int64_t missed() const { return missed_though_told + never_told; }
};

struct Totals {
  // A child with several missed spells that end in one calendar year counts once: as missed though told if
  // any was, else as never told; at the highest level of them; at the age of the first. So the two parts, the
  // two levels and the age bands each add up to `missed`.
  ChildYears missed;
  ChildYears missed_though_told;
  ChildYears never_told;
  ChildYears protection_missed;
  ChildYears help_missed;
  ChildYears late;  ///< recognised late; a child may be missed and late in one year
  RunningChildren running;
  std::vector<CatchmentCount> catchments;  ///< by place in the area's list; empty where nobody asked
  std::int64_t child_minutes = 0;          ///< as CatchmentCount, of the whole area

  /// Contacts made in the window that were an opportunity of at least one child and unmet for it, each once:
  /// by the kind for the first of its children, in order of counting.
  std::array<std::int64_t, unmet_count> missed_opportunities{};

  std::array<std::int64_t, state_count> spells{};  ///< ended in the window; censored ones: overlap it
  std::int64_t spells_in_window = 0;               ///< overlap the window, whenever they end
  std::int64_t spells_begun_before = 0;            ///< ended in the window, begun before it

  std::int64_t need_minutes = 0;         ///< at need 2 or more
  std::int64_t unprotected_minutes = 0;  ///< of these: no plan at or above the child's need
  double expected_harm = 0.0;            ///< events
  std::int64_t harm_events = 0;

  std::int64_t first_assessed = 0;         ///< children whose first assessment of the run began in the window
  std::int64_t contacts_before_first = 0;  ///< theirs until then, with the one it answered
  std::int64_t first_assessed_after_eight = 0;  ///< of these children: eight contacts or more
  std::int64_t eight_and_none = 0;  ///< children whose eighth contact came in the window, still unassessed

  std::int64_t caf_need_minutes = 0;  ///< with a CAF and at need 2 or more
  std::int64_t caf_step_ups =
      0;  ///< children whose CAF was first stepped up in the window, at need 2 or more
  std::int64_t caf_step_up_minutes = 0;  ///< theirs, since they were in need 2 or more and had the CAF
};

inline constexpr std::size_t many_contacts = 8;

/// How the child that `judge` has judged was missed in the window, though told if any of its missed spells
/// that ended there was; none: it was not. So it is one of those whom `Totals::missed` counts, each once a
/// year.
[[nodiscard]] std::optional<State> missed_in(const Judge& judge, Interval counted);

/// Adds the spells that `judge` has judged of this child.
void add_spells(const ChildHistory& history, const Judge& judge, Interval counted, Totals& totals);
/// Adds the time that the child lived in the area, from its birth on.
void add_presence(const ChildHistory& history, Interval counted, Totals& totals);
/// Adds the spell that runs at the window's end.
void add_running(const JudgedSpell& spell, Totals& totals);
/// Adds the child's time in need.
void add_need(const ChildHistory& history, Interval counted, Totals& totals);
/// Adds expected and realised harm.
void add_harm(const ChildHistory& history, Interval counted, Totals& totals);
/// Adds the child's way to a first assessment.
void add_first_assessment(const ChildHistory& history, Interval counted, Totals& totals);
/// Adds the child's time in need with a CAF, and until the CAF was stepped up.
void add_early_help(const ChildHistory& history, Interval counted, Totals& totals);

}  // namespace lscb::measures
