#pragma once

#include "spec/parameter.h"

namespace lscb::pathway {

/// Work and rules of the statutory pathway and of CAF. Values and sources: scenarios/parameters/pathway.toml.
struct Parameters {
  // Hours of work; assessments and plans for the first child, each further child at `sibling_share`.
  double hours_screening = spec::unset;
  double hours_referral = spec::unset;
  double hours_initial_assessment = spec::unset;
  double hours_core_assessment = spec::unset;
  double hours_section47 = spec::unset;
  double hours_conference = spec::unset;
  double hours_review_conference = spec::unset;
  double hours_protection_plan_month = spec::unset;
  double hours_child_in_need_month = spec::unset;
  double hours_looked_after_month = spec::unset;
  double hours_caf_assessment = spec::unset;
  double hours_caf_month = spec::unset;
  double hours_reread = spec::unset;
  double hours_closure = spec::unset;
  double hours_challenge = spec::unset;
  double hours_supervision = spec::unset;  ///< a month, for the worker and for the manager
  double hours_supervision_case =
      spec::unset;                            ///< a month, the manager's for each case that the worker holds
  double hours_chairing = spec::unset;        ///< a conference
  double hours_unit_meeting = spec::unset;    ///< a week, for each member
  double administration_share = spec::unset;  ///< of core hours, what a coordinator can take off
  double supervision_lasts_weeks = spec::unset;  ///< until a worker is no longer supervised
  double unit_meeting_lasts_weeks = spec::unset;
  double sibling_share = spec::unset;
  double share_practitioner_referral = spec::unset;
  double share_practitioner_core = spec::unset;
  double share_practitioner_protection = spec::unset;
  double share_practitioner_child_in_need = spec::unset;
  double share_family_support_child_in_need = spec::unset;
  double share_practitioner_looked_after = spec::unset;

  // Time that passes besides work: replies, appointments, notice of meetings.
  double initial_fieldwork_days = spec::unset;
  double core_fieldwork_days = spec::unset;
  double conference_notice_days = spec::unset;
  double caf_first_meeting_days = spec::unset;
  double caf_review_weeks = spec::unset;
  double child_in_need_review_weeks = spec::unset;
  double earlier_file_days = spec::unset;
  double adult_removal_days = spec::unset;

  // Choices after findings.
  double core_share = spec::unset;
  double section47_share = spec::unset;
  double conference_share = spec::unset;
  double plan_share = spec::unset;
  double accommodation_share = spec::unset;
  double proceedings_share = spec::unset;
  double step_down_share = spec::unset;
  double reunification_share = spec::unset;
  double adult_removal_share = spec::unset;
  double caf_consent = spec::unset;
  double caf_step_down_share = spec::unset;
  double caf_measurable_share = spec::unset;
  double earlier_file_requested = spec::unset;
  double earlier_file_arrives = spec::unset;
  double handover_loss = spec::unset;
  double caf_engaged_step_up_discount = spec::unset;

  // Standards of practice: what they cost, and what happens without them.
  double hours_family_tree = spec::unset;
  double hours_specific_record = spec::unset;
  double hours_measurable_outcomes = spec::unset;
  double hours_adult_removal = spec::unset;
  double hours_caf_second_reading = spec::unset;
  double hours_centre_supervision = spec::unset;
  double plan_measurable_share = spec::unset;
  double drift_close_share = spec::unset;
  double supervision_challenge = spec::unset;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("pathway.hours_screening", "hours", self.hours_screening);
    v("pathway.hours_referral", "hours", self.hours_referral);
    v("pathway.hours_initial_assessment", "hours", self.hours_initial_assessment);
    v("pathway.hours_core_assessment", "hours", self.hours_core_assessment);
    v("pathway.hours_section47", "hours", self.hours_section47);
    v("pathway.hours_conference", "hours", self.hours_conference);
    v("pathway.hours_review_conference", "hours", self.hours_review_conference);
    v("pathway.hours_protection_plan_month", "hours a month", self.hours_protection_plan_month);
    v("pathway.hours_child_in_need_month", "hours a month", self.hours_child_in_need_month);
    v("pathway.hours_looked_after_month", "hours a month", self.hours_looked_after_month);
    v("pathway.hours_caf_assessment", "hours", self.hours_caf_assessment);
    v("pathway.hours_caf_month", "hours a month", self.hours_caf_month);
    v("pathway.hours_reread", "hours", self.hours_reread);
    v("pathway.hours_closure", "hours", self.hours_closure);
    v("pathway.hours_challenge", "hours", self.hours_challenge);
    v("pathway.hours_supervision", "hours", self.hours_supervision);
    v("pathway.hours_supervision_case", "hours", self.hours_supervision_case);
    v("pathway.hours_chairing", "hours", self.hours_chairing);
    v("pathway.hours_unit_meeting", "hours", self.hours_unit_meeting);
    v("pathway.administration_share", "share", self.administration_share);
    v("pathway.supervision_lasts_weeks", "weeks", self.supervision_lasts_weeks);
    v("pathway.unit_meeting_lasts_weeks", "weeks", self.unit_meeting_lasts_weeks);
    v("pathway.sibling_share", "share", self.sibling_share);
    v("pathway.share_practitioner_referral", "share", self.share_practitioner_referral);
    v("pathway.share_practitioner_core", "share", self.share_practitioner_core);
    v("pathway.share_practitioner_protection", "share", self.share_practitioner_protection);
    v("pathway.share_practitioner_child_in_need", "share", self.share_practitioner_child_in_need);
    v("pathway.share_family_support_child_in_need", "share", self.share_family_support_child_in_need);
    v("pathway.share_practitioner_looked_after", "share", self.share_practitioner_looked_after);
    v("pathway.initial_fieldwork_days", "working days", self.initial_fieldwork_days);
    v("pathway.core_fieldwork_days", "working days", self.core_fieldwork_days);
    v("pathway.conference_notice_days", "working days", self.conference_notice_days);
    v("pathway.caf_first_meeting_days", "days", self.caf_first_meeting_days);
    v("pathway.caf_review_weeks", "weeks", self.caf_review_weeks);
    v("pathway.child_in_need_review_weeks", "weeks", self.child_in_need_review_weeks);
    v("pathway.earlier_file_days", "days", self.earlier_file_days);
    v("pathway.adult_removal_days", "days", self.adult_removal_days);
    v("pathway.core_share", "share", self.core_share);
    v("pathway.section47_share", "share", self.section47_share);
    v("pathway.conference_share", "share", self.conference_share);
    v("pathway.plan_share", "share", self.plan_share);
    v("pathway.accommodation_share", "share", self.accommodation_share);
    v("pathway.proceedings_share", "share", self.proceedings_share);
    v("pathway.step_down_share", "share", self.step_down_share);
    v("pathway.reunification_share", "share", self.reunification_share);
    v("pathway.adult_removal_share", "share", self.adult_removal_share);
    v("pathway.caf_consent", "share", self.caf_consent);
    v("pathway.caf_step_down_share", "share", self.caf_step_down_share);
    v("pathway.caf_measurable_share", "share", self.caf_measurable_share);
    v("pathway.earlier_file_requested", "share", self.earlier_file_requested);
    v("pathway.earlier_file_arrives", "share", self.earlier_file_arrives);
    v("pathway.handover_loss", "share", self.handover_loss);
    v("pathway.caf_engaged_step_up_discount", "levels", self.caf_engaged_step_up_discount);
    v("pathway.hours_family_tree", "hours", self.hours_family_tree);
    v("pathway.hours_specific_record", "hours", self.hours_specific_record);
    v("pathway.hours_measurable_outcomes", "hours", self.hours_measurable_outcomes);
    v("pathway.hours_adult_removal", "hours", self.hours_adult_removal);
    v("pathway.hours_caf_second_reading", "hours", self.hours_caf_second_reading);
    v("pathway.hours_centre_supervision", "hours", self.hours_centre_supervision);
    v("pathway.plan_measurable_share", "share", self.plan_measurable_share);
    v("pathway.drift_close_share", "share", self.drift_close_share);
    v("pathway.supervision_challenge", "share", self.supervision_challenge);
  }
};

}  // namespace lscb::pathway
