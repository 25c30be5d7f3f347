// The branches of the pathway: every turn that a family's course can take.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lscb::trace {

enum class Branch : std::uint8_t {
  call_made,
  call_withheld,
  call_given_up,
  prebirth_contact,
  vague_report,
  existing_case,
  existing_case_enquiry,
  existing_case_core,
  emergency,
  police_protection,
  screened_no_further_action,
  screened_advice,
  screened_caf,
  screened_referral,
  screened_strategy,
  chronology_read,
  chronology_skipped,
  checks_made,
  checks_skipped,
  account_tested,
  account_accepted,
  adult_found,
  earlier_file_requested,
  earlier_file_received,
  earlier_file_never_came,
  referral_no_further_action,
  referral_advice,
  referral_caf,
  referral_assessment,
  referral_strategy,
  initial_closed,
  initial_caf,
  initial_child_in_need,
  initial_core,
  initial_strategy,
  core_closed,
  core_caf,
  core_child_in_need,
  core_strategy,
  enquiry_closed,
  enquiry_caf,
  enquiry_child_in_need,
  enquiry_conference,
  enquiry_accommodation,
  single_assessment,
  conference_protection,
  conference_child_in_need,
  protection_review_carried_on,
  protection_review_stepped_down,
  proceedings,
  child_in_need_review_carried_on,
  child_in_need_review_closed,
  child_in_need_review_enquiry,
  looked_after_review_carried_on,
  reunification,
  aged_out,
  caf_refused,
  caf_begun,
  caf_waited,
  caf_carried_on,
  caf_closed,
  caf_stepped_up,
  caf_drifted_closed,
  adult_removal_sought,
  adult_removed,
  challenged,
  challenge_reopened,
  audited,
  audit_reopened,
  case_waited,
  reviewed_on_paper,
  handover,
  dropped_at_handover,
  visit_missed,
  realised_harm,
  file_unread,
  supervision_missed,
  unit_formed,
  consultant_not_appointed,
  unit_meeting_missed,
  unit_dissolved,
  family_tree_drawn,
  adult_named,
  vague_report_clarified,
  adult_removal_waited,
  caf_second_reading,
  caf_reading_reversed,
  caf_supervised,
  lead_challenged,
  call_misrouted,
  call_lost,
  count
};

inline constexpr std::size_t branch_count = static_cast<std::size_t>(Branch::count);

struct BranchInfo {
  const char* id;
  const char* when_zero;  ///< why the branch can be empty in a base run; nullptr: it should not be
  const char* words;      ///< what a family's chronology says of it; "" where another step says it
};
[[nodiscard]] const BranchInfo& info(Branch branch);

}  // namespace lscb::trace
