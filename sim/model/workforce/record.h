// What a workforce came to do for each family, and when: which work was done by whom, how long it had waited,
// who held which case and how that ended. Taken down by a Recorder, read by Played. Nothing here is drawn.
//
// A family is named by its household's id in the run that was taken down.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/cause.h"
#include "spec/area.h"
#include "workforce/notice.h"
#include "workforce/task.h"

namespace lscb::workforce {

/// A piece of work that was asked for a family.
struct RecordedTask {
  HouseholdId household;
  kernel::Cause cause;  ///< with `kind`, names it
  TaskKind kind{};
  Priority priority = Priority::normal;
  Instant added;
  Instant given_up = Instant::never();  ///< cancelled, undone
  Instant finished = Instant::never();
  // Where it was done, what follows.
  Instant queued;   ///< began to wait for who did it: added, or the case allocated
  Instant started;  ///< as TaskDone
  Minutes given;
  double pressure = 0.0;
  Worker worker;
  std::uint32_t queue = 0;  ///< as Record::pool_of or queue_of
  /// By who finished it, who may have taken it over begun.
  [[nodiscard]] Instant taken_up() const { return std::max(queued, started); }
  [[nodiscard]] bool done() const { return finished != Instant::never(); }
};

/// A case asked for in a team and role: how long it waited, who then held it, and how that ended.
struct RecordedHold {
  enum class End : std::uint8_t { open, left, moved, closed };  ///< left: its holder, not the family, went
  HouseholdId household;
  CaseSlot slot{};
  TeamId team;
  spec::Role role = spec::Role::social_worker;
  int urgency = 0;
  Instant since;                         ///< asked for
  Instant allocated = Instant::never();  ///< never: it waited until it ended
  bool at_once = false;                  ///< allocated in the very call that asked
  Instant ended = Instant::never();
  End end = End::open;
  PostId post;
  std::uint32_t incumbent = 0;
};

/// Some of a post's cases are taken from it at once: all, where its holder leaves.
struct RecordedLeaving {
  Instant at;
  TeamId team;  ///< of the post, for which they wait from then on
  int left = 0;
  int stayed = 0;
  [[nodiscard]] double share() const { return static_cast<double>(left) / (left + stayed); }
};

class Record {
 public:
  // --- What is put in, in order of time
  // --------------------------------------------------------------------------------------
  std::vector<RecordedTask> tasks;
  std::vector<RecordedHold> holds;
  std::map<PostId, std::vector<RecordedLeaving>> leavings;
  /// Sorts for what is asked below. Call once, last. O(n log n).
  void close();

  // --- What may be asked of a closed record
  // ----------------------------------------------------------------------------------
  /// The family's own. Tasks by cause and kind; holds in order of time.
  [[nodiscard]] std::span<const std::uint32_t> own_holds(HouseholdId household) const;
  /// Asked for at that minute; null if it was not.
  [[nodiscard]] const RecordedTask* own_task(HouseholdId household, kernel::Cause cause, TaskKind kind,
                                             Instant added) const;
  /// Whose work waited last in that queue, at `at` or before; of the same priority where `priority` is not
  /// null. The first after it where there was none; null where nobody's ever did. O(log n), as a rule.
  [[nodiscard]] const RecordedTask* last_in(std::uint32_t queue, const Priority* priority, Instant at) const;
  /// Whose case was last asked for there and allocated, at `at` or before; the first after it where there was
  /// none; null where nobody's ever was. With the same urgency as far as there is one.
  [[nodiscard]] const RecordedHold* last_asked(TeamId team, spec::Role role, int urgency, Instant at) const;

  [[nodiscard]] static constexpr std::uint32_t pool_of(TeamId team, spec::Role role) {
    return team.value() * static_cast<std::uint32_t>(spec::role_count) +
           static_cast<std::uint32_t>(spec::index(role));
  }
  [[nodiscard]] static constexpr std::uint32_t queue_of(PostId post) { return 0x8000'0000U | post.value(); }
  /// A queue of all who have the role, whatever team or post: where nothing nearer is known.
  [[nodiscard]] static constexpr std::uint32_t all_of(spec::Role role) {
    return 0x4000'0000U | static_cast<std::uint32_t>(spec::index(role));
  }

 private:
  std::vector<std::uint32_t> tasks_by_family_;  // of `tasks`, by household, cause, kind
  std::vector<std::uint32_t> holds_by_family_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> tasks_by_queue_;  // those done, by `queued`
  std::map<std::uint32_t, std::vector<std::uint32_t>> holds_by_group_;  // those allocated, by `since`
};

}  // namespace lscb::workforce
