// Wake-ups that are not due today, by day: putting one in takes constant time and touches nothing else, where
// a calendar of tens of thousands of events would walk its heap.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace lscb::life {

class Wakes {
 public:
  /// For the days of `horizon`; `expected` wake-ups at once need no further allocation, as a rule.
  Wakes(Interval horizon, std::size_t expected)
      : first_day_(day_number(horizon.from)),
        newest_(static_cast<std::size_t>(day_number(horizon.to) - first_day_ + 1), nothing) {
    chunks_.reserve(newest_.size() + expected / chunk_size);
  }

  /// REQUIRES: the day of `at` is in the horizon and not taken yet.
  void put(HouseholdId household, Instant at) {
    std::uint32_t& newest = newest_[index(at)];
    if (newest == nothing || chunks_[newest].count == chunk_size) newest = new_chunk(newest);
    Chunk& chunk = chunks_[newest];
    chunk.households[chunk.count++] = household;
  }

  /// Empties a day into `households`, in an order that depends on the order of putting alone.
  void take(Instant day, std::vector<HouseholdId>& households) {
    households.clear();
    std::uint32_t& newest = newest_[index(day)];
    while (newest != nothing) {
      Chunk& chunk = chunks_[newest];
      households.insert(households.end(), chunk.households.begin(), chunk.households.begin() + chunk.count);
      const std::uint32_t next = chunk.next;
      chunk.next = free_;
      free_ = newest;
      newest = next;
    }
  }

  [[nodiscard]] std::size_t memory() const {
    return chunks_.capacity() * sizeof(Chunk) + newest_.capacity() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t nothing = 0xffff'ffffU;
  static constexpr std::uint32_t chunk_size = 14;
  struct alignas(64) Chunk {
    std::uint32_t next = nothing;
    std::uint32_t count = 0;
    std::array<HouseholdId, chunk_size> households;
  };

  [[nodiscard]] std::size_t index(Instant at) const {
    return static_cast<std::size_t>(day_number(at) - first_day_);
  }
  std::uint32_t new_chunk(std::uint32_t next) {
    std::uint32_t chunk = free_;
    if (chunk != nothing) {
      free_ = chunks_[chunk].next;
    } else {
      chunk = static_cast<std::uint32_t>(chunks_.size());
      chunks_.emplace_back();
    }
    chunks_[chunk].next = next;
    chunks_[chunk].count = 0;
    return chunk;
  }

  std::int64_t first_day_;
  std::vector<std::uint32_t> newest_;  // by day; a list through chunks_
  std::vector<Chunk> chunks_;
  std::uint32_t free_ = nothing;
};

}  // namespace lscb::life
