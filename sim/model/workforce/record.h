// What a workforce came to do for each family, and when: which work was done by whom, how long it had waited,
// who held which case and how that ended. Taken down by a Recorder, read by Played. Nothing here is drawn.
//
// A family is named by its household's id in the run that was taken down.
#pragma once

#include <algorithm>
#include <array>
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
  Assignee asked;  ///< who was to do it
  Minutes core;    ///< as Task, and what follows
  std::array<Minutes, part_count> parts{};
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
  /// Sorts for what is asked below. Call last. O(n log n + families). REQUIRES: each entry is of a family.
  void close();

  // --- What may be asked of a closed record
  // ----------------------------------------------------------------------------------
  /// The family's own. Tasks by cause and kind; holds in order of time.
  [[nodiscard]] std::span<const std::uint32_t> own_holds(HouseholdId household) const;
  /// The same work, asked of the same for as long, at that minute; null if it was not.
  [[nodiscard]] const RecordedTask* own_task(HouseholdId household, const Task& task, Instant added) const;

  /// What another family than `household` asks of the others' record.
  struct Asked {
    HouseholdId household;
    Instant at;
  };
  /// Another's work of the like that was done, and waited in that queue at that time or last before it.
  /// Looked for among what waited less than `stale` before, first in the queue: the same kind and priority,
  /// the same priority, any; then the same among all who have the role. Where there is none the nearest in
  /// the queue, and then of the role, however old; or else the first after it; the family's own where there
  /// is no other's. Null where nobody of the role ever did any. O(log n), as a rule.
  [[nodiscard]] const RecordedTask* like(std::uint32_t queue, spec::Role role, const Task& task,
                                         Asked asked) const;
  /// Another's case that was asked for and allocated, then or last before: in the same team, then anywhere in
  /// the role; with the same urgency, then any; else as above.
  [[nodiscard]] const RecordedHold* like(TeamId team, spec::Role role, int urgency, Asked asked) const;
  /// What is older says little of how long one waits now. An assumption (MODEL, Why): a quarter of a year.
  static constexpr Minutes stale = days(91);

  [[nodiscard]] static constexpr std::uint32_t pool_of(TeamId team, spec::Role role) {
    return team.value() * static_cast<std::uint32_t>(spec::role_count) +
           static_cast<std::uint32_t>(spec::index(role));
  }
  /// Of the pool of that number.
  [[nodiscard]] static constexpr spec::Role role_of(std::uint32_t pool) {
    return static_cast<spec::Role>(pool % static_cast<std::uint32_t>(spec::role_count));
  }
  [[nodiscard]] static constexpr std::uint32_t queue_of(PostId post) { return 0x8000'0000U | post.value(); }
  /// A queue of all who have the role, whatever team or post: where nothing nearer is known.
  [[nodiscard]] static constexpr std::uint32_t all_of(spec::Role role) {
    return 0x4000'0000U | static_cast<std::uint32_t>(spec::index(role));
  }

 private:
  /// Numbers of entries, family by family, each family's in order of number or as they are sorted.
  class ByFamily {
   public:
    /// O(entries + families).
    template <class Entry>
    void sort(const std::vector<Entry>& entries);
    template <class Entry, class Before>
    void sort(const std::vector<Entry>& entries, Before&& before);
    [[nodiscard]] std::span<const std::uint32_t> of(HouseholdId household) const;  ///< O(1)

   private:
    std::vector<std::uint32_t> first_;  // by family, and one behind the last
    std::vector<std::uint32_t> order_;
  };

  ByFamily tasks_by_family_;  // by cause, kind, time
  ByFamily holds_by_family_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> tasks_by_queue_;  // those done, by `queued`
  std::map<std::uint32_t, std::vector<std::uint32_t>> holds_by_group_;  // by team and role, and by role
};

}  // namespace lscb::workforce
