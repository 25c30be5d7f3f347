#pragma once

#include <cstdint>

namespace lscb::kernel {

namespace detail {
// Finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014; Stafford's variant 13): a bijection of 64-bit
// words in which each input bit flips each output bit with a chance close to one half.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}
}  // namespace detail

// What a random draw is about: the name under which it is always found again, whatever else is drawn before,
// after or not at all. A cause descends from another: Cause::of(Cause::of(Cause::root(), kHousehold, 17),
// kReferral, 3).
//
// Causes of one parent and one kind never collide. Any other two collide as two random words do, with a
// chance of 2^-64: among n causes in a replication about n^2 / 2^65 (ten million: 3 in a million; a hundred
// million: 3 in ten thousand). A collision gives two draws the same value and shifts no other; CauseLedger
// finds it.
struct Cause {
  std::uint64_t value = 0;

  [[nodiscard]] static constexpr Cause root() { return Cause{0x6a09e667f3bcc908U}; }

  // REQUIRES: `kind` is a constant of the program, never renumbered; `index` counts nothing a decision could
  // change.
  [[nodiscard]] static constexpr Cause of(Cause parent, std::uint64_t kind, std::uint64_t index) {
    const std::uint64_t of_kind =
        detail::mix64(detail::mix64(parent.value + 0x9e3779b97f4a7c15U) + kind * 0xd1342543de82ef95U);
    return Cause{detail::mix64(of_kind + index * 0x9e3779b97f4a7c15U)};
  }

  [[nodiscard]] constexpr Cause child(std::uint64_t kind, std::uint64_t index = 0) const {
    return of(*this, kind, index);
  }

  friend constexpr bool operator==(Cause a, Cause b) { return a.value == b.value; }
  friend constexpr bool operator!=(Cause a, Cause b) { return a.value != b.value; }
};

}  // namespace lscb::kernel
