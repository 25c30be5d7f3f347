// Wake-ups that are not due today, by day: putting one in takes constant time and waits for no memory, where
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
      : begin_(start_of_day(day_number(horizon.from))), days_(index(horizon.to) + 1) {
    chunks_.reserve(days_.size() + expected / chunk_size);
  }

  /// REQUIRES: the day of `at` is in the horizon and not taken yet.
  void put(HouseholdId household, Instant at) {
    Day& day = days_[index(at)];
    if (day.count == chunk_size) {
      day.newest = new_chunk(day.newest);
      day.count = 0;
    }
    chunks_[day.newest].households[day.count++] = household;
  }

  /// Empties a day into `households`, in an order that depends on the order of putting alone.
  void take(Instant at, std::vector<HouseholdId>& households) {
    households.clear();
    Day& day = days_[index(at)];
    while (day.newest != nothing) {
      Chunk& chunk = chunks_[day.newest];
      households.insert(households.end(), chunk.households.begin(), chunk.households.begin() + day.count);
      const std::uint32_t next = chunk.next;
      chunk.next = free_;
      free_ = day.newest;
      day = {next, chunk_size};
    }
  }

  /// Begins at `from` or later; `Instant::never()` where no day has any. REQUIRES: `from` begins a day, in
  /// the horizon or the one behind it. O(days passed over).
  [[nodiscard]] Instant first_day_with_any(Instant from) const {
    for (std::size_t day = index(from); day < days_.size(); ++day) {
      if (days_[day].newest != nothing) return begin_ + days(static_cast<std::int64_t>(day));
    }
    return Instant::never();
  }

  [[nodiscard]] std::size_t memory() const {
    return chunks_.capacity() * sizeof(Chunk) + days_.capacity() * sizeof(Day);
  }

 private:
  static constexpr std::uint32_t nothing = 0xffff'ffffU;
  static constexpr std::uint32_t chunk_size = 15;
  struct alignas(64) Chunk {
    std::uint32_t next = nothing;
    std::array<HouseholdId, chunk_size> households;
  };
  // The newest chunk of a day's list, and how many it holds; all older ones are full.
  struct Day {
    std::uint32_t newest = nothing;
    std::uint32_t count = chunk_size;
  };

  [[nodiscard]] std::size_t index(Instant at) const {
    return static_cast<std::uint32_t>((at - begin_).count()) / static_cast<std::uint32_t>(minutes_per_day);
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
    return chunk;
  }

  Instant begin_;
  std::vector<Day> days_;
  std::vector<Chunk> chunks_;
  std::uint32_t free_ = nothing;
};

}  // namespace lscb::life
