#include "workforce/workforce.h"

#include <algorithm>

#include "kernel/assert.h"
#include "workforce/inside.h"

namespace lscb::workforce {

Workforce::Workforce(const Parameters& parameters, const spec::Area& area, kernel::WorldKey key,
                     const WorkingCalendar& calendar, Sizes sizes)
    : inside_(std::make_unique<Inside>(parameters, area, key, calendar, sizes)) {}
Workforce::Workforce() = default;
Workforce::~Workforce() = default;
Workforce::Workforce(const Workforce& other)
    : Service(other), inside_(std::make_unique<Inside>(*other.inside_)) {
  inside_->desk.serve(inside_->staff);
}
Workforce::Workforce(Workforce&&) noexcept = default;
Workforce& Workforce::operator=(Workforce&&) noexcept = default;

void Workforce::start(Instant now, Outbox& out) {
  Inside& in = *inside_;
  LSCB_REQUIRE(in.staff.posts().empty(), "a workforce is started once");
  for (const auto& [team, days] : in.opening) in.desk.set_open_days(team, days, now, out);
  for (const auto& [group, establishment] : in.establishment) {
    for (int i = 0; i < establishment.posts; ++i) {
      const bool part_time = i >= establishment.posts - establishment.part_time;
      const PostId post = in.create_post(group, part_time ? establishment.part_time_hours : 100, now);
      in.staff.settle_at_start(post, establishment.vacant_at_start, now, out);
    }
  }
  in.staff.schedule_next_cell(now, out);
}

void Workforce::handle(const Event& event, Instant now, Outbox& out) {
  Inside& in = *inside_;
  const PostId post{event.subject};
  switch (event.type) {
    case Event::Type::finish:
      in.task_finished(event, now, out);
      return;
    case Event::Type::cell:
      in.staff.begin_cell(static_cast<std::int64_t>(event.subject), out);
      in.serve_all(spec::Role::social_worker, now, out);  // a first year of work may have ended
      return;
    case Event::Type::candidate:
      if (!in.staff.takes_effect(event, now, in.desk.pressure(post, now))) return;
      if (in.staff[post].holder == Holder::permanent) {
        in.vacate(post, now, out);
      } else {
        if (in.staff[post].present()) in.vacate(post, now, out);
        in.fill(post, Holder::permanent, now, out);
      }
      break;
    case Event::Type::agency_starts:
      if (!in.staff.is_current(event)) return;
      in.fill(post, Holder::agency, now, out);
      break;
    case Event::Type::agency_ends:
      if (!in.staff.is_current(event)) return;
      in.vacate(post, now, out);
      break;
    case Event::Type::illness:
      if (!in.staff.falls_ill(event, now, in.desk.pressure(post, now))) return;
      in.fall_ill(post, now, out);
      break;
    case Event::Type::recovery:
      if (!in.staff.still_ill(event)) return;
      in.staff.recover(post);
      break;
    case Event::Type::illness_covered:
      if (!in.staff.still_ill(event)) return;
      in.give_up_cases(post, now, out);
      break;
    case Event::Type::allocation:
    case Event::Type::taking:
      LSCB_REQUIRE(false, "an event of a record came to a workforce");
      return;
  }
  in.rouse(group_of(in.staff[post].team, in.staff[post].role), now, out);
}

TaskId Workforce::add(const Task& task, Instant now, Outbox& out) {
  const TaskSlot slot = inside_->desk.tasks().add(task);
  const TaskId id = inside_->desk.tasks()[slot].id;
  inside_->place_task(slot, now, out);
  return id;
}

bool Workforce::cancel(TaskId task, Instant now, Outbox& out) {
  Inside& in = *inside_;
  const TaskSlot slot = in.desk.tasks().find(task);
  if (slot == no_index) return false;
  const OpenTask& open = in.desk.tasks()[slot];
  const PostId worker = open.where == OpenTask::Where::running ? PostId{open.place} : PostId::none();
  in.drop_task(slot, now, out);
  if (worker.valid()) in.desk.wake(worker, now, out);
  return true;
}

bool Workforce::request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  Inside& in = *inside_;
  const CaseIndex index = in.book.open(ref);
  Case& c = in.book[index];
  c.group = group_of(team, role);
  LSCB_REQUIRE(c.group < in.staff.group_count(), "a case is requested of a team that exists");
  c.urgency = urgency;
  c.since = now;
  in.book.wait(index);
  in.serve(c.group, now, out);
  return in.book[index].post.valid();
}

bool Workforce::release(CaseRef ref, Instant now, Outbox& out) {
  Inside& in = *inside_;
  const CaseIndex index = in.book.find(ref);
  if (index == no_index) return false;
  const PostId holder = in.book[index].post;
  const std::uint32_t group = in.book[index].group;
  while (in.book[index].first_task != no_index) in.drop_task(in.book[index].first_task, now, out);
  in.book.take(index);
  in.book[index].post = PostId::none();
  in.book.close(index);
  if (holder.valid()) in.desk.wake(holder, now, out);
  in.serve(group, now, out);
  return true;
}

void Workforce::move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  Inside& in = *inside_;
  const CaseIndex index = in.book.find(ref);
  LSCB_REQUIRE(index != no_index, "only a requested case moves");
  const PostId holder = in.book[index].post;
  const std::uint32_t left = in.book[index].group;
  const std::uint32_t joined = group_of(team, role);
  LSCB_REQUIRE(joined < in.staff.group_count(), "a case moves to a team that exists");
  if (holder.valid()) {
    in.detach(index, now, out);
  } else {
    in.book.take(index);
  }
  Case& c = in.book[index];
  c.group = joined;
  c.urgency = urgency;
  c.since = now;
  in.book.wait(index);
  if (holder.valid()) in.desk.wake(holder, now, out);
  in.serve(left, now, out);
  in.serve(joined, now, out);
}

void Workforce::set_urgency(CaseRef ref, int urgency) {
  Inside& in = *inside_;
  const CaseIndex index = in.book.find(ref);
  LSCB_REQUIRE(index != no_index, "only a requested case has an urgency");
  const bool waits = !in.book[index].post.valid();
  if (waits) in.book.take(index);
  in.book[index].urgency = urgency;
  if (waits) in.book.wait(index);
}

}  // namespace lscb::workforce
