#pragma once

// Bodies of calendar.h, which includes this file.

#include "kernel/calendar.h"

namespace lscb::kernel {

template <class Event>
Handle Calendar<Event>::schedule(Tick at, const Event& event, int priority) {
  if (at < now_) refuse("an event cannot be scheduled in the past");
  if (priority < -128 || priority > 127) refuse("a priority lies from -128 to 127");
  const std::uint64_t sequence = next_sequence();
  std::uint32_t slot = free_;
  if (slot != kNoSlot) {
    free_ = static_cast<std::uint32_t>(slots_[slot].at);
  } else {
    if (slots_.size() >= kNoSlot) refuse("more than 2^24 - 1 events scheduled at once");
    slot = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back(Slot{event, at, kFree, 1});
  }
  Slot& place = slots_[slot];
  place.event = event;
  place.at = at;
  place.order = order_of(static_cast<std::uint64_t>(Tick{priority} + 128), sequence, slot);
  heap_.push({at, place.order});
  ++live_;
  return Handle(slot, place.generation);
}

template <class Event>
bool Calendar<Event>::cancel(Handle handle) {
  if (find(handle) == nullptr) return false;
  release(handle.slot());
  ++dead_;
  sweep_if_mostly_dead();
  return true;
}

template <class Event>
bool Calendar<Event>::reschedule(Handle handle, Tick at) {
  if (find(handle) == nullptr) return false;
  if (at < now_) refuse("an event cannot be rescheduled into the past");
  const std::uint64_t sequence = next_sequence();
  Slot& place = slots_[handle.slot()];
  place.at = at;
  place.order = order_of(place.order >> 56, sequence, handle.slot());
  heap_.push({at, place.order});
  ++dead_;
  sweep_if_mostly_dead();
  return true;
}

template <class Event>
bool Calendar<Event>::next(Fired<Event>& fired) {
  if (!surface_live()) return false;
  hand_out(fired);
  return true;
}

template <class Event>
Fired<Event> Calendar<Event>::pop() {
  Fired<Event> fired;
  if (!next(fired)) refuse("no event is left to pop");
  return fired;
}

template <class Event>
bool Calendar<Event>::next_until(Tick end, Fired<Event>& fired) {
  if (end < now_) refuse("the clock cannot go back");
  if (!surface_live() || heap_.first().at > end) {
    now_ = end;
    return false;
  }
  hand_out(fired);
  return true;
}

template <class Event>
Tick Calendar<Event>::time_of(Handle handle) const {
  const Slot* const slot = find(handle);
  if (slot == nullptr) refuse("the time of an event that is not scheduled");
  return slot->at;
}

template <class Event>
const Event& Calendar<Event>::event_of(Handle handle) const {
  const Slot* const slot = find(handle);
  if (slot == nullptr) refuse("the content of an event that is not scheduled");
  return slot->event;
}

template <class Event>
void Calendar<Event>::reserve(std::size_t events) {
  heap_.reserve(2 * events + kTooFewToMatter + 1);
  slots_.reserve(events);
}

template <class Event>
auto Calendar<Event>::find(Handle handle) const -> const Slot* {
  if (handle.slot() >= slots_.size()) return nullptr;
  const Slot& slot = slots_[handle.slot()];
  return slot.generation == handle.generation() && slot.order != kFree ? &slot : nullptr;
}

template <class Event>
std::uint64_t Calendar<Event>::next_sequence() {
  if (sequence_ == kSequenceEnd) renumber();
  return sequence_++;
}

// Brings a live key to the top of the heap; false where none is left.
template <class Event>
bool Calendar<Event>::surface_live() {
  while (!heap_.empty()) {
    if (is_live(heap_.first())) return true;
    heap_.drop_first();
    --dead_;
  }
  return false;
}

template <class Event>
void Calendar<Event>::hand_out(Fired<Event>& fired) {
  const detail::HeapKey key = heap_.first();
  heap_.drop_first();
  LSCB_DEBUG_ASSERT(key.at >= now_, "events come in the order of time");
  now_ = key.at;
  fired.at = key.at;
  fired.event = slots_[slot_of(key.order)].event;
  release(slot_of(key.order));
}

template <class Event>
void Calendar<Event>::release(std::uint32_t slot) {
  Slot& place = slots_[slot];
  place.order = kFree;
  place.generation = (place.generation + 1) & ((std::uint64_t{1} << 40) - 1);
  place.at = free_;
  free_ = slot;
  --live_;
}

template <class Event>
void Calendar<Event>::sweep_if_mostly_dead() {
  if (dead_ <= live_ + kTooFewToMatter) return;
  heap_.filter([this](const detail::HeapKey& key) { return is_live(key); });
  dead_ = 0;
}

// The 32 bits of the sequence are used up: number the events anew, in their order, from 1.
template <class Event>
void Calendar<Event>::renumber() {
  heap_.filter([this](const detail::HeapKey& key) { return is_live(key); });
  dead_ = 0;
  sequence_ = 1;
  heap_.rewrite_in_order([this](detail::HeapKey& key) {
    const std::uint32_t slot = slot_of(key.order);
    key.order = order_of(key.order >> 56, sequence_++, slot);
    slots_[slot].order = key.order;
  });
}

template <class Event>
void Calendar<Event>::refuse(const char* why) const {
  const ReportedClock clock(now_);
  detail::fail("precondition", "what calendar.h says it requires", why, __FILE__, __LINE__);
}

}  // namespace lscb::kernel
