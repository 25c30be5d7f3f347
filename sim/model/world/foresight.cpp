// Asks for the memory of the events that come next, so that they do not wait for it one line after the other:
// in an area of a quarter of a million children nothing of a family is in the cache when its turn comes. Each
// event of the day's page is looked at a few times before it is due, each time one step further from what is
// known of it to what it will touch. Changes nothing.
#include <variant>

#include "kernel/fetch.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {
namespace {

// So many events ahead.
constexpr std::size_t subject_ahead = 10;
constexpr std::size_t household_ahead = 7;
constexpr std::size_t family_ahead = 4;
constexpr std::size_t work_ahead = 2;

}  // namespace

HouseholdId World::household_of(const Timer& timer) const {
  switch (timer.kind) {
    case TimerKind::call:
      return calls_[timer.subject].household;
    case TimerKind::fieldwork:
    case TimerKind::conference:
      return assessments_[timer.subject].household;
    case TimerKind::challenge:
      return contacts_[timer.subject].household;
    case TimerKind::visit:
    case TimerKind::review:
    case TimerKind::caf_review:
    case TimerKind::earlier_file:
    case TimerKind::adult_removed:
      return HouseholdId{timer.subject};
    case TimerKind::audit:
    case TimerKind::sample:
      break;
  }
  return HouseholdId::none();
}

void World::foresee() {
  if (foreseen_ == agenda_.turned()) return;
  foreseen_ = agenda_.turned();
  using Foresight = workforce::Workforce::Foresight;
  const auto timer = [this](std::size_t ahead) -> const Timer* {
    const Event* event = agenda_.ahead(ahead);
    return event != nullptr ? std::get_if<Timer>(event) : nullptr;
  };
  const auto slot_of = [](const Timer& t) {
    return t.kind == TimerKind::caf_review ? slots::family_support : slots::social_worker;
  };
  if (const Timer* t = timer(subject_ahead)) {
    if (t->kind == TimerKind::call) {
      kernel::fetch(&calls_[t->subject]);
    } else if (t->kind == TimerKind::fieldwork || t->kind == TimerKind::conference) {
      kernel::fetch(&assessments_[t->subject]);
    } else if (t->kind == TimerKind::challenge) {
      kernel::fetch(&contacts_[t->subject]);
    }
  }
  if (const Timer* t = timer(household_ahead)) {
    if (const HouseholdId household = household_of(*t); household.valid()) {
      kernel::fetch(&family_of_[household.value()]);
      truth_.foresee(household);
      workforce_.foresee({household, slot_of(*t)}, Foresight::place);
    }
  }
  if (const Timer* t = timer(family_ahead)) {
    if (const HouseholdId household = household_of(*t); household.valid()) {
      if (const std::uint32_t place = family_of_[household.value()]; place != nothing)
        kernel::fetch(&families_[place]);
      truth_.foresee_children(household);
      workforce_.foresee({household, slot_of(*t)}, Foresight::itself);
    }
  }
  if (const Timer* t = timer(work_ahead)) {
    if (const HouseholdId household = household_of(*t); household.valid())
      workforce_.foresee({household, slot_of(*t)}, Foresight::tasks);
  }
}

}  // namespace lscb::world
