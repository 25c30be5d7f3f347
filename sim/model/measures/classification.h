// What became of each spell: exactly one state, the first that applies (MODEL, What is counted).
//
// The page's clauses leave cases open. They are settled so that a spell's being missed depends on what was
// found and done, and never on how few called: `missed though told` and `never told` are what is left when
// nothing found the need and no CAF resolved it, and taking a call away can only take a finding or a CAF
// with it. So:
//
// - `censored`: the end is not known, or the limit of an opportunity lies beyond the run's end.
// - `too short`: fewer than 20 working days, the day of the start not counted, that of the end counted.
// - The *need is known without a call* if an assessment completed inside the spell found at least the
//   spell's level; or one that answers no opportunity of the spell was open while need was at that level,
//   and would have met a call made when first both were so; or a plan that covers the level stood while
//   need was at it, and stood for 20 working days of the spell or to its end. A plan or finding that fits
//   only the lower need of an earlier moment does not count: a child on a child-in-need plan who comes to
//   significant harm unseen is missed. With no opportunity this is `already in service`.
// - `recognised at the first opportunity`: the first contact that is an opportunity is met. It is met
//   rightly too where need fell before a timely assessment that found so: the child was assessed.
// - `recognised late`: the first opportunity is unmet, and then a later one is met; or an assessment
//   completed inside the spell finds need 2 or more and at least the child's, taken at its least since the
//   first opportunity; or the need comes to be known without a call by an assessment or a plan begun after
//   it.
// - `resolved by CAF`: the spell's level is 2, a CAF begins on or after an opportunity and no later than
//   30 working days after, need falls below 2 (and stays so, as the end of a spell means) within 6 months
//   of the CAF's start, and the CAF has not been closed before. A CAF that drifts is none.
// - The need was known without a call before the first opportunity, and the opportunities came to nothing:
//   the child had had its assessment, so `already in service`; the opportunities are counted as missed all
//   the same.
// - What is left is missed. It is `missed though told` if there was an opportunity, or a call during an
//   assessment that then found less than the need or overran; else `never told`: no call, or only calls
//   that a plan or the assessment then open answered at the need they were about, before need rose unseen.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/statutory_limits.h"
#include "base/time.h"
#include "measures/history.h"
#include "measures/opportunity.h"
#include "measures/spell.h"

namespace lscb::measures {

enum class State : std::uint8_t {
  censored,
  too_short,
  already_in_service,
  recognised_first,
  recognised_late,
  resolved_by_caf,
  missed_though_told,
  never_told,
};
inline constexpr int state_count = 8;
[[nodiscard]] const char* id(State state);     ///< e.g. "missed_though_told"
[[nodiscard]] const char* words(State state);  ///< in plain words

[[nodiscard]] constexpr bool is_missed(State state) {
  return state == State::missed_though_told || state == State::never_told;
}

inline constexpr int shortest_spell_working_days = 20;
inline constexpr int plan_stands_working_days = 20;
inline constexpr int caf_begins_within_working_days = 30;
inline constexpr int caf_resolves_within_months = 6;

/// `opportunities` are all those of the spell, in order of contact. O(entries of the history). Pure.
[[nodiscard]] State classify(const ChildHistory& history, const Spell& spell,
                             std::span<const Opportunity> opportunities, const AssessmentRules& rules);

struct JudgedSpell {
  Spell spell;
  State state = State::censored;
  /// When the child's age is taken: the first opportunity, or the spell's start where there was none.
  Instant age_at;
};

/// Spells and opportunities of one child, all judged. Reuse one object for many children: it keeps its
/// memory.
class Judge {
 public:
  explicit Judge(Instant run_end, AssessmentRules rules = {}) : run_end_(run_end), rules_(rules) {}

  /// Replaces what was judged before. O(spells x entries).
  void judge(const ChildHistory& history);

  [[nodiscard]] const std::vector<JudgedSpell>& spells() const { return judged_; }
  /// Of all spells, in the order of the spells.
  [[nodiscard]] const std::vector<Opportunity>& opportunities() const { return opportunities_; }

 private:
  Instant run_end_;
  AssessmentRules rules_;
  std::vector<Spell> spells_;
  std::vector<JudgedSpell> judged_;
  std::vector<Opportunity> opportunities_;
};

}  // namespace lscb::measures
