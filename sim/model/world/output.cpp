// Case work done and hours paid, week by week (measures/case_work.h).
#include "world/world.h"

namespace lscb::world {

void World::count_case_work(const workforce::TaskDone& done) {
  const workforce::Task& task = done.task;
  if (task.standard == 0) return;
  const auto work = static_cast<pathway::Work>(task.kind);
  Minutes credit{task.standard};
  for (std::size_t i = 0; i < task.parts.size(); ++i) {
    if (task.parts[i] > Minutes{0} && (done.parts_done >> i & 1U) == 0) credit -= task.parts[i];
  }
  // What a unit's coordinator does of it is in the standard. Reflection that was moved to the unit's meeting
  // counts where the unit meets.
  const double moved =
      task.parts[pathway::reflection] > Minutes{0} ? 0.0 : pathway::share_of(work, pathway::reflection);
  if (moved > 0.0) {
    const Unit* unit = units_.of(family(task.household).unit);
    if (unit == nullptr || !units_.lately_met(*unit, now_)) {
      credit -= Minutes{static_cast<std::int64_t>(static_cast<double>(task.standard) * moved)};
    }
  }
  case_work_.done(now_, credit);
}

// The posts that are filled as the week begins are paid for their part of its office hours.
void World::count_paid_week() {
  std::int64_t hundredths = 0;
  for (const workforce::Post& post : workforce_.posts()) hundredths += post.present() ? post.hours : 0;
  const std::int64_t week = calendar_.office_time_between(now_, now_ + weeks(1)).count();
  case_work_.paid(now_, Minutes{hundredths * week / 100});
}

}  // namespace lscb::world
