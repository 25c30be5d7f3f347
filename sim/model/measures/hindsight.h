// Serious harm that was predictable, and what keeps it from being read as foresight: how many families the
// reference worker would have had assessed who come to no harm, and who was assessed, or was not, through
// nothing but the chance of who decided (sim/MODEL.md, "Predictable harm, and hindsight").
//
// A call is *flagged* where the reference worker would have had the family assessed on what was held or
// obtainable as it came (ContactPoint::flagged). Harm is *predictable* where a flagged call about the family,
// whichever child it named, came before it.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "measures/history.h"

namespace lscb::measures {

/// How long before a harm a call is recent, and how long after one a family is followed.
inline constexpr Minutes flag_year = days(365);

/// One serious harm in the window.
struct HarmCase {
  ChildId child;
  HouseholdId household;
  Instant at;
  Instant first_flag = Instant::never();  ///< the first flagged call about the family before it; never: none
  bool named = false;                     ///< one of these named the child
  bool recent = false;                    ///< one came within a year before
  bool only_of_harm = false;              ///< each told of an earlier harm
  bool in_service = false;                ///< as it came the child was under assessment or on a plan
  bool called_before = false;             ///< a call about the family, flagged or not, came before it
  /// Predictable, and it does not come where the family meets the reference worker from the first flag on.
  /// Only where that was replayed.
  bool averted = false;
  [[nodiscard]] bool predictable() const { return first_flag != Instant::never(); }
};

/// Of one replication. Families are counted once each, children too, however often it happened.
struct HindsightTally {
  std::vector<HarmCase> cases;  ///< by household, then as its children come and in order of time

  std::int64_t harms = 0;  ///< the cases, and of these:
  std::int64_t harms_in_service = 0;
  std::int64_t never_called = 0;  ///< no call about the family came before
  std::int64_t not_flagged = 0;   ///< calls came, and none of them was flagged
  std::int64_t predictable = 0;   ///< and of these:
  std::int64_t predictable_named = 0;
  std::int64_t predictable_recent = 0;
  std::int64_t predictable_only_of_harm = 0;
  std::int64_t predictable_in_service = 0;
  std::int64_t harmed_families = 0;
  std::int64_t predictable_families = 0;  ///< with a predictable harm

  // Only where each family with a predictable harm was replayed as the reference worker would have met it,
  // from the first flagged call on (world::Recording). Harm to its children in the window from then on,
  // expected harm in millionths of an event. That a harm came is known here: of a family that was flagged,
  // and that no harm came to, nothing is said.
  std::int64_t averted = 0;           ///< predictable harms that do not come
  std::int64_t averted_families = 0;  ///< with a predictable harm, and none of them comes
  std::int64_t astray_families = 0;  ///< with nothing changed, not the harms in the replay that were recorded
  std::int64_t since_flag_harms = 0;
  std::int64_t since_flag_harms_by_reference = 0;
  std::int64_t since_flag_expected = 0;
  std::int64_t since_flag_expected_averted = 0;

  // Families with a flagged call in the window that did not tell of a harm just come; harm is any serious
  // harm to a child of the family after the first such call, to the run's end. Each pair adds up.
  std::int64_t called = 0;  ///< families with any call in the window that did not tell of a harm just come
  std::int64_t flagged = 0;
  std::int64_t flagged_harmed = 0;
  std::int64_t flagged_unharmed = 0;
  /// Of these: from that call to the harm, or to the run's end, no assessment of the family was completed and
  /// no plan held.
  std::int64_t flagged_left = 0;
  std::int64_t flagged_left_unharmed = 0;
  /// Of the flagged: the run went on for a year after that call. Who leaves the area is followed until then.
  std::int64_t flagged_year = 0;
  std::int64_t flagged_year_unharmed = 0;  ///< and in that year no harm came

  // Children at need 2 or more, neither under assessment nor on a plan at or above it, as a call of the
  // window that named them came.
  std::int64_t taken_on_children = 0;  ///< for whom such a call led to an assessment, and of these:
  std::int64_t lucky_children = 0;     ///< through chance alone
  std::int64_t lucky_families = 0;
  std::int64_t turned_away_children = 0;             ///< for whom a decision ended such a call, and of these:
  std::int64_t unlucky_children = 0;                 ///< through chance alone, and of these:
  std::int64_t unlucky_assessed_never_children = 0;  ///< with no assessment completed after it
  std::int64_t unlucky_unheard_children = 0;  ///< all such calls would have been taken on to be decided again
  std::int64_t unlucky_families = 0;

  std::int64_t child_minutes = 0;  ///< as Totals::child_minutes
};

/// Reads the children of one family after the other. Keeps its memory between families.
class HindsightCounter {
 public:
  HindsightCounter(Interval counted, Interval run) : counted_(counted), run_(run) {}

  /// REQUIRES: a family's children come one after the other. The views are not kept.
  void add(const ChildHistory& child);
  [[nodiscard]] HindsightTally finish();

 private:
  struct FlaggedCall {
    Instant at;
    ChildId named;
    bool of_harm = false;
  };
  void add_luck(const ChildHistory& child);
  void end_family();
  void judge(HarmCase& harm) const;
  void count(const HarmCase& harm);
  void follow(Instant flag);
  [[nodiscard]] bool served(Interval stretch) const;

  Interval counted_;
  Interval run_;
  HindsightTally tally_;
  // The family that is being read.
  HouseholdId household_;
  bool lucky_ = false;
  bool unlucky_ = false;
  Instant first_call_ = Instant::never();  // of any kind
  bool called_ = false;                    // in the window, and not of a harm just come
  std::vector<FlaggedCall> flagged_;
  std::vector<HarmCase> harms_;     // in the window
  std::vector<Instant> all_harms_;  // in the run
  std::vector<Instant> assessed_;   // when assessments were completed
  std::vector<Interval> plans_;
};

}  // namespace lscb::measures
