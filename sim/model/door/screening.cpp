#include "door/screening.h"

#include <algorithm>
#include <cmath>

#include "base/numeric.h"

namespace lscb::door {

using record::Label;
using spec::Referrer;

double credibility(const Parameters& p, Referrer referrer) {
  switch (referrer) {
    case Referrer::relative:
      return p.credibility_relative;
    case Referrer::anonymous:
      return p.credibility_anonymous;
    case Referrer::self:
      return p.credibility_self;
    default:
      return 1.0;
  }
}

Thresholds in_force(const Parameters& p, const Policy& policy) {
  return {p.threshold_advice, p.threshold_caf + policy.caf_shift,
          p.threshold_referral + policy.assessment_shift, p.threshold_assessment + policy.assessment_shift,
          p.threshold_section47 + policy.section47_shift};
}

Score score(const Parameters& p, const Evidence& e, const Decider& who, const Policy& policy) {
  Score s;
  s.report = credibility(p, e.referrer) * e.signal;
  const double known = e.chronology_read ? 1.0 : e.in_view;
  s.history = p.weight_history * known * (1.0 - numeric::exp(-e.concerns_on_file / p.history_saturation));
  if (e.adult_on_record) s.checks = p.weight_adult_record;
  if (!e.account_tested) s.account = -p.weight_account * e.account;
  if (e.engages) s.engagement = -p.discount_engagement;
  s.norm = -p.weight_norm * (who.yardstick - p.norm_reference);
  s.backlog = -numeric::clamp(p.weight_backlog * (who.backlog_weeks - 1.0), 0.0, p.backlog_ceiling);
  // Anchoring pulls down only: a family once labelled lower is read again in that light.
  if (e.label == Label::no_further_action || e.label == Label::caf) {
    s.anchor = -(p.weight_anchor + policy.downgrade_anchor);
  }
  s.noise = who.noise * (p.decision_noise + who.inexperience * p.decision_noise_inexperienced);
  const double evidence = s.report + s.history + s.checks + s.account + s.engagement;
  const double room = 1.0 - p.weight_clarity * clarity(p, evidence, e.specific, policy);
  for (double* term : {&s.norm, &s.backlog, &s.anchor, &s.noise}) *term *= room;
  return s;
}

double clarity(const Parameters& p, double evidence_total, bool specific, const Policy& policy) {
  double nearest = p.clarity_reach;
  const Thresholds t = in_force(p, policy);
  for (const double threshold : {t.advice, t.caf, t.referral, t.assessment, t.section47}) {
    nearest = std::min(nearest, std::abs(evidence_total - threshold));
  }
  return nearest / p.clarity_reach * (specific ? 1.0 : p.clarity_vague);
}

bool accepted_as_referral(const Parameters& p, double total, const Policy& policy) {
  return total >= in_force(p, policy).referral;
}

Decision decide(const Parameters& p, double total, const Policy& policy) {
  return decide(in_force(p, policy), total);
}

Decision decide(const Thresholds& t, double total) {
  if (total >= t.section47) return Decision::strategy_discussion;
  if (total >= t.assessment) return Decision::assessment;
  if (total >= t.caf) return Decision::caf;
  if (total >= t.advice) return Decision::information_and_advice;
  return Decision::no_further_action;
}

Score reference_score(const Parameters& p, Evidence evidence) {
  evidence.chronology_read = true;
  evidence.account_tested = true;
  evidence.engages = false;
  evidence.label = Label::none;
  Decider reference;
  reference.yardstick = p.norm_reference;
  return score(p, evidence, reference, Policy{});
}

Decision reference_decision(const Parameters& p, Evidence evidence) {
  return decide(p, reference_score(p, evidence).total(), Policy{});
}

}  // namespace lscb::door
