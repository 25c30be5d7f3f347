#include "workforce/recorder.h"

#include <algorithm>

namespace lscb::workforce {
namespace {

/// Takes it out of those still to be heard, if it is one.
bool heard_before(std::vector<CaseRef>& refs, CaseRef ref) {
  const auto found = std::find(refs.begin(), refs.end(), ref);
  if (found == refs.end()) return false;
  refs.erase(found);
  return true;
}

}  // namespace

std::uint32_t& Recorder::present(CaseRef ref) {
  const std::size_t place =
      static_cast<std::size_t>(ref.household.value()) * case_slots + static_cast<std::size_t>(ref.slot);
  if (place >= hold_of_.size()) hold_of_.resize(std::max(2 * hold_of_.size(), place + 1), nothing);
  return hold_of_[place];
}

void Recorder::begin_hold(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now) {
  present(ref) = static_cast<std::uint32_t>(record_.holds.size());
  RecordedHold& hold = record_.holds.emplace_back();
  hold.household = ref.household;
  hold.slot = ref.slot;
  hold.team = team;
  hold.role = role;
  hold.urgency = urgency;
  hold.since = now;
}

void Recorder::end_hold(CaseRef ref, RecordedHold::End how, Instant now) {
  std::uint32_t& place = present(ref);
  if (place == nothing) return;
  record_.holds[place].ended = now;
  record_.holds[place].end = how;
  place = nothing;
}

TaskId Recorder::add(const Task& task, Instant now, Outbox& out) {
  const TaskId id = workforce_.add(task, now, out);
  if (!task.household.valid()) return id;
  if (id.value() >= task_of_.size()) task_of_.resize(2 * id.value() + 1, nothing);
  task_of_[id.value()] = static_cast<std::uint32_t>(record_.tasks.size());
  RecordedTask& taken = record_.tasks.emplace_back();
  taken.household = task.household;
  taken.cause = task.cause;
  taken.kind = task.kind;
  taken.priority = task.priority;
  taken.asked = task.assignee;
  taken.core = task.core;
  taken.parts = task.parts;
  taken.added = taken.queued = now;
  const Assignee& who = task.assignee;
  taken.queue = who.mode == Assignee::Mode::in_pool ? Record::pool_of(who.team, who.role) : nothing;
  return id;
}

bool Recorder::request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  begin_hold(ref, team, role, urgency, now);
  const bool at_once = workforce_.request(ref, team, role, urgency, now, out);
  note_if_at_once(ref, now);
  return at_once;
}

void Recorder::allocate(RecordedHold& hold, PostId holder, Instant now) const {
  hold.allocated = now;
  hold.post = holder;
  hold.incumbent = workforce_.post(holder).incumbent;
}

void Recorder::note_if_at_once(CaseRef ref, Instant now) {
  const PostId holder = workforce_.holder(ref);
  if (!holder.valid()) return;
  RecordedHold& hold = record_.holds[present(ref)];
  hold.at_once = true;
  allocate(hold, holder, now);
  at_once_.push_back(ref);
}

bool Recorder::release(CaseRef ref, Instant now, Outbox& out) {
  end_hold(ref, RecordedHold::End::closed, now);
  return workforce_.release(ref, now, out);
}

void Recorder::move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) {
  if (const PostId holder = workforce_.holder(ref); holder.valid()) {
    moved_.push_back(ref);
    RecordedHold& passing = record_.holds[present(ref)];
    // If it has been this minute, nobody has told of it yet.
    if (passing.allocated == Instant::never()) allocate(passing, holder, now);
  }
  end_hold(ref, RecordedHold::End::moved, now);
  begin_hold(ref, team, role, urgency, now);
  workforce_.move_case(ref, team, role, urgency, now, out);
  note_if_at_once(ref, now);
}

void Recorder::set_urgency(CaseRef ref, int urgency) {
  workforce_.set_urgency(ref, urgency);
}

void Recorder::hear(const Notice& notice, Instant now) {
  if (const auto* done = std::get_if<TaskDone>(&notice)) {
    hear(*done);
  } else if (const auto* cancelled = std::get_if<TaskCancelled>(&notice)) {
    hear(*cancelled, now);
  } else if (const auto* allocated = std::get_if<CaseAllocated>(&notice)) {
    hear(*allocated, now);
  } else if (const auto* released = std::get_if<CaseReleased>(&notice)) {
    hear(*released, now);
  }
}

void Recorder::hear(const TaskDone& done) {
  if (done.id.value() >= task_of_.size() || task_of_[done.id.value()] == nothing) return;
  RecordedTask& task = record_.tasks[task_of_[done.id.value()]];
  task.finished = done.finished;
  task.started = done.started;
  task.given = done.given;
  task.pressure = done.pressure;
  task.worker = done.worker;
  if (task.queue != nothing) return;
  task.queue = Record::queue_of(done.worker.post);
  if (done.task.assignee.mode != Assignee::Mode::of_case) return;
  const std::uint32_t hold = present({task.household, done.task.assignee.slot});
  if (hold == nothing || record_.holds[hold].allocated == Instant::never()) return;
  task.queued = std::max(task.added, record_.holds[hold].allocated);
}

void Recorder::hear(const TaskCancelled& cancelled, Instant now) {
  if (cancelled.id.value() >= task_of_.size() || task_of_[cancelled.id.value()] == nothing) return;
  record_.tasks[task_of_[cancelled.id.value()]].given_up = now;
}

void Recorder::hear(const CaseAllocated& allocated, Instant now) {
  if (heard_before(at_once_, allocated.ref)) return;
  const std::uint32_t place = present(allocated.ref);
  if (place == nothing) return;  // closed again in the same minute
  RecordedHold& hold = record_.holds[place];
  if (hold.since != allocated.waiting_since) return;
  hold.allocated = now;
  hold.post = allocated.post;
  hold.incumbent = allocated.incumbent;
}

void Recorder::hear(const CaseReleased& released, Instant now) {
  if (heard_before(moved_, released.ref)) return;
  auto& leavings = record_.leavings[released.post];
  const TeamId team = workforce_.post(released.post).team;
  if (leavings.empty() || leavings.back().at != now)
    leavings.push_back({now, team, 0, workforce_.caseload(released.post)});
  ++leavings.back().left;
  const std::uint32_t place = present(released.ref);
  if (place == nothing) return;
  const RecordedHold before = record_.holds[place];
  end_hold(released.ref, RecordedHold::End::left, now);
  // It waits for those whose the post is now, which may have gone to another team meanwhile.
  begin_hold(released.ref, team, before.role, before.urgency, now);
}

}  // namespace lscb::workforce
