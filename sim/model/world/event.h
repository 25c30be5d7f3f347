// What the world's calendar holds: wake-ups of the two rooms that have their own, and the pathway's timers.
#pragma once

#include <cstdint>
#include <variant>

#include "base/ids.h"
#include "life/truth.h"
#include "workforce/notice.h"

namespace lscb::world {

enum class TimerKind : std::uint8_t {
  call,            ///< a witness decides whether to call; subject: pending call
  fieldwork,       ///< an assessment's replies are in; subject: assessment
  conference,      ///< a conference may be held; subject: assessment
  visit,           ///< a visit falls due; subject: household
  review,          ///< a review falls due; subject: household
  caf_review,      ///< subject: household
  earlier_file,    ///< another authority's file arrives; subject: household
  adult_removed,   ///< orders take effect; subject: household
  challenge,       ///< an agency comes back on a decision; subject: contact
  audit,           ///< monthly
  sample,          ///< weekly count of levels
  supervision,     ///< monthly
  unit_meeting,    ///< weekly, once there are units
  coaching,        ///< monthly in a unit; subject: unit, detail: what is left of it
  finance_report,  ///< on the first of each month
};

/// Bit of a chair's payload: a review conference.
inline constexpr std::uint64_t review_bit = std::uint64_t{1} << 40;

struct Timer {
  TimerKind kind = TimerKind::sample;
  std::uint8_t detail = 0;
  std::uint16_t token = 0;  ///< a plan's or CAF's generation: tells a stale timer from a live one
  std::uint32_t subject = 0;
};

using Event = std::variant<life::Event, workforce::Event, Timer>;
static_assert(sizeof(Event) <= 24);

}  // namespace lscb::world
