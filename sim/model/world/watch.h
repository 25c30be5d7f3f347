// A replication seen from inside while it runs. Watching draws nothing and changes nothing: figures, branches
// and fingerprints are the same bytes with and without.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "life/population.h"
#include "measures/history.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::world {

/// A step of a family's course: something that comes to it from outside, something outside that is read on
/// its way, or something that is done or happens. Given the same key a family's course follows from the first
/// two: two courses can part only where something arrives, or where the same is read at the same minute and
/// differs (tests/world/contention_test.cpp). So whatever a decision, a finding or a piece of work comes to
/// read of other families, of staff or of policy must be noted where it is read.
struct Step {
  enum class Kind : std::uint8_t {
    // What arrives: when is for others to say.
    work_done,  ///< kind of work, parts done, role
    by_whom,    ///< post, incumbent, first minute of work; nothing reads it
    allocated,  ///< slot, whether it is a handover
    // What is read: when is the family's own.
    experience,   ///< what the worker lacks of it, where a finding or a decision reads it
    backlog,      ///< weeks of work waiting for who decides
    yardstick,    ///< of the duty team
    policy,       ///< shifts in force: assessment, section 47, CAF, anchor
    tie,          ///< referrer, and how whole the tie is
    centre_open,  ///< share of the week
    case_held,    ///< whether somebody holds the case as an enquiry begins
    case_waits,   ///< whether the case is on the list as a review falls due
    reflected,    ///< whether the work was reflected on, by supervision or in the unit
    carried,      ///< what of a handover's loss the unit spares
    standards,    ///< of practice in force: what the piece of work or the decision asks for
    // What is done and happens.
    need,
    harm,
    told,
    withheld,
    decided,
    assessment,
    found,
    service_begins,
    service_ends,
  };
  Instant at;
  HouseholdId household;
  Kind kind{};
  std::array<std::uint64_t, 4> detail{};  ///< as said at the kind; a double bit by bit

  [[nodiscard]] bool arrives() const { return kind < Kind::experience; }
  [[nodiscard]] bool is_read() const { return !arrives() && kind < Kind::need; }
  [[nodiscard]] static constexpr std::uint64_t bits(std::uint64_t value) { return value; }
  [[nodiscard]] static std::uint64_t bits(double value) {
    std::uint64_t all = 0;
    std::memcpy(&all, &value, sizeof all);
    return all;
  }
  friend bool operator==(const Step&, const Step&) = default;
};

/// What is to be looked at; what is not set costs nothing. Called in the thread that runs the replication.
struct Watch {
  /// At the run's beginning and every calendar month from then on, before anything of that minute happens.
  /// `state()` is a hash over all that has happened and over the whole present state, O(state) if it is asked
  /// for.
  std::function<void(Instant month, const std::function<std::uint64_t()>& state)> month;
  /// Each child's history as it is counted, by id, with the family's facts. The views live only for the call.
  std::function<void(const measures::ChildHistory& child, const life::Household& family)> child;
  /// Each family's steps as they are taken, in order.
  std::function<void(const Step&)> step;
};

/// world::replicate, watched. REQUIRES: as world::replicate.
[[nodiscard]] Outcome replicate_watched(const Design& design, kernel::WorldKey key, Interval counted,
                                        const Watch& watch);

}  // namespace lscb::world
