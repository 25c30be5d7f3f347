// Managers' and chairs' time: monthly supervision, and the chairing of conferences. Teams without such posts
// are supervised and chaired from outside the model, at no cost here.
#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;

bool World::has_ever(TeamId team, spec::Role role) const {
  for (const workforce::Post& post : workforce_.posts()) {
    if (post.team == team && post.role == role) return true;
  }
  return false;
}

void World::note_posts() {
  const auto teams = static_cast<std::uint32_t>(workforce_.team_count());
  managed_.resize(teams, false);
  chaired_.resize(teams, false);
  // A centre's manager goes through CAFs (centre_management.cpp), and supervises nobody besides.
  const auto first_centre = static_cast<std::uint32_t>(design_->area.teams.size());
  for (std::uint32_t t = 0; t < first_centre; ++t) {
    managed_[t] = managed_[t] || has_ever(TeamId{t}, spec::Role::team_manager);
    chaired_[t] = chaired_[t] || has_ever(TeamId{t}, spec::Role::conference_chair);
  }
  supervised_.resize(workforce_.posts().size());
}

void World::supervise() {
  note_posts();
  ++supervision_month_;
  for (std::uint32_t i = 0; i < supervised_.size(); ++i) {
    const PostId id{i};
    const workforce::Post post = workforce_.post(id);
    Supervised& record = supervised_[i];
    if (record.open.valid() && workforce_.cancel(record.open, now_, work_out_))
      coverage_.take(Branch::supervision_missed);
    record.open = TaskId::none();
    if (!post.exists() || !post.at_work() || !managed_[post.team.value()] || !spec::does_casework(post.role))
      continue;
    if (counts()) ++tally_.supervisions_due;
    workforce::Task task = make_task(
        Work::supervising, HouseholdId::none(),
        kernel::Cause::root().child(causes::supervision, i).child(causes::supervision, supervision_month_),
        workforce_.caseload(id), now_ + weeks(4), std::uint64_t{post.incumbent} << 32 | i);
    task.assignee = workforce::Assignee::in_pool(post.team, spec::Role::team_manager);
    record.open = workforce_.add(task, now_, work_out_);
  }
}

void World::manager_ready(const workforce::TaskDone& done) {
  const PostId id{static_cast<PostId::Value>(done.task.payload & 0xffff'ffffU)};
  const workforce::Post& post = workforce_.post(id);
  supervised_[id.value()].open = TaskId::none();
  if (!post.exists() || !post.present() || post.incumbent != done.task.payload >> 32) return;
  workforce::Task task = make_task(Work::supervision, HouseholdId::none(),
                                   done.task.cause.child(causes::supervision), 0, now_, done.task.payload);
  task.assignee = workforce::Assignee::at_post(id);
  task.lapses_with_worker = true;
  add(task);
}

void World::supervised(const workforce::TaskDone& done) {
  Supervised& record = supervised_[done.task.payload & 0xffff'ffffU];
  record.at = now_;
  record.incumbent = done.worker.incumbent;
  if (counts()) ++tally_.supervisions_held;
}

bool World::well_supervised(const workforce::Worker& worker) const {
  if (!managed_[worker.team.value()]) return true;
  const Supervised& record = supervised_[worker.post.value()];
  // Whoever is new, or was here when the run began, has been seen lately.
  const Instant last = record.incumbent == worker.incumbent ? record.at : std::max(worker.since, begin_);
  return now_ - last <= hours(7.0 * 24.0 * p_.pathway.supervision_lasts_weeks);
}

void World::ask_chair(HouseholdId household, kernel::Cause cause, Instant due, std::uint64_t payload) {
  workforce::Task task = make_task(Work::chairing, household, cause.child(causes::chairing), 1, due, payload);
  task.assignee = workforce::Assignee::in_pool(long_term_team(household), spec::Role::conference_chair);
  add(task);
}

bool World::is_chaired(HouseholdId household) const {
  return chaired_[long_term_team(household).value()];
}

}  // namespace lscb::world
