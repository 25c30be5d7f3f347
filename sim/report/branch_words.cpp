#include "report/branch_words.h"

namespace lscb::report {

using trace::Branch;

const char* words(Branch branch) {
  switch (branch) {
    case Branch::existing_case:
      return "The case is open: its own worker judges what is told.";
    case Branch::existing_case_enquiry:
      return "They take it to a strategy discussion.";
    case Branch::existing_case_core:
      return "They open a core assessment of those who have no plan.";
    case Branch::emergency:
      return "It is a clear emergency: procedure is followed, no threshold is weighed.";
    case Branch::police_protection:
      return "Police protection.";
    case Branch::screened_no_further_action:
      return "Screened out: no further action.";
    case Branch::screened_advice:
      return "Screened out: information and advice.";
    case Branch::screened_caf:
      return "Screened: for CAF.";
    case Branch::screened_referral:
      return "Screened: accepted as a referral.";
    case Branch::screened_strategy:
      return "Screened: to a strategy discussion at once.";
    case Branch::chronology_read:
      return "The chronology is read.";
    case Branch::chronology_skipped:
      return "The chronology is not read.";
    case Branch::checks_made:
      return "Partner agencies are asked what they know.";
    case Branch::checks_skipped:
      return "Partner agencies are not asked.";
    case Branch::account_tested:
      return "The family is seen, and the parents' account tested.";
    case Branch::account_accepted:
      return "The family is not seen: the parents' account is taken as given.";
    case Branch::adult_found:
      return "Partner agencies' records bring out the dangerous adult.";
    case Branch::earlier_file_requested:
      return "The previous authority is asked for its file.";
    case Branch::earlier_file_received:
      return "The previous authority's file arrives.";
    case Branch::earlier_file_never_came:
      return "It never comes.";
    case Branch::referral_no_further_action:
      return "Decision on the referral: no further action.";
    case Branch::referral_advice:
      return "Decision on the referral: information and advice.";
    case Branch::referral_caf:
      return "Decision on the referral: CAF.";
    case Branch::referral_assessment:
      return "Decision on the referral: an assessment.";
    case Branch::referral_strategy:
      return "Decision on the referral: a strategy discussion.";
    case Branch::initial_closed:
      return "After the initial assessment the case is closed.";
    case Branch::initial_caf:
      return "After the initial assessment: CAF.";
    case Branch::initial_child_in_need:
      return "After the initial assessment: a child-in-need plan.";
    case Branch::initial_core:
      return "After the initial assessment: a core assessment.";
    case Branch::initial_strategy:
      return "After the initial assessment: a strategy discussion.";
    case Branch::core_closed:
      return "After the assessment the case is closed.";
    case Branch::core_caf:
      return "After the assessment: CAF.";
    case Branch::core_child_in_need:
      return "After the assessment: a child-in-need plan.";
    case Branch::core_strategy:
      return "After the assessment: a strategy discussion.";
    case Branch::enquiry_closed:
    case Branch::enquiry_caf:
    case Branch::enquiry_child_in_need:
      return "The section 47 enquiry does not confirm significant harm; its core assessment goes on.";
    case Branch::enquiry_conference:
      return "The section 47 enquiry confirms significant harm: a conference is called.";
    case Branch::enquiry_accommodation:
      return "The section 47 enquiry confirms significant harm: accommodation by agreement (section 20).";
    case Branch::single_assessment:
      return "The area makes single assessments.";
    case Branch::conference_protection:
      return "The conference decides on a child protection plan.";
    case Branch::conference_child_in_need:
      return "The conference decides on a child-in-need plan.";
    case Branch::protection_review_carried_on:
    case Branch::child_in_need_review_carried_on:
    case Branch::looked_after_review_carried_on:
      return "The review carries the plan on.";
    case Branch::protection_review_stepped_down:
      return "The review steps the protection plan down to child in need.";
    case Branch::proceedings:
      return "Care proceedings.";
    case Branch::child_in_need_review_closed:
      return "The review ends the child-in-need plan.";
    case Branch::child_in_need_review_enquiry:
      return "The review leads to a section 47 enquiry.";
    case Branch::reunification:
      return "A child goes home, on a child-in-need plan.";
    case Branch::aged_out:
      return "Leaves care at eighteen, or with the family's move.";
    case Branch::caf_refused:
      return "CAF is offered; the family does not consent.";
    case Branch::caf_waited:
      return "No family support worker is free: the CAF waits.";
    case Branch::caf_begun:
      return "The CAF begins: a team around the child is called.";
    case Branch::caf_carried_on:
      return "The CAF is carried on.";
    case Branch::caf_closed:
      return "The CAF is closed.";
    case Branch::caf_stepped_up:
      return "The review steps the CAF up: the lead professional goes to social care.";
    case Branch::caf_drifted_closed:
      return "The CAF, without outcomes that can be measured, is closed.";
    case Branch::adult_removal_sought:
      return "Orders against the dangerous adult are sought.";
    case Branch::adult_removed:
      return "Orders take effect: the dangerous adult must leave.";
    case Branch::adult_removal_waited:
      return "No partner agency has room to take the orders up yet.";
    case Branch::challenged:
      return "The agency comes back on the decision.";
    case Branch::lead_challenged:
      return "The lead professional, having seen the home, challenges the decision for CAF.";
    case Branch::challenge_reopened:
      return "The decision is reversed on the challenge.";
    case Branch::audited:
      return "The decision is drawn for audit.";
    case Branch::audit_reopened:
      return "The audit reverses the decision.";
    case Branch::reviewed_on_paper:
      return "Nobody holds the case: it is reviewed on paper.";
    case Branch::handover:
      return "The case changes hands, and a part of what was known is lost.";
    case Branch::dropped_at_handover:
      return "The newcomer, on what the note says, drops the assessment.";
    case Branch::visit_missed:
      return "A visit or review that was due has not taken place.";
    case Branch::file_unread:
      return "The newcomer has no time to read the file.";
    case Branch::family_tree_drawn:
      return "A family tree is drawn.";
    case Branch::adult_named:
      return "It names the dangerous adult, so that partner agencies can be asked about them.";
    case Branch::vague_report_clarified:
      return "The caller is asked what happened, and it is recorded in particulars.";
    case Branch::caf_second_reading:
      return "A second reader is asked before the decision for CAF takes effect.";
    case Branch::caf_reading_reversed:
      return "The second reader reverses the decision for CAF.";
    case Branch::caf_supervised:
      return "The centre's manager goes through the CAF with its worker.";
    case Branch::call_made:
    case Branch::call_withheld:
    case Branch::call_given_up:
    case Branch::call_misrouted:
    case Branch::call_lost:
    case Branch::prebirth_contact:
    case Branch::vague_report:
    case Branch::case_waited:
    case Branch::realised_harm:
    case Branch::supervision_missed:
    case Branch::unit_formed:
    case Branch::consultant_not_appointed:
    case Branch::unit_meeting_missed:
    case Branch::unit_dissolved:
    case Branch::count:
      break;
  }
  return "";
}

bool is_routine(Branch branch) {
  switch (branch) {
    case Branch::protection_review_carried_on:
    case Branch::child_in_need_review_carried_on:
    case Branch::looked_after_review_carried_on:
    case Branch::caf_carried_on:
      return true;
    default:
      return false;
  }
}

}  // namespace lscb::report
