// What a systemic unit carries: its weekly meeting, what its coordinators take off it, its coaching.
#include <algorithm>

#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;
using spec::Role;

bool World::lately_met(const Unit& unit) const {
  return now_ - unit.met <= hours(7.0 * 24.0 * p_.pathway.unit_meeting_lasts_weeks);
}

double World::carried_by_unit(const workforce::CaseAllocated& allocated) {
  const Unit* unit = unit_of(workforce_.post(allocated.post).team);
  const bool within =
      unit != nullptr && allocated.from.valid() && workforce_.post(allocated.from).team == unit->team;
  return within && lately_met(*unit) ? unit->quality : 0.0;
}

void World::relieve(workforce::Task& task) {
  const Family* known = met(task.household);
  if (units_.empty() || known == nullptr || !known->unit.valid()) return;
  auto& reflection = task.parts[workforce::index(workforce::Part::reflection)];
  reflection = Minutes{0};  // in the meeting
  const TeamId hub = teams_.duty.front();
  const int coordinators = workforce_.at_work(hub, Role::unit_coordinator);
  // Coordinators take on no more than they see a way to do.
  if (coordinators == 0 || workforce_.queued(hub, Role::unit_coordinator) >
                               hours(p_.workforce.coordinator_waiting_hours * coordinators))
    return;
  const Minutes off{
      static_cast<std::int64_t>(static_cast<double>(task.core.count()) * p_.pathway.administration_share)};
  if (off <= Minutes{0}) return;
  task.core -= off;
  workforce::Task clerical;
  clerical.kind = static_cast<workforce::TaskKind>(Work::administration);
  clerical.priority = static_cast<workforce::Priority>(pathway::priority(Work::administration));
  clerical.assignee = workforce::Assignee::in_pool(hub, Role::unit_coordinator);
  clerical.household = task.household;
  clerical.cause = task.cause.child(causes::administration, static_cast<std::uint64_t>(task.kind));
  clerical.due = task.due;
  clerical.core = off;
  add(clerical);
}

void World::unit_meetings() {
  for (std::size_t u = 0; u < units_.size(); ++u) {
    Unit& unit = units_[u];
    if (!unit.formed) continue;
    for (const TaskId task : unit.open) workforce_.cancel(task, now_, work_out_);  // no time for it last week
    if (unit.round > 0 && !unit.held) coverage_.take(Branch::unit_meeting_missed);
    unit.open.clear();
    ++unit.round;
    unit.asked = unit.attended = 0;
    unit.qualified_attended = unit.held = false;
    if (counts()) ++tally_.unit_meetings_due;
    for (std::uint32_t i = 0; i < workforce_.posts().size(); ++i) {
      const PostId id{i};
      const workforce::Post& post = workforce_.post(id);
      if (post.team != unit.team || !post.exists()) continue;
      ++unit.asked;
      if (!post.at_work()) continue;
      const kernel::Cause cause = kernel::Cause::root()
                                      .child(causes::unit_meeting, u)
                                      .child(causes::unit_meeting, unit.round)
                                      .child(causes::unit_meeting, i);
      workforce::Task task = make_task(Work::unit_meeting, HouseholdId::none(), cause, 1, now_ + weeks(1),
                                       std::uint64_t{unit.round} << 32 | u);
      task.assignee = workforce::Assignee::at_post(id);
      task.lapses_with_worker = true;
      unit.open.push_back(workforce_.add(task, now_, work_out_));
    }
  }
}

double World::led_with(const Unit& unit) const {
  double best = 0.0;
  for (const PostId id : workforce_.posts_of(unit.team, Role::social_worker)) {
    const workforce::Post& post = workforce_.post(id);
    if (!post.at_work()) continue;
    const double share = id == unit.seats.consultant ? 1.0 : p_.workforce.led_by_another;
    best = std::max(best, share * workforce::competence(p_.workforce, post.person));
  }
  return best;
}

void World::met_in_unit(const workforce::TaskDone& done) {
  Unit& unit = units_[done.task.payload & 0xffff'ffffU];
  if (unit.round != done.task.payload >> 32) return;
  ++unit.attended;
  unit.qualified_attended = unit.qualified_attended || done.worker.qualified;
  if (unit.attended < 2 || !unit.qualified_attended) return;
  if (!unit.held && counts()) ++tally_.unit_meetings_held;
  unit.held = true;
  unit.met = now_;
  unit.quality = led_with(unit) * unit.attended / unit.asked;
}

void World::coach(const Timer& timer) {
  const Unit& unit = units_[timer.subject];
  for (std::uint32_t i = 0; i < workforce_.posts().size(); ++i) {
    const workforce::Post& post = workforce_.posts()[i];
    if (post.team != unit.team || !post.exists() || !post.present()) continue;
    workforce::Task task;
    task.kind = static_cast<workforce::TaskKind>(Work::training);
    task.lapses_with_worker = true;
    task.assignee = workforce::Assignee::at_post(PostId{i});
    task.cause = kernel::Cause::root()
                     .child(causes::coaching, timer.subject)
                     .child(causes::coaching, timer.detail)
                     .child(causes::coaching, i);
    task.due = now_ + weeks(4);
    task.core = hours(coaching_hours_);
    task.payload = practice_training;
    add(task);
  }
  if (timer.detail > 1) {
    schedule(add_months(now_, 1),
             Timer{TimerKind::coaching, static_cast<std::uint8_t>(timer.detail - 1), 0, timer.subject});
  }
}

}  // namespace lscb::world
