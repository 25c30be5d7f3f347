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
  const Unit* unit = units_.of(done.worker.team);
  if (unit == nullptr) return had_time && supervision_.lasts_for(done.worker, now_);
  // In a unit the meeting is where work is thought over.
  kernel::Draws draws{
      key_, done.task.cause.child(causes::meeting_mark, static_cast<std::uint64_t>(done.task.kind))};
  return units_.lately_met(*unit, now_) && draws.uniform01() < unit->quality;
}

}  // namespace lscb::world
