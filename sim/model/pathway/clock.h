// Statutory clocks, in working days on the real calendar, kept under the rules they began with.
//
// Source: Working Together to Safeguard Children 2006, 2010 and 2013 (facts.csv section 2): a decision one
// working day after the referral; initial assessment 7, for referrals after March 2010 10 working days from
// the referral; core assessment 35; conference 15 from the strategy discussion; first core group 10; first
// review 3 months, then 6; a single assessment 45 from the referral, from 15 April 2013 where adopted.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace lscb::pathway {

enum class ClockKind : std::uint8_t {
  decision,
  initial_assessment,
  core_assessment,
  conference,
  core_group,
  first_review,
  later_review,
  single_assessment,
};
inline constexpr int clock_count = 8;
[[nodiscard]] const char* name(ClockKind kind);
/// As files write it.
[[nodiscard]] const char* id(ClockKind kind);

/// When a clock of this kind that starts at `start` runs out. O(1).
[[nodiscard]] Instant due(ClockKind kind, Instant start);

}  // namespace lscb::pathway
