// Spells that still run at the window's end, which the headline cannot see: judged as if they ended there.
//
// What is known at that moment alone decides: calls and assessments that come later do not exist yet, and an
// assessment under way has found nothing. Then the clauses of classification.h apply as they stand, with two
// readings of their own:
//
// - *Too early to say* (`censored`): the limit of an opportunity is not out, or an assessment that answers
//   none is under way and within the limit of a call made when first it was open at the spell's level, or of
//   a call that came during it.
// - A CAF that was begun in time and has stood for less than six months may yet resolve the spell: it counts
//   as resolving it, since it would if need fell now.
//
// Three traces of what comes later are in it, none of them large: an initial assessment is dated from its
// referral, so that one opened after the window on a call before its end is under way; an assessment that was
// dropped or overtaken is under way until its limit; and a call's route is the one it took in the end.
//
// So a running spell is missed exactly as it would be if need fell at that minute and nobody did anything
// more. It is the child's *last* spell: one whose need has fallen, if only for a gap that will be bridged,
// does not run.
#pragma once

#include <optional>
#include <vector>

#include "measures/classification.h"

namespace lscb::measures {

/// Reuse one object for many children: it keeps its memory.
class RunningJudge {
 public:
  /// `at`: the end of the window; its last minute is the one before.
  explicit RunningJudge(Instant at, AssessmentRules rules = {}) : at_(at), rules_(rules) {}

  /// None where the child is not in need at the window's end, or has left. O(spells x entries).
  [[nodiscard]] std::optional<JudgedSpell> judge(const ChildHistory& history);

 private:
  [[nodiscard]] ChildHistory as_known(const ChildHistory& history);
  [[nodiscard]] bool may_yet_be_found(const ChildHistory& known, const Spell& spell) const;

  Instant at_;
  AssessmentRules rules_;
  std::vector<AssessmentPoint> assessments_;
  std::vector<Spell> spells_;
  std::vector<Opportunity> opportunities_;
};

}  // namespace lscb::measures
