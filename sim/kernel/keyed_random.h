#pragma once

// Random numbers looked up by name instead of taken in turn. The value of a draw is a pure function of
// (seed, replication, cause, how many words of that cause were used before), so to observe, to log, or to add
// an entity moves no other draw, and two designs of an organisation meet the same lives.

#include <array>
#include <cstdint>
#include <limits>

#include "kernel/cause.h"
#include "kernel/cause_ledger.h"
#include "kernel/threefry.h"

namespace lscb::kernel {

// Names one replication's world: the key of every draw in it.
struct WorldKey {
  std::uint64_t seed = 0;
  std::uint64_t replication = 0;

  friend constexpr bool operator==(const WorldKey& a, const WorldKey& b) {
    return a.seed == b.seed && a.replication == b.replication;
  }
};

// The endless sequence of random words that belongs to one cause: Threefry2x64-20 with key (seed,
// replication) and counter (cause, block). A UniformRandomBitGenerator of 64-bit words, usable with
// Boost.Random (distributions.h). A value of 48 bytes: make it where it is needed, use it, drop it; making it
// draws nothing. One thread at a time.
class Draws {
 public:
  using result_type = std::uint64_t;

  Draws(WorldKey world, Cause cause) : world_(world), cause_(cause) { detail::note_draws(cause); }

  [[nodiscard]] static constexpr result_type min() { return 0; }
  [[nodiscard]] static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    if (second_is_fresh_) {
      second_is_fresh_ = false;
      return second_;
    }
    const std::array<std::uint64_t, 2> words =
        threefry_block(world_.seed, world_.replication, cause_.value, block_);
    ++block_;
    second_ = words[1];
    second_is_fresh_ = true;
    return words[0];
  }

  // Uniform on [0, 1): a multiple of 2^-53.
  double uniform01() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

  // Uniform on (0, 1): an odd multiple of 2^-53, so that neither end can be drawn and a logarithm is finite.
  double uniform01_open() { return (static_cast<double>((*this)() >> 12) + 0.5) * 0x1.0p-52; }

 private:
  WorldKey world_;
  Cause cause_;
  std::uint64_t block_ = 0;
  std::uint64_t second_ = 0;
  bool second_is_fresh_ = false;
};

}  // namespace lscb::kernel
