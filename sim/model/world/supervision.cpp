#include "world/supervision.h"

#include <algorithm>

#include "world/causes.h"
#include "world/task.h"

namespace lscb::world {

using pathway::Work;

namespace {

// A supervision names post and incumbent, so that it is not given to who comes after.
std::uint64_t payload_of(PostId post, std::uint32_t incumbent) {
  return std::uint64_t{incumbent} << 32 | post.value();
}

PostId post_in(const workforce::TaskDone& done) {
  return PostId{static_cast<PostId::Value>(done.task.payload & 0xffff'ffffU)};
}

}  // namespace

Supervision::Supervision(const pathway::Parameters& parameters, std::size_t teams, Instant begin)
    : p_(parameters), teams_(teams), begin_(begin) {}

void Supervision::note_posts(const workforce::Workforce& workforce) {
  const auto teams = static_cast<std::size_t>(workforce.team_count());
  managed_.resize(teams, false);
  chaired_.resize(teams, false);
  for (const workforce::Post& post : workforce.posts()) {
    if (post.team.value() >= teams_) continue;
    if (post.role == spec::Role::team_manager) managed_[post.team.value()] = true;
    if (post.role == spec::Role::conference_chair) chaired_[post.team.value()] = true;
  }
  records_.resize(workforce.posts().size());
}

Supervision::Round Supervision::begin_round(const Hands& hands) {
  workforce::Workforce& workforce = hands.workforce;
  note_posts(workforce);
  ++round_;
  Round round;
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const PostId id{i};
    const workforce::Post post = workforce.post(id);
    Supervised& record = records_[i];
    if (record.open.valid() && workforce.cancel(record.open, hands.now, hands.out)) ++round.missed;
    record.open = TaskId::none();
    if (!post.exists() || !post.at_work() || !managed_[post.team.value()] || !spec::does_casework(post.role))
      continue;
    ++round.due;
    workforce::Task task =
        task_of(p_, Work::supervising, HouseholdId::none(),
                kernel::Cause::root().child(causes::supervision, i).child(causes::supervision, round_),
                workforce.caseload(id), hands.now + weeks(4), payload_of(id, post.incumbent));
    task.assignee = workforce::Assignee::in_pool(post.team, spec::Role::team_manager);
    record.open = workforce.add(task, hands.now, hands.out);
  }
  return round;
}

void Supervision::manager_ready(const workforce::TaskDone& done, const Hands& hands) {
  const PostId id = post_in(done);
  const workforce::Post& post = hands.workforce.post(id);
  records_[id.value()].open = TaskId::none();
  if (!post.exists() || !post.present() || payload_of(id, post.incumbent) != done.task.payload) return;
  workforce::Task task = task_of(p_, Work::supervision, HouseholdId::none(),
                                 done.task.cause.child(causes::supervision), 0, hands.now, done.task.payload);
  task.assignee = workforce::Assignee::at_post(id);
  task.lapses_with_worker = true;
  hands.workforce.add(task, hands.now, hands.out);
}

void Supervision::held(const workforce::TaskDone& done, Instant now) {
  Supervised& record = records_[post_in(done).value()];
  record.at = now;
  record.incumbent = done.worker.incumbent;
}

bool Supervision::lasts_for(const workforce::Worker& worker, Instant now) const {
  if (!managed_[worker.team.value()]) return true;
  const Supervised& record = records_[worker.post.value()];
  // Whoever is new, or was here when the run began, has been seen lately.
  const Instant last = record.incumbent == worker.incumbent ? record.at : std::max(worker.since, begin_);
  return now - last <= hours(7.0 * 24.0 * p_.supervision_lasts_weeks);
}

}  // namespace lscb::world
