// Assessments: work waits for a worker, finds what its time allows, and leads on.
#include <algorithm>
#include <array>

#include "kernel/distributions.h"
#include "world/by_whom.h"
#include "world/causes.h"
#include "world/slots.h"
#include "world/world.h"

namespace lscb::world {

using measures::AssessmentKind;
using pathway::ClockKind;
using pathway::Next;
using pathway::Work;
using workforce::Part;

namespace {

ClockKind clock_of(AssessmentKind kind) {
  switch (kind) {
    case AssessmentKind::initial:
      return ClockKind::initial_assessment;
    case AssessmentKind::single:
      return ClockKind::single_assessment;
    case AssessmentKind::core:
    case AssessmentKind::section47:
      break;
  }
  return ClockKind::core_assessment;
}

}  // namespace

observe::Truth World::truth_of(HouseholdId household, ChildId child) const {
  observe::Truth truth;
  truth.need = static_cast<std::uint8_t>(truth_.need(child));
  truth.need_without_adult = static_cast<std::uint8_t>(truth_.own_need(child));
  truth.adult_hidden = hidden_adult(household);
  return truth;
}

bool World::hidden_adult(HouseholdId household) const {
  const Family& known = families_[family_of_[household.value()]];
  return truth_.dangerous_adult(household) && (!known.file.adult_known || known.adult_followed);
}

observe::Care World::care_of(const workforce::TaskDone& done) {
  const auto did = [&](Part part) {
    return done.task.parts[workforce::index(part)].count() == 0 ||
           (done.parts_done & workforce::bit(part)) != 0;
  };
  observe::Care care;
  care.child_seen = did(Part::visit);
  care.chronology_read = did(Part::chronology);
  care.checks_made = did(Part::checks);
  care.reflected = reflected(done, did(Part::reflection));
  note(done.task.household, trace::Reflected{care.reflected});
  care.inexperience = by_reference() ? 0.0 : inexperience(done.worker);
  note(done.task.household, trace::Experience{care.inexperience});
  return care;
}

double World::inexperience(const workforce::Worker& worker) const {
  return workforce::inexperience(p_.workforce, worker.person.experience(worker.since, now_));
}

void World::ask_partners(HouseholdId household, kernel::Cause cause) {
  if (counts()) ++tally_.partner_checks_households;
  if (hidden_adult(household) && checks_bring_out_adult(household, cause)) adult_found(household);
}

pathway::Pressure World::pressure_on_decisions(HouseholdId household) const {
  note_policy(household);
  return {policy_.assessment_shift, policy_.section47_shift};
}

// As the most urgent of all that is open.
int World::urgency_of(const Family& family) const {
  if (family.assessment != nothing && assessments_[family.assessment].kind == AssessmentKind::section47) {
    return 0;
  }
  if (family.assessment != nothing || family.conference != nothing) return 1;
  const bool higher = (family.plans[index(PlanKind::protection)].children |
                       family.plans[index(PlanKind::looked_after)].children) != 0;
  return higher ? 2 : 3;
}

void World::hold_case(HouseholdId household) {
  const workforce::CaseRef ref{household, slots::social_worker};
  Family& known = family(household);
  if (!service_->requested(ref)) {
    give_to_unit(known);
    service_->request(ref, holding_team(known), spec::Role::social_worker, urgency_of(known), now_,
                      work_out_);
  } else {
    service_->set_urgency(ref, urgency_of(known));
  }
}

bool World::has_posts(HouseholdId household, TeamId team, spec::Role role) {
  return outside(Reading::posts, workforce::Record::pool_of(team, role), household, 0.0,
                 [&] { return workforce_.headcount(team, role).posts; }) > 0.0;
}

void World::begin_assessment(HouseholdId household, Children children, AssessmentKind kind, Instant referral,
                             kernel::Cause trigger, std::uint32_t contact) {
  if ((children & children_here(household)) == 0) {  // they have moved away or grown up meanwhile
    close_case(household, trigger);
    return;
  }
  const auto number = static_cast<std::uint32_t>(assessments_.size());
  assessments_.emplace_back();
  Assessment& a = assessments_.back();
  Family& known = family(household);
  known.assessment = number;
  a.household = household;
  a.children = static_cast<Children>(children & children_here(household));
  a.kind = kind;
  a.open = true;
  a.referral = referral;
  a.begun = kind == AssessmentKind::initial || kind == AssessmentKind::single ? referral : now_;
  a.cause = trigger.child(causes::assessment, static_cast<std::uint64_t>(kind));
  a.family_tree = draws_family_tree(a.cause);
  a.contact = contact;
  a.clock = start_clock(clock_of(kind), a.begun, household, a.children);
  const bool brief = kind == AssessmentKind::initial;
  const double fieldwork = brief ? p_.pathway.initial_fieldwork_days : p_.pathway.core_fieldwork_days;
  a.fieldwork_ends = calendar_.add_office_time(
      now_, Minutes{static_cast<std::int64_t>(fieldwork * WorkingCalendar::office_minutes)});
  for_each_child(household, a.children, [&](int, ChildId child) {
    const auto point = log_.assessments.append(
        child, {kind, a.begun, Instant::never(), 0, false, contact == nothing ? 0 : std::uint64_t{contact}});
    if (a.first_point == nothing) a.first_point = point;
  });
  note(household, trace::AssessmentBegun{kind, {a.children}});
  const bool enquiry = kind == AssessmentKind::section47;
  hold_case(household);
  const int count = std::max(1, __builtin_popcount(a.children));
  const Instant due = pathway::due(clock_of(kind), a.begun);
  const auto holder = workforce::Assignee::of_case(slots::social_worker);
  const auto give = [&](Work work, const workforce::Assignee& assignee, Instant by) {
    workforce::Task task = make_task(work, household, a.cause, count, by, number);
    task.assignee = assignee;
    relieve(task);
    a.tasks[a.tasks_left++] = service_->add(task, now_, work_out_);
  };
  // The strategy discussion and the visits at once; the core assessment goes on behind them.
  // If nobody holds the case, or its holder is ill, whoever is first free on duty goes out the same day.
  const PostId holding = service_->holder({household, slots::social_worker});
  const bool held = holding.valid() && outside(Reading::post_at_work, holding.value(), household, 1.0,
                                               [&] { return workforce_.post(holding).at_work(); }) > 0.0;
  const auto anybody_at_work = [&](TeamId team, spec::Role role) {
    return outside(Reading::people_at_work, workforce::Record::pool_of(team, role), household, 1.0,
                   [&] { return workforce_.at_work(team, role); }) > 0.0;
  };
  const bool unit_at_work = known.unit.valid() && anybody_at_work(known.unit, spec::Role::social_worker);
  const auto on_duty = workforce::Assignee::in_pool(unit_at_work ? known.unit : duty_team(household),
                                                    spec::Role::social_worker);
  if (enquiry) note(household, trace::CaseHeld{held});
  if (enquiry) returns_.count_enquiry(now_);
  if (enquiry) give(Work::section47, held ? holder : on_duty, calendar_.deadline(now_, 1));
  if (brief) {
    give(Work::initial_assessment, holder, due);
    return;
  }
  give(Work::core_assessment, holder, due);
  // Practitioners and clinicians share this part: it goes where less waits for each. Practitioners are those
  // of the unit that holds the case, clinicians those of the duty team, who serve all units.
  const TeamId duty = duty_team(household);
  const auto waiting_each = [&](TeamId team, spec::Role role) {
    return outside(Reading::waiting_each, workforce::Record::pool_of(team, role), household, 0.0, [&] {
      const int present = workforce_.at_work(team, role);
      return present == 0 ? waits_for_nobody
                          : static_cast<double>(workforce_.queued(team, role).count() / present);
    });
  };
  const bool in_unit = known.unit.valid() && anybody_at_work(known.unit, spec::Role::practitioner);
  const TeamId practitioners = in_unit ? known.unit : duty;
  const bool clinician =
      waiting_each(duty, spec::Role::clinician) < waiting_each(practitioners, spec::Role::practitioner);
  give(Work::core_contribution,
       clinician ? workforce::Assignee::in_pool(duty, spec::Role::clinician)
                 : workforce::Assignee::in_pool(practitioners, spec::Role::practitioner),
       due);
}

void World::give_up(std::uint32_t number) {
  Assessment& a = assessments_[number];
  a.open = false;
  family(a.household).assessment = nothing;
  for (const TaskId task : a.tasks) {
    if (task.valid()) service_->cancel(task, now_, work_out_);
  }
}

void World::assessment_work_done(const workforce::TaskDone& done) {
  const auto number = static_cast<std::uint32_t>(done.task.payload);
  Assessment& a = assessments_[number];
  if (!a.open) return;
  const auto work = static_cast<Work>(done.task.kind);
  if (work == Work::section47) {
    a.enquirer = done_by(done.worker, now_);
    enquiry_made(number, done);
  }
  if (work == Work::initial_assessment || work == Work::core_assessment) {
    a.care = care_of(done);
    a.assessor = done_by(done.worker, now_);
  }
  if (--assessments_[number].tasks_left > 0) return;
  if (now_ >= a.fieldwork_ends) {
    complete_assessment(number);
  } else {
    schedule(a.fieldwork_ends, Timer{TimerKind::fieldwork, 0, 0, number});
  }
}

void World::complete_assessment(std::uint32_t number) {
  Assessment& a = assessments_[number];
  if (!a.open) return;  // given up while its replies were awaited
  Family& known = family(a.household);
  a.open = false;
  known.assessment = nothing;
  clock_stopped(a.household, clock_of(a.kind), a.begun, a.clock);
  if (a.family_tree) family_tree_drawn(a.household, a.cause);
  if (a.care.checks_made) ask_partners(a.household, a.cause);
  std::uint32_t point = a.first_point;
  for_each_child(a.household, a.children, [&](int, ChildId child) {
    auto& entry = log_.assessments.at(point++);
    entry.completed = now_;
    entry.found =
        observe::find_need(p_.observe, truth_of(a.household, child), a.care, key_, a.cause, cause_of(child));
    note(a.household, trace::Found{{static_cast<std::uint8_t>(position_of(child))}, entry.found});
    fingerprint(static_cast<std::uint64_t>(child.value()) << 8 | entry.found);
    if (!counts()) return;
    switch (a.kind) {
      case AssessmentKind::initial:
        ++tally_.initial_assessment_children;
        ++tally_.initial_by[measures::index(a.assessor)];
        break;
      case AssessmentKind::single:
        ++tally_.single_assessment_children;
        ++tally_.single_by[measures::index(a.assessor)];
        break;
      case AssessmentKind::core:
        ++tally_.core_assessment_children;
        ++tally_.core_by[measures::index(a.assessor)];
        break;
      case AssessmentKind::section47:
        ++tally_.core_assessment_children;
        ++tally_.core_by[measures::index(a.assessor)];
        ++tally_.section47_children;
        ++tally_.section47_by[measures::index(a.enquirer)];
        break;
    }
    if (entry.found < 2) {
      ++tally_.no_need_found_children;
      if (a.contact != nothing && !contacts_[a.contact].warranted) ++tally_.not_warranted_children;
    }
  });
  seek_removal_of_adult(a.household, a.cause);
  switch (a.kind) {
    case AssessmentKind::initial:
      act_on_initial(number);
      break;
    case AssessmentKind::core:
    case AssessmentKind::single:
      act_on_core(number, a.children);
      break;
    case AssessmentKind::section47: {
      // What the enquiry has begun stands, and of whom a conference is to come it will decide; for all others
      // its core assessment does.
      const Children pending = known.conference == number ? a.to_conference : Children{0};
      const auto others = static_cast<Children>(a.children & ~known.planned() & ~pending);
      if (others != 0) {
        act_on_core(number, others);
      } else {
        close_case(a.household, a.cause);
      }
      break;
    }
  }
}

Children World::found_at_least(const Assessment& a, int need) {
  Children mask = 0;
  std::uint32_t point = a.first_point;
  for (int i = 0; i < most_children; ++i) {
    if ((a.children >> i & 1U) == 0) continue;
    if (log_.assessments.at(point++).found >= need) mask = static_cast<Children>(mask | 1U << i);
  }
  return mask;
}

int World::most_found(const Assessment& a, Children among) {
  int found = 3;
  while (found > 0 && (found_at_least(a, found) & among) == 0) --found;
  return found;
}

Children World::those_concerned(const Assessment& a, Children among, int found) {
  // Judgement may weigh more or less than the finding; then it concerns those for whom most was found.
  for (int need = found; need > 0; --need) {
    if (const auto mask = static_cast<Children>(found_at_least(a, need) & among); mask != 0) return mask;
  }
  return among;
}

void World::act_on_initial(std::uint32_t number) {
  const Assessment a = assessments_[number];
  const int found = most_found(a, a.children);
  const Next next = pathway::after_initial_assessment(p_.pathway, found, pressure_on_decisions(a.household),
                                                      {key_, a.cause});
  switch (next) {
    case Next::strategy_discussion:
    case Next::core_assessment: {
      std::uint32_t point = a.first_point;
      for_each_child(a.household, a.children,
                     [&](int, ChildId) { log_.assessments.at(point++).led_to_core = true; });
      const bool strategy = next == Next::strategy_discussion;
      take(strategy ? Branch::initial_strategy : Branch::initial_core, a.household);
      begin_assessment(a.household, strategy ? those_concerned(a, a.children, 3) : a.children,
                       strategy ? AssessmentKind::section47 : AssessmentKind::core, now_, a.cause, a.contact);
      break;
    }
    case Next::child_in_need:
      take(Branch::initial_child_in_need, a.household);
      begin_plan(a.household, PlanKind::child_in_need, those_concerned(a, a.children, 2), a.cause);
      break;
    case Next::caf:
      take(Branch::initial_caf, a.household);
      end_in_caf(a.household, those_concerned(a, a.children, 1), a.cause);
      break;
    default:
      take(Branch::initial_closed, a.household);
      family(a.household).file.label = record::Label::no_further_action;
      close_case(a.household, a.cause);
      break;
  }
}

void World::act_on_core(std::uint32_t number, Children whom) {
  const Assessment a = assessments_[number];
  const int found = most_found(a, whom);
  switch (pathway::after_core_assessment(p_.pathway, found, pressure_on_decisions(a.household),
                                         {key_, a.cause})) {
    case Next::strategy_discussion:
      if (a.kind != AssessmentKind::section47) {
        take(Branch::core_strategy, a.household);
        begin_enquiry(a.household, those_concerned(a, whom, 3), a.cause, a.contact);
        break;
      }
      [[fallthrough]];  // the enquiry has been made: it is a plan now
    case Next::child_in_need:
      take(Branch::core_child_in_need, a.household);
      begin_plan(a.household, PlanKind::child_in_need, those_concerned(a, whom, 2), a.cause);
      break;
    case Next::caf:
      take(Branch::core_caf, a.household);
      end_in_caf(a.household, those_concerned(a, whom, 1), a.cause);
      break;
    default:
      take(Branch::core_closed, a.household);
      close_case(a.household, a.cause);
      break;
  }
}

void World::close_case(HouseholdId household, kernel::Cause cause) {
  if (is_open(family(household))) return;
  if (!service_->requested({household, slots::social_worker})) return;
  // The case leaves the caseload at once; writing it up is still somebody's work, unless nobody held it.
  const PostId holder = service_->holder({household, slots::social_worker});
  release_if_unused(household);
  if (!holder.valid()) return;
  workforce::Task task =
      make_task(Work::closure, household, cause.child(causes::closure), 1, calendar_.deadline(now_, 20), 0);
  task.assignee = workforce::Assignee::at_post(holder);
  add(task);
}

void World::end_in_caf(HouseholdId household, Children children, kernel::Cause cause) {
  family(household).file.label = record::Label::caf;
  offer_caf(household, children, cause);
  close_case(household, cause);
}

void World::release_if_unused(HouseholdId household) {
  Family& known = family(household);
  if (is_open(known)) return;
  for (const auto slot : {slots::social_worker, slots::practitioner}) {
    if (service_->requested({household, slot})) service_->release({household, slot}, now_, work_out_);
  }
  known.with_long_term = false;
  known.unit = TeamId::none();
  known.left_unit = false;
}

}  // namespace lscb::world
