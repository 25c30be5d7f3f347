// The removal of a dangerous adult who is known: sought, a worker's part, room at the partner agencies,
// orders.
#include "kernel/distributions.h"
#include "observe/notice.h"
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;

void World::seek_removal_of_adult(HouseholdId household, kernel::Cause cause) {
  Family& known = family(household);
  if (!known.file.adult_known || known.removal_sought) return;
  note(household, trace::Standards{trace::Standard::adult_removal,
                                   practice_.removal_share.value_or(p_.pathway.adult_removal_share)});
  if (!chosen(practice_.removal_share.value_or(p_.pathway.adult_removal_share), cause, 9)) return;
  take(Branch::adult_removal_sought, household);
  known.removal_sought = true;
  if (!practice_.removals_led) {
    orders_.take_in_hand();
    begin_removal({household, cause}, now_);
    return;
  }
  workforce::Task task = make_task(Work::adult_removal, household, cause, 1, calendar_.deadline(now_, 10),
                                   orders_.seek({household, cause}));
  const TeamId team = holding_team(known);
  const bool somebody = has_posts(household, team, spec::Role::social_worker);
  task.assignee =
      workforce::Assignee::in_pool(somebody ? team : duty_team(household), spec::Role::social_worker);
  add(task);
}

void World::adult_found(HouseholdId household) {
  take(Branch::adult_found, household);
  Family& known = family(household);
  known.file.adult_known = true;
  known.adult_followed = false;
}

void World::forget_adult(HouseholdId household) {
  Family& known = family(household);
  known.file.forget_adult();
  known.adult_followed = false;
}

void World::look_for_adult(HouseholdId household, kernel::Cause visit) {
  const bool there = truth_.dangerous_adult(household) && !family(household).adult_followed;
  if (observe::adult_seems_gone(p_.observe, there, key_, visit)) forget_adult(household);
}

void World::removal_prepared(const workforce::TaskDone& done) {
  if (alone_ != nullptr) {
    const double waits = alone_->reading(Reading::removal_waits, 0, now_, 0.0);
    if (waits != 0.0) take(Branch::adult_removal_waited, done.task.household);
    if (waits == no_room) return;
    begin_removal(orders_.sought(done.task.payload), now_ + Minutes{static_cast<std::int64_t>(waits)});
    return;
  }
  if (recorder_) recorder_->removal_prepared(done.task.household, now_);
  orders_.prepared(done.task.payload);
  if (!orders_.have_room(practice_.removal_capacity)) take(Branch::adult_removal_waited, done.task.household);
  take_up_removals();
}

void World::take_up_removals() {
  while (const std::optional<Order> next = orders_.take_up(practice_.removal_capacity)) {
    if (recorder_) recorder_->removal_begins(next->household, now_);
    begin_removal(*next, now_);
  }
}

void World::begin_removal(const Order& order, Instant from) {
  kernel::Draws draws{key_, order.cause.child(causes::choice, 10)};
  const double mean = practice_.removal_days.value_or(p_.pathway.adult_removal_days);
  schedule(from + hours(24.0 * kernel::exponential(draws, mean)),
           Timer{TimerKind::adult_removed, 0, 0, order.household.value()});
}

void World::removal_takes_effect(HouseholdId household) {
  Family& known = family(household);
  // Orders name the man on file; where he has left already they change nothing.
  if (known.file.adult_known && !known.adult_followed && truth_.dangerous_adult(household)) {
    take(Branch::adult_removed, household);
    truth_.remove_dangerous_adult(household, now_, life_out_);
  }
  known.removal_sought = false;
  forget_adult(household);
  if (alone_ != nullptr) return;
  orders_.ended();
  take_up_removals();
}

}  // namespace lscb::world
