// What is counted: histories of children, flows and levels of the organisation. It reads both worlds and
// changes neither.
#include <algorithm>

#include "measures/figures.h"
#include "world/histories.h"
#include "world/slots.h"
#include "world/task.h"
#include "world/world.h"

namespace lscb::world {

using measures::Route;
using measures::ServiceKind;

TaskId World::add(const workforce::Task& task) {
  return service_->add(task, now_, work_out_);
}

workforce::Task World::make_task(pathway::Work work, HouseholdId household, kernel::Cause cause, int children,
                                 Instant due, std::uint64_t payload) const {
  workforce::Task task = task_of(p_.pathway, work, household, cause, children, due, payload);
  hold_to_standards(work, task);
  switch (work) {
    case pathway::Work::screening:
    case pathway::Work::referral_checks:
      task.assignee = workforce::Assignee::in_pool(duty_team(household), spec::Role::practitioner);
      break;
    case pathway::Work::referral_decision:
    case pathway::Work::challenge:
      task.assignee = workforce::Assignee::in_pool(duty_team(household), spec::Role::social_worker);
      break;
    default:
      task.assignee = workforce::Assignee::of_case(slots::social_worker);
      break;
  }
  return task;
}

void World::count_contact(Contact& contact, std::uint32_t number, const PendingCall& call) {
  const Family& known = family(contact.household);
  if (counts()) {
    ++tally_.contacts;
    ++tally_.contacts_by[spec::index(contact.referrer)];
    tally_.contact_children += __builtin_popcount(contact.children);
  }
  const Children assessed =
      known.assessment == nothing ? Children{0} : assessments_[known.assessment].children;
  const auto high = static_cast<Children>(known.plans[index(PlanKind::protection)].children |
                                          known.plans[index(PlanKind::looked_after)].children);
  const Children low = known.plans[index(PlanKind::child_in_need)].children;
  for_each_child(contact.household, contact.children, [&](int i, ChildId child) {
    measures::ContactPoint point;
    point.contact = number;
    point.incident_at = call.incident_at;
    point.at = now_;
    point.under_assessment = (assessed >> i & 1U) != 0;
    point.plan_covers = (high >> i & 1U) != 0 ? 3 : ((low >> i & 1U) != 0 ? 2 : 0);
    const auto place = log_.contacts.append(child, point);
    if (contact.first_point == nothing) contact.first_point = place;
  });
  note(contact.household, trace::Told{contact.cause,
                                      contact.referrer,
                                      {contact.children},
                                      contact.signal,
                                      contact.specific,
                                      contact.emergency,
                                      call.incident});
  fingerprint(static_cast<std::uint64_t>(number) << 32 ^ static_cast<std::uint64_t>(now_.count()));
}

void World::set_route(Contact& contact, Route route) {
  Family& known = family(contact.household);
  if (counts() && (route == Route::no_further_action || route == Route::information_and_advice)) {
    ++tally_.turned_away_by[spec::index(contact.referrer)];
  }
  if (!contact.decided) known.file.chronology.add(contact.signal, now_, contact.specific);
  contact.decided = true;
  contact.route = route;
  std::uint32_t point = contact.first_point;
  for_each_child(contact.household, contact.children,
                 [&](int, ChildId) { log_.contacts.at(point++).route = route; });
  note(contact.household, trace::Decided{contact.cause, route});
  fingerprint(static_cast<std::uint64_t>(contact.at.count()) << 8 ^ static_cast<std::uint64_t>(route));
  if (contact.joined != nothing) set_route(contacts_[contact.joined], route);
}

void World::open_span(HouseholdId household, int position, ServiceKind kind) {
  auto& span = family(household).spans[static_cast<std::size_t>(position)][static_cast<std::size_t>(kind)];
  if (span != nothing) return;
  span = log_.services.append(child_at(household, position), {kind, now_, Instant::never()});
  note(household, trace::ServiceBegins{{static_cast<std::uint8_t>(position)}, kind});
}

void World::close_span(HouseholdId household, int position, ServiceKind kind) {
  auto& span = family(household).spans[static_cast<std::size_t>(position)][static_cast<std::size_t>(kind)];
  if (span == nothing) return;
  log_.services.at(span).to = now_;
  note(household, trace::ServiceEnds{{static_cast<std::uint8_t>(position)}, kind});
  span = nothing;
}

std::uint32_t World::start_clock(pathway::ClockKind kind, Instant started, HouseholdId household,
                                 Children children) {
  Instant all_left = now_;
  for_each_child(household, children,
                 [&](int, ChildId child) { all_left = std::max(all_left, truth_.leaves(child)); });
  note(household, trace::ClockStarted{kind, started, pathway::due(kind, started)});
  return clocks_.start(kind, started, __builtin_popcount(children), all_left, now_);
}

std::uint32_t World::start_plan_clock(pathway::ClockKind kind, Instant started, HouseholdId household,
                                      int children) {
  note(household, trace::ClockStarted{kind, started, pathway::due(kind, started)});
  return clocks_.start(kind, started, children, Instant::never());
}

static_assert(measures::ClockBook::none == nothing);

void World::clock_lapsed(HouseholdId household, std::uint32_t clock) {
  note_ending(household, clock, trace::Ending::lapsed);
  clocks_.lapse(clock, now_);
}

void World::note_ending(HouseholdId household, std::uint32_t clock, trace::Ending how) const {
  if (const auto running = clocks_.running(clock))
    note(household, trace::ClockEnded{running->kind, how, running->limit});
}

void World::clock_stopped(HouseholdId household, pathway::ClockKind kind, Instant started,
                          std::uint32_t clock) {
  note_ending(household, clock, trace::Ending::done);
  clocks_.stop(clock, now_);
  if (!counts()) return;
  auto& count = tally_.clocks[static_cast<std::size_t>(kind)];
  ++count.total;
  if (now_ <= pathway::due(kind, started)) ++count.met;
}

void World::refresh_staff_cost() {
  for (int t = 0; t < workforce_.team_count(); ++t) {
    const TeamId team{static_cast<TeamId::Value>(t)};
    for (int r = 0; r < spec::role_count; ++r) {
      const auto role = static_cast<spec::Role>(r);
      const auto heads = workforce_.headcount(team, role);
      accounts_.set_staff(
          team, role,
          {heads.permanent, heads.agency, heads.permanent_less + heads.agency_less, heads.agency_less}, now_);
    }
  }
}

void World::sample_levels() {
  if (now_ >= quarters_.next_levels()) count_quarter_end();
  count_paid_week();
  // A week's level is taken at its start; the part of the week inside the window counts.
  const Instant from = std::max(now_, counted_.from);
  const Instant to = std::min(now_ + weeks(1), counted_.to);
  if (to <= from) return;
  const std::int64_t minutes = (to - from).count();
  const measures::StaffLevels levels = staff_levels();
  tally_.unallocated_children += levels.unallocated_children * minutes;
  if (now_ + weeks(1) >= counted_.to) {
    tally_.unallocated_children_at_end = levels.unallocated_children;
    count_waiting_at_end();
  }
  tally_.held_cases += levels.held_cases * minutes;
  tally_.social_worker_posts += levels.posts * minutes;
  tally_.filled_social_worker_posts += (levels.permanent + levels.agency) * minutes;
  tally_.ill_social_workers += levels.ill * minutes;
  tally_.agency_social_workers += levels.agency * minutes;
  tally_.caf_children += caf_children_ * minutes;
  tally_.protection_plans_children += plan_children_[index(PlanKind::protection)] * minutes;
  tally_.child_in_need_plans_children += plan_children_[index(PlanKind::child_in_need)] * minutes;
  tally_.looked_after_children += plan_children_[index(PlanKind::looked_after)] * minutes;
}

void World::count_up(Outcome& outcome) {
  count_money();
  for (std::size_t kind = 0; kind < tally_.work.size(); ++kind) {
    for (std::size_t role = 0; role < spec::role_count; ++role) {
      tally_.work[kind][role] = work_at_end_[kind][role] - work_before_[kind][role];
    }
  }

  clocks_.count(counted_, tally_.limits);
  count_quarters();

  measures::Counter counter{
      counted_, {begin_, end_}, design_->area.assessment_rules, design_->area.centres.size()};
  if (decisions_) {
    counter.on_missed([this](const measures::Opportunity& missed) { decisions_->count(missed, p_.door); });
  }
  std::optional<measures::HindsightCounter> hindsight;
  if (reference_) hindsight.emplace(counted_, Interval{begin_, end_});
  each_history([&](const measures::ChildHistory& history, const life::Household& household, kernel::Cause) {
    if (watch_ != nullptr && watch_->child) watch_->child(history, household);
    counter.add(history);
    if (hindsight) hindsight->add(history);
    quarters_.add(history);
  });
  outcome.figures = counter.finish(tally_);
  outcome.by_catchment = counter.by_catchment();
  if (decisions_) outcome.decisions = decisions_->tally();
  if (hindsight) outcome.hindsight = hindsight->finish();
  outcome.quarterly = quarters_.finish();
  outcome.case_work = case_work_.record();
}

}  // namespace lscb::world
