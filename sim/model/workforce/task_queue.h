// Tasks that are added and not yet done, and the queues in which they stand.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/assert.h"
#include "workforce/task.h"

namespace lscb::workforce {

using TaskSlot = std::uint32_t;
inline constexpr std::uint32_t no_index = 0xffff'ffffU;

/// A task in hand, with what was done on it.
struct OpenTask {
  enum class Where : std::uint8_t { free, queued, running, with_case };

  Task task;
  TaskId id;
  Where where = Where::free;
  bool begun = false;
  bool in_pool = false;  ///< queued in the pool's queue, not in the post's
  std::uint8_t parts_done = 0;
  std::uint32_t place = no_index;     ///< the post, or the group of the pool, in whose queue or hands it is
  std::uint32_t position = no_index;  ///< in the heap of that queue
  std::uint32_t case_index = no_index;
  TaskSlot case_before = no_index;  ///< list of the case's tasks
  TaskSlot case_after = no_index;
  Minutes remaining;  ///< before it is begun with all parts, then without the dropped ones
  Minutes given;
  Instant started;
  double pressure = 0.0;
};

/// The open tasks, in slots that are used again. O(1) each.
class TaskStore {
 public:
  explicit TaskStore(std::uint32_t expected) { slot_of_.reserve(expected); }

  TaskSlot add(const Task& task) {
    TaskSlot slot = free_;
    if (slot != no_index) {
      free_ = slots_[slot].case_after;
    } else {
      slot = static_cast<TaskSlot>(slots_.size());
      slots_.emplace_back();
    }
    OpenTask& open = slots_[slot];
    open = OpenTask{};
    open.task = task;
    open.id = TaskId{static_cast<TaskId::Value>(slot_of_.size())};
    slot_of_.push_back(slot);
    open.remaining = task.core;
    for (const Minutes part : task.parts) open.remaining += part;
    ++open_;
    return slot;
  }
  void remove(TaskSlot slot) {
    slot_of_[slots_[slot].id.value()] = no_index;
    slots_[slot].where = OpenTask::Where::free;
    slots_[slot].case_after = free_;
    free_ = slot;
    --open_;
  }
  /// no_index where the task is done or cancelled.
  [[nodiscard]] TaskSlot find(TaskId id) const {
    return id.value() < slot_of_.size() ? slot_of_[id.value()] : no_index;
  }
  [[nodiscard]] OpenTask& operator[](TaskSlot slot) { return slots_[slot]; }
  [[nodiscard]] const OpenTask& operator[](TaskSlot slot) const { return slots_[slot]; }
  [[nodiscard]] std::uint64_t added() const { return slot_of_.size(); }
  [[nodiscard]] std::uint64_t open() const { return open_; }
  [[nodiscard]] const std::vector<OpenTask>& slots() const { return slots_; }

 private:
  std::vector<OpenTask> slots_;
  std::vector<TaskSlot> slot_of_;  // by task id
  TaskSlot free_ = no_index;       // linked through case_after
  std::uint64_t open_ = 0;
};

/// A binary heap in the order (priority, due, id) whose tasks know their position, so that any can be taken
/// out. add, take and remove O(log n). The store is the one the slots belong to.
class TaskQueue {
 public:
  struct Key {
    std::uint64_t order = 0;  ///< priority above, due below
    TaskId::Value id = 0;
    TaskSlot slot = no_index;
    [[nodiscard]] bool before(const Key& other) const {
      return order < other.order || (order == other.order && id < other.id);
    }
  };

  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }
  /// REQUIRES: !empty().
  [[nodiscard]] const Key& first() const { return heap_.front(); }
  /// In no order.
  [[nodiscard]] const std::vector<Key>& keys() const { return heap_; }
  /// Productive minutes of all tasks in it.
  [[nodiscard]] Minutes minutes() const { return minutes_; }

  [[nodiscard]] static Key key(const OpenTask& open, TaskSlot slot) {
    const auto due = static_cast<std::uint64_t>(open.task.due.count() + (std::int64_t{1} << 60));
    return {static_cast<std::uint64_t>(open.task.priority) << 62 | due, open.id.value(), slot};
  }

  void add(TaskStore& store, TaskSlot slot) {
    minutes_ += store[slot].remaining;
    heap_.emplace_back();
    rise(store, heap_.size() - 1, key(store[slot], slot));
  }
  void remove(TaskStore& store, TaskSlot slot) {
    const std::size_t at = store[slot].position;
    LSCB_DEBUG_ASSERT(at < heap_.size() && heap_[at].slot == slot, "a task knows its place in its queue");
    minutes_ -= store[slot].remaining;
    store[slot].position = no_index;
    const Key last = heap_.back();
    heap_.pop_back();
    if (at == heap_.size()) return;
    if (at > 0 && last.before(heap_[(at - 1) / 2])) {
      rise(store, at, last);
    } else {
      sink(store, at, last);
    }
  }

 private:
  void put(TaskStore& store, std::size_t at, const Key& key) {
    heap_[at] = key;
    store[key.slot].position = static_cast<std::uint32_t>(at);
  }
  void rise(TaskStore& store, std::size_t at, const Key key) {
    while (at > 0 && key.before(heap_[(at - 1) / 2])) {
      put(store, at, heap_[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(store, at, key);
  }
  void sink(TaskStore& store, std::size_t at, const Key key) {
    for (std::size_t child = 2 * at + 1; child < heap_.size(); child = 2 * at + 1) {
      if (child + 1 < heap_.size() && heap_[child + 1].before(heap_[child])) ++child;
      if (!heap_[child].before(key)) break;
      put(store, at, heap_[child]);
      at = child;
    }
    put(store, at, key);
  }

  std::vector<Key> heap_;
  Minutes minutes_;
};

}  // namespace lscb::workforce
