#pragma once

#include "spec/parameter.h"

namespace lscb::door {

/// How contacts are decided. Scores are in levels of need. Values and sources:
/// scenarios/parameters/door.toml.
struct Parameters {
  double threshold_advice = spec::unset;
  double threshold_caf = spec::unset;
  double threshold_referral = spec::unset;
  double threshold_assessment = spec::unset;
  double threshold_section47 = spec::unset;
  double threshold_emergency = spec::unset;
  double police_protection_share = spec::unset;
  double weight_history = spec::unset;
  double history_saturation = spec::unset;
  double weight_adult_record = spec::unset;
  double weight_account = spec::unset;
  double discount_engagement = spec::unset;
  double weight_norm = spec::unset;
  double norm_memory_contacts = spec::unset;
  double norm_reference = spec::unset;
  double weight_backlog = spec::unset;
  double backlog_ceiling = spec::unset;
  double weight_anchor = spec::unset;
  double decision_noise = spec::unset;
  double decision_noise_inexperienced = spec::unset;
  double credibility_relative = spec::unset;
  double credibility_anonymous = spec::unset;
  double credibility_self = spec::unset;
  double challenge_share = spec::unset;
  double challenge_days = spec::unset;
  double audit_share = spec::unset;
  double weight_vague_entry = spec::unset;
  double training_norm_return = spec::unset;
  double steering_tolerance = spec::unset;
  double weight_clarity = spec::unset;
  double clarity_reach = spec::unset;
  double clarity_vague = spec::unset;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("door.threshold_advice", "levels", self.threshold_advice);
    v("door.threshold_caf", "levels", self.threshold_caf);
    v("door.threshold_referral", "levels", self.threshold_referral);
    v("door.threshold_assessment", "levels", self.threshold_assessment);
    v("door.threshold_section47", "levels", self.threshold_section47);
    v("door.threshold_emergency", "levels", self.threshold_emergency);
    v("door.police_protection_share", "share", self.police_protection_share);
    v("door.weight_history", "levels", self.weight_history);
    v("door.history_saturation", "levels", self.history_saturation);
    v("door.weight_adult_record", "levels", self.weight_adult_record);
    v("door.weight_account", "levels", self.weight_account);
    v("door.discount_engagement", "levels", self.discount_engagement);
    v("door.weight_norm", "share", self.weight_norm);
    v("door.norm_memory_contacts", "referrals", self.norm_memory_contacts);
    v("door.norm_reference", "levels", self.norm_reference);
    v("door.weight_backlog", "levels per week", self.weight_backlog);
    v("door.backlog_ceiling", "levels", self.backlog_ceiling);
    v("door.weight_anchor", "levels", self.weight_anchor);
    v("door.decision_noise", "levels", self.decision_noise);
    v("door.decision_noise_inexperienced", "levels", self.decision_noise_inexperienced);
    v("door.credibility_relative", "share", self.credibility_relative);
    v("door.credibility_anonymous", "share", self.credibility_anonymous);
    v("door.credibility_self", "share", self.credibility_self);
    v("door.challenge_share", "share", self.challenge_share);
    v("door.challenge_days", "days", self.challenge_days);
    v("door.audit_share", "share a month", self.audit_share);
    v("door.weight_vague_entry", "share", self.weight_vague_entry);
    v("door.training_norm_return", "share", self.training_norm_return);
    v("door.steering_tolerance", "share", self.steering_tolerance);
    v("door.weight_clarity", "share", self.weight_clarity);
    v("door.clarity_reach", "levels", self.clarity_reach);
    v("door.clarity_vague", "share", self.clarity_vague);
  }
};

}  // namespace lscb::door
