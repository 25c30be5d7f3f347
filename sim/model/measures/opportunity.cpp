#include "measures/opportunity.h"

#include <array>

#include "base/working_calendar.h"
#include "measures/need_path.h"

namespace lscb::measures {
namespace {

bool sent_to_assessment(Route route) {
  return route == Route::assessment || route == Route::strategy_discussion || route == Route::existing_case;
}

bool became_core(const AssessmentPoint& assessment) {
  return assessment.led_to_core || assessment.kind == AssessmentKind::core ||
         assessment.kind == AssessmentKind::section47;
}

// The assessment that dealt with the contact: one that answers it, or one opened by another contact about the
// same time, where this one was sent the same way.
bool its_own(const AssessmentPoint& assessment, const ContactPoint& contact, Instant shorter_limit) {
  if (contact.contact != 0 && assessment.answers == contact.contact) return true;
  return sent_to_assessment(contact.route) && assessment.begun >= contact.at &&
         assessment.begun <= shorter_limit;
}

Instant limit_of(const ContactPoint& contact, const ChildHistory& history, const AssessmentRules& rules) {
  const auto& calendar = WorkingCalendar::england();
  const Instant shorter = limit_ends(calendar, contact.at, opportunity_limit(contact.at, false, rules));
  for (const AssessmentPoint& assessment : history.assessments) {
    if (became_core(assessment) && its_own(assessment, contact, shorter)) {
      return limit_ends(calendar, contact.at, opportunity_limit(contact.at, true, rules));
    }
  }
  return shorter;
}

Unmet why_unmet(const ContactPoint& contact, const ChildHistory& history, Instant limit) {
  if (contact.lost_in_handover) return Unmet::lost_in_handover;
  if (contact.route == Route::caf) return Unmet::sent_to_caf;
  if (!sent_to_assessment(contact.route)) return Unmet::screened_out;
  bool assessed = false;
  for (const AssessmentPoint& assessment : history.assessments) {
    const bool in_time = assessment.completed <= limit;
    if (assessment.completed > contact.at && in_time) assessed = true;
    // The core assessment that the limit was extended for never came in time: that is waiting.
    const bool followed =
        assessment.kind == AssessmentKind::core || assessment.kind == AssessmentKind::section47;
    if (followed && !in_time && contact.contact != 0 && assessment.answers == contact.contact) {
      return Unmet::waited;
    }
  }
  if (contact.route == Route::existing_case && !assessed)
    return Unmet::screened_out;  // left with the open case
  return assessed ? Unmet::superficial : Unmet::waited;
}

Opportunity judge(const ContactPoint& contact, const ChildHistory& history, const AssessmentRules& rules,
                  Instant run_end) {
  Opportunity opportunity;
  opportunity.contact = contact.contact;
  opportunity.at = contact.at;
  opportunity.limit = limit_of(contact, history, rules);
  for (const AssessmentPoint& assessment : history.assessments) {
    if (assessment.completed > contact.at && assessment.completed <= opportunity.limit &&
        assessment.completed < run_end && found_the_need(assessment, history, contact.at)) {
      opportunity.met = true;
      break;
    }
  }
  opportunity.judged = opportunity.met || opportunity.limit < run_end;
  if (!opportunity.met) opportunity.unmet = why_unmet(contact, history, opportunity.limit);
  return opportunity;
}

}  // namespace

const char* id(Unmet kind) {
  static constexpr std::array<const char*, unmet_count> ids = {"screened_out", "sent_to_caf", "waited",
                                                               "superficial", "lost_in_handover"};
  return ids[static_cast<std::size_t>(kind)];
}

const char* words(Unmet kind) {
  static constexpr std::array<const char*, unmet_count> all = {
      "screened out", "sent to CAF", "waited past the limit", "assessed superficially", "lost in a handover"};
  return all[static_cast<std::size_t>(kind)];
}

bool belongs(const ContactPoint& contact, const ChildHistory& history, const Spell& spell) {
  return spell.interval().contains(contact.incident_at) && contact.at < history.leaves;
}

bool is_opportunity(const ContactPoint& contact, const ChildHistory& history) {
  if (contact.under_assessment) return false;
  const bool on_plan = contact.plan_covers > 0;
  return !on_plan || contact.plan_covers < need_at(history.need, contact.at);
}

bool found_the_need(const AssessmentPoint& assessment, const ChildHistory& history, Instant told) {
  return assessment.found >= least_need(history.need, told, assessment.completed);
}

Instant call_limit(const AssessmentPoint& assessment, Instant moment, const AssessmentRules& rules) {
  return limit_ends(WorkingCalendar::england(), moment,
                    opportunity_limit(moment, became_core(assessment), rules));
}

bool would_meet(const AssessmentPoint& assessment, const ChildHistory& history, Instant moment,
                const AssessmentRules& rules) {
  if (assessment.begun > moment || assessment.completed <= moment) return false;
  return assessment.completed <= call_limit(assessment, moment, rules) &&
         found_the_need(assessment, history, moment);
}

void append_opportunities(const ChildHistory& history, const Spell& spell, const AssessmentRules& rules,
                          Instant run_end, std::vector<Opportunity>& opportunities) {
  for (const ContactPoint& contact : history.contacts) {
    if (contact.at >= run_end) break;
    if (belongs(contact, history, spell) && is_opportunity(contact, history)) {
      opportunities.push_back(judge(contact, history, rules, run_end));
    }
  }
}

}  // namespace lscb::measures
