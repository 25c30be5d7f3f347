// From a contact to a decision at the front door.
#include <algorithm>

#include "base/statutory_limits.h"
#include "kernel/distributions.h"
#include "world/causes.h"
#include "world/reference.h"
#include "world/stages.h"
#include "world/world.h"

namespace lscb::world {

using door::Decision;
using measures::Route;
using pathway::Work;
using workforce::Part;

namespace {

bool done_part(std::uint8_t parts, Part part) {
  return (parts & workforce::bit(part)) != 0;
}

}  // namespace

void World::note_policy(HouseholdId household) const {
  note(household, trace::PolicyRead{policy_.assessment_shift, policy_.section47_shift, policy_.caf_shift,
                                    policy_.downgrade_anchor});
}

bool World::is_open(const Family& family) {
  return family.assessment != nothing || family.conference != nothing || family.planned() != 0;
}

door::Evidence World::evidence_for(const Contact& contact, std::uint8_t parts) const {
  const record::HouseholdFile& file = families_[family_of_[contact.household.value()]].file;
  const Family& known = families_[family_of_[contact.household.value()]];
  door::Evidence evidence;
  evidence.signal = contact.heard;
  evidence.specific = contact.specific;
  evidence.referrer = contact.referrer;
  evidence.chronology_read = done_part(parts, Part::chronology);
  evidence.concerns_on_file = file.concerns_on_file(now_, p_.door.weight_vague_entry);
  // The door is not the family's worker: what it has in view without reading is what the last worker told it.
  evidence.in_view = 0.25 * file.in_view;
  evidence.adult_on_record = file.adult_known;
  evidence.account = contact.account;
  evidence.account_tested = true;
  evidence.engages = known.caf.state == CafState::active && file.engages;
  evidence.label = file.label;
  return evidence;
}

door::Decider World::decider_for(const workforce::TaskDone& done, kernel::Cause cause, std::uint64_t stage) {
  kernel::Draws draws{key_, cause.child(causes::decision_noise, stage)};
  door::Decider decider;
  decider.noise = kernel::normal(draws, 0.0, 1.0);
  decider.inexperience = inexperience(done.worker);
  decider.backlog_weeks = done.pressure;
  const std::size_t team = duty_number(done.task.household);
  decider.yardstick = outside(Reading::yardstick, static_cast<std::uint32_t>(team), done.task.household,
                              p_.door.norm_reference, [&] { return yardsticks_[team].level(); });
  note(done.task.household, trace::Experience{decider.inexperience});
  note(done.task.household, trace::Backlog{decider.backlog_weeks});
  note(done.task.household, trace::Yardstick{decider.yardstick});
  note_policy(done.task.household);
  return decider;
}

double World::weigh(HouseholdId household, trace::Stage stage, kernel::Cause about,
                    const door::Evidence& evidence, const door::Decider& decider,
                    const door::Policy& policy) const {
  if (by_reference()) return weigh_as_reference(household, about, evidence);
  const door::Score score = door::score(p_.door, evidence, decider, policy);
  note(household, trace::Judged{stage, about, evidence, decider, door::in_force(p_.door, policy), score});
  return score.total();
}

bool World::adult_obtainable(HouseholdId household, kernel::Cause call, bool on_record) const {
  return on_record ||
         (truth_.dangerous_adult(household) && observe::checks_reveal(p_.observe, 1.0, key_, call));
}

// The decision that settles a contact, and those that are decided together with it.
void World::keep_decision(std::uint32_t number, door::Bar bar, const door::Evidence& evidence,
                          const door::Decider& decider) {
  if (!decisions_) return;
  const Contact& contact = contacts_[number];
  const door::Weighed weighed{evidence,
                              decider,
                              policy_,
                              {adult_obtainable(contact.household, contact.cause, evidence.adult_on_record),
                               std::max(contact.heard, contact.in_particulars)},
                              bar};
  for (std::uint32_t each = number; each != nothing; each = contacts_[each].joined)
    decisions_->put(each, weighed);
}

void World::chronology_at_door(HouseholdId household, bool was_read) {
  take(was_read ? Branch::chronology_read : Branch::chronology_skipped, household);
  if (counts()) tally_.chronologies.count(was_read);
}

void World::to_open_case(std::uint32_t number) {
  Contact& contact = contacts_[number];
  const Family& known = family(contact.household);
  take(Branch::existing_case, contact.household);
  // The case's own worker hears of it and judges it with what they have in view.
  door::Evidence evidence = evidence_for(contact, 0);
  evidence.in_view = known.file.in_view;
  kernel::Draws draws{key_, contact.cause.child(causes::decision_noise, at_open_case)};
  door::Decider worker;
  worker.noise = kernel::normal(draws, 0.0, 1.0);
  worker.yardstick = p_.door.norm_reference;
  note_policy(contact.household);
  const double total =
      weigh(contact.household, trace::Stage::open_case, contact.cause, evidence, worker, policy_);
  keep_decision(number, door::Bar::assessment, evidence, worker);
  Hindsight{*this}.on_open_case(number, evidence, worker);
  const Decision decision = door::decide(p_.door, total, policy_);
  set_route(contact, Route::existing_case);
  tell_referrers(contact, true);
  if (decision == Decision::strategy_discussion) {
    if (enquiry_under_way(known)) return note_nothing_begun(contact);
    take(Branch::existing_case_enquiry, contact.household);
    begin_enquiry(contact.household, contact.named(), contact.cause, number);
    return;
  }
  // New information on an open case: a sibling without a plan has a core assessment of its own.
  if (const Children uncovered = begun_for(contact, decision); uncovered != 0) {
    take(Branch::existing_case_core, contact.household);
    begin_assessment(contact.household, uncovered, measures::AssessmentKind::core, now_, contact.cause,
                     number);
  } else if (decision == Decision::assessment) {
    note_nothing_begun(contact);
  }
}

void World::note_nothing_begun(const Contact& contact) const {
  const Family& known = families_[family_of_[contact.household.value()]];
  trace::Obstacle why = trace::Obstacle::children_planned;
  if (enquiry_under_way(known)) {
    why = trace::Obstacle::enquiry_under_way;
  } else if ((contact.named() & ~known.planned()) != 0) {
    why = trace::Obstacle::assessment_under_way;
  }
  note(contact.household, trace::NothingBegun{contact.cause, why});
}

Children World::begun_for(const Contact& contact, Decision decision) const {
  const Family& known = families_[family_of_[contact.household.value()]];
  if (decision == Decision::strategy_discussion) return enquiry_under_way(known) ? 0 : contact.named();
  if (decision != Decision::assessment || known.assessment != nothing) return 0;
  return static_cast<Children>(contact.named() & ~known.planned());
}

bool World::enquiry_under_way(const Family& family) const {
  return family.assessment != nothing &&
         assessments_[family.assessment].kind == measures::AssessmentKind::section47;
}

void World::emergency(std::uint32_t number) {
  Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  take(Branch::emergency, contact.household);
  const bool open = is_open(known);
  set_route(contact, open ? Route::existing_case : Route::strategy_discussion);
  tell_referrers(contact, true);
  known.file.label = record::Label::protection;
  if (!open) referral_accepted(number);
  if (chosen(p_.door.police_protection_share, contact.cause, 1)) {
    take(Branch::police_protection, contact.household);
    if (counts()) tally_.emergency_children += __builtin_popcount(contact.children);
    begin_plan(contact.household, PlanKind::looked_after, contact.children, contact.cause);
  }
  if (enquiry_under_way(known)) return note_nothing_begun(contact);
  begin_enquiry(contact.household, contact.named(), contact.cause, number);
}

// What the reference worker would have assessed is not ended at the door, where that asks for more.
bool World::is_referral(double total) const {
  return by_reference() ? door::decide(p_.door, total, policy_) >= Decision::assessment
                        : door::accepted_as_referral(p_.door, total, policy_);
}

void World::screened(const workforce::TaskDone& done) {
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  if (is_open(known)) {
    clock_lapsed(contact.household, contact.decision_clock);
    to_open_case(number);
    return;
  }
  chronology_at_door(contact.household, done_part(done.parts_done, Part::chronology));
  record_in_particulars(contact);
  const auto decider = decider_for(done, contact.cause, at_screening);
  const door::Evidence evidence = evidence_for(contact, done.parts_done);
  const double total =
      weigh(contact.household, trace::Stage::screening, contact.cause, evidence, decider, policy_);
  keep_decision(number, door::Bar::referral, evidence, decider);
  Hindsight{*this}.screened(number, evidence, decider);
  const bool strategy = total >= p_.door.threshold_section47 + policy_.section47_shift;
  // A team's sense of what is usual comes of the cases it takes on, not of calls that it turned away.
  if (strategy || is_referral(total)) yardsticks_[duty_number(contact.household)].see(contact.signal);
  if (strategy) {
    take(Branch::screened_strategy, contact.household);
    referral_accepted(number);
    clock_stopped(contact.household, pathway::ClockKind::decision, contact.at, contact.decision_clock);
    to_assessment(number, true, contact.at);
  } else if (is_referral(total)) {
    take(Branch::screened_referral, contact.household);
    if (known.referral != nothing) {  // decided together with the referral that is already in hand
      contact.joined = contacts_[known.referral].joined;
      contacts_[known.referral].joined = number;
      Contact& first = contacts_[known.referral];
      first.also = static_cast<Children>(first.also | contact.children);
      first.heard = std::max(first.heard, contact.signal);      // it is decided on the gravest that was told
      clock_lapsed(contact.household, contact.decision_clock);  // one referral, one decision
      return;
    }
    referral_accepted(number);
    known.referral = number;
    add(make_task(Work::referral_checks, contact.household, contact.cause,
                  __builtin_popcount(contact.children),
                  pathway::due(pathway::ClockKind::decision, contact.at), number));
  } else {
    clock_lapsed(contact.household, contact.decision_clock);
    switch (door::decide(p_.door, total, policy_)) {
      case Decision::strategy_discussion:
      case Decision::assessment:
      case Decision::caf:
        take(Branch::screened_caf, contact.household);
        caf_decided(number, total);
        break;
      case Decision::information_and_advice:
        take(Branch::screened_advice, contact.household);
        turn_away(number, Route::information_and_advice);
        break;
      case Decision::no_further_action:
        take(Branch::screened_no_further_action, contact.household);
        turn_away(number, Route::no_further_action);
        break;
    }
  }
}

void World::referral_accepted(std::uint32_t number) {
  Contact& contact = contacts_[number];
  if (contact.referred) return;  // reopened: it is the same referral
  contact.referred = true;
  Family& known = family(contact.household);
  for_each_child(contact.household, contact.children, [&](int i, ChildId) {
    Instant& last = known.last_referral[static_cast<std::size_t>(i)];
    if (counts()) {
      ++tally_.referral_children;
      if (now_ - last < days(365)) ++tally_.rereferral_children;
    }
    last = now_;
  });
  if (known.file.earlier_file == record::EarlierFile::held_elsewhere &&
      chosen(read(trace::Arranged::file_requested, contact.household), contact.cause, 2)) {
    take(Branch::earlier_file_requested, contact.household);
    known.file.earlier_file = record::EarlierFile::requested;
    const kernel::Cause household = cause_of(contact.household);
    if (chosen(read(trace::Arranged::file_arrives, contact.household), household, 3)) {
      kernel::Draws draws{key_, household.child(causes::choice, 4)};
      schedule(now_ + hours(24.0 *
                            kernel::exponential(draws, read(trace::Arranged::file_days, contact.household))),
               Timer{TimerKind::earlier_file, 0, 0, contact.household.value()});
    } else {
      take(Branch::earlier_file_never_came, contact.household);
    }
  }
}

void World::checks_done(const workforce::TaskDone& done) {
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  const Contact& contact = contacts_[number];
  const bool made = done_part(done.parts_done, Part::checks);
  take(made ? Branch::checks_made : Branch::checks_skipped, contact.household);
  if (counts()) tally_.checks.count(made);
  if (made && counts()) ++tally_.partner_checks_households;
  if (made && hidden_adult(contact.household) && checks_bring_out_adult(contact.household, contact.cause)) {
    adult_found(contact.household);
  }
  add(make_task(Work::referral_decision, contact.household, contact.cause,
                __builtin_popcount(contact.children), pathway::due(pathway::ClockKind::decision, contact.at),
                number));
}

void World::referral_decided(const workforce::TaskDone& done) {
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  const Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  known.referral = nothing;
  if (is_open(known)) {  // overtaken: the case's own worker judges it
    clock_lapsed(contact.household, contact.decision_clock);
    to_open_case(number);
    return;
  }
  clock_stopped(contact.household, pathway::ClockKind::decision, contact.at, contact.decision_clock);
  door::Evidence evidence = evidence_for(contact, done.parts_done);
  evidence.account_tested = done_part(done.parts_done, Part::visit);
  take(evidence.account_tested ? Branch::account_tested : Branch::account_accepted, contact.household);
  if (counts()) tally_.account_tested.count(evidence.account_tested);
  chronology_at_door(contact.household, evidence.chronology_read);
  const auto decider = decider_for(done, contact.cause, at_referral);
  const double total =
      weigh(contact.household, trace::Stage::referral, contact.cause, evidence, decider, policy_);
  keep_decision(number, door::Bar::assessment, evidence, decider);
  Hindsight{*this}.referral_decided(number, evidence, decider);
  switch (door::decide(p_.door, total, policy_)) {
    case Decision::strategy_discussion:
      take(Branch::referral_strategy, contact.household);
      to_assessment(number, true, contact.at);
      break;
    case Decision::assessment:
      take(Branch::referral_assessment, contact.household);
      to_assessment(number, false, contact.at);
      break;
    case Decision::caf:
      take(Branch::referral_caf, contact.household);
      caf_decided(number, total);
      break;
    case Decision::information_and_advice:
      take(Branch::referral_advice, contact.household);
      turn_away(number, Route::information_and_advice);
      break;
    case Decision::no_further_action:
      take(Branch::referral_no_further_action, contact.household);
      turn_away(number, Route::no_further_action);
      break;
  }
}

void World::tell_referrers(const Contact& contact, bool acted) {
  record::HouseholdFile& file = family(contact.household).file;
  for (const Contact* each = &contact;; each = &contacts_[each->joined]) {
    repute_.learn(each->referrer, acted);
    if (acted) {
      file.acted_on(each->referrer);
    } else {
      file.refused(each->referrer);
    }
    if (each->joined == nothing) return;
  }
}

void World::turn_away(std::uint32_t number, Route route) {
  Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  set_route(contact, route);
  known.file.label = record::Label::no_further_action;
  tell_referrers(contact, false);
  if (counts()) tally_.no_further_action_children += __builtin_popcount(contact.named());
  closed_lately_.push_back(number);
  if (observe::is_agency(contact.referrer) &&
      chosen(read(trace::Arranged::agency_challenge, contact.household), contact.cause, 5)) {
    kernel::Draws draws{key_, contact.cause.child(causes::choice, 6)};
    schedule(now_ + hours(24.0 * kernel::exponential(draws, p_.door.challenge_days)),
             Timer{TimerKind::challenge, 0, 0, number});
  }
}

void World::to_caf(std::uint32_t number) {
  Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  set_route(contact, Route::caf);
  known.file.label = record::Label::caf;
  returns_.count_caf(now_);
  closed_lately_.push_back(number);
  offer_caf(contact.household, contact.named(), contact.cause, number);
}

void World::to_assessment(std::uint32_t number, bool strategy, Instant referral) {
  Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  door::Evidence obtainable = evidence_for(contact, 0xff);
  obtainable.adult_on_record = adult_obtainable(contact.household, contact.cause, obtainable.adult_on_record);
  contact.warranted = door::reference_decision(p_.door, obtainable) >= Decision::assessment;
  set_route(contact, strategy ? Route::strategy_discussion : Route::assessment);
  tell_referrers(contact, true);
  known.file.label = strategy ? record::Label::protection : record::Label::child_in_need;
  const Children children = contact.named();
  if (strategy) {
    begin_enquiry(contact.household, children, contact.cause, number);
    return;
  }
  const bool single = single_assessment_in_force(referral, design_->area.assessment_rules);
  if (single) take(Branch::single_assessment, contact.household);
  begin_assessment(contact.household, children,
                   single ? measures::AssessmentKind::single : measures::AssessmentKind::initial, referral,
                   contact.cause, number);
}

}  // namespace lscb::world
