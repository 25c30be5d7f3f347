#pragma once

// The event calendar: what will happen, in the order in which it will happen.
//
// An event is a small value of the model's own type; the calendar stores it and gives it back when its time
// has come. The order is total, never left to luck: by time, then by priority (the lower number first), then
// by sequence, which is the order of scheduling. To reschedule counts as scheduling anew: the event keeps its
// handle and its priority and goes behind those already set for its new time and priority.
//
// Cost, for n events scheduled: schedule and next O(log n); cancel O(1) and reschedule O(log n), both
// amortised; is_scheduled and time_of O(1). Nothing is allocated while no more events are scheduled at once
// than ever before or than were reserved (a cancelled event may hold its place until as many are dead as
// live, so reserve counts keys twice). No virtual call. Memory: a slot of sizeof(Event) + 24 bytes and one or
// two keys of 16 an event.
//
// How: a 4-ary heap of 16-byte keys, four children to a cache line, that point to slots holding the events. A
// cancelled event is marked in its slot and its key dropped when it surfaces, or when dead keys outnumber the
// living. After next() the root of the heap is left empty, and the event scheduled in answer, as a rule there
// is one, takes its place without a second walk.
//
// Limits: 2^24 - 1 events at once, priorities -128 to 127. A breach is a broken precondition, as is the past.
// Thread rule: one thread at a time; calendars share nothing.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "kernel/assert.h"
#include "kernel/calendar_heap.h"
#include "kernel/ticks.h"

namespace lscb::kernel {

// Names one scheduled event for as long as it is scheduled, through every rescheduling. A value: copy it
// freely. Once the event has happened or was cancelled the handle is stale, names nothing, and is harmless to
// use.
class Handle {
 public:
  constexpr Handle() = default;  // names nothing

  friend constexpr bool operator==(Handle a, Handle b) { return a.bits_ == b.bits_; }
  friend constexpr bool operator!=(Handle a, Handle b) { return a.bits_ != b.bits_; }

 private:
  template <class Event>
  friend class Calendar;
  static constexpr int kSlotBits = 24;

  constexpr Handle(std::uint32_t slot, std::uint64_t generation) : bits_(generation << kSlotBits | slot) {}
  [[nodiscard]] constexpr std::uint32_t slot() const { return bits_ & ((1U << kSlotBits) - 1); }
  [[nodiscard]] constexpr std::uint64_t generation() const { return bits_ >> kSlotBits; }

  std::uint64_t bits_ = 0;  // generations begin at 1, and a slot comes back to one after 2^40 uses
};

// What next() hands out.
template <class Event>
struct Fired {
  Tick at = 0;
  Event event{};
};

template <class Event>
class Calendar {
  static_assert(std::is_trivially_copyable_v<Event>,
                "an event is a small value: no owner, no virtual function");
  static_assert(sizeof(Event) <= 64,
                "an event is a small value: put what is large in the model and name it here");

 public:
  // A copy holds the same events under the same handles; from then on each goes its own way.
  explicit Calendar(Tick start = 0) : now_(start) {}

  // REQUIRES: at >= now(); priority from -128 to 127.
  Handle schedule(Tick at, const Event& event, int priority = 0);

  // Takes the event off; false, and nothing done, where the handle is stale.
  bool cancel(Handle handle);

  // Moves the event to another time; false, and nothing done, where the handle is stale. REQUIRES: at >=
  // now().
  bool reschedule(Handle handle, Tick at);

  // Takes the next event off, sets now() to its time and hands it out; false, and now() left, where none is
  // left.
  bool next(Fired<Event>& fired);

  // As next(). REQUIRES: size() > 0.
  Fired<Event> pop();

  // As next(), but an event later than `end` stays, now() becomes `end`, and the answer is false.
  // REQUIRES: end >= now().
  bool next_until(Tick end, Fired<Event>& fired);

  [[nodiscard]] bool is_scheduled(Handle handle) const { return find(handle) != nullptr; }

  // REQUIRES: is_scheduled(handle).
  [[nodiscard]] Tick time_of(Handle handle) const;
  [[nodiscard]] const Event& event_of(Handle handle) const;

  // Time of the event handed out last, or the start. The reference holds as long as the calendar
  // (ReportedClock).
  [[nodiscard]] const Tick& now() const { return now_; }
  [[nodiscard]] std::size_t size() const { return live_; }
  [[nodiscard]] bool empty() const { return live_ == 0; }

  // Makes room for that many events scheduled at once.
  void reserve(std::size_t events);

  // Bytes taken from the heap, for a bench.
  [[nodiscard]] std::size_t memory() const { return heap_.memory() + slots_.capacity() * sizeof(Slot); }

 private:
  friend struct CalendarProbe;  // tests set the sequence close to its end

  struct Slot {
    Event event;
    Tick at;
    std::uint64_t order;       // order of the one key that counts; kFree where the slot names no event
    std::uint64_t generation;  // of the event in it, or of the next
  };
  static constexpr std::uint64_t kFree = 0;
  static constexpr std::uint32_t kNoSlot = (1U << Handle::kSlotBits) - 1;
  static constexpr std::size_t kTooFewToMatter = 64;  // dead keys, beside as many as there are live ones
  static constexpr std::uint64_t kSequenceEnd = std::uint64_t{1} << 32;

  [[nodiscard]] static constexpr std::uint32_t slot_of(std::uint64_t order) { return order & kNoSlot; }
  [[nodiscard]] static constexpr std::uint64_t order_of(std::uint64_t biased_priority, std::uint64_t sequence,
                                                        std::uint32_t slot) {
    return biased_priority << 56 | sequence << 24 | slot;
  }

  [[nodiscard]] const Slot* find(Handle handle) const;
  [[nodiscard]] bool is_live(const detail::HeapKey& key) const {
    return slots_[slot_of(key.order)].order == key.order;
  }
  [[nodiscard]] std::uint64_t next_sequence();
  [[nodiscard]] bool surface_live();
  void hand_out(Fired<Event>& fired);
  void release(std::uint32_t slot);
  void sweep_if_mostly_dead();
  void renumber();
  [[noreturn]] void refuse(const char* why) const;

  // Invariants: each live slot has exactly one key in the heap with its order; every other key is dead, and
  // dead_ counts those; slots on the free list have order kFree and are linked through `at`.
  detail::CalendarHeap heap_;
  std::vector<Slot> slots_;
  std::size_t live_ = 0;
  std::size_t dead_ = 0;
  std::uint64_t sequence_ = 1;
  std::uint32_t free_ = kNoSlot;
  Tick now_;
};

}  // namespace lscb::kernel

#include "kernel/calendar_impl.h"
