// A task: work on one household, or on none, that somebody is to do. This room knows no rule of the pathway:
// kinds, slots and the payload are the caller's, carried and given back.
#pragma once

#include <array>
#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/cause.h"
#include "spec/area.h"

namespace lscb::workforce {

/// What a task is: an opaque number of the caller's.
enum class TaskKind : std::uint8_t {};

/// A place on a household that one worker may hold at a time (say, its social worker, its co-worker). Opaque.
enum class CaseSlot : std::uint8_t {};
inline constexpr int case_slots = 8;

/// One household's slot: what is allocated, held, handed over and released.
struct CaseRef {
  HouseholdId household;
  CaseSlot slot{};
  constexpr auto operator<=>(const CaseRef&) const = default;
};

/// Parts that a worker under pressure may leave out, in this order of position.
enum class Part : std::uint8_t { chronology, checks, visit, reflection };
inline constexpr int part_count = 4;
constexpr std::size_t index(Part part) {
  return static_cast<std::size_t>(part);
}
constexpr std::uint8_t bit(Part part) {
  return static_cast<std::uint8_t>(1U << index(part));
}

/// Who is to do a task.
///  - of_case: the worker who holds the task's household in that slot. While nobody does, the task waits with
///    the case. Moves with the case. REQUIRES: the case was requested and not released.
///  - at_post: the holder of that post; waits through a vacancy; goes to the pool if the post is deleted.
///  - in_pool: whoever of that role in that team is first free. Who has begun it keeps it.
struct Assignee {
  enum class Mode : std::uint8_t { of_case, at_post, in_pool };
  Mode mode = Mode::in_pool;
  CaseSlot slot{};                              ///< of_case
  spec::Role role = spec::Role::social_worker;  ///< in_pool
  TeamId team;                                  ///< in_pool
  PostId post;                                  ///< at_post

  [[nodiscard]] static constexpr Assignee of_case(CaseSlot slot) {
    Assignee a;
    a.mode = Mode::of_case;
    a.slot = slot;
    return a;
  }
  [[nodiscard]] static constexpr Assignee at_post(PostId post) {
    Assignee a;
    a.mode = Mode::at_post;
    a.post = post;
    return a;
  }
  [[nodiscard]] static constexpr Assignee in_pool(TeamId team, spec::Role role) {
    Assignee a;
    a.mode = Mode::in_pool;
    a.team = team;
    a.role = role;
    return a;
  }
  friend constexpr bool operator==(const Assignee&, const Assignee&) = default;
};

/// Order of service; urgent work interrupts any other.
enum class Priority : std::uint8_t { urgent, high, normal, low };

struct Task {
  TaskKind kind{};
  Priority priority = Priority::normal;
  /// Ends, undone, when the worker leaves for whom it was meant (training, consultation). at_post only.
  bool lapses_with_worker = false;
  Assignee assignee;
  HouseholdId household;  ///< none for work that concerns no household
  kernel::Cause cause;    ///< with `kind`, names the task: unique in a replication
  Instant due;
  Minutes core;  ///< productive minutes that are never dropped, >= 0
  std::array<Minutes, part_count>
      parts{};                 ///< productive minutes of each part, >= 0; 0: the task has no such part
  std::uint64_t payload = 0;   ///< the caller's
  std::uint8_t standing = 0;   ///< bits of parts that are done whatever waits
  std::uint32_t standard = 0;  ///< the caller's, as the payload: minutes that such work is held to be worth
};

}  // namespace lscb::workforce
