// What changes of the organisation do to the workforce.
#include <algorithm>

#include "kernel/assert.h"
#include "kernel/keyed_random.h"
#include "workforce/causes.h"
#include "workforce/inside.h"

namespace lscb::workforce {

int Workforce::take_hours(TeamId team, StageFilter stage, Minutes each, TaskKind kind, Priority priority,
                          Instant due, kernel::Cause cause, Instant now, Outbox& out, std::uint64_t payload) {
  int taken = 0;
  for (std::uint32_t i = 0; i < posts().size(); ++i) {
    const PostId post{i};
    if ((team.valid() && posts()[i].team != team) || !stage.includes(post) || !posts()[i].present()) continue;
    Task task;
    task.kind = kind;
    task.priority = priority;
    task.lapses_with_worker = true;
    task.assignee = Assignee::at_post(post);
    task.cause = cause.child(causes::taken_hours, i);
    task.due = due;
    task.core = each;
    task.payload = payload;
    add(task, now, out);
    ++taken;
  }
  return taken;
}

int Workforce::transfer_cases(TeamId team, StageFilter stage, double share, kernel::Cause cause, Instant now,
                              Outbox& out) {
  Inside& in = *inside_;
  std::vector<CaseIndex> chosen;
  for (std::uint32_t i = 0; i < posts().size(); ++i) {
    const PostId post{i};
    if ((team.valid() && posts()[i].team != team) || !stage.includes(post) || !posts()[i].present()) continue;
    if (in.staff.group(post).at_work - (posts()[i].at_work() ? 1 : 0) < 1) continue;
    chosen.insert(chosen.end(), in.book.held_by(post).begin(), in.book.held_by(post).end());
  }
  std::sort(chosen.begin(), chosen.end(),
            [&](CaseIndex a, CaseIndex b) { return in.book[a].ref < in.book[b].ref; });
  // One mark a household: what it holds in several slots moves together.
  HouseholdId drawn;
  double mark = 1.0;
  const auto stays = [&](CaseIndex index) {
    const HouseholdId household = in.book[index].ref.household;
    if (household != drawn) {
      drawn = household;
      mark = kernel::Draws{in.key, cause.child(causes::transfer, household.value())}.uniform01();
    }
    return mark >= share;
  };
  chosen.erase(std::remove_if(chosen.begin(), chosen.end(), stays), chosen.end());
  std::sort(chosen.begin(), chosen.end(), [&](CaseIndex a, CaseIndex b) {
    const Case& x = in.book[a];
    const Case& y = in.book[b];
    return x.urgency != y.urgency ? x.urgency < y.urgency : x.ref < y.ref;
  });

  for (const CaseIndex index : chosen) in.detach(index, now, out);
  std::vector<std::uint32_t> groups;
  for (const CaseIndex index : chosen) {
    const PostId post = in.least_loaded(in.book[index].group, in.book[index].last_post, now);
    if (post.valid()) {
      in.allocate(index, post, now, out);
    } else {
      in.book.wait(index);
    }
    groups.push_back(in.book[index].group);
  }
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  for (const std::uint32_t group : groups) in.rouse(group, now, out);
  return static_cast<int>(chosen.size());
}

void Workforce::add_posts(TeamId team, spec::Role role, int count, Instant now, Outbox& out) {
  Inside& in = *inside_;
  LSCB_REQUIRE(count >= 0 && static_cast<int>(team.value()) < team_count(),
               "posts are added to a team that exists");
  for (int i = 0; i < count; ++i)
    in.staff.begin_vacancy(in.create_post(group_of(team, role), 100, now), now, out);
}

int Workforce::delete_posts(TeamId team, spec::Role role, int count, Instant now, Outbox& out) {
  Inside& in = *inside_;
  LSCB_REQUIRE(count >= 0 && static_cast<int>(team.value()) < team_count(),
               "posts are deleted in a team that exists");
  const std::uint32_t group = group_of(team, role);
  int deleted = 0;
  for (; deleted < count && !in.staff.group(group).posts.empty(); ++deleted) {
    in.delete_post(in.first_to_delete(group), now, out);
  }
  in.rouse(group, now, out);
  return deleted;
}

void Workforce::set_open_days(TeamId team, OpenDays days, Instant now, Outbox& out) {
  inside_->desk.set_open_days(team, days, now, out);
}

void Workforce::set_recruitment(std::optional<double> months_to_fill,
                                std::optional<double> leaving_per_year) {
  Staff& staff = inside_->staff;
  staff.set_recruitment(months_to_fill.value_or(staff.months_to_fill()),
                        leaving_per_year.value_or(staff.leaving_per_year()));
}

void Workforce::unsettle(TeamId team, double amount, Instant now) {
  inside_->staff.unsettle(team, amount, now);
}

void Workforce::set_agency_cover(double share) {
  LSCB_REQUIRE(share >= 0.0 && share <= 1.0, "agency cover is a share from 0 to 1");
  inside_->staff.set_agency_cover(share);
}

void Workforce::set_cap(spec::Role role, int cases, Instant now, Outbox& out) {
  LSCB_REQUIRE(cases >= 0, "a caseload cap is not negative");
  inside_->cap[spec::index(role)] = cases;
  inside_->serve_all(role, now, out);
}

void Workforce::protect_newly_qualified(std::optional<double> caseload, std::optional<double> time,
                                        Instant now, Outbox& out) {
  inside_->staff.protect_newly_qualified(caseload, time);
  inside_->serve_all(spec::Role::social_worker, now, out);
}

}  // namespace lscb::workforce
