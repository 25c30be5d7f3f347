// Parameters for the tests of the door: round figures in the range of the shipped ones, and any evidence at
// all.
#pragma once

#include "door/screening.h"
#include "support/property.h"

namespace lscb::door {

inline Parameters example() {
  Parameters p;
  p.threshold_advice = 0.5;
  p.threshold_caf = 1.0;
  p.threshold_referral = 2.0;
  p.threshold_assessment = 1.75;
  p.threshold_section47 = 4.0;
  p.threshold_emergency = 4.5;
  p.police_protection_share = 0.25;
  p.weight_history = 0.75;
  p.history_saturation = 4.0;
  p.weight_adult_record = 1.5;
  p.weight_account = 0.5;
  p.discount_engagement = 0.5;
  p.weight_norm = 0.25;
  p.norm_memory_contacts = 50.0;
  p.norm_reference = 2.0;
  p.weight_backlog = 0.125;
  p.backlog_ceiling = 0.5;
  p.weight_anchor = 0.25;
  p.decision_noise = 0.5;
  p.decision_noise_inexperienced = 0.25;
  p.credibility_relative = 0.75;
  p.credibility_anonymous = 0.5;
  p.credibility_self = 0.7;
  p.challenge_share = 0.06;
  p.challenge_days = 5.0;
  p.audit_share = 0.03;
  p.weight_vague_entry = 1.0;
  p.training_norm_return = 0.5;
  p.steering_tolerance = 0.05;
  p.weight_clarity = 0.0;
  p.clarity_reach = 1.0;
  p.clarity_vague = 0.25;
  return p;
}

/// A number of quarters from `least` to `most`.
inline double some(int least, int most) {
  return *rc::gen::inRange(4 * least, 4 * most + 1) / 4.0;
}

inline Evidence some_evidence() {
  Evidence e;
  e.signal = some(-1, 5);
  e.referrer = static_cast<spec::Referrer>(*rc::gen::inRange(0, spec::referrer_count));
  e.chronology_read = *rc::gen::arbitrary<bool>();
  e.concerns_on_file = some(0, 12);
  e.in_view = *rc::gen::inRange(0, 5) / 4.0;
  e.adult_on_record = *rc::gen::arbitrary<bool>();
  e.account_tested = *rc::gen::arbitrary<bool>();
  e.account = some(0, 2);
  e.engages = *rc::gen::arbitrary<bool>();
  e.label = static_cast<record::Label>(*rc::gen::inRange(0, 5));
  return e;
}

inline Decider some_decider() {
  Decider who;
  who.noise = some(-3, 3);
  who.inexperience = *rc::gen::inRange(0, 5) / 4.0;
  who.yardstick = some(0, 4);
  who.backlog_weeks = some(0, 20);
  return who;
}

inline Policy some_policy() {
  Policy policy;
  policy.assessment_shift = some(-2, 2);
  policy.section47_shift = some(-2, 2);
  policy.caf_shift = some(-2, 2);
  policy.downgrade_anchor = some(0, 2);
  return policy;
}

inline double total(const Evidence& evidence, const Decider& decider = {}, const Policy& policy = {}) {
  return score(example(), evidence, decider, policy).total();
}

}  // namespace lscb::door
