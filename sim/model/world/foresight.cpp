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

HouseholdId World::household_of(const Event& event) const {
  if (const auto* wake = std::get_if<life::Event>(&event)) return wake->household;
  if (const auto* work = std::get_if<workforce::Event>(&event)) return workforce_.household_of(*work);
  const auto* timer = std::get_if<Timer>(&event);
  switch (timer->kind) {
    case TimerKind::call:
      return calls_[timer->subject].household;
    case TimerKind::fieldwork:
    case TimerKind::conference:
      return assessments_[timer->subject].household;
    case TimerKind::challenge:
      return contacts_[timer->subject].household;
    case TimerKind::visit:
    case TimerKind::review:
    case TimerKind::caf_review:
    case TimerKind::earlier_file:
    case TimerKind::adult_removed:
      return HouseholdId{timer->subject};
    case TimerKind::audit:
    case TimerKind::sample:
    case TimerKind::supervision:
    case TimerKind::unit_meeting:
    case TimerKind::coaching:
    case TimerKind::finance_report:
      break;
  }
  return HouseholdId::none();
}

void World::foresee() {
  if (alone_ != nullptr) return;  // there is little to go through
  using Foresight = workforce::Workforce::Foresight;
  if (foreseen_ == agenda_.turned()) return;
  foreseen_ = agenda_.turned();
  if (const Event* event = agenda_.ahead(subject_ahead)) fetch_subject(*event);

  const auto household_at = [this](const Event* event) {
    return event != nullptr ? household_of(*event) : HouseholdId::none();
  };
  // A wake-up of the truth seldom comes to services' side.
  const auto work_of = [](const Event& event, HouseholdId household) {
    const auto* timer = std::get_if<Timer>(&event);
    const bool caf = timer != nullptr && timer->kind == TimerKind::caf_review;
    return workforce::CaseRef{household, caf ? slots::family_support : slots::social_worker};
  };
  const auto of_services = [](const Event& event) { return !std::holds_alternative<life::Event>(event); };

  const Event* event = agenda_.ahead(household_ahead);
  if (const HouseholdId next = household_at(event); next.valid()) {
    truth_.foresee(next);
    if (of_services(*event)) {
      kernel::fetch(&family_of_[next.value()]);
      workforce_.foresee(work_of(*event, next), Foresight::place);
    }
  }
  event = agenda_.ahead(family_ahead);
  if (const HouseholdId next = household_at(event); next.valid()) {
    truth_.foresee_children(next);
    if (of_services(*event)) {
      if (const std::uint32_t place = family_of_[next.value()]; place != nothing)
        kernel::fetch(&families_[place]);
      workforce_.foresee(work_of(*event, next), Foresight::itself);
    }
  }
  event = agenda_.ahead(work_ahead);
  if (event == nullptr || !of_services(*event)) return;
  if (const HouseholdId next = household_of(*event); next.valid())
    workforce_.foresee(work_of(*event, next), Foresight::tasks);
}

void World::fetch_subject(const Event& event) const {
  if (const auto* work = std::get_if<workforce::Event>(&event)) workforce_.foresee(*work);
  const auto* timer = std::get_if<Timer>(&event);
  if (timer == nullptr) return;
  if (timer->kind == TimerKind::call) {
    kernel::fetch(&calls_[timer->subject]);
  } else if (timer->kind == TimerKind::fieldwork || timer->kind == TimerKind::conference) {
    kernel::fetch(&assessments_[timer->subject]);
  } else if (timer->kind == TimerKind::challenge) {
    kernel::fetch(&contacts_[timer->subject]);
  }
}

}  // namespace lscb::world
