// Plans: child in need, protection, looked after. They act only through visits that are made.
#include <algorithm>

#include "effect/services.h"
#include "kernel/distributions.h"
#include "world/by_whom.h"
#include "world/causes.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using measures::ServiceKind;
using pathway::ClockKind;
using pathway::Next;
using pathway::Work;

namespace {

ServiceKind service_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::child_in_need:
      return ServiceKind::child_in_need;
    case PlanKind::protection:
      return ServiceKind::protection;
    case PlanKind::looked_after:
      break;
  }
  return ServiceKind::looked_after;
}

Work visit_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::child_in_need:
      return Work::child_in_need_visit;
    case PlanKind::protection:
      return Work::protection_visit;
    case PlanKind::looked_after:
      break;
  }
  return Work::looked_after_visit;
}

Minutes interval_of(PlanKind kind) {
  switch (kind) {
    case PlanKind::child_in_need:
      return pathway::child_in_need_visit_interval;
    case PlanKind::protection:
      return pathway::protection_visit_interval;
    case PlanKind::looked_after:
      break;
  }
  return pathway::looked_after_visit_interval;
}

std::uint64_t payload_of(PlanKind kind, std::uint16_t token) {
  return static_cast<std::uint64_t>(kind) << 16 | token;
}

}  // namespace

// A review conference is called two weeks ahead, its chair asked two weeks before; the other reviews take
// place within visits.
Minutes World::review_notice(HouseholdId household, PlanKind kind) {
  if (kind != PlanKind::protection) return Minutes{};
  return is_chaired(household) ? weeks(4) : weeks(2);
}

Minutes World::review_period(PlanKind kind, int reviews) const {
  switch (kind) {
    case PlanKind::child_in_need:
      return days(static_cast<std::int64_t>(7.0 * p_.pathway.child_in_need_review_weeks));
    case PlanKind::protection:
      return add_months(now_, reviews == 0 ? 3 : 6) - now_;
    case PlanKind::looked_after:
      break;
  }
  // Looked-after reviews: four weeks, three months, then six.
  return reviews == 0 ? weeks(4) : add_months(now_, reviews == 1 ? 3 : 6) - now_;
}

void World::begin_rhythm(HouseholdId household, PlanKind kind, Children children, kernel::Cause cause,
                         double elapsed) {
  Plan& plan = family(household).plan(kind);
  ++plan.token;
  const auto share_of = [](Minutes whole, double share) {
    return Minutes{static_cast<std::int64_t>(static_cast<double>(whole.count()) * share)};
  };
  const Minutes review = review_period(kind, 0);
  plan.since = now_ - share_of(review, elapsed);
  plan.review_clock = plan.since;
  plan.cause = cause.child(causes::plan, static_cast<std::uint64_t>(kind));
  const Outcomes outcomes = outcomes_of_plan(household, plan.cause);
  plan.measurable = outcomes.measurable;
  plan.outcomes_by_standard = outcomes.by_standard;
  // Plans are too short for each to see the whole round; together they see all of it. Of the higher plans a
  // social worker makes the first visit.
  const bool any_turn = kind == PlanKind::child_in_need;
  plan.first_turn = any_turn ? static_cast<std::uint16_t>(100.0 * uniform(plan.cause, 12)) : std::uint16_t{0};
  plan.visits = plan.visits_made = 0;
  plan.reviews = 0;
  plan.visit_open = false;
  plan.review_open = false;
  plan.delivered = Delivery{elapsed > 0.0 ? 1.0 : 0.0};  // a plan acts once somebody comes
  if (kind == PlanKind::protection) {  // the plan's end ends its clocks, and so does the last child's going
    const int count = __builtin_popcount(children);
    plan.core_group_clock =
        elapsed > 0.0 ? nothing : start_plan_clock(ClockKind::core_group, plan.since, household, count);
    plan.next_review_clock = start_plan_clock(ClockKind::first_review, plan.since, household, count);
  }
  const auto detail = static_cast<std::uint8_t>(kind);
  // The first visit comes within a week, for a child in need at half a rhythm; for a protection plan it is
  // the first core group.
  const Minutes first_visit =
      kind == PlanKind::child_in_need ? Minutes{interval_of(kind).count() / 2} : days(5);
  schedule(now_ + (elapsed > 0.0 ? share_of(interval_of(kind), 1.0 - elapsed) : first_visit),
           Timer{TimerKind::visit, detail, plan.token, household.value()});
  schedule(plan.since + review - review_notice(household, kind),
           Timer{TimerKind::review, detail, plan.token, household.value()});
}

void World::begin_plan(HouseholdId household, PlanKind kind, Children asked, kernel::Cause cause,
                       double elapsed) {
  if (kind == PlanKind::looked_after) {
    // No power reaches a child before birth: there is a plan for the unborn, and the rest is decided when it
    // is born.
    const auto unborn = static_cast<Children>(asked & children_here(household) & ~born(household, asked));
    if (unborn != 0) begin_plan(household, PlanKind::protection, unborn, cause.child(causes::plan));
    asked = static_cast<Children>(asked & ~unborn);
    if (asked == 0) return;
  }
  Family& known = family(household);
  const Children higher =
      kind == PlanKind::child_in_need
          ? static_cast<Children>(known.plan(PlanKind::protection).children |
                                  known.plan(PlanKind::looked_after).children)
          : (kind == PlanKind::protection ? known.plan(PlanKind::looked_after).children : Children{0});
  Plan& plan = known.plan(kind);
  const auto joining = static_cast<Children>(asked & children_here(household) & ~higher & ~plan.children);
  if (joining == 0) {
    close_case(household, cause);  // unless something else is held
    return;
  }
  if (kind != PlanKind::child_in_need) end_plan(household, PlanKind::child_in_need, joining);
  if (kind == PlanKind::looked_after) end_plan(household, PlanKind::protection, joining);
  if (known.caf.state != CafState::none) end_caf(household);
  if (plan.children == 0) begin_rhythm(household, kind, joining, cause, elapsed);
  plan.children = static_cast<Children>(plan.children | joining);
  const int count = __builtin_popcount(joining);
  plan_children_[index(kind)] += count;
  for_each_child(household, joining, [&](int i, ChildId) { open_span(household, i, service_of(kind)); });
  if (kind == PlanKind::looked_after)
    accounts_.set_placements(static_cast<int>(plan_children_[index(kind)]), now_);
  if (counts()) {
    if (kind == PlanKind::protection) tally_.protection_plan_children += count;
    if (kind == PlanKind::child_in_need) tally_.child_in_need_plan_children += count;
  }
  const bool to_unit = !known.left_unit && give_to_unit(known);
  const TeamId team = known.unit.valid() ? known.unit : long_term_team(household);
  const int urgency = urgency_of(known);
  const workforce::CaseRef ref{household, slots::social_worker};
  if (!service_->requested(ref)) {
    service_->request(ref, team, spec::Role::social_worker, urgency, now_, work_out_);
  } else if (to_unit || (!known.unit.valid() && !known.with_long_term)) {
    service_->move_case(ref, team, spec::Role::social_worker, urgency, now_, work_out_);
  } else {
    service_->set_urgency(ref, urgency);
  }
  known.with_long_term = true;
  const workforce::CaseRef practitioner{household, slots::practitioner};
  if (!service_->requested(practitioner)) {
    const bool here = has_posts(household, team, spec::Role::practitioner);
    service_->request(practitioner, here ? team : long_term_team(household), spec::Role::practitioner,
                      urgency, now_, work_out_);
  }
  refresh_influence(household);
}

void World::end_plan(HouseholdId household, PlanKind kind, Children asked) {
  Plan& plan = family(household).plan(kind);
  const auto leaving = static_cast<Children>(asked & plan.children);
  if (leaving == 0) return;
  plan.children = static_cast<Children>(plan.children & ~leaving);
  plan_children_[index(kind)] -= __builtin_popcount(leaving);
  if (plan.children == 0) {
    ++plan.token;
    if (plan.visit_open) service_->cancel(plan.visit, now_, work_out_);
    plan.visit_open = false;
    clock_lapsed(household, plan.core_group_clock);
    clock_lapsed(household, plan.next_review_clock);
  }
  for_each_child(household, leaving, [&](int i, ChildId) { close_span(household, i, service_of(kind)); });
  if (kind == PlanKind::looked_after)
    accounts_.set_placements(static_cast<int>(plan_children_[index(kind)]), now_);
  refresh_influence(household);
}

void World::refresh_influence(HouseholdId household) {
  const Family& known = family(household);
  for_each_child(household, children_here(household), [&](int i, ChildId child) {
    const auto held = [&](PlanKind kind) { return (known.plans[index(kind)].children >> i & 1U) != 0; };
    effect::Services services;
    services.looked_after = held(PlanKind::looked_after);
    if (held(PlanKind::protection))
      services.protection_delivered = known.plans[index(PlanKind::protection)].delivered.felt();
    if (held(PlanKind::child_in_need)) {
      services.child_in_need_delivered = known.plans[index(PlanKind::child_in_need)].delivered.felt();
    }
    if (known.caf.state == CafState::active && (known.caf.children >> i & 1U) != 0) {
      services.caf_delivered = known.caf.delivered.felt();
    }
    const life::Influence wanted = effect::influence(p_.effect, services);
    const life::Influence& present = truth_.influence(child);
    if (wanted.up_factor != present.up_factor || wanted.down_factor != present.down_factor ||
        wanted.protection != present.protection || wanted.removed != present.removed) {
      truth_.set_influence(child, wanted, now_, life_out_);
    }
  });
}

void World::visit_due(HouseholdId household, PlanKind kind, std::uint16_t token) {
  Plan& plan = family(household).plan(kind);
  if (plan.token != token || plan.children == 0) return;
  schedule(now_ + interval_of(kind),
           Timer{TimerKind::visit, static_cast<std::uint8_t>(kind), token, household.value()});
  if (plan.visit_open) {  // the last has not been made: it is missed, and whose turn is next is asked
    take(Branch::visit_missed, household);
    service_->cancel(plan.visit, now_, work_out_);
    if (plan.delivered.add(0.0, p_.effect.delivery_memory_visits)) refresh_influence(household);
  }
  const Work work = visit_of(kind);
  workforce::Task task =
      make_task(work, household, plan.cause.child(causes::visit, plan.visits),
                __builtin_popcount(plan.children), now_ + interval_of(kind), payload_of(kind, token));
  // A plan's outcomes are written at its first visit.
  if (plan.visits_made == 0 && plan.outcomes_by_standard) {
    task.core += hours(p_.pathway.hours_measurable_outcomes);
  }
  switch (pathway::visitor(p_.pathway, work, plan.first_turn + plan.visits)) {
    case spec::Role::family_support_worker:
      task.assignee = workforce::Assignee::in_pool(centre_team(household), spec::Role::family_support_worker);
      break;
    case spec::Role::practitioner:
      task.assignee = workforce::Assignee::of_case(slots::practitioner);
      break;
    default:
      task.assignee = workforce::Assignee::of_case(slots::social_worker);
      break;
  }
  ++plan.visits;
  plan.visit_open = true;
  relieve(task);
  plan.visit = add(task);
}

void World::visit_made(const workforce::TaskDone& done) {
  const auto kind = static_cast<PlanKind>(done.task.payload >> 16);
  Family& known = family(done.task.household);
  Plan& plan = known.plan(kind);
  if (plan.token != static_cast<std::uint16_t>(done.task.payload & 0xffff)) return;
  const bool first = ++plan.visits_made == 1;
  if (kind == PlanKind::protection && first) {
    clock_stopped(done.task.household, ClockKind::core_group, plan.since, plan.core_group_clock);
  }
  plan.visit_open = false;
  if (counts()) {
    ++tally_.visits_by[measures::index(done_by(done.worker, now_))];
    ++tally_.visits_by_role[spec::index(done.worker.role)];
  }
  // A visit without seeing the children counts for half.
  const double worth = care_of(done).child_seen ? 1.0 : 0.5;
  const bool nothing_yet = first && plan.delivered.share() == 0.0;
  const bool felt = plan.delivered.add(worth, nothing_yet ? 1.0 : p_.effect.delivery_memory_visits);
  if (worth == 1.0 && known.file.adult_known) look_for_adult(done.task.household, done.task.cause);
  if (done.worker.qualified) known.file.in_view += 0.5 * (1.0 - known.file.in_view);
  if (felt) refresh_influence(done.task.household);
}

void World::review_due(HouseholdId household, PlanKind kind, std::uint16_t token) {
  Family& known = family(household);
  Plan& plan = known.plan(kind);
  if (plan.token != token || plan.children == 0) return;
  const Timer timer{TimerKind::review, static_cast<std::uint8_t>(kind), token, household.value()};
  if (kind == PlanKind::protection) {
    if (plan.review_open) return;
    plan.review_open = true;
    if (is_chaired(household)) {
      ask_chair(household, plan.cause.child(causes::review, plan.reviews),
                now_ + review_notice(household, kind), review_bit | payload_of(kind, token));
    } else {
      review_called(household, payload_of(kind, token));
    }
    return;
  }
  // These reviews take place within the visits: what was seen lately is what is known.
  observe::Care care;
  care.child_seen = plan.delivered.share() >= 0.5;
  care.chronology_read = known.file.in_view >= 0.5;
  care.checks_made = false;
  care.reflected = plan.delivered.share() >= 0.75;
  const bool waits = service_->waits({household, slots::social_worker});
  note(household, trace::CaseWaits{waits});
  if (waits) {
    // Nobody holds the case: a manager goes through the list on paper.
    take(Branch::reviewed_on_paper, household);
    care = observe::Care{};
    care.child_seen = care.chronology_read = care.checks_made = care.reflected = false;
  }
  const kernel::Cause cause = plan.cause.child(causes::review, plan.reviews);
  ++plan.reviews;
  schedule(now_ + review_period(kind, plan.reviews), timer);
  if (kind == PlanKind::child_in_need) {
    child_in_need_review(household, care, cause);
  } else if (waits) {
    take(Branch::looked_after_review_carried_on, household);  // no child goes home on paper
  } else {
    looked_after_review(household, care, cause);
  }
}

void World::review_called(HouseholdId household, std::uint64_t payload) {
  const Plan& plan = family(household).plan(PlanKind::protection);
  if (plan.token != static_cast<std::uint16_t>(payload & 0xffff) || plan.children == 0) return;
  workforce::Task task =
      make_task(Work::review_conference, household, plan.cause.child(causes::review, plan.reviews),
                __builtin_popcount(plan.children), now_ + weeks(2), payload);
  task.assignee = workforce::Assignee::of_case(slots::social_worker);
  add(task);
}

void World::review_held(const workforce::TaskDone& done) {
  const HouseholdId household = done.task.household;
  Plan& plan = family(household).plan(PlanKind::protection);
  const auto token = static_cast<std::uint16_t>(done.task.payload & 0xffff);
  if (plan.token != token || plan.children == 0) return;
  clock_stopped(household, plan.reviews == 0 ? ClockKind::first_review : ClockKind::later_review,
                plan.review_clock, plan.next_review_clock);
  const kernel::Cause cause = plan.cause.child(causes::review, plan.reviews);
  ++plan.reviews;
  plan.review_open = false;
  plan.review_clock = now_;
  plan.next_review_clock =
      start_plan_clock(ClockKind::later_review, now_, household, __builtin_popcount(plan.children));
  schedule(
      now_ + review_period(PlanKind::protection, plan.reviews) -
          review_notice(household, PlanKind::protection),
      Timer{TimerKind::review, static_cast<std::uint8_t>(PlanKind::protection), token, household.value()});
  observe::Care care = care_of(done);
  care.child_seen = plan.delivered.share() >= 0.5;
  protection_review(household, care, cause);
}

void World::protection_review(HouseholdId household, const observe::Care& care, kernel::Cause cause) {
  const Plan plan = family(household).plan(PlanKind::protection);
  Children stepping_down = 0;
  Children to_court = 0;
  for_each_child(
      household, static_cast<Children>(plan.children & children_here(household)), [&](int i, ChildId child) {
        const int found =
            observe::find_need(p_.observe, truth_of(household, child), care, key_, cause, cause_of(child));
        const kernel::Cause own = cause.child(causes::review, static_cast<std::uint64_t>(i));
        switch (pathway::after_protection_review(p_.pathway, found, now_ - plan.since, {key_, own},
                                                 plan.measurable)) {
          case Next::proceedings:
            to_court = static_cast<Children>(to_court | 1U << i);
            break;
          case Next::child_in_need:
            stepping_down = static_cast<Children>(stepping_down | 1U << i);
            break;
          default:
            take(Branch::protection_review_carried_on, household);
            break;
        }
      });
  if (to_court != 0) {
    take(Branch::proceedings, household);
    if (counts()) tally_.proceedings_children += __builtin_popcount(born(household, to_court));
    begin_plan(household, PlanKind::looked_after, to_court, cause);
  }
  if (stepping_down != 0) {
    take(Branch::protection_review_stepped_down, household);
    end_plan(household, PlanKind::protection, stepping_down);
    begin_plan(household, PlanKind::child_in_need, stepping_down, cause);
  }
  seek_removal_of_adult(household, cause);
}

void World::child_in_need_review(HouseholdId household, const observe::Care& care, kernel::Cause cause) {
  const Plan plan = family(household).plan(PlanKind::child_in_need);
  Children closing = 0;
  Children to_caf = 0;
  Children to_enquiry = 0;
  for_each_child(
      household, static_cast<Children>(plan.children & children_here(household)), [&](int i, ChildId child) {
        const int found =
            observe::find_need(p_.observe, truth_of(household, child), care, key_, cause, cause_of(child));
        const kernel::Cause own = cause.child(causes::review, static_cast<std::uint64_t>(i));
        switch (pathway::after_child_in_need_review(p_.pathway, found, pressure_on_decisions(household),
                                                    {key_, own}, plan.measurable)) {
          case Next::strategy_discussion:
            to_enquiry = static_cast<Children>(to_enquiry | 1U << i);
            break;
          case Next::caf:
            to_caf = static_cast<Children>(to_caf | 1U << i);
            break;
          case Next::close:
            closing = static_cast<Children>(closing | 1U << i);
            break;
          default:
            take(Branch::child_in_need_review_carried_on, household);
            break;
        }
      });
  if (to_enquiry != 0 && family(household).assessment == nothing) {
    take(Branch::child_in_need_review_enquiry, household);
    begin_enquiry(household, to_enquiry, cause, nothing);
  }
  const auto ending = static_cast<Children>(closing | to_caf);
  if (ending == 0) return;
  take(Branch::child_in_need_review_closed, household);
  end_plan(household, PlanKind::child_in_need, ending);
  if (to_caf != 0 && family(household).planned() == 0 && family(household).assessment == nothing) {
    family(household).file.label = record::Label::caf;
    offer_caf(household, to_caf, cause);
  }
  close_case(household, cause);
}

void World::looked_after_review(HouseholdId household, const observe::Care& care, kernel::Cause cause) {
  const Plan plan = family(household).plan(PlanKind::looked_after);
  Children returning = 0;
  for_each_child(
      household, static_cast<Children>(plan.children & children_here(household)), [&](int i, ChildId child) {
        const int found =
            observe::find_need(p_.observe, truth_of(household, child), care, key_, cause, cause_of(child));
        const kernel::Cause own = cause.child(causes::review, static_cast<std::uint64_t>(i));
        if (pathway::after_looked_after_review(p_.pathway, found, now_ - plan.since, {key_, own}) ==
            Next::reunification) {
          returning = static_cast<Children>(returning | 1U << i);
        } else {
          take(Branch::looked_after_review_carried_on, household);
        }
      });
  if (returning == 0) return;
  take(Branch::reunification, household);
  end_plan(household, PlanKind::looked_after, returning);
  begin_plan(household, PlanKind::child_in_need, returning, cause);
}

void World::child_leaves_services(HouseholdId household, ChildId child) {
  Family* known = met(household);
  if (known == nullptr) return;
  const auto mask = static_cast<Children>(1U << position_of(child));
  if ((known->plan(PlanKind::looked_after).children & mask) != 0) take(Branch::aged_out, household);
  for (const PlanKind kind : {PlanKind::child_in_need, PlanKind::protection, PlanKind::looked_after}) {
    end_plan(household, kind, mask);
  }
  if (known->caf.state != CafState::none && (known->caf.children & mask) != 0) {
    if (known->caf.state == CafState::active) {
      close_span(household, position_of(child), ServiceKind::caf);
      --caf_children_;
    }
    known->caf.children = static_cast<Children>(known->caf.children & ~mask);
    if (known->caf.children == 0) end_caf(household);
  }
  if (known->assessment == nothing) release_if_unused(household);
}

}  // namespace lscb::world
