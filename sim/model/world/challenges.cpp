// Decisions of the front door read again: by an agency that comes back on one, by the lead professional of a
// CAF, by an audit.
#include <algorithm>

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

// A challenge's payload: the contact's number, where it came from, and the need that a lead professional
// tells of.
constexpr std::uint64_t audited_bit = std::uint64_t{1} << 40;
constexpr std::uint64_t lead_bit = std::uint64_t{1} << 41;
constexpr int told_shift = 44;
constexpr std::uint64_t number_mask = 0xffff'ffffU;

// From here on it is no matter for early help: s17.
constexpr int complex_need = 2;

}  // namespace

void World::on_challenge(std::uint32_t number) {
  const Contact& contact = contacts_[number];
  take(Branch::challenged, contact.household);
  add(make_task(Work::challenge, contact.household, contact.cause, 1, calendar_.deadline(now_, 5), number));
}

void World::lead_professional_reads(HouseholdId household, observe::Care care) {
  const Caf& caf = family(household).caf;
  const double share = read(trace::Arranged::lead_challenge, household);
  if (caf.contact == nothing || !chosen(share, caf.cause, 14)) return;
  // They have seen the home, and neither social care's file nor partners' records.
  care.chronology_read = false;
  care.checks_made = false;
  const kernel::Cause cause = caf.cause.child(causes::lead_professional);
  int most = 0;
  for_each_child(household, caf.children, [&](int, ChildId child) {
    most = std::max(most, static_cast<int>(observe::find_need(p_.observe, truth_of(household, child), care,
                                                              key_, cause, cause_of(child))));
  });
  if (most < complex_need) return;
  take(Branch::lead_challenged, household);
  add(make_task(Work::challenge, household, cause, 1, calendar_.deadline(now_, 5),
                caf.contact | lead_bit | static_cast<std::uint64_t>(most) << told_shift));
}

void World::audit() {
  for (const std::uint32_t number : closed_lately_) {
    const Contact& contact = contacts_[number];
    if (!chosen(read(trace::Arranged::audit, contact.household), contact.cause, 7)) continue;
    take(Branch::audited, contact.household);
    add(make_task(Work::challenge, contact.household, contact.cause.child(causes::choice, 8), 1,
                  calendar_.deadline(now_, 20), number | audited_bit));
  }
  closed_lately_.clear();
}

void World::challenge_reviewed(const workforce::TaskDone& done) {
  const bool audited = (done.task.payload & audited_bit) != 0;
  const bool by_lead = (done.task.payload & lead_bit) != 0;
  const auto number = static_cast<std::uint32_t>(done.task.payload & number_mask);
  const Contact& contact = contacts_[number];
  const Family& known = family(contact.household);
  const bool turned_away = contact.route == Route::no_further_action || contact.route == Route::caf ||
                           contact.route == Route::information_and_advice;
  if (is_open(known) || known.referral != nothing || !turned_away) return;
  // A second reader takes the chronology, and is not bound by the first label.
  door::Evidence evidence = evidence_for(contact, workforce::bit(Part::chronology));
  evidence.label = record::Label::none;
  evidence.concerns_on_file =
      std::max(0.0, evidence.concerns_on_file - std::max(0.0, contact.signal));  // its own entry
  if (by_lead) {
    // What is told now is what they have found, whoever called at first.
    evidence.signal = std::max(evidence.signal, static_cast<double>(done.task.payload >> told_shift));
    evidence.referrer = spec::Referrer::childrens_centre;
    evidence.specific = true;
  }
  const std::uint64_t stage = by_lead ? at_lead_challenge : (audited ? at_audit : at_challenge);
  const auto decider = decider_for(done, contact.cause, stage);
  const trace::Stage place =
      by_lead ? trace::Stage::lead_challenge : (audited ? trace::Stage::audit : trace::Stage::challenge);
  const double total = weigh(contact.household, place, contact.cause, evidence, decider, policy_);
  Hindsight{*this}.read_again(number, evidence, decider, policy_);
  const Decision decision = door::decide(p_.door, total, policy_);
  if (decision < Decision::assessment) return;
  take(audited ? Branch::audit_reopened : Branch::challenge_reopened, contacts_[number].household);
  if (counts()) ++tally_.challenges;
  contacts_[number].heard = evidence.signal;
  // Turned away as a referral, its clock has run all the time; a contact becomes a referral today.
  const Instant referral = contact.referred ? contact.at : now_;
  referral_accepted(number);
  to_assessment(number, decision == Decision::strategy_discussion, referral);
}

}  // namespace lscb::world
