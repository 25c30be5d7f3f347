#include "workforce/inside.h"

#include <algorithm>
#include <cmath>

#include "kernel/assert.h"

namespace lscb::workforce {
namespace {

int whole_cases(double cap) {
  LSCB_REQUIRE(cap >= 0.0, "a caseload cap is set and not negative");
  return static_cast<int>(std::lround(cap));
}

}  // namespace

Workforce::Inside::Inside(const Parameters& p, const spec::Area& area, kernel::WorldKey world,
                          const WorkingCalendar& calendar, Sizes sizes)
    : key(world),
      staff(p, area, world),
      book(staff.group_count(), sizes.households),
      desk(p, world, calendar, staff, sizes.tasks),
      cap{whole_cases(p.caseload_cap_social_worker),
          whole_cases(p.caseload_cap_practitioner),
          whole_cases(p.caseload_cap_clinician),
          whole_cases(p.caseload_cap_family_support_worker),
          0,
          0,
          0},
      first_centre(static_cast<std::uint32_t>(area.teams.size())) {
  for (const spec::Team& team : area.teams) {
    const TeamId id{static_cast<TeamId::Value>(team_ids.size())};
    team_ids.push_back(team.id);
    for (const spec::Establishment& e : team.establishment)
      establishment.emplace_back(group_of(id, e.role), e);
  }
  for (const spec::Centre& centre : area.centres) {
    const TeamId id{static_cast<TeamId::Value>(team_ids.size())};
    team_ids.push_back(centre.id);
    spec::Establishment e;
    e.role = spec::Role::family_support_worker;
    e.posts = centre.family_support_posts;
    e.vacant_at_start = staff.long_run_vacancy();
    establishment.emplace_back(group_of(id, e.role), e);
    opening.emplace_back(id, OpenDays::from_monday(centre.open_days));
  }
}

PostId Workforce::Inside::create_post(std::uint32_t group, int hours, Instant now) {
  const PostId post = staff.create(group, hours, now);
  book.add_post();
  desk.add_post();
  return post;
}

std::int64_t Workforce::Inside::capacity(PostId post, Instant now) const {
  return staff[post].hours * staff.caseload_share(post, now);
}

int Workforce::Inside::cap_with(spec::Role role, std::int64_t capacity) const {
  constexpr std::int64_t whole = 100 * 65536;
  return static_cast<int>((cap[spec::index(role)] * capacity + whole / 2) / whole);
}

PostId Workforce::Inside::least_loaded(std::uint32_t group, PostId avoid, Instant now) const {
  const Group& g = staff.group(group);
  PostId best;
  std::int64_t held_there = 0;
  std::int64_t capacity_there = 0;
  for (const PostId post : g.posts) {
    if (!staff[post].at_work() || post == avoid) continue;
    const std::int64_t held = book.held(post);
    const std::int64_t of_post = capacity(post, now);
    if (held >= cap_with(staff[post].role, of_post)) continue;
    // Fewer for what each can take.
    if (best.valid() && held * capacity_there >= held_there * of_post) continue;
    best = post;
    held_there = held;
    capacity_there = of_post;
  }
  return best;
}

void Workforce::Inside::serve_all(spec::Role role, Instant now, Outbox& out) {
  for (std::uint32_t group = 0; group < staff.group_count(); ++group) {
    if (staff.group(group).role == role) serve(group, now, out);
  }
}

void Workforce::Inside::allocate(CaseIndex index, PostId post, Instant now, Outbox& out) {
  book.hold(index, post);
  const Case& c = book[index];
  const std::uint32_t incumbent = staff[post].incumbent;
  const bool handover = c.last_post.valid() && (c.last_post != post || c.last_incumbent != incumbent);
  out.notices.push_back(CaseAllocated{c.ref, post, incumbent, handover, c.last_post, c.since});
  for (TaskSlot task = c.first_task; task != no_index; task = desk.tasks()[task].case_after)
    desk.queue_at(task, post);
  if (c.first_task != no_index) desk.wake(post, now, out);
}

void Workforce::Inside::serve(std::uint32_t group, Instant now, Outbox& out) {
  while (book.anyone_waits(group)) {
    const PostId post = least_loaded(group, PostId::none(), now);
    if (!post.valid()) return;
    const CaseIndex index = book.first_waiting(group);
    book.take(index);
    allocate(index, post, now, out);
  }
}

void Workforce::Inside::rouse(std::uint32_t group, Instant now, Outbox& out) {
  serve(group, now, out);
  for (const PostId post : staff.group(group).posts) desk.wake(post, now, out);
}

void Workforce::Inside::detach(CaseIndex index, Instant now, Outbox& out) {
  Case& c = book[index];
  c.last_incumbent = staff[c.post].incumbent;
  c.since = now;
  out.notices.push_back(CaseReleased{c.ref, c.post, c.last_incumbent});
  for (TaskSlot task = c.first_task; task != no_index; task = desk.tasks()[task].case_after)
    desk.withdraw(task, now);
  book.take(index);
}

void Workforce::Inside::place_task(TaskSlot slot, Instant now, Outbox& out) {
  OpenTask& open = desk.tasks()[slot];
  Assignee& who = open.task.assignee;
  if (who.mode == Assignee::Mode::of_case) {
    const CaseIndex index = book.find({open.task.household, who.slot});
    LSCB_REQUIRE(index != no_index, "a task of a case needs a case that was requested and not released");
    book.link(desk.tasks(), index, slot);
    if (book[index].post.valid()) {
      desk.queue_at(slot, book[index].post);
      desk.wake(book[index].post, now, out);
    } else {
      open.where = OpenTask::Where::with_case;
    }
    return;
  }
  if (who.mode == Assignee::Mode::at_post) {
    const Post& post = staff[who.post];
    if (post.exists()) {
      desk.queue_at(slot, who.post);
      desk.wake(who.post, now, out);
      return;
    }
    who = Assignee::in_pool(post.team, post.role);
  }
  const std::uint32_t group = group_of(who.team, who.role);
  LSCB_REQUIRE(group < staff.group_count(), "a pool belongs to a team that exists");
  desk.queue_in_pool(slot, group);
  desk.wake_pool(group, slot, now, out);
}

void Workforce::Inside::drop_task(TaskSlot slot, Instant now, Outbox& out) {
  desk.withdraw(slot, now);
  book.unlink(desk.tasks(), slot);
  const OpenTask& open = desk.tasks()[slot];
  out.notices.push_back(TaskCancelled{open.id, open.task, open.given});
  desk.tasks().remove(slot);
}

Worker Workforce::Inside::worker(PostId id) const {
  const Post& post = staff[id];
  return {id,          post.incumbent,       post.team,  post.role,
          post.holder, qualified(post.role), post.since, post.person};
}

void Workforce::Inside::task_finished(const Event& event, Instant now, Outbox& out) {
  const TaskSlot slot = desk.finish(event);
  if (slot == no_index) return;
  const PostId post{event.subject};
  book.unlink(desk.tasks(), slot);
  const OpenTask& open = desk.tasks()[slot];
  out.notices.push_back(TaskDone{open.id, open.task, worker(post), open.started, now, open.given,
                                 open.pressure, open.parts_done});
  desk.tasks().remove(slot);
  desk.wake(post, now, out);
}

void Workforce::Inside::give_up_cases(PostId post, Instant now, Outbox& out) {
  some_cases = book.held_by(post);
  for (const CaseIndex index : some_cases) {
    detach(index, now, out);
    book.wait(index);
  }
}

void Workforce::Inside::fall_ill(PostId post, Instant now, Outbox& out) {
  desk.lay_down(post, now);
  const std::uint32_t group = group_of(staff[post].team, staff[post].role);
  some_tasks.clear();
  for (const TaskQueue::Key& key_in_queue : desk.queue(post).keys()) some_tasks.push_back(key_in_queue.slot);
  std::sort(some_tasks.begin(), some_tasks.end(),
            [this](TaskSlot a, TaskSlot b) { return desk.tasks()[a].id < desk.tasks()[b].id; });
  staff.fall_ill(post, now, out);
  for (const TaskSlot slot : some_tasks) {  // what was begun from the pool goes back to it
    if (desk.tasks()[slot].task.assignee.mode != Assignee::Mode::in_pool) continue;
    desk.withdraw(slot, now);
    desk.queue_in_pool(slot, group);
  }
}

void Workforce::Inside::clear_desk(PostId post, Instant now, Outbox& out) {
  out.notices.push_back(HolderLeft{post, staff[post].incumbent});
  desk.lay_down(post, now);
  give_up_cases(post, now, out);
  some_tasks.clear();
  for (const TaskQueue::Key& key_in_queue : desk.queue(post).keys()) some_tasks.push_back(key_in_queue.slot);
  std::sort(some_tasks.begin(), some_tasks.end(),
            [this](TaskSlot a, TaskSlot b) { return desk.tasks()[a].id < desk.tasks()[b].id; });
  const std::uint32_t group = group_of(staff[post].team, staff[post].role);
  for (const TaskSlot slot : some_tasks) {
    const Task& task = desk.tasks()[slot].task;
    if (task.lapses_with_worker) {
      drop_task(slot, now, out);
    } else if (task.assignee.mode == Assignee::Mode::in_pool) {
      desk.withdraw(slot, now);
      desk.queue_in_pool(slot, group);
    }
  }
}

void Workforce::Inside::vacate(PostId post, Instant now, Outbox& out) {
  const Holder left = staff[post].holder;
  const std::uint32_t incumbent = staff[post].incumbent;
  clear_desk(post, now, out);
  staff.depart(post, now, out);
  out.notices.push_back(PostVacated{post, incumbent, left, false});
}

void Workforce::Inside::fill(PostId post, Holder holder, Instant now, Outbox& out) {
  staff.arrive(post, holder, now, out);
  out.notices.push_back(PostFilled{post, staff[post].incumbent, holder});
}

PostId Workforce::Inside::first_to_delete(std::uint32_t group) const {
  const auto rank = [](Holder holder) {
    return holder == Holder::vacant ? 0 : (holder == Holder::agency ? 1 : 2);
  };
  PostId chosen;
  for (const PostId post : staff.group(group).posts) {
    if (!chosen.valid() || rank(staff[post].holder) <= rank(staff[chosen].holder)) chosen = post;
  }
  return chosen;
}

void Workforce::Inside::delete_post(PostId post, Instant now, Outbox& out) {
  const Post before = staff[post];
  if (before.present()) clear_desk(post, now, out);
  // What was meant for the post goes to the pool.
  some_tasks.clear();
  for (const TaskQueue::Key& key_in_queue : desk.queue(post).keys()) some_tasks.push_back(key_in_queue.slot);
  for (const TaskSlot slot : some_tasks) {
    desk.withdraw(slot, now);
    desk.tasks()[slot].task.assignee = Assignee::in_pool(before.team, before.role);
    desk.queue_in_pool(slot, group_of(before.team, before.role));
  }
  staff.remove(post, now);
  out.notices.push_back(PostVacated{post, before.present() ? before.incumbent : 0, before.holder, true});
}

}  // namespace lscb::workforce
