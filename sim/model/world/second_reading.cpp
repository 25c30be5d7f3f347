// A decision for CAF is read a second time before it takes effect, where the board monitors the pressure.
#include <algorithm>

#include "world/causes.h"
#include "world/reference.h"
#include "world/stages.h"
#include "world/world.h"

namespace lscb::world {

using door::Decision;
using pathway::Work;

void World::caf_decided(std::uint32_t number, double score) {
  const Contact& contact = contacts_[number];
  if (!practice_.caf_read_above || score < *practice_.caf_read_above) {
    to_caf(number);
    return;
  }
  note(contact.household, trace::Standards{trace::Standard::second_reading, *practice_.caf_read_above});
  take(Branch::caf_second_reading, contact.household);
  workforce::Task task = make_task(Work::caf_second_reading, contact.household, contact.cause, 1,
                                   calendar_.deadline(now_, 3), number);
  task.assignee = workforce::Assignee::in_pool(duty_team(contact.household), practice_.caf_reader);
  add(task);
}

void World::caf_read_again(const workforce::TaskDone& done) {
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  const Contact& contact = contacts_[number];
  Family& known = family(contact.household);
  if (is_open(known)) {  // overtaken: the case's own worker judges it
    to_open_case(number);
    return;
  }
  // Chronology read, account tested, published thresholds, no anchor on the label: a second pair of eyes,
  // with a person's noise, yardstick and backlog all the same.
  door::Evidence evidence = evidence_for(contact, workforce::bit(workforce::Part::chronology));
  evidence.label = record::Label::none;
  const auto reader = decider_for(done, contact.cause, at_second_reading);
  const door::Policy published;
  const double total =
      weigh(contact.household, trace::Stage::second_reading, contact.cause, evidence, reader, published);
  Hindsight{*this}.read_again(number, evidence, reader, published);
  const Decision decision = door::decide(p_.door, total, published);
  if (decision < Decision::assessment) {
    to_caf(number);
    return;
  }
  take(Branch::caf_reading_reversed, contact.household);
  const Instant referral = contact.referred ? contact.at : now_;
  referral_accepted(number);
  to_assessment(number, decision == Decision::strategy_discussion, referral);
}

}  // namespace lscb::world
