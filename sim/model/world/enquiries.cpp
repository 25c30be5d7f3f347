// Enquiries (s47) and conferences.
#include <algorithm>
#include <array>

#include "world/causes.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using measures::AssessmentKind;
using pathway::ClockKind;
using pathway::Next;
using pathway::Work;

void World::begin_enquiry(HouseholdId household, Children children, kernel::Cause trigger,
                          std::uint32_t contact) {
  // An enquiry takes over from an assessment that is under way, for its children too.
  const std::uint32_t under_way = family(household).assessment;
  if (under_way != nothing) {
    children = static_cast<Children>(children | assessments_[under_way].children);
    clock_lapsed(household, assessments_[under_way].clock);
    give_up(under_way);
  }
  begin_assessment(household, children, AssessmentKind::section47, now_, trigger.child(causes::enquiry),
                   contact);
}

void World::enquiry_made(std::uint32_t number, const workforce::TaskDone& done) {
  // Children seen at once, police and health at the table, no time to reflect.
  const Assessment a = assessments_[number];
  Family& known = family(a.household);
  observe::Care care;
  care.chronology_read = by_reference() || known.file.in_view >= 0.5;
  care.reflected = false;
  care.inexperience = by_reference() ? 0.0 : inexperience(done.worker);
  note(a.household, trace::Experience{care.inexperience});
  const kernel::Cause cause = a.cause.child(causes::enquiry);
  ask_partners(a.household, cause);
  int most = 0;
  std::array<int, most_children> findings{};
  for_each_child(
      a.household, static_cast<Children>(a.children & children_here(a.household)), [&](int i, ChildId child) {
        const int found =
            observe::find_need(p_.observe, truth_of(a.household, child), care, key_, cause, cause_of(child));
        most = std::max(most, found);
        findings[static_cast<std::size_t>(i)] = found;
      });
  Children confirmed = 0;  // for whom most was found
  for (int i = 0; i < most_children; ++i) {
    if ((a.children >> i & 1U) != 0 && findings[static_cast<std::size_t>(i)] == most) {
      confirmed = static_cast<Children>(confirmed | 1U << i);
    }
  }
  confirmed = static_cast<Children>(confirmed & children_here(a.household));
  seek_removal_of_adult(a.household, cause);
  switch (pathway::after_section47(p_.pathway, most, pressure_on_decisions(a.household), {key_, cause})) {
    case Next::accommodation:
      take(Branch::enquiry_accommodation, a.household);
      if (counts()) tally_.accommodated_children += __builtin_popcount(born(a.household, confirmed));
      begin_plan(a.household, PlanKind::looked_after, confirmed, cause);
      break;
    case Next::conference:
      take(Branch::enquiry_conference, a.household);
      assessments_[number].to_conference = confirmed;
      assessments_[number].enquiry_found = static_cast<std::uint8_t>(most);
      assessments_[number].conference_clock =
          start_clock(ClockKind::conference, a.begun, a.household, confirmed);
      known.conference = number;
      if (is_chaired(a.household)) {
        ask_chair(a.household, cause, pathway::due(ClockKind::conference, a.begun), number);
      } else {
        schedule(conference_notice_ends(a.begun), Timer{TimerKind::conference, 0, 0, number});
      }
      break;
    // Not confirmed, or not for a conference: the core assessment decides when it is done.
    case Next::child_in_need:
      take(Branch::enquiry_child_in_need, a.household);
      break;
    case Next::caf:
      take(Branch::enquiry_caf, a.household);
      break;
    default:
      take(Branch::enquiry_closed, a.household);
      break;
  }
}

Instant World::conference_notice_ends(Instant begun) const {
  const double minutes = p_.pathway.conference_notice_days * WorkingCalendar::office_minutes;
  return calendar_.add_office_time(begun, Minutes{static_cast<std::int64_t>(minutes)});
}

void World::conference_due(std::uint32_t number) {
  const Assessment& a = assessments_[number];
  if ((a.to_conference & children_here(a.household)) == 0) {
    family(a.household).conference = nothing;
    close_case(a.household, a.cause.child(causes::conference));
    return;
  }
  if (!service_->requested({a.household, slots::social_worker})) hold_case(a.household);
  workforce::Task task =
      make_task(Work::conference, a.household, a.cause.child(causes::conference),
                __builtin_popcount(a.to_conference), pathway::due(ClockKind::conference, a.begun), number);
  task.assignee = workforce::Assignee::of_case(slots::social_worker);
  add(task);
}

void World::ask_chair(HouseholdId household, kernel::Cause cause, Instant due, std::uint64_t payload) {
  workforce::Task task = make_task(Work::chairing, household, cause.child(causes::chairing), 1, due, payload);
  task.assignee = workforce::Assignee::in_pool(long_term_team(household), spec::Role::conference_chair);
  add(task);
}

bool World::is_chaired(HouseholdId household) {
  const TeamId team = long_term_team(household);
  return outside(Reading::chaired, team.value(), household, 0.0, [&] { return supervision_.chaired(team); }) >
         0.0;
}

void World::chaired(const workforce::TaskDone& done) {
  if ((done.task.payload & review_bit) == 0) {
    const auto number = static_cast<std::uint32_t>(done.task.payload);
    schedule(conference_notice_ends(assessments_[number].begun), Timer{TimerKind::conference, 0, 0, number});
  } else {
    review_called(done.task.household, done.task.payload & ~review_bit);
  }
}

void World::conference_held(const workforce::TaskDone& done) {
  const Assessment a = assessments_[static_cast<std::uint32_t>(done.task.payload)];
  clock_stopped(a.household, ClockKind::conference, a.begun, a.conference_clock);
  family(a.household).conference = nothing;
  const auto children = static_cast<Children>(a.to_conference & children_here(a.household));
  if (children == 0) {
    close_case(a.household, done.task.cause);
    return;
  }
  if (counts()) tally_.conference_children += __builtin_popcount(children);
  // It has the core assessment before it, or what the enquiry found where that is not done.
  const bool assessed = log_.assessments.at(a.first_point).completed != Instant::never();
  const int found = assessed ? most_found(a, children) : a.enquiry_found;
  switch (pathway::after_conference(p_.pathway, found, {key_, done.task.cause})) {
    case Next::protection:
      take(Branch::conference_protection, a.household);
      family(a.household).file.label = record::Label::protection;
      begin_plan(a.household, PlanKind::protection, children, a.cause);
      break;
    case Next::child_in_need:
      take(Branch::conference_child_in_need, a.household);
      begin_plan(a.household, PlanKind::child_in_need, children, a.cause);
      break;
    case Next::caf:
      take(Branch::conference_caf, a.household);
      end_in_caf(a.household, children, a.cause);
      break;
    default:
      take(Branch::conference_closed, a.household);
      close_case(a.household, a.cause);
      break;
  }
}

}  // namespace lscb::world
