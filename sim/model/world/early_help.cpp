// Early help: the CAF, led from the children's centre, and its way back to social care.
#include <algorithm>

#include "world/causes.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using measures::ServiceKind;
using pathway::Next;
using pathway::Work;

namespace {

constexpr int usual_urgency = 3;

}  // namespace

void World::offer_caf(HouseholdId household, Children asked, kernel::Cause trigger, std::uint32_t contact) {
  Family& known = family(household);
  const auto children = static_cast<Children>(asked & children_here(household));
  if (children == 0 || known.planned() != 0) return;
  if (known.caf.state != CafState::none) {
    join_caf(known, children);
    return;
  }
  if (!chosen(p_.pathway.caf_consent, trigger, 11)) {
    take(Branch::caf_refused, household);
    if (counts()) ++tally_.caf_refused_households;
    return;
  }
  Caf& caf = known.caf;
  caf.state = CafState::waiting;
  caf.children = children;
  caf.cause = trigger.child(causes::caf);
  caf.contact = contact;
  caf.since = now_;
  caf.reviews = 0;
  caf.review_open = false;
  caf.in_view = 1.0;
  ++caf.token;
  const Outcomes outcomes = outcomes_of_caf(household);
  caf.measurable = outcomes.measurable;
  caf.outcomes_by_standard = outcomes.by_standard;
  if (!service_->request({household, slots::family_support}, centre_team(household),
                         spec::Role::family_support_worker, usual_urgency, now_, work_out_)) {
    take(Branch::caf_waited, household);
  }
}

// A family has one CAF: whoever is sent to it joins it.
void World::join_caf(Family& known, Children children) {
  Caf& caf = known.caf;
  const auto joining = static_cast<Children>(children & ~caf.children);
  if (joining == 0) return;
  take(Branch::caf_joined, known.household);
  caf.children = static_cast<Children>(caf.children | joining);
  if (caf.state != CafState::active) return;
  const int count = __builtin_popcount(joining);
  caf_children_ += count;
  if (counts()) tally_.cafs_opened_children += count;
  for_each_child(known.household, joining,
                 [&](int i, ChildId) { open_span(known.household, i, ServiceKind::caf); });
  refresh_influence(known.household);
}

void World::caf_allocated(const workforce::CaseAllocated& allocated) {
  const HouseholdId household = allocated.ref.household;
  Caf& caf = family(household).caf;
  // What the leads before came to know is handed over in part, as any case is.
  if (allocated.handover) caf.in_view *= 1.0 - p_.pathway.handover_loss;
  if (caf.state != CafState::waiting) return;
  workforce::Task task = make_task(Work::caf_assessment, household, caf.cause, 1, now_ + weeks(6), caf.token);
  if (caf.outcomes_by_standard) task.core += hours(p_.pathway.hours_measurable_outcomes);
  task.assignee = workforce::Assignee::of_case(slots::family_support);
  if (caf.assessment_given) return;  // handed over while waiting for its assessment: the task went along
  family(household).caf.assessment_given = true;
  add(task);
}

void World::caf_assessed(const workforce::TaskDone& done) {
  const HouseholdId household = done.task.household;
  Family& known = family(household);
  Caf& caf = known.caf;
  if (caf.token != done.task.payload || caf.state != CafState::waiting) return;
  take(Branch::caf_begun, household);
  caf.state = CafState::active;
  caf.since = now_;
  const observe::Care care = care_of(done);
  caf.delivered = Delivery{care.child_seen ? 1.0 : 0.5};
  caf.children = static_cast<Children>(caf.children & children_here(household));
  const int count = __builtin_popcount(caf.children);
  caf_children_ += count;
  if (counts()) tally_.cafs_opened_children += count;
  known.file.engages = observe::seems_to_engage(p_.observe, key_, cause_of(household));
  for_each_child(household, caf.children, [&](int i, ChildId) { open_span(household, i, ServiceKind::caf); });
  refresh_influence(household);
  const Instant first_meeting = now_ + days(static_cast<std::int64_t>(p_.pathway.caf_first_meeting_days));
  schedule(first_meeting, Timer{TimerKind::caf_review, 0, caf.token, household.value()});
  ask_for_supervision(household, first_meeting);
  lead_professional_reads(household, care);
}

void World::caf_review_due(HouseholdId household, std::uint16_t token) {
  Caf& caf = family(household).caf;
  if (caf.token != token || caf.state != CafState::active) return;
  schedule(now_ + days(static_cast<std::int64_t>(7.0 * p_.pathway.caf_review_weeks)),
           Timer{TimerKind::caf_review, 0, token, household.value()});
  if (caf.review_open) {
    take(Branch::visit_missed, household);
    if (caf.delivered.add(0.0, p_.effect.delivery_memory_visits)) refresh_influence(household);
    return;
  }
  workforce::Task task = make_task(Work::caf_review, household, caf.cause.child(causes::review, caf.reviews),
                                   1, now_ + weeks(4), token);
  task.assignee = workforce::Assignee::of_case(slots::family_support);
  caf.review_open = true;
  ++caf.reviews;
  add(task);
}

void World::caf_reviewed(const workforce::TaskDone& done) {
  const HouseholdId household = done.task.household;
  Family& known = family(household);
  Caf& caf = known.caf;
  if (caf.token != done.task.payload || caf.state != CafState::active) return;
  caf.review_open = false;
  observe::Care care = care_of(done);
  care.chronology_read = by_reference() || caf.in_view >= 0.5;
  care.checks_made = false;  // and has no access to partners' records
  const bool supervised = caf.supervised;
  // Where a centre's management is stated, reflection needs a manager.
  if (management_stated(household)) care.reflected = care.reflected && supervised;
  const double worth = care.child_seen ? 1.0 : 0.5;
  const bool felt = caf.delivered.add(worth, p_.effect.delivery_memory_visits);
  int found = 0;
  int gravest = 0;
  for_each_child(household, static_cast<Children>(caf.children & children_here(household)),
                 [&](int i, ChildId child) {
                   const int own = observe::find_need(p_.observe, truth_of(household, child), care, key_,
                                                      done.task.cause, cause_of(child));
                   if (own > found) {
                     found = own;
                     gravest = i;
                   }
                 });
  caf.in_view += 0.5 * (1.0 - caf.in_view);
  if (felt) refresh_influence(household);
  switch (pathway::after_caf_review(p_.pathway, found, caf.measurable, known.file.engages,
                                    pressure_on_decisions(household), {key_, done.task.cause}, supervised)) {
    case Next::strategy_discussion:
      take(Branch::caf_stepped_up, household);
      if (counts()) tally_.caf_step_up_children += __builtin_popcount(caf.children);
      step_up(household, gravest, found, done.task.cause);
      break;
    case Next::close:
      take(caf.measurable ? Branch::caf_closed : Branch::caf_drifted_closed, household);
      if (counts()) tally_.cafs_closed_children += __builtin_popcount(caf.children);
      end_caf(household);
      break;
    default:
      take(Branch::caf_carried_on, household);
      break;
  }
  if (caf.state == CafState::active) {
    ask_for_supervision(household, now_ + days(static_cast<std::int64_t>(7.0 * p_.pathway.caf_review_weeks)));
  }
}

void World::end_caf(HouseholdId household) {
  Family& known = family(household);
  Caf& caf = known.caf;
  if (caf.state == CafState::active) {
    for_each_child(household, caf.children,
                   [&](int i, ChildId) { close_span(household, i, ServiceKind::caf); });
    caf_children_ -= __builtin_popcount(caf.children);
  }
  caf.state = CafState::none;
  caf.children = 0;
  caf.assessment_given = false;
  ++caf.token;
  known.file.engages = false;
  if (service_->requested({household, slots::family_support})) {
    service_->release({household, slots::family_support}, now_, work_out_);
  }
  refresh_influence(household);
}

void World::step_up(HouseholdId household, int child, int found, kernel::Cause cause) {
  if ((children_here(household) >> child & 1U) == 0) return;
  const Family& known = family(household);
  for (int i = 0; i < most_children; ++i) {
    const std::uint32_t span =
        known.spans[static_cast<std::size_t>(i)][static_cast<std::size_t>(ServiceKind::caf)];
    if (span == nothing) continue;
    Instant& first = log_.services.at(span).stepped_up;
    if (first == Instant::never()) first = now_;
  }
  // The lead professional takes it to the front door like any other caller.
  PendingCall call;
  call.household = household;
  call.child = static_cast<std::uint8_t>(child);
  call.referrer = spec::Referrer::childrens_centre;
  call.severity = static_cast<float>(found);
  call.incident_at = now_;
  call.incident = cause.child(causes::step_up);
  make_contact(call);
}

}  // namespace lscb::world
