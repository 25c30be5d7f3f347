// Teams that are made in the course of a run, posts that join them, and what goes back.
#include <algorithm>
#include <utility>
#include <vector>

#include "kernel/assert.h"
#include "workforce/inside.h"

namespace lscb::workforce {

TeamId Workforce::add_team(std::string id) {
  Inside& in = *inside_;
  LSCB_REQUIRE(!team(id).valid(), "a team's id is its own");
  in.team_ids.push_back(std::move(id));
  const TeamId team = in.staff.add_team();
  in.desk.add_team();
  in.book.set_groups(in.staff.group_count());
  return team;
}

void Workforce::move_post(PostId post, TeamId team, Instant now, Outbox& out) {
  Inside& in = *inside_;
  LSCB_REQUIRE(in.staff[post].exists() && static_cast<int>(team.value()) < team_count(),
               "a post that exists moves to a team that exists");
  const std::uint32_t joined = group_of(team, in.staff[post].role);
  in.desk.leave_group(post);
  in.staff.move(post, team);
  in.desk.join_group(post);
  for (const CaseIndex index : in.book.held_by(post)) in.book[index].group = joined;
  in.rouse(joined, now, out);
}

void Workforce::make_consultant(PostId post, int applicants) {
  LSCB_REQUIRE(applicants >= 1 && applicants <= 255, "somebody applies");
  inside_->staff.make_consultant(post, applicants);
}

void Workforce::end_consultancy(PostId post) {
  inside_->staff.end_consultancy(post);
}

void Workforce::move_pool(TeamId from, spec::Role role, spec::Role to_role,
                          const std::function<TeamId(HouseholdId)>& to, Instant now, Outbox& out) {
  Inside& in = *inside_;
  std::vector<TaskSlot> waiting;
  for (const TaskQueue::Key& key : in.desk.pool(group_of(from, role)).keys()) waiting.push_back(key.slot);
  std::sort(waiting.begin(), waiting.end(),
            [&](TaskSlot a, TaskSlot b) { return in.desk.tasks()[a].id < in.desk.tasks()[b].id; });
  for (const TaskSlot slot : waiting) {
    in.desk.withdraw(slot, now);
    Task& task = in.desk.tasks()[slot].task;
    task.assignee = Assignee::in_pool(to(task.household), to_role);
    in.place_task(slot, now, out);
  }
}

void Workforce::displace(PostId post, Instant now, Outbox& out) {
  Inside& in = *inside_;
  LSCB_REQUIRE(in.staff[post].present(), "only somebody in post is displaced");
  in.vacate(post, now, out);
  in.rouse(group_of(in.staff[post].team, in.staff[post].role), now, out);
}

void Workforce::practise(PostId post, double hours) {
  inside_->staff.practise(post, hours);
}

}  // namespace lscb::workforce
