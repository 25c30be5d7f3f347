#pragma once

// Inside of the calendar; nothing here is promised.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <new>
#include <vector>

#include "kernel/assert.h"
#include "kernel/ticks.h"

namespace lscb::kernel::detail {

// Place in the order: time first, then a word that holds priority, sequence and slot from its top bit down.
struct HeapKey {
  Tick at;
  std::uint64_t order;
};

[[nodiscard]] inline bool before(const HeapKey& a, const HeapKey& b) {
  return static_cast<bool>(static_cast<int>(a.at < b.at) |
                           (static_cast<int>(a.at == b.at) & static_cast<int>(a.order < b.order)));
}

// Memory that begins on a cache line.
template <class T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kLine{64};

  LineAllocator() = default;
  template <class U>
  LineAllocator(const LineAllocator<U>&) {}  // NOLINT(google-explicit-constructor): allocators convert

  [[nodiscard]] T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), kLine)); }
  void deallocate(T* p, std::size_t) { ::operator delete(p, kLine); }

  template <class U>
  friend bool operator==(const LineAllocator&, const LineAllocator<U>&) {
    return true;
  }
  template <class U>
  friend bool operator!=(const LineAllocator&, const LineAllocator<U>&) {
    return false;
  }
};

// A 4-ary heap of keys with a root that may be a hole.
//
// Invariants: the root is at index 3 and the children of i at 4(i - 2) .. 4(i - 2) + 3, so that the four
// share a line; indices from end_ to keys_.size() hold kLast, after every real key, so that the least of four
// needs no bounds; keys_.size() is a multiple of 4; where hole_ holds, the root's content means nothing.
class CalendarHeap {
 public:
  CalendarHeap() { clear(); }

  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const { return end_ - kRoot - (hole_ ? 1 : 0); }
  [[nodiscard]] std::size_t memory() const { return keys_.capacity() * sizeof(HeapKey); }
  void reserve(std::size_t n) { keys_.reserve((n + kRoot + 8) / 4 * 4); }

  // The first key. REQUIRES: !empty().
  [[nodiscard]] const HeapKey& first() {
    if (hole_) fill_hole();
    return keys_[kRoot];
  }

  // Takes the first key away. REQUIRES: first() was called since the last change.
  void drop_first() { hole_ = true; }

  void push(const HeapKey& key) {
    if (hole_) {
      hole_ = false;
      sift_down(kRoot, key);
      return;
    }
    if (end_ == keys_.size()) keys_.insert(keys_.end(), 4, kLast);
    sift_up(end_++, key);
  }

  // Keeps the keys that `keep` approves, in place, and puts the heap in order again. O(n).
  template <class Keep>
  void filter(Keep keep) {
    std::size_t to = kRoot;
    for (std::size_t from = kRoot + (hole_ ? 1 : 0); from < end_; ++from) {
      if (keep(keys_[from])) keys_[to++] = keys_[from];
    }
    hole_ = false;
    std::fill(keys_.begin() + static_cast<std::ptrdiff_t>(to), keys_.end(), kLast);
    end_ = to;
    for (std::size_t i = parent(end_ - 1); end_ > kRoot + 1 && i >= kRoot; --i) sift_down(i, keys_[i]);
  }

  // Sorts the keys and lets `rewrite` change each order in place. REQUIRES: it keeps their sequence. O(n log
  // n).
  template <class Rewrite>
  void rewrite_in_order(Rewrite rewrite) {
    if (hole_) fill_hole();
    const auto first = keys_.begin() + kRoot;
    const auto last = keys_.begin() + static_cast<std::ptrdiff_t>(end_);
    std::sort(first, last, before);
    for (auto key = first; key != last; ++key) rewrite(*key);
  }

  void clear() {
    keys_.assign(4, kLast);
    end_ = kRoot;
    hole_ = false;
  }

 private:
  static constexpr std::size_t kRoot = 3;
  static constexpr HeapKey kLast{std::numeric_limits<Tick>::max(), std::numeric_limits<std::uint64_t>::max()};

  [[nodiscard]] static constexpr std::size_t parent(std::size_t i) { return i / 4 + 2; }
  [[nodiscard]] static constexpr std::size_t first_child(std::size_t i) { return (i - 2) * 4; }

  void fill_hole() {
    hole_ = false;
    const HeapKey last = keys_[--end_];
    keys_[end_] = kLast;
    if (end_ > kRoot) sift_down(kRoot, last);
  }

  void sift_up(std::size_t i, const HeapKey& key) {
    while (i > kRoot) {
      const std::size_t up = parent(i);
      if (!before(key, keys_[up])) break;
      keys_[i] = keys_[up];
      i = up;
    }
    keys_[i] = key;
  }

  // The four lines of which one is needed next, asked for before it is known which: a tenth off an event at
  // 100,000 open.
  static void prefetch_below(const HeapKey* keys, std::size_t child, std::size_t end) {
    const std::size_t below = first_child(child);
    if (below + 12 >= end) return;
    __builtin_prefetch(keys + below);
    __builtin_prefetch(keys + below + 4);
    __builtin_prefetch(keys + below + 8);
    __builtin_prefetch(keys + below + 12);
  }

  void sift_down(std::size_t i, const HeapKey key) {
    HeapKey* const keys = keys_.data();
    const std::size_t end = end_;
    for (std::size_t child = first_child(i); child < end; child = first_child(i)) {
      prefetch_below(keys, child, end);
      const std::size_t left = child + (before(keys[child + 1], keys[child]) ? 1 : 0);
      const std::size_t right = child + 2 + (before(keys[child + 3], keys[child + 2]) ? 1 : 0);
      const std::size_t least = before(keys[right], keys[left]) ? right : left;
      if (!before(keys[least], key)) break;
      keys[i] = keys[least];
      i = least;
    }
    keys[i] = key;
  }

  std::vector<HeapKey, LineAllocator<HeapKey>> keys_;
  std::size_t end_ = kRoot;
  bool hole_ = false;
};

}  // namespace lscb::kernel::detail
