#include "workforce/desk.h"

#include <algorithm>
#include <cmath>

#include "kernel/assert.h"
#include "workforce/pace.h"

namespace lscb::workforce {
namespace {

constexpr double weeks_a_year = 365.25 / 7.0;

}  // namespace

Desk::Desk(const Parameters& p, kernel::WorldKey key, const WorkingCalendar& calendar, const Staff& staff,
           std::uint32_t expected_tasks)
    : key_(key),
      squeeze_(p),
      staff_(&staff),
      calendar_(calendar),
      productive_share_(productive_share(p, calendar)),
      week_(p.productive_hours_year / (1.0 - absence_share(p)) * 60.0 / weeks_a_year),
      tasks_(expected_tasks),
      pools_(staff.group_count()),
      at_work_(staff.group_count()),
      hours_(staff.group_count() / spec::role_count, OfficeHours{calendar}) {
  LSCB_REQUIRE(productive_share_ > 0 && productive_share_ <= whole_share,
               "productive hours are above 0 and no more than the office is open");
}

std::uint32_t Desk::group_index(PostId post) const {
  const Post& p = post_at(post);
  return group_of(p.team, p.role);
}

void Desk::add_team() {
  hours_.emplace_back(calendar_);
  pools_.resize(staff_->group_count());
  at_work_.resize(staff_->group_count());
}

void Desk::leave_group(PostId post) {
  if (benches_[post.value()].running != no_index) --at_work_[group_index(post)];
}

void Desk::join_group(PostId post) {
  if (benches_[post.value()].running != no_index) ++at_work_[group_index(post)];
}

void Desk::queue_at(TaskSlot task, PostId post) {
  OpenTask& open = tasks_[task];
  open.where = OpenTask::Where::queued;
  open.in_pool = false;
  open.place = post.value();
  benches_[post.value()].queue.add(tasks_, task);
}

void Desk::queue_in_pool(TaskSlot task, std::uint32_t group) {
  OpenTask& open = tasks_[task];
  open.where = OpenTask::Where::queued;
  open.in_pool = true;
  open.place = group;
  pools_[group].add(tasks_, task);
}

void Desk::withdraw(TaskSlot task, Instant now) {
  OpenTask& open = tasks_[task];
  if (open.where == OpenTask::Where::running) {
    settle(PostId{open.place}, now);
  } else if (open.where == OpenTask::Where::queued) {
    (open.in_pool ? pools_[open.place] : benches_[open.place].queue).remove(tasks_, task);
  }
  open.where = OpenTask::Where::with_case;
  open.place = no_index;
}

// Ends the present stretch of work at `now` and books what was done in it.
void Desk::settle(PostId post, Instant now) {
  Bench& bench = benches_[post.value()];
  OpenTask& open = tasks_[bench.running];
  Minutes done = open.remaining;
  if (now < bench.until) {
    const Minutes office =
        now <= bench.from ? Minutes{0} : hours_[post_at(post).team.value()].between(bench.from, now);
    done = std::min(done, Minutes{office.count() * bench.speed / whole_share});
  }
  open.remaining -= done;
  open.given += done;
  worked_[static_cast<std::size_t>(open.task.kind)][spec::index(post_at(post).role)] += done;
  bench.running = no_index;
  --at_work_[group_index(post)];
  bench.idle_since = now;
  ++bench.stretch;
}

void Desk::lay_down(PostId post, Instant now) {
  const TaskSlot task = benches_[post.value()].running;
  if (task == no_index) return;
  settle(post, now);
  queue_at(task, post);
}

TaskSlot Desk::finish(const Event& event) {
  const Bench& bench = benches_[event.subject];
  if (bench.running == no_index || bench.stretch != event.generation) return no_index;
  const TaskSlot task = bench.running;
  settle(PostId{event.subject}, bench.until);
  LSCB_DEBUG_ASSERT(tasks_[task].remaining == Minutes{0}, "a finished task has nothing left to do");
  return task;
}

double Desk::pressure(PostId post, Instant now) const {
  const Group& group = staff_->group(post);
  if (!post_at(post).present()) return 0.0;
  const double own = static_cast<double>(benches_[post.value()].queue.minutes().count());
  // Of the pool a share by contract: part-time holders take less of it.
  const int hours = post_at(post).hours;
  const int all_hours = group.hours_at_work > 0 ? group.hours_at_work : hours;
  const double pool = static_cast<double>(pools_[group_index(post)].minutes().count() * hours) / all_hours;
  const int open_days = hours_[group.team.value()].open_days().count();
  const double week = week_ * static_cast<double>(staff_->ramp(post, now)) /
                      static_cast<double>(whole_share) * open_days / 5.0 * hours / 100.0 *
                      static_cast<double>(staff_->working_share(post, now)) /
                      static_cast<double>(whole_share);
  return (own + pool) / std::max(week, 1.0);
}

bool Desk::can_interrupt(const Bench& bench, Instant now) const {
  return bench.running != no_index && tasks_[bench.running].task.priority != Priority::urgent &&
         bench.until > now;
}

void Desk::wake(PostId post, Instant now, Outbox& out) {
  if (!post_at(post).at_work()) return;
  const Bench& bench = benches_[post.value()];
  if (bench.running == no_index) {
    start_next(post, now, out);
  } else if (!bench.queue.empty() && tasks_[bench.queue.first().slot].task.priority == Priority::urgent &&
             can_interrupt(bench, now)) {
    lay_down(post, now);
    start_next(post, now, out);
  }
}

void Desk::wake_pool(std::uint32_t group, TaskSlot task, Instant now, Outbox& out) {
  const bool urgent = tasks_[task].task.priority == Priority::urgent;
  if (!urgent && at_work_[group] == staff_->group(group).at_work) return;
  PostId longest_idle;
  PostId least_pressing;
  for (const PostId post : staff_->group(group).posts) {
    if (!post_at(post).at_work()) continue;
    const Bench& bench = benches_[post.value()];
    if (bench.running == no_index) {
      if (!longest_idle.valid() || bench.idle_since < benches_[longest_idle.value()].idle_since)
        longest_idle = post;
    } else if (can_interrupt(bench, now)) {
      if (!least_pressing.valid() || TaskQueue::key(tasks_[benches_[least_pressing.value()].running], 0)
                                         .before(TaskQueue::key(tasks_[bench.running], 0))) {
        least_pressing = post;
      }
    }
  }
  if (longest_idle.valid()) {
    start_next(longest_idle, now, out);
  } else if (urgent && least_pressing.valid()) {
    lay_down(least_pressing, now);
    start_next(least_pressing, now, out);
  }
}

void Desk::start_next(PostId post, Instant now, Outbox& out) {
  TaskQueue& own = benches_[post.value()].queue;
  TaskQueue& pool = pools_[group_index(post)];
  if (own.empty() && pool.empty()) return;
  if (hours_[post_at(post).team.value()].open_days().count() == 0) return;
  TaskQueue& from = pool.empty() || (!own.empty() && own.first().before(pool.first())) ? own : pool;
  const TaskSlot task = from.first().slot;
  from.remove(tasks_, task);
  begin(post, task, now, out);
}

void Desk::begin(PostId post, TaskSlot task, Instant now, Outbox& out) {
  Bench& bench = benches_[post.value()];
  OpenTask& open = tasks_[task];
  const OfficeHours& hours = hours_[post_at(post).team.value()];
  LSCB_DEBUG_ASSERT(post_at(post).at_work() && bench.running == no_index, "a worker does one task at a time");
  const Instant from = hours.next_open(now);
  if (!open.begun) {
    open.begun = true;
    open.pressure = pressure(post, now);
    open.parts_done = squeeze_.kept(open.task, open.pressure, key_);
    open.remaining = open.task.core;
    for (std::size_t i = 0; i < part_count; ++i) {
      if ((open.parts_done >> i & 1U) != 0) open.remaining += open.task.parts[i];
    }
  }
  // Taken up and laid down before the office opened is not yet started.
  if (open.given == Minutes{0}) open.started = from;
  open.where = OpenTask::Where::running;
  open.in_pool = false;
  open.place = post.value();
  bench.running = task;
  ++at_work_[group_index(post)];
  bench.from = from;
  const std::int64_t whole = productive_share_ * staff_->ramp(post, now) / whole_share;
  bench.speed = std::max<std::int64_t>(
      1, whole * post_at(post).hours / 100 * staff_->working_share(post, now) / whole_share);
  bench.until = hours.add(from, office_minutes(open.remaining, bench.speed));
  ++bench.stretch;
  out.events.push_back({bench.until, {Event::Type::finish, post.value(), bench.stretch}});
}

void Desk::set_open_days(TeamId team, OpenDays days, Instant now, Outbox& out) {
  std::vector<std::pair<PostId, TaskSlot>> in_hand;
  const std::uint32_t first = group_of(team, spec::Role::social_worker);
  for (std::uint32_t group = first; group < first + spec::role_count; ++group) {
    for (const PostId post : staff_->group(group).posts) {
      const TaskSlot task = benches_[post.value()].running;
      if (task == no_index || benches_[post.value()].until <= now) continue;
      settle(post, now);
      in_hand.emplace_back(post, task);
    }
  }
  hours_[team.value()] = OfficeHours{calendar_, days};
  for (const auto& [post, task] : in_hand) {
    if (days.count() > 0) {
      begin(post, task, now, out);
    } else {
      queue_at(task, post);
    }
  }
  for (std::uint32_t group = first; group < first + spec::role_count; ++group) {
    for (const PostId post : staff_->group(group).posts) wake(post, now, out);
  }
}

}  // namespace lscb::workforce
