// What a systemic unit carries: its weekly meeting, what its coordinators take off it, its coaching.
#include <algorithm>

#include "pathway/work.h"
#include "world/causes.h"
#include "world/task.h"
#include "world/units.h"

namespace lscb::world {

using pathway::Work;
using spec::Role;

namespace {

// A meeting names its unit and its round, so that it is not counted in a later one.
std::uint64_t payload_of(std::size_t unit, std::uint32_t round) {
  return std::uint64_t{round} << 32 | unit;
}

}  // namespace

Units::Round Units::begin_meetings(const Hands& hands) {
  workforce::Workforce& workforce = hands.workforce;
  Round round;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    Unit& unit = units_[u];
    if (!unit.formed) continue;
    for (const TaskId task : unit.open) workforce.cancel(task, hands.now, hands.out);  // no time last week
    if (unit.round > 0 && !unit.held) ++round.missed;
    unit.open.clear();
    ++unit.round;
    unit.asked = unit.attended = 0;
    unit.qualified_attended = unit.held = false;
    ++round.due;
    for (std::uint32_t i = 0; i < workforce.posts().size(); ++i) {
      const PostId id{i};
      const workforce::Post& post = workforce.post(id);
      if (post.team != unit.team || !post.exists()) continue;
      ++unit.asked;
      if (!post.at_work()) continue;
      const kernel::Cause cause = kernel::Cause::root()
                                      .child(causes::unit_meeting, u)
                                      .child(causes::unit_meeting, unit.round)
                                      .child(causes::unit_meeting, i);
      workforce::Task task = task_of(p_.pathway, Work::unit_meeting, HouseholdId::none(), cause, 1,
                                     hands.now + weeks(1), payload_of(u, unit.round));
      task.assignee = workforce::Assignee::at_post(id);
      task.lapses_with_worker = true;
      unit.open.push_back(workforce.add(task, hands.now, hands.out));
    }
  }
  return round;
}

bool Units::attended(const workforce::TaskDone& done, const Hands& hands) {
  const auto number = static_cast<std::size_t>(done.task.payload & 0xffff'ffffU);
  Unit& unit = units_[number];
  if (payload_of(number, unit.round) != done.task.payload) return false;
  ++unit.attended;
  unit.qualified_attended = unit.qualified_attended || done.worker.qualified;
  if (unit.attended < 2 || !unit.qualified_attended) return false;
  const bool held_before = unit.held;
  unit.held = true;
  unit.met = hands.now;
  unit.quality = led_with(unit, hands.workforce) * unit.attended / unit.asked;
  return !held_before;
}

double Units::led_with(const Unit& unit, const workforce::Workforce& workforce) const {
  double best = 0.0;
  for (const PostId id : workforce.posts_of(unit.team, Role::social_worker)) {
    const workforce::Post& post = workforce.post(id);
    if (!post.at_work()) continue;
    const double share = id == unit.seats.consultant ? 1.0 : p_.workforce.led_by_another;
    best = std::max(best, share * workforce::competence(p_.workforce, post.person));
  }
  return best;
}

bool Units::lately_met(const Unit& unit, Instant now) const {
  return now - unit.met <= hours(7.0 * 24.0 * p_.pathway.unit_meeting_lasts_weeks);
}

double Units::carried(const workforce::CaseAllocated& allocated, const workforce::Workforce& workforce,
                      Instant now) const {
  const Unit* unit = of(workforce.post(allocated.post).team);
  const bool within =
      unit != nullptr && allocated.from.valid() && workforce.post(allocated.from).team == unit->team;
  return within && lately_met(*unit, now) ? unit->quality : 0.0;
}

bool Units::coordinators_take_on(const workforce::Workforce& workforce) const {
  const int coordinators = workforce.at_work(hub(), Role::unit_coordinator);
  return coordinators > 0 && workforce.queued(hub(), Role::unit_coordinator) <=
                                 hours(p_.workforce.coordinator_waiting_hours * coordinators);
}

std::optional<workforce::Task> Units::relieve(workforce::Task& task, bool taken_on) const {
  task.parts[workforce::index(workforce::Part::reflection)] = Minutes{0};  // in the meeting
  if (!taken_on) return std::nullopt;
  const Minutes off{
      static_cast<std::int64_t>(static_cast<double>(task.core.count()) * p_.pathway.administration_share)};
  if (off <= Minutes{0}) return std::nullopt;
  task.core -= off;
  workforce::Task clerical;
  clerical.kind = static_cast<workforce::TaskKind>(Work::administration);
  clerical.priority = static_cast<workforce::Priority>(pathway::priority(Work::administration));
  clerical.assignee = workforce::Assignee::in_pool(hub(), Role::unit_coordinator);
  clerical.household = task.household;
  clerical.cause = task.cause.child(causes::administration, static_cast<std::uint64_t>(task.kind));
  clerical.due = task.due;
  clerical.core = off;
  return clerical;
}

void Units::coach(std::size_t number, int left, const Hands& hands) const {
  const Unit& unit = units_[number];
  for (std::uint32_t i = 0; i < hands.workforce.posts().size(); ++i) {
    const workforce::Post& post = hands.workforce.posts()[i];
    if (post.team != unit.team || !post.exists() || !post.present()) continue;
    workforce::Task task;
    task.kind = static_cast<workforce::TaskKind>(Work::training);
    task.lapses_with_worker = true;
    task.assignee = workforce::Assignee::at_post(PostId{i});
    task.cause = kernel::Cause::root()
                     .child(causes::coaching, number)
                     .child(causes::coaching, static_cast<std::uint64_t>(left))
                     .child(causes::coaching, i);
    task.due = hands.now + weeks(4);
    task.core = hours(coaching_hours_);
    task.payload = practice_training;
    hands.workforce.add(task, hands.now, hands.out);
  }
}

}  // namespace lscb::world
