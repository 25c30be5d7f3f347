// Time to think work over: supervision by a manager, and in a unit its meeting.
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

void World::supervise() {
  const Supervision::Round round = supervision_.begin_round(hands());
  coverage_.take(Branch::supervision_missed, round.missed);
  if (counts()) tally_.supervisions_due += round.due;
}

void World::supervised(const workforce::TaskDone& done) {
  supervision_.held(done, now_);
  if (counts()) ++tally_.supervisions_held;
}

void World::unit_meetings() {
  const Units::Round round = units_.begin_meetings(hands());
  coverage_.take(Branch::unit_meeting_missed, round.missed);
  if (counts()) tally_.unit_meetings_due += round.due;
}

void World::met_in_unit(const workforce::TaskDone& done) {
  const bool now_held = units_.attended(done, hands());
  if (now_held && counts()) ++tally_.unit_meetings_held;
}

bool World::reflected(const workforce::TaskDone& done, bool had_time) {
  const double over = outside(Reading::thought_over, done.worker.post.value(), done.task.household,
                              by_supervision, [&] { return thought_over(done.worker); });
  if (over == by_supervision || over == not_supervised) return had_time && over == by_supervision;
  kernel::Draws draws{
      key_, done.task.cause.child(causes::meeting_mark, static_cast<std::uint64_t>(done.task.kind))};
  return draws.uniform01() < over;
}

// By a manager, in the worker's own time; in a unit the meeting is where work is thought over.
double World::thought_over(const workforce::Worker& worker) const {
  const Unit* unit = units_.of(worker.team);
  if (unit == nullptr) return supervision_.lasts_for(worker, now_) ? by_supervision : not_supervised;
  return units_.lately_met(*unit, now_) ? unit->quality : 0.0;
}

}  // namespace lscb::world
