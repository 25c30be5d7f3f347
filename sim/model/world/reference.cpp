#include "world/reference.h"

#include "door/attribution.h"

namespace lscb::world {

using door::Bar;
using door::Decision;
using measures::Luck;

namespace {

constexpr auto chance = static_cast<door::Terms>(1U << static_cast<unsigned>(door::Term::chance));

}  // namespace

// Judged as it comes, before anything is done about it: what comes later was not there to be known.
void World::Hindsight::flag(std::uint32_t number, bool of_harm) {
  if (!w_.reference_) return;
  const Contact& contact = w_.contacts_[number];
  w_.reference_->told(contact.household, number);
  const bool flagged = contact.emergency || reference_assesses(number);
  std::uint32_t point = contact.first_point;
  w_.for_each_child(contact.household, contact.children, [&](int, ChildId) {
    auto& mark = w_.log_.contacts.at(point++);
    mark.flagged = flagged;
    mark.of_harm = of_harm;
  });
}

bool World::Hindsight::reference_assesses(std::uint32_t number) const {
  const Contact& contact = w_.contacts_[number];
  const record::HouseholdFile& file = w_.families_[w_.family_of_[contact.household.value()]].file;
  door::Evidence held = w_.evidence_for(contact, 0xff);
  held.adult_on_record = w_.adult_obtainable(contact.household, contact.cause, held.adult_on_record);
  // Nothing waits for the reference worker: what was told before and is still undecided is in the chronology.
  record::Chronology chronology = file.chronology;
  w_.reference_->each_before(number, [&](std::uint32_t earlier) {
    const Contact& one = w_.contacts_[earlier];
    if (!one.decided) chronology.add(one.signal, w_.now_, one.specific);
  });
  held.concerns_on_file = chronology.weight(w_.now_, w_.p_.door.weight_vague_entry) + file.earlier_concerns;
  return door::reference_decision(w_.p_.door, held) >= Decision::assessment;
}

World::Hindsight::Chance World::Hindsight::chance_in(Bar bar, const door::Evidence& evidence,
                                                     const door::Decider& decider,
                                                     const door::Policy& policy) const {
  const door::Weighed weighed{evidence, decider, policy, {}, bar};
  return {door::goes_on(w_.p_.door, weighed, 0), door::goes_on(w_.p_.door, weighed, chance)};
}

template <class LuckOf>
void World::Hindsight::set_luck(std::uint32_t number, LuckOf&& luck) {
  for (std::uint32_t each = number; each != nothing; each = w_.contacts_[each].joined) {
    const Contact& contact = w_.contacts_[each];
    std::uint32_t point = contact.first_point;
    w_.for_each_child(contact.household, contact.children, [&](int i, ChildId) {
      Luck& mark = w_.log_.contacts.at(point++).luck;
      mark = luck(i, mark);
    });
  }
}

// Luck at the start is luck in the end, if the call comes to be assessed.
void World::Hindsight::screened(std::uint32_t number, const door::Evidence& evidence,
                                const door::Decider& decider) {
  if (!w_.reference_) return;
  const Chance taken_on = chance_in(Bar::referral, evidence, decider, w_.policy_);
  Luck luck = Luck::none;
  if (taken_on.goes_on && !taken_on.without) luck = Luck::good;
  if (!taken_on.goes_on && taken_on.without) luck = Luck::bad_start;
  set_luck(number, [luck](int, Luck) { return luck; });
}

void World::Hindsight::referral_decided(std::uint32_t number, const door::Evidence& evidence,
                                        const door::Decider& decider) {
  if (!w_.reference_) return;
  const Chance assessed = chance_in(Bar::assessment, evidence, decider, w_.policy_);
  // Of calls decided together each would have brought the decision about.
  const bool alone = w_.contacts_[number].joined == nothing;
  set_luck(number, [&](int, Luck at_screening) {
    if (!assessed.goes_on) return assessed.without ? Luck::bad : Luck::none;
    if (!assessed.without || (alone && at_screening == Luck::good)) return Luck::good;
    return Luck::none;
  });
}

void World::Hindsight::read_again(std::uint32_t number, const door::Evidence& evidence,
                                  const door::Decider& decider, const door::Policy& policy) {
  if (!w_.reference_) return;
  const Chance assessed = chance_in(Bar::assessment, evidence, decider, policy);
  set_luck(number, [&](int, Luck before) {
    if (assessed.goes_on) return assessed.without ? Luck::none : Luck::good;
    return assessed.without ? Luck::bad : before;
  });
}

void World::Hindsight::on_open_case(std::uint32_t number, const door::Evidence& evidence,
                                    const door::Decider& decider) {
  if (!w_.reference_) return;
  const Contact& contact = w_.contacts_[number];
  door::Decider steady = decider;
  steady.noise = 0.0;
  const auto begun = [&](const door::Decider& who) {
    return w_.begun_for(
        contact,
        door::decide(w_.p_.door, door::score(w_.p_.door, evidence, who, w_.policy_).total(), w_.policy_));
  };
  const Children as_it_was = begun(decider);
  const Children without = begun(steady);
  set_luck(number, [&](int child, Luck) {
    const bool is = (as_it_was >> child & 1U) != 0;
    const bool would = (without >> child & 1U) != 0;
    if (is == would) return Luck::none;
    return is ? Luck::good : Luck::bad;
  });
}

}  // namespace lscb::world
