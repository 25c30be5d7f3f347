// Parameters for the tests of observation: figures in the range of the shipped ones.
#pragma once

#include "observe/notice.h"
#include "observe/parameters.h"

namespace lscb::observe {

inline Parameters example() {
  Parameters p;
  p.notice_base = 0.2;
  p.notice_per_severity = 0.15;
  p.call_willingness = 0.85;
  p.giving_up_per_refusal = 0.2;
  p.delayed_share = 0.3;
  p.prompt_days = 1.0;
  p.delayed_days = 14.0;
  p.sibling_named = 0.75;
  p.vague_share = 0.3;
  p.vague_share_without_tie = 0.6;
  p.report_error = 0.7;
  p.vague_error = 1.0;
  p.checks_reveal_adult = 0.7;
  p.account_convinces = 0.4;
  p.engagement_share = 0.6;
  p.finding_error = 0.35;
  p.finding_error_unseen = 0.25;
  p.finding_error_chronology = 0.15;
  p.finding_error_checks = 0.1;
  p.finding_error_reflection = 0.1;
  p.finding_bias_unseen = 0.3;
  p.finding_bias_chronology = 0.2;
  p.adult_seen_gone = 0.8;
  p.adult_said_gone = 0.1;
  p.tree_names_adult = 0.3;
  p.caller_clarifies = 0.5;
  p.weight_repute = 0.5;
  p.repute_memory_calls = 50.0;
  p.repute_reference = 0.5;
  p.misrouted_share = 0.4;
  p.misrouted_days = 4.0;
  p.misrouted_lost = 0.25;
  return p;
}

/// A mix of referral sources that sums to 1, every source in it.
inline spec::ByReferrer<double> mix() {
  return {0.3, 0.15, 0.15, 0.05, 0.15, 0.08, 0.05, 0.07};
}

inline kernel::Cause cause(std::uint64_t number) {
  return kernel::Cause::root().child(1, number);
}

}  // namespace lscb::observe
