#include "workforce/played.h"

#include <algorithm>

#include "workforce/causes.h"
#include "workforce/pace.h"

namespace lscb::workforce {

Played::Played(const Setting& setting) : setting_(setting) {}

bool Played::eased(TeamId team) const {
  const bool centre = setting_.first_centre <= team && team < setting_.behind_centres;
  return centre ? setting_.easing.centres : setting_.easing.teams;
}

template <class Use>
void Played::each_task_of(CaseSlot slot, Use&& use) {
  for (std::uint32_t i = 0; i < tasks_.size(); ++i) {
    const Assignee& who = tasks_[i].task.assignee;
    if (tasks_[i].open && who.mode == Assignee::Mode::of_case && who.slot == slot) use(i);
  }
}

void Played::handle(const Event& event, Instant now, Outbox& out) {
  if (event.type == Event::Type::finish) {
    OpenTask& open = tasks_[event.subject];
    if (!open.open || open.generation != event.generation) return;
    open.open = false;
    out.notices.push_back(TaskDone{TaskId{event.subject}, open.task, open.worker, open.started, now,
                                   open.given, open.pressure, open.parts});
    return;
  }
  Hold& held = holds_[event.subject];
  if (held.generation != event.generation) return;
  if (event.type == Event::Type::taking) {
    taken(held, now, out);
  } else if (held.next_post.valid()) {
    allocate(held, now, out);
  } else {
    place_as_others(held, now, now, out);
  }
}

// --- Cases
// ---------------------------------------------------------------------------------------------------

bool Played::request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  Hold& held = hold(ref.slot);
  const std::uint64_t generation = held.generation;
  held = Hold{};
  held.generation = generation;
  held.requested = true;
  held.ref = ref;
  held.team = team;
  held.role = role;
  held.urgency = urgency;
  place(held, now, out);
  return held.post.valid();
}

bool Played::release(CaseRef ref, Instant, Outbox&) {
  Hold& held = hold(ref.slot);
  if (!held.requested) return false;
  each_task_of(ref.slot, [this](std::uint32_t i) { tasks_[i].open = false; });
  held.requested = false;
  held.post = PostId::none();
  ++held.generation;
  return true;
}

void Played::move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  Hold& held = hold(ref.slot);
  held.team = team;
  held.role = role;
  held.urgency = urgency;
  if (held.post.valid()) {
    take(held, now, out);
  } else {
    place(held, now, out);
  }
}

void Played::taken(Hold& held, Instant now, Outbox& out) {
  const auto& leavings = setting_.record.leavings.at(held.post);
  const auto leaving = std::lower_bound(leavings.begin(), leavings.end(), now,
                                        [](const RecordedLeaving& each, Instant at) { return each.at < at; });
  held.team = leaving->team;
  take(held, now, out);
}

void Played::take(Hold& held, Instant now, Outbox& out) {
  out.notices.push_back(CaseReleased{held.ref, held.post, held.incumbent});
  held.last_post = held.post;
  held.last_incumbent = held.incumbent;
  held.post = PostId::none();
  held.taken = Instant::never();
  each_task_of(held.ref.slot, [this](std::uint32_t i) {
    tasks_[i].generation = ++generations_;
    tasks_[i].done_at = Instant::never();
  });
  place(held, now, out);
  // Given on in the same breath.
  if (held.mine != nullptr && !held.post.valid() && held.next_post.valid() && held.mine->allocated == now)
    allocate(held, now, out);
}

// The case waited again at once, elsewhere, before anybody had it.
const RecordedHold* Played::in_the_same_minute(std::span<const std::uint32_t> own, std::size_t& next,
                                               const RecordedHold& before) const {
  for (std::size_t i = next; i < own.size(); ++i) {
    const RecordedHold& each = setting_.record.holds[own[i]];
    if (each.since > before.since) break;
    if (each.slot != before.slot) continue;
    next = i + 1;
    return &each;
  }
  return nullptr;
}

const RecordedHold* Played::own_hold(const Hold& held) {
  const CaseSlot slot = held.ref.slot;
  const Instant since = held.since;
  const auto fits = [&](const RecordedHold& each) {
    return each.team == held.team && each.role == held.role;
  };
  const std::span<const std::uint32_t> own = setting_.record.own_holds(setting_.in_record);
  std::size_t& next = own_next_[static_cast<std::size_t>(slot)];
  for (; next < own.size(); ++next) {
    const RecordedHold& each = setting_.record.holds[own[next]];
    if (each.slot != slot || each.since < since || (each.since == since && !fits(each))) continue;
    if (each.since > since) return nullptr;
    ++next;
    const bool passing = each.ended == since && each.allocated == Instant::never();
    const RecordedHold* after = passing ? in_the_same_minute(own, next, each) : nullptr;
    return after != nullptr ? after : &each;
  }
  return nullptr;
}

void Played::place(Hold& held, Instant now, Outbox& out) {
  held.since = now;
  held.next_post = PostId::none();
  ++held.generation;
  held.mine = own_hold(held);
  const RecordedHold* mine = held.mine;
  if (mine == nullptr) {
    place_as_others(held, now, now, out);
  } else if (eased(held.team)) {
    place_eased(held, now, out);
  } else if (mine->allocated != Instant::never()) {
    held.next_post = mine->post;
    held.next_incumbent = mine->incumbent;
    if (mine->at_once) {
      allocate(held, now, out);
    } else {
      allocate_at(held, mine->allocated, now, out);
    }
  } else if (mine->ended != Instant::never()) {
    // It waited until then at the least.
    allocate_at(held, mine->ended + Minutes{1}, now, out);
  }
}

// At once, and to whom it came if it did.
void Played::place_eased(Hold& held, Instant now, Outbox& out) {
  if (held.mine == nullptr || held.mine->allocated == Instant::never()) {
    place_as_others(held, now, now, out);
    return;
  }
  held.next_post = held.mine->post;
  held.next_incumbent = held.mine->incumbent;
  allocate(held, now, out);
}

void Played::place_as_others(Hold& held, Instant asked, Instant now, Outbox& out) {
  const RecordedHold* other =
      setting_.record.like(held.team, held.role, held.urgency, {setting_.in_record, asked});
  if (other == nullptr) return;  // nobody of the role ever held one
  held.next_post = other->post;
  held.next_incumbent = other->incumbent;
  const Instant at = eased(held.team) ? now : asked + (other->allocated - other->since);
  if (at <= now) {
    allocate(held, now, out);
  } else {
    allocate_at(held, at, now, out);
  }
}

void Played::allocate_at(Hold& held, Instant at, Instant now, Outbox& out) {
  out.events.push_back(
      {std::max(at, now),
       {Event::Type::allocation, static_cast<std::uint32_t>(held.ref.slot), held.generation}});
}

void Played::allocate(Hold& held, Instant now, Outbox& out) {
  held.taken = Instant::never();
  held.post = held.next_post;
  held.incumbent = held.next_incumbent;
  ++held.generation;
  const bool handover =
      held.last_post.valid() && (held.last_post != held.post || held.last_incumbent != held.incumbent);
  out.notices.push_back(
      CaseAllocated{held.ref, held.post, held.incumbent, handover, held.last_post, held.since});
  each_task_of(held.ref.slot, [&](std::uint32_t i) { queue(i, now, out); });
  expect_taking(held, now, out);
}

void Played::expect_taking(Hold& held, Instant now, Outbox& out) {
  if (setting_.easing.leaving) return;
  // Eased, it may have come to its recorded holder sooner: it leaves when it was left all the same.
  const bool as_recorded = held.mine != nullptr && held.mine->post == held.post &&
                           held.mine->incumbent == held.incumbent &&
                           held.mine->allocated != Instant::never() && held.mine->allocated >= now;
  if (!as_recorded) {
    expect_taking_as_others(held, now, out);
  } else if (held.mine->end == RecordedHold::End::left) {
    take_at(held, held.mine->ended, out);
  } else if (held.mine->end != RecordedHold::End::open) {
    // Longer than it was held: from then on as the post's other cases.
    expect_taking_as_others(held, held.mine->ended, out);
  }
}

void Played::expect_taking_as_others(Hold& held, Instant from, Outbox& out) {
  const auto leavings = setting_.record.leavings.find(held.post);
  if (leavings == setting_.record.leavings.end()) return;
  for (const RecordedLeaving& leaving : leavings->second) {
    if (leaving.at <= from) continue;
    kernel::Draws draws{setting_.key,
                        setting_.family.child(causes::taken, held.post.value())
                            .child(causes::taken, static_cast<std::uint64_t>(leaving.at.count()))};
    if (draws.uniform01() >= leaving.share()) continue;
    take_at(held, leaving.at, out);
    return;
  }
}

void Played::take_at(Hold& held, Instant at, Outbox& out) {
  held.taken = at;
  out.events.push_back(
      {at, {Event::Type::taking, static_cast<std::uint32_t>(held.ref.slot), held.generation}});
}

void Played::take_due(Instant now, Outbox& out) {
  for (Hold& held : holds_) {
    // Given to somebody and taken on in one minute.
    const bool through = held.mine != nullptr && held.mine->allocated == now && held.mine->ended == now;
    if (held.requested && !held.post.valid() && held.next_post.valid() && through) allocate(held, now, out);
    while (held.requested && held.post.valid() && held.taken == now) taken(held, now, out);
  }
}

// --- Tasks
// ---------------------------------------------------------------------------------------------------

TaskId Played::add(const Task& task, Instant now, Outbox& out) {
  const auto number = static_cast<std::uint32_t>(tasks_.size());
  OpenTask& open = tasks_.emplace_back();
  open.task = task;
  open.added = now;
  open.mine = setting_.record.own_task(setting_.in_record, task, now);
  plan(number, now, out);
  return TaskId{number};
}

void Played::plan(std::uint32_t number, Instant now, Outbox& out) {
  const OpenTask& open = tasks_[number];
  const Assignee& who = open.task.assignee;
  switch (who.mode) {
    case Assignee::Mode::in_pool:
      if (eased(who.team)) {
        do_at_once(number, now, out);
      } else if (open.mine != nullptr) {
        do_as_recorded(number, now, out);
      } else {
        do_as_others(number, now, out);
      }
      break;
    case Assignee::Mode::at_post:
      if (open.mine != nullptr) {
        do_as_recorded(number, now, out);
      } else {
        do_as_others(number, now, out);
      }
      break;
    case Assignee::Mode::of_case:
      if (hold(who.slot).post.valid()) queue(number, now, out);
      break;
  }
}

void Played::ease(const Easing& easing, Instant now, Outbox& out) {
  setting_.easing = easing;
  for (Hold& held : holds_) {
    if (!held.requested) continue;
    if (easing.leaving && held.post.valid()) {
      ++held.generation;
      held.taken = Instant::never();
    }
    if (!held.post.valid() && eased(held.team)) place_eased(held, now, out);
  }
  for (std::uint32_t i = 0; i < tasks_.size(); ++i) {
    if (!tasks_[i].open) continue;
    const OpenTask before = tasks_[i];
    plan(i, now, out);
    // Who has begun it and is done with it sooner finishes it.
    if (before.generation != tasks_[i].generation && before.started <= now &&
        before.done_at <= tasks_[i].done_at)
      tasks_[i] = before;
  }
}

bool Played::cancel(TaskId task, Instant, Outbox&) {
  OpenTask& open = tasks_[task.value()];
  const bool was_open = open.open;
  open.open = false;
  return was_open;
}

void Played::queue(std::uint32_t number, Instant now, Outbox& out) {
  OpenTask& open = tasks_[number];
  const Hold& held = hold(open.task.assignee.slot);
  // Who holds the case as it was held does the work as it was done; who is not left, unless somebody else
  // did.
  const bool by_another = open.mine != nullptr && open.mine->done() && open.mine->worker.post != held.post;
  if (eased(held.team)) {
    do_at_once(number, now, out);
  } else if (open.mine != nullptr && held.mine != nullptr && held.mine->post == held.post &&
             !(setting_.easing.leaving && by_another)) {
    do_as_recorded(number, now, out);
  } else {
    do_as_others(number, now, out);
  }
}

void Played::weigh_parts(OpenTask& open, double pressure) const {
  open.pressure = pressure;
  open.parts = setting_.squeeze.kept(open.task, pressure, setting_.key);
  open.given = open.task.core;
  for (std::size_t i = 0; i < part_count; ++i) {
    if ((open.parts >> i & 1U) != 0) open.given += open.task.parts[i];
  }
}

void Played::done_at(std::uint32_t number, Instant at, Outbox& out) {
  OpenTask& open = tasks_[number];
  open.generation = ++generations_;
  open.done_at = at;
  out.events.push_back({at, {Event::Type::finish, number, open.generation}});
}

void Played::do_as_recorded(std::uint32_t number, Instant now, Outbox& out) {
  OpenTask& open = tasks_[number];
  const RecordedTask& mine = *open.mine;
  if (mine.done()) {
    open.started = mine.started;
    open.worker = mine.worker;
    weigh_parts(open, mine.pressure);
    done_at(number, std::max(mine.finished, now), out);
  } else if (mine.given_up != Instant::never()) {
    // Nobody had come to it by then. It goes on waiting from there as others'.
    do_as_others(number, std::max(now, mine.given_up + Minutes{1}), out);
  }
}

std::uint32_t Played::queue_of(const Assignee& who) const {
  switch (who.mode) {
    case Assignee::Mode::in_pool:
      return Record::pool_of(who.team, who.role);
    case Assignee::Mode::at_post:
      return Record::queue_of(who.post);
    case Assignee::Mode::of_case:
      break;
  }
  return Record::queue_of(hold(who.slot).post);
}

const RecordedTask* Played::other_in(const Task& task, Instant from) const {
  const Assignee& who = task.assignee;
  const spec::Role role = who.mode == Assignee::Mode::in_pool ? who.role : hold(who.slot).role;
  return setting_.record.like(queue_of(who), role, task, {setting_.in_record, from});
}

// Work of the same kind goes at the pace of the other's. What another kind took beyond its own time was
// interruption, and interrupts this as long.
Minutes Played::office_time(const OpenTask& open, const RecordedTask& other) const {
  const std::int64_t took = std::max<std::int64_t>(
      setting_.calendar.office_time_between(other.taken_up(), other.finished).count(), 1);
  const std::int64_t worth = std::max<std::int64_t>(other.given.count(), 1);
  if (other.kind == open.task.kind) return Minutes{(open.given.count() * took + worth - 1) / worth};
  const std::int64_t speed = productive_share(setting_.parameters, setting_.calendar);
  const Minutes interrupted{std::max<std::int64_t>(took - office_minutes(other.given, speed).count(), 0)};
  return office_minutes(open.given, speed) + interrupted;
}

void Played::do_as_others(std::uint32_t number, Instant from, Outbox& out) {
  OpenTask& open = tasks_[number];
  const RecordedTask* other = other_in(open.task, from);
  if (other == nullptr) return;  // nobody who does such work ever did any
  open.worker = other->worker;
  weigh_parts(open, other->pressure);
  open.started = setting_.calendar.next_office_minute(from + (other->taken_up() - other->queued));
  done_at(number, setting_.calendar.add_office_time(open.started, office_time(open, *other)), out);
}

void Played::do_at_once(std::uint32_t number, Instant from, Outbox& out) {
  OpenTask& open = tasks_[number];
  const bool as_it_was = open.mine != nullptr && open.mine->done() &&
                         (open.task.assignee.mode != Assignee::Mode::of_case ||
                          open.mine->worker.post == hold(open.task.assignee.slot).post);
  const RecordedTask* by = as_it_was ? open.mine : other_in(open.task, from);
  if (by != nullptr) open.worker = by->worker;
  weigh_parts(open, 0.0);
  open.started = setting_.calendar.next_office_minute(from);
  const std::int64_t speed = productive_share(setting_.parameters, setting_.calendar);
  done_at(number, setting_.calendar.add_office_time(open.started, office_minutes(open.given, speed)), out);
}

}  // namespace lscb::workforce
