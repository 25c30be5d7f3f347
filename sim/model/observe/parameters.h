#pragma once

#include "spec/parameter.h"

namespace lscb::observe {

/// How truth shows itself. Values and sources: scenarios/parameters/observe.toml.
struct Parameters {
  double notice_base = spec::unset;
  double notice_per_severity = spec::unset;
  double call_willingness = spec::unset;
  double giving_up_per_refusal = spec::unset;
  double delayed_share = spec::unset;
  double prompt_days = spec::unset;
  double delayed_days = spec::unset;
  double sibling_named = spec::unset;
  double vague_share = spec::unset;
  double vague_share_without_tie = spec::unset;
  double report_error = spec::unset;
  double vague_error = spec::unset;
  double checks_reveal_adult = spec::unset;
  double account_convinces = spec::unset;
  double engagement_share = spec::unset;
  double finding_error = spec::unset;
  double finding_error_unseen = spec::unset;
  double finding_error_chronology = spec::unset;
  double finding_error_checks = spec::unset;
  double finding_error_reflection = spec::unset;
  double finding_bias_unseen = spec::unset;
  double finding_bias_chronology = spec::unset;
  double adult_seen_gone = spec::unset;
  double adult_said_gone = spec::unset;
  double tree_names_adult = spec::unset;
  double caller_clarifies = spec::unset;
  double weight_repute = spec::unset;
  double repute_memory_calls = spec::unset;
  double repute_reference = spec::unset;
  double misrouted_share = spec::unset;
  double misrouted_days = spec::unset;
  double misrouted_lost = spec::unset;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("observe.notice_base", "share", self.notice_base);
    v("observe.notice_per_severity", "share per level", self.notice_per_severity);
    v("observe.call_willingness", "share", self.call_willingness);
    v("observe.giving_up_per_refusal", "share", self.giving_up_per_refusal);
    v("observe.delayed_share", "share", self.delayed_share);
    v("observe.prompt_days", "days", self.prompt_days);
    v("observe.delayed_days", "days", self.delayed_days);
    v("observe.sibling_named", "share", self.sibling_named);
    v("observe.vague_share", "share", self.vague_share);
    v("observe.vague_share_without_tie", "share", self.vague_share_without_tie);
    v("observe.report_error", "levels", self.report_error);
    v("observe.vague_error", "levels", self.vague_error);
    v("observe.checks_reveal_adult", "share", self.checks_reveal_adult);
    v("observe.account_convinces", "share", self.account_convinces);
    v("observe.engagement_share", "share", self.engagement_share);
    v("observe.finding_error", "levels", self.finding_error);
    v("observe.finding_error_unseen", "levels", self.finding_error_unseen);
    v("observe.finding_error_chronology", "levels", self.finding_error_chronology);
    v("observe.finding_error_checks", "levels", self.finding_error_checks);
    v("observe.finding_error_reflection", "levels", self.finding_error_reflection);
    v("observe.finding_bias_unseen", "levels", self.finding_bias_unseen);
    v("observe.finding_bias_chronology", "levels", self.finding_bias_chronology);
    v("observe.adult_seen_gone", "share", self.adult_seen_gone);
    v("observe.adult_said_gone", "share", self.adult_said_gone);
    v("observe.tree_names_adult", "share", self.tree_names_adult);
    v("observe.caller_clarifies", "share", self.caller_clarifies);
    v("observe.weight_repute", "share", self.weight_repute);
    v("observe.repute_memory_calls", "calls", self.repute_memory_calls);
    v("observe.repute_reference", "share", self.repute_reference);
    v("observe.misrouted_share", "share", self.misrouted_share);
    v("observe.misrouted_days", "days", self.misrouted_days);
    v("observe.misrouted_lost", "share", self.misrouted_lost);
  }
};

}  // namespace lscb::observe
