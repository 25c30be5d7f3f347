#include "pathway/after_assessment.h"

#include "kernel/distributions.h"

namespace lscb::pathway {
namespace {

constexpr std::uint64_t judgement_kind = 3001;
constexpr std::uint64_t choice_kind = 3002;

// Judgement after an assessment scatters less than at the door: more is known.
constexpr double judgement_noise = 0.3;

double judged(int found, const Occasion& o) {
  kernel::Draws draws{o.world, o.work.child(judgement_kind)};
  return found + kernel::normal(draws, 0.0, judgement_noise);
}

bool chosen(double share, const Occasion& o, std::uint64_t index) {
  kernel::Draws draws{o.world, o.work.child(choice_kind, index)};
  return draws.uniform01() < share;
}

Next below_child_in_need(const Parameters& p, double need, const Occasion& o) {
  return need >= 0.5 && chosen(p.caf_step_down_share, o, 0) ? Next::caf : Next::close;
}

}  // namespace

Next after_initial_assessment(const Parameters& p, int found, const Pressure& policy, const Occasion& o) {
  const double need = judged(found, o);
  const bool grave = need >= 2.5 + policy.section47_shift;
  if (grave && chosen(p.section47_share, o, 2)) return Next::strategy_discussion;
  if (need >= 1.5 + policy.assessment_shift) {
    return grave || chosen(p.core_share, o, 1) ? Next::core_assessment : Next::child_in_need;
  }
  return below_child_in_need(p, need, o);
}

Next after_core_assessment(const Parameters& p, int found, const Pressure& policy, const Occasion& o) {
  const double need = judged(found, o);
  if (need >= 2.5 + policy.section47_shift && chosen(p.section47_share, o, 2))
    return Next::strategy_discussion;
  if (need >= 1.5 + policy.assessment_shift) return Next::child_in_need;
  return below_child_in_need(p, need, o);
}

Next after_section47(const Parameters& p, int found, const Pressure& policy, const Occasion& o) {
  const double need = judged(found, o);
  if (need >= 2.5 + policy.section47_shift) {
    if (chosen(p.accommodation_share, o, 3)) return Next::accommodation;
    if (chosen(p.conference_share, o, 4)) return Next::conference;
    return Next::child_in_need;
  }
  if (need >= 1.5) return Next::child_in_need;
  return below_child_in_need(p, need, o);
}

Next after_conference(const Parameters& p, int found, const Occasion& o) {
  const double need = judged(found, o);
  if (need >= 2.5) return chosen(p.plan_share, o, 5) ? Next::protection : Next::child_in_need;
  if (need >= 1.5) return Next::child_in_need;
  return below_child_in_need(p, need, o);
}

Next after_protection_review(const Parameters& p, int found, Minutes held, const Occasion& o,
                             bool measurable) {
  if (!measurable) {
    return found < 3 && chosen(p.drift_close_share, o, 9) ? Next::child_in_need : Next::carry_on;
  }
  if (found >= 3) {
    return held > days(150) && chosen(p.proceedings_share, o, 6) ? Next::proceedings : Next::carry_on;
  }
  // A plan is not ended on one good report; the lower the need found, the more readily.
  const double share = found <= 1 ? 3.0 * p.step_down_share : p.step_down_share;
  return chosen(share, o, 9) ? Next::child_in_need : Next::carry_on;
}

Next after_child_in_need_review(const Parameters& p, int found, const Pressure& policy, const Occasion& o,
                                bool measurable) {
  const double need = judged(found, o);
  if (need >= 2.5 + policy.section47_shift && chosen(p.section47_share, o, 2))
    return Next::strategy_discussion;
  if (!measurable) {
    return chosen(p.drift_close_share, o, 8) ? below_child_in_need(p, need, o) : Next::carry_on;
  }
  if (need >= 1.5) return Next::carry_on;
  return below_child_in_need(p, need, o);
}

Next after_looked_after_review(const Parameters& p, int found, Minutes held, const Occasion& o) {
  return found <= 1 && held > days(60) && chosen(p.reunification_share, o, 7) ? Next::reunification
                                                                              : Next::carry_on;
}

Next after_caf_review(const Parameters& p, int found, bool measurable, bool engages, const Pressure& policy,
                      const Occasion& o, bool supervised) {
  double need = judged(found, o);
  if (engages && !measurable) {
    const double challenged = supervised ? p.supervision_challenge : 0.0;
    need -= p.caf_engaged_step_up_discount * (1.0 - challenged);
  }
  if (need >= 1.5 + policy.assessment_shift)
    return Next::strategy_discussion;  // stepped up: the door decides how
  if (measurable && need < 0.5) return Next::close;
  // Without measurable outcomes a plan ends when people tire of it, not when it has worked.
  return !measurable && chosen(p.drift_close_share, o, 8) ? Next::close : Next::carry_on;
}

}  // namespace lscb::pathway
