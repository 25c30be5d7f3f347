// From an incident to a call at the front door.
#include "kernel/distributions.h"
#include "observe/misrouting.h"
#include "world/causes.h"
#include "world/reference.h"

namespace lscb::world {

using pathway::Work;

namespace {

// The top of the scale of severity (life/rates.h).
constexpr float gravest = 4.0F;

}  // namespace

double World::tie(HouseholdId household, spec::Referrer referrer) const {
  const double whole = partners_.tie(referrer, now_);
  note(household, trace::Tie{referrer, whole});
  return whole;
}

double World::publicity(HouseholdId household) const {
  const double level = publicity_.level(now_);
  note(household, trace::PublicityRead{level});
  return level;
}

double World::repute(HouseholdId household, spec::Referrer referrer) {
  const double factor = outside(Reading::repute, static_cast<std::uint32_t>(spec::index(referrer)), household,
                                1.0, [&] { return repute_.factor(referrer); });
  note(household, trace::Repute{referrer, factor});
  return factor;
}

observe::Scene World::scene_of(HouseholdId household, int child, double severity) {
  observe::Scene scene;
  scene.severity = severity;
  scene.age_years = in_years(now_ - truth_.born(child_at(household, child)));
  scene.centre_open = outside(Reading::centre_open, truth_.catchment(household), household, 1.0,
                              [&] { return workforce_.open_days(centre_team(household)).count() / 5.0; });
  note(household, trace::CentreOpen{scene.centre_open});
  scene.publicity = publicity(household);
  return scene;
}

void World::on_incident(const life::Occurrence& incident) {
  const int child = incident.position;
  note(incident.household, trace::Incident{{incident.position}, incident.severity, incident.cause});
  const double severity = static_cast<double>(incident.severity);
  const auto witness = observe::witness(p_.observe, design_->area.referral_sources,
                                        scene_of(incident.household, child, severity), key_, incident.cause);
  if (!witness.noticed) return;
  note(incident.household, trace::Noticed{witness.referrer, {incident.position}, incident.cause});
  PendingCall call;
  call.household = incident.household;
  call.child = static_cast<std::uint8_t>(child);
  call.referrer = witness.referrer;
  call.severity = static_cast<float>(severity);
  call.reluctance = static_cast<float>(witness.reluctance);
  call.incident_at = now_;
  call.incident = incident.cause;
  // A weak tie makes people hesitate: the delay grows as the tie falls.
  const double whole = tie(incident.household, witness.referrer);
  const double slowed = static_cast<double>(witness.delay.count()) * (2.0 - whole);
  call_later(call, Minutes{static_cast<std::int64_t>(slowed)});
}

void World::call_later(const PendingCall& call, Minutes delay) {
  std::uint32_t place = static_cast<std::uint32_t>(calls_.size());
  if (free_calls_.empty()) {
    calls_.emplace_back();
  } else {
    place = free_calls_.back();
    free_calls_.pop_back();
  }
  calls_[place] = call;
  schedule(now_ + delay, Timer{TimerKind::call, 0, 0, place});
}

void World::on_harm(const life::Occurrence& harm) {
  // A serious injury brings the child to a hospital, which tells police and social care at once.
  PendingCall call;
  call.household = harm.household;
  call.child = harm.position;
  call.referrer = spec::Referrer::health;
  call.emergency = true;
  call.severity = gravest;
  call.incident_at = now_;
  call.incident = harm.cause.child(causes::from_harm);
  make_contact(call);
}

void World::on_call(std::uint32_t place) {
  PendingCall call = calls_[place];
  free_calls_.push_back(place);
  if (!truth_.here(child_at(call.household, call.child))) return;
  if (call.forwarded) {
    make_contact(call);
    return;
  }
  const Family* known = met(call.household);
  const int refusals = known ? known->file.refusals[spec::index(call.referrer)] : 0;
  const double whole = tie(call.household, call.referrer);
  const double moved = publicity(call.household) * repute(call.household, call.referrer);
  const double willing = observe::willingness(p_.observe, whole, refusals, moved);
  if (static_cast<double>(call.reluctance) >= willing) {
    const bool gave_up =
        static_cast<double>(call.reluctance) < observe::willingness(p_.observe, whole, 0, moved);
    note(call.household,
         trace::Withheld{call.referrer, gave_up ? trace::Silence::gave_up : trace::Silence::unwilling,
                         call.incident});
    take(gave_up ? Branch::call_given_up : Branch::call_withheld, call.household);
    return;
  }
  const auto way = observe::misrouting(p_.observe, whole, key_, call.incident);
  if (!way.astray) {
    make_contact(call);
    return;
  }
  take(way.lost ? Branch::call_lost : Branch::call_misrouted, call.household);
  if (way.lost) {
    note(call.household, trace::Withheld{call.referrer, trace::Silence::lost, call.incident});
    return;
  }
  call.forwarded = true;
  note(call.household, trace::Misrouted{call.referrer, now_ + way.delay});
  call_later(call, way.delay);
}

void World::make_contact(const PendingCall& call) {
  take(Branch::call_made, call.household);
  const auto number = static_cast<std::uint32_t>(contacts_.size());
  contacts_.emplace_back();
  Contact& contact = contacts_.back();
  contact.household = call.household;
  contact.referrer = call.referrer;
  contact.at = now_;
  contact.emergency = call.emergency;
  contact.cause = call.incident.child(causes::contact, static_cast<std::uint64_t>(call.referrer));
  const auto scene = scene_of(call.household, call.child, static_cast<double>(call.severity));
  const auto report = observe::report(p_.observe, scene, tie(call.household, call.referrer), call.child,
                                      children_here(call.household), key_, contact.cause);
  contact.children = report.children;
  contact.signal = report.signal;
  contact.specific = report.specific;
  contact.heard = report.signal;
  contact.in_particulars = report.in_particulars;
  contact.account = observe::parents_account(p_.observe, key_, contact.cause);
  if (scene.age_years < 0.0) take(Branch::prebirth_contact, call.household);
  if (!report.specific) take(Branch::vague_report, call.household);

  Family& known = family(call.household);
  ++known.file.contacts;
  count_contact(contact, number, call);
  contact.emergency = contact.emergency || door::credibility(p_.door, contact.referrer) * contact.signal >=
                                               p_.door.threshold_emergency;
  Hindsight{*this}.flag(number, call.emergency);
  if (contact.emergency) {
    emergency(number);
  } else if (is_open(known)) {
    to_open_case(number);
  } else {
    contact.decision_clock =
        start_clock(pathway::ClockKind::decision, now_, contact.household, contact.children);
    add(make_task(Work::screening, call.household, contact.cause, __builtin_popcount(contact.children),
                  pathway::due(pathway::ClockKind::decision, now_), number));
  }
}

}  // namespace lscb::world
