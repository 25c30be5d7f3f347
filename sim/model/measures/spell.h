// Spells: a child's maximal times at need 2 or more (MODEL, What is counted).
#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "measures/history.h"

namespace lscb::measures {

/// A gap below need 2 that is shorter than this does not end a spell; one of exactly 28 days does.
inline constexpr Minutes bridged_gap = days(28);

/// What ended a spell.
enum class SpellEnd : std::uint8_t {
  need_fell,  ///< need went below 2 and stayed there for 28 days, or until the child left
  left,       ///< the child was eighteen or moved away while in need
  unknown,    ///< the run ended first, or less than 28 days after need fell
};

struct Spell {
  Instant start;           ///< need reached 2
  Instant end;             ///< need fell, the child left, or the run ended
  std::uint8_t level = 2;  ///< the highest need reached: 2 or 3
  SpellEnd ended_by = SpellEnd::unknown;

  [[nodiscard]] Interval interval() const { return {start, end}; }
};

/// Appends the child's spells up to `run_end`, in order. Need from before the run's start counts from its
/// first point. A contact belongs to the spell whose interval holds its incident. O(n).
void append_spells(const ChildHistory& history, Instant run_end, std::vector<Spell>& spells);

}  // namespace lscb::measures
