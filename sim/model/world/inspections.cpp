// An inspection takes hours of every social care worker, and does nothing else.
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

void World::act_on(const change::Inspection& inspection, const Act& act) {
  const kernel::Cause cause =
      kernel::Cause::root().child(causes::inspection, static_cast<std::uint64_t>(act.at.count()));
  const auto take = [&](double each, Instant due, std::uint64_t what) {
    if (each <= 0.0) return;
    for (const auto* kind : {&teams_.duty, &teams_.long_term}) {
      for (const TeamId team : *kind) {
        workforce_.take_hours(team, workforce::StageFilter{0, 1}, hours(each),
                              static_cast<workforce::TaskKind>(pathway::Work::inspection),
                              workforce::Priority::normal, due, cause.child(causes::inspection, what), now_,
                              work_out_);
      }
    }
  };
  if (act.step != publication) {
    take(inspection.preparation_hours, now_ + weeks(2), 0);
    return;
  }
  take(inspection.action_plan_hours, add_months(now_, 3), 1);
  take(inspection.audit_hours, add_months(now_, 3), 2);
}

}  // namespace lscb::world
