// Work itself: each worker's queue, the pools, what is being done, and the time it takes.
//
// Invariants: a worker at work in an open team is idle only if its own queue and its pool are empty; a vacant
// post, or one whose holder is ill, has nothing running; no pool holds a task while a worker of its group is
// idle.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "base/working_calendar.h"
#include "kernel/keyed_random.h"
#include "workforce/notice.h"
#include "workforce/office_hours.h"
#include "workforce/parameters.h"
#include "workforce/squeeze.h"
#include "workforce/staff.h"
#include "workforce/task_queue.h"

namespace lscb::workforce {

class Desk {
 public:
  /// REQUIRES: `staff` outlives the desk.
  Desk(const Parameters& parameters, kernel::WorldKey key, const WorkingCalendar& calendar,
       const Staff& staff, std::uint32_t expected_tasks);
  /// A copy of a desk looks at the same staff until it is given its own. REQUIRES: `staff` outlives it.
  void serve(const Staff& staff) { staff_ = &staff; }

  void add_post() { benches_.emplace_back(); }
  /// A team that is open all week. The staff has it already.
  void add_team();
  /// Before and after a post goes to another team: what its holder has in hand is counted there.
  void leave_group(PostId post);
  void join_group(PostId post);

  [[nodiscard]] TaskStore& tasks() { return tasks_; }
  [[nodiscard]] const TaskStore& tasks() const { return tasks_; }

  /// Into a queue, without starting it.
  void queue_at(TaskSlot task, PostId post);
  void queue_in_pool(TaskSlot task, std::uint32_t group);
  /// Out of its queue or out of its worker's hands; what was done on it is kept.
  void withdraw(TaskSlot task, Instant now);

  /// The worker starts on the first task, or turns to an urgent one. Nothing for a vacant post.
  void wake(PostId post, Instant now, Outbox& out);
  /// Finds a worker for a task that was put in the pool: the one idle longest, else one to be interrupted.
  void wake_pool(std::uint32_t group, TaskSlot task, Instant now, Outbox& out);

  /// The task that is finished by this event, with its time settled, in nobody's hands; no_index if
  /// overtaken.
  [[nodiscard]] TaskSlot finish(const Event& event);

  /// The worker lays down what is being done; it goes back to the own queue.
  void lay_down(PostId post, Instant now);

  void set_open_days(TeamId team, OpenDays days, Instant now, Outbox& out);
  [[nodiscard]] const OfficeHours& hours(TeamId team) const { return hours_[team.value()]; }

  [[nodiscard]] double pressure(PostId post, Instant now) const;
  [[nodiscard]] const TaskQueue& queue(PostId post) const { return benches_[post.value()].queue; }
  [[nodiscard]] const TaskQueue& pool(std::uint32_t group) const { return pools_[group]; }
  [[nodiscard]] TaskSlot running(PostId post) const { return benches_[post.value()].running; }
  [[nodiscard]] Minutes worked(TaskKind kind, spec::Role role) const {
    return worked_[static_cast<std::size_t>(kind)][spec::index(role)];
  }

 private:
  struct Bench {
    TaskQueue queue;
    TaskSlot running = no_index;
    Instant from;               // of the present stretch of work
    Instant until;              // when it will be finished if nothing intervenes
    std::int64_t speed = 0;     // productive minutes an office minute, in 1/65536
    std::uint64_t stretch = 0;  // generation of the finish event
    Instant idle_since = Instant::long_ago();
  };

  [[nodiscard]] const Post& post_at(PostId post) const { return (*staff_)[post]; }
  [[nodiscard]] std::uint32_t group_index(PostId post) const;
  void begin(PostId post, TaskSlot task, Instant now, Outbox& out);
  void start_next(PostId post, Instant now, Outbox& out);
  void settle(PostId post, Instant now);
  [[nodiscard]] bool can_interrupt(const Bench& bench, Instant now) const;

  kernel::WorldKey key_;
  Squeeze squeeze_;
  const Staff* staff_;
  const WorkingCalendar& calendar_;
  std::int64_t productive_share_;  // 1/65536
  double week_;                    // productive minutes of a full post
  TaskStore tasks_;
  std::vector<Bench> benches_;      // by post
  std::vector<TaskQueue> pools_;    // by group
  std::vector<int> at_work_;        // by group, workers with a task in hand
  std::vector<OfficeHours> hours_;  // by team
  std::array<spec::ByRole<Minutes>, 256> worked_{};
};

}  // namespace lscb::workforce
