// Fingerprints: of all that happens, in order, and of the state of families, work, units and money at one
// moment.
#include <cstring>

#include "world/watch.h"
#include "world/world.h"

namespace lscb::world {
namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x100000001b3U;
  return hash ^ hash >> 29;
}

class Hash {
 public:
  explicit Hash(std::uint64_t start) : value_(start) {}
  void add(std::uint64_t value) { value_ = mix(value_, value); }
  void add(Instant at) { add(static_cast<std::uint64_t>(at.count())); }
  void add(kernel::Cause cause) { add(cause.value); }
  void add(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    add(bits);
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_;
};

void put(Hash& hash, const record::HouseholdFile& file, Instant now) {
  hash.add(file.concerns_on_file(now));
  hash.add(static_cast<std::uint64_t>(file.earlier_file));
  hash.add(static_cast<std::uint64_t>(file.label));
  hash.add(std::uint64_t{file.adult_named} << 2 | std::uint64_t{file.adult_known} << 1 |
           std::uint64_t{file.engages});
  hash.add(static_cast<std::uint64_t>(file.contacts));
  hash.add(file.in_view);
  for (const std::uint8_t refusals : file.refusals) hash.add(std::uint64_t{refusals});
}

void put(Hash& hash, const Plan& plan) {
  hash.add(std::uint64_t{plan.children} << 3 | std::uint64_t{plan.measurable} << 2 |
           std::uint64_t{plan.visit_open} << 1 | std::uint64_t{plan.review_open});
  hash.add(std::uint64_t{plan.visits_made} << 48 | std::uint64_t{plan.token} << 32 |
           std::uint64_t{plan.visits} << 16 | plan.reviews);
  if (plan.children == 0) return;
  hash.add(plan.since);
  hash.add(plan.review_clock);
  hash.add(plan.delivered.share());
  hash.add(plan.cause);
}

void put(Hash& hash, const Caf& caf) {
  hash.add(static_cast<std::uint64_t>(caf.state) << 16 | std::uint64_t{caf.children} << 8 |
           std::uint64_t{caf.assessment_given} << 3 | std::uint64_t{caf.supervised} << 2 |
           std::uint64_t{caf.measurable} << 1 | std::uint64_t{caf.review_open});
  hash.add(std::uint64_t{caf.token} << 16 | caf.reviews);
  if (caf.state == CafState::none) return;
  hash.add(caf.since);
  hash.add(caf.delivered.share());
  hash.add(caf.in_view);
  hash.add(caf.cause);
}

void put(Hash& hash, const Assessment& a) {
  hash.add(std::uint64_t{a.household.value()});
  hash.add(std::uint64_t{a.children} << 24 | std::uint64_t{a.to_conference} << 16 |
           std::uint64_t{a.tasks_left} << 8 | static_cast<std::uint64_t>(a.kind) << 1 |
           std::uint64_t{a.open});
  hash.add(a.referral);
  hash.add(a.begun);
  hash.add(a.fieldwork_ends);
  hash.add(a.cause);
}

}  // namespace

void World::fingerprint(std::uint64_t value) {
  fingerprint_ = mix(fingerprint_, value);
}

std::uint64_t World::state_fingerprint() const {
  Hash hash{fingerprint_};
  hash.add(workforce_.fingerprint());
  hash.add(static_cast<std::uint64_t>(orders_.in_hand()) << 32 | orders_.waiting());
  for (std::uint32_t i = 0; i < truth_.population().children().size(); ++i) {
    const ChildId child{i};
    const life::Influence& influence = truth_.influence(child);
    hash.add(static_cast<std::uint64_t>(truth_.need(child)) << 8 |
             static_cast<std::uint64_t>(truth_.own_need(child)));
    hash.add(influence.up_factor);
    hash.add(influence.down_factor);
    hash.add(influence.protection);
    hash.add(std::uint64_t{influence.removed});
  }
  for (const Family& known : families_) {
    hash.add(std::uint64_t{known.household.value()});
    put(hash, known.file, now_);
    for (const Plan& plan : known.plans) put(hash, plan);
    put(hash, known.caf);
    hash.add(std::uint64_t{known.assessment} << 32 | known.referral);
    hash.add(std::uint64_t{known.conference} << 32 | std::uint64_t{known.handovers} << 3 |
             std::uint64_t{known.adult_followed} << 2 | std::uint64_t{known.removal_sought} << 1 |
             std::uint64_t{known.with_long_term});
    hash.add(std::uint64_t{known.left_unit} << 32 | known.unit.value());
    for (const Instant last : known.last_referral) hash.add(last);
  }
  for (const Assessment& a : assessments_) put(hash, a);
  for (const Contact& contact : contacts_) {
    hash.add(contact.cause);
    hash.add(contact.signal);
    hash.add(contact.heard);
    hash.add(std::uint64_t{contact.joined} << 32 | std::uint64_t{contact.named()} << 16 |
             static_cast<std::uint64_t>(contact.route) << 8 | std::uint64_t{contact.referred} << 3 |
             std::uint64_t{contact.warranted} << 2 | std::uint64_t{contact.decided} << 1 |
             std::uint64_t{contact.emergency});
  }
  hash.add(static_cast<std::uint64_t>(calls_.size() - free_calls_.size()));
  for (const std::uint32_t number : closed_lately_) hash.add(std::uint64_t{number});
  hash.add(std::uint64_t{restraint_.over()} << 32 | static_cast<std::uint64_t>(posts_in_force_.size()));
  hash.add(restraint_.early_help_owed());
  for (const Unit& unit : units_.all()) {
    hash.add(std::uint64_t{unit.team.value()} << 1 | std::uint64_t{unit.formed});
    for (const PostId seat : unit.seats.all()) hash.add(std::uint64_t{seat.value()});
    hash.add(unit.met);
    hash.add(unit.quality);
    hash.add(std::uint64_t{unit.round} << 32 | static_cast<std::uint64_t>(unit.attended));
  }
  for (int i = 0; i < budget_.ledger().size(); ++i) {
    hash.add(static_cast<std::uint64_t>(
        budget_.ledger().rate(money::CostCentreId{static_cast<money::CostCentreId::Value>(i)}).count()));
  }
  for (const Supervised& record : supervision_.records()) {
    hash.add(record.at);
    hash.add(std::uint64_t{record.incumbent});
  }
  for (const door::Yardstick& yardstick : yardsticks_) hash.add(yardstick.level());
  for (const double standing :
       {policy_.assessment_shift, policy_.section47_shift, policy_.caf_shift, policy_.downgrade_anchor,
        publicity_.level(now_), arrangements_.agency_challenge, arrangements_.lead_challenge,
        arrangements_.audit, arrangements_.file_requested, arrangements_.file_arrives,
        arrangements_.file_days}) {
    hash.add(standing);
  }
  for (int i = 0; i < spec::referrer_count; ++i) {
    hash.add(partners_.tie(static_cast<spec::Referrer>(i), now_));
    hash.add(repute_.recent(static_cast<spec::Referrer>(i)));
  }
  const door::Returns running = returns_.running(now_);
  hash.add(running.enquiries);
  hash.add(running.cafs);
  for (const std::int64_t children : plan_children_) hash.add(static_cast<std::uint64_t>(children));
  hash.add(static_cast<std::uint64_t>(caf_children_));
  hash.add(std::uint64_t{restraint_.has_rules()} << 1 | std::uint64_t{restraint_.over()});
  return hash.value();
}

Outcome replicate_watched(const Design& design, kernel::WorldKey key, Interval counted, const Watch& watch) {
  World world{design, key, counted, &watch};
  if (watch.reference) world.keep_reference();
  if (watch.decisions) world.keep_decisions();
  return world.finish();
}

}  // namespace lscb::world
