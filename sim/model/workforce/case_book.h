// Which worker holds which case, and which cases wait for a holder.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/fetch.h"
#include "workforce/task_queue.h"

namespace lscb::workforce {

using CaseIndex = std::uint32_t;

struct Case {
  CaseRef ref;
  std::uint32_t group = no_index;  ///< team and role that hold it or for which it waits
  int urgency = 0;
  Instant since;     ///< last requested
  PostId post;       ///< none while it waits
  PostId last_post;  ///< the holder before, none if there was none
  std::uint32_t last_incumbent = 0;
  TaskSlot first_task = no_index;
  TaskSlot last_task = no_index;
  bool open = false;
};

/// Invariants: an open case is either in exactly one post's list or on exactly one waiting list, that of its
/// group.
class CaseBook {
 public:
  /// A case on a list, and all by which it has its place there.
  struct Waiting {
    int urgency;
    Instant since;
    CaseRef ref;
    CaseIndex index;
    [[nodiscard]] bool before(const Waiting& other) const;
  };

  CaseBook(std::uint32_t groups, std::uint32_t households);

  void add_post() { held_.emplace_back(); }
  void set_groups(std::uint32_t groups) { waiting_.resize(groups); }

  /// no_index where it is not requested. O(1).
  [[nodiscard]] CaseIndex find(CaseRef ref) const;
  /// Asks for the memory in which `find` will look.
  void foresee(CaseRef ref) const {
    if (const std::size_t at = place(ref); at < index_.size()) kernel::fetch(&index_[at]);
  }
  [[nodiscard]] Case& operator[](CaseIndex index) { return cases_[index]; }
  [[nodiscard]] const Case& operator[](CaseIndex index) const { return cases_[index]; }

  /// A new case that stands nowhere yet. REQUIRES: not requested.
  CaseIndex open(CaseRef ref);
  /// REQUIRES: it stands nowhere and has no task.
  void close(CaseIndex index);

  /// On the list of its group. O(n) in the list's length, but O(log n) at either end of it.
  void wait(CaseIndex index);
  void hold(CaseIndex index, PostId post);
  /// From its holder, O(n) in the caseload, or from its list, as `wait`.
  void take(CaseIndex index);

  [[nodiscard]] int held(PostId post) const { return static_cast<int>(held_[post.value()].size()); }
  /// In order of allocation.
  [[nodiscard]] const std::vector<CaseIndex>& held_by(PostId post) const { return held_[post.value()]; }
  [[nodiscard]] bool anyone_waits(std::uint32_t group) const { return !waiting_[group].empty(); }
  /// REQUIRES: anyone_waits(group).
  [[nodiscard]] CaseIndex first_waiting(std::uint32_t group) const { return waiting_[group].front().index; }
  /// In order of service.
  [[nodiscard]] const std::deque<Waiting>& waiting_list(std::uint32_t group) const { return waiting_[group]; }
  [[nodiscard]] int waiting(std::uint32_t group) const { return static_cast<int>(waiting_[group].size()); }
  [[nodiscard]] int waiting(CaseSlot slot) const { return waiting_in_slot_[static_cast<std::size_t>(slot)]; }

  void link(TaskStore& tasks, CaseIndex index, TaskSlot slot);
  void unlink(TaskStore& tasks, TaskSlot slot);

  [[nodiscard]] const std::vector<Case>& cases() const { return cases_; }

 private:
  [[nodiscard]] static std::size_t place(CaseRef ref);
  [[nodiscard]] Waiting entry(CaseIndex index) const;

  std::vector<Case> cases_;
  std::vector<CaseIndex> free_;
  std::vector<CaseIndex> index_;              // by household and slot
  std::vector<std::vector<CaseIndex>> held_;  // by post
  // By group, in order. Who is served leaves at the front and who is new comes in behind most others.
  std::vector<std::deque<Waiting>> waiting_;
  std::array<int, case_slots> waiting_in_slot_{};
};

}  // namespace lscb::workforce
