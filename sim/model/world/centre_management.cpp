// Management time at children's centres: a manager goes through each CAF with its worker, between reviews.
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;

void World::act_on(const change::CentreManagement& management, const Act& act) {
  const int count = act.step == undoing ? -management.posts : management.posts;
  for (std::size_t i = 0; i < design_->area.centres.size(); ++i) {
    if (management.centre && *management.centre != design_->area.centres[i].id) continue;
    const TeamId team = workforce_.team_of(CentreId{static_cast<CentreId::Value>(i)});
    if (count > 0) {
      workforce_.add_posts(team, spec::Role::team_manager, count, now_, work_out_);
    } else {
      workforce_.delete_posts(team, spec::Role::team_manager, -count, now_, work_out_);
    }
    centre_managed_[i] = true;
  }
  refresh_staff_cost();
}

bool World::management_stated(HouseholdId household) const {
  return centre_managed_[truth_.catchment(household)];
}

void World::ask_for_supervision(HouseholdId household, Instant by) {
  Caf& caf = family(household).caf;
  caf.supervised = false;
  const TeamId centre = centre_team(household);
  note(household,
       trace::Standards{trace::Standard::centre_management, management_stated(household) ? 1.0 : 0.0});
  // Nobody to ask, or management is taken as given.
  if (!management_stated(household) || !has_posts(household, centre, spec::Role::team_manager)) return;
  workforce::Task task =
      make_task(Work::centre_supervision, household, caf.cause.child(causes::centre_supervision, caf.reviews),
                1, by, caf.token);
  task.assignee = workforce::Assignee::in_pool(centre, spec::Role::team_manager);
  add(task);
}

void World::supervision_given(const workforce::TaskDone& done) {
  Caf& caf = family(done.task.household).caf;
  if (caf.token != done.task.payload || caf.state != CafState::active) return;
  take(Branch::caf_supervised, done.task.household);
  caf.supervised = true;
}

}  // namespace lscb::world
