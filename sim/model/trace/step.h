// A family's course, step by step: what comes to it from outside, what outside it is read on its way, and
// what happens and is done. The world takes the steps down for whoever watches; nothing in the model reads
// them.
//
// Given the same key a family's course follows from what arrives and what is read: two courses can part only
// where something arrives, or where the same is read at the same minute and differs
// (tests/world/contention_test.cpp). So whatever a decision, a finding or a piece of work comes to read of
// other families, of staff or of policy must be taken down where it is read.
//
// Each kind of step names itself (`name`, as a trace writes it: report/TRACE.md), says where it comes from
// (`origin`) and whose it is (`lane`), and shows its fields in order, as visitor("field", value).
#pragma once

#include <cstdint>
#include <type_traits>
#include <variant>

#include "base/ids.h"
#include "base/time.h"
#include "trace/happenings.h"
#include "trace/inputs.h"
#include "trace/services.h"

namespace lscb::trace {

using What = std::variant<WorkDone, ByWhom, Allocated, Released,  //
                          Experience, Backlog, Yardstick, PolicyRead, Tie, CentreOpen, CaseHeld, CaseWaits,
                          Reflected, Carried, Standards, PublicityRead, Repute, Arrangement,  //
                          Need, Incident, Harm, Crisis, AdultArrived, AdultLeft, Conceived, Born, Turned18,
                          MovedIn, MovedAway,  //
                          Noticed, Withheld, Misrouted, Told, Judged, Decided, Turn, AssessmentBegun, Found,
                          ServiceBegins, ServiceEnds, ClockStarted, ClockEnded, NothingBegun>;

namespace detail {
template <class Kind, class First, class... Rest>
constexpr std::uint8_t place_in(const std::variant<First, Rest...>*) {
  if constexpr (std::is_same_v<Kind, First>) {
    return 0;
  } else {
    return static_cast<std::uint8_t>(1 + place_in<Kind>(static_cast<const std::variant<Rest...>*>(nullptr)));
  }
}
}  // namespace detail

/// The number of a kind of step in this version of the program.
template <class Kind>
inline constexpr std::uint8_t kind_of = detail::place_in<Kind>(static_cast<const What*>(nullptr));

struct Step {
  Instant at;
  HouseholdId household;  ///< none for work that is no family's
  What what;

  [[nodiscard]] const char* name() const {
    return std::visit([](const auto& kind) { return kind.name; }, what);
  }
  [[nodiscard]] Origin origin() const {
    return std::visit([](const auto& kind) { return kind.origin; }, what);
  }
  [[nodiscard]] Lane lane() const {
    return std::visit([](const auto& kind) { return kind.lane; }, what);
  }
  friend bool operator==(const Step&, const Step&) = default;
};

/// The families' numbers as people read them: from 1.
[[nodiscard]] constexpr std::uint32_t number_of(HouseholdId household) {
  return household.value() + 1U;
}

}  // namespace lscb::trace
