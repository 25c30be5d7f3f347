// What the workforce tells its caller: facts that have happened, and events to be brought back later.
#pragma once

#include <cstdint>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "workforce/post.h"
#include "workforce/task.h"

namespace lscb::workforce {

/// To be given back to Workforce::handle at its time. An event that was overtaken meanwhile does nothing.
struct Event {
  enum class Type : std::uint8_t {
    cell,
    finish,
    candidate,
    agency_starts,
    agency_ends,
    illness,
    recovery,
    illness_covered,
    // Of a record that is played again.
    allocation,
    taking
  };
  Type type = Type::cell;
  std::uint32_t subject = 0;     ///< a post's id, or the number of a cell; of a record, a task or a slot
  std::uint64_t generation = 0;  ///< tells a stale event from a live one
};
static_assert(sizeof(Event) <= 16 && std::is_trivially_copyable_v<Event>);

/// Who did it, as the caller may need to know of experience and qualification.
struct Worker {
  PostId post;
  std::uint32_t incumbent = 0;
  TeamId team;
  spec::Role role = spec::Role::social_worker;
  Holder holder = Holder::permanent;
  bool qualified = false;
  Instant since;  ///< first day in post
  Person person;
};

struct TaskDone {
  TaskId id;
  Task task;
  Worker worker;    ///< who finished it
  Instant started;  ///< first minute of work on it, by anyone
  Instant finished;
  Minutes given;                ///< productive minutes: core and the parts done
  double pressure = 0.0;        ///< weeks of the worker's time that were waiting when it was begun
  std::uint8_t parts_done = 0;  ///< bit(Part) of each part that the task has and that was not dropped
};
/// Will not be done: cancelled, its case released, or lapsed with the worker.
struct TaskCancelled {
  TaskId id;
  Task task;
  Minutes given;  ///< productive minutes spent on it in vain
};
struct PostFilled {
  PostId post;
  std::uint32_t incumbent = 0;
  Holder holder = Holder::permanent;
};
/// The post is without a holder from now on, or is deleted.
struct PostVacated {
  PostId post;
  std::uint32_t incumbent = 0;  ///< who left; 0 if it was vacant already (deletion)
  Holder left = Holder::permanent;
  bool deleted = false;
};
/// A holder left; a CaseReleased follows for each case.
struct HolderLeft {
  PostId post;
  std::uint32_t incumbent = 0;
};
/// A case is taken from its holder without being closed (leaving, deletion of the post, transfer). It was
/// requested again; a CaseAllocated follows at once, or when its turn on the list comes.
struct CaseReleased {
  CaseRef ref;
  PostId post;
  std::uint32_t incumbent = 0;
};
struct CaseAllocated {
  CaseRef ref;
  PostId post;
  std::uint32_t incumbent = 0;
  bool handover = false;  ///< someone else held it before
  PostId from;            ///< the post that held it before; none if nobody did
  Instant waiting_since;  ///< when it was last requested
};

using Notice =
    std::variant<TaskDone, TaskCancelled, HolderLeft, CaseReleased, CaseAllocated, PostFilled, PostVacated>;

struct Scheduled {
  Instant at;
  Event event;
};

/// Filled by each call, in order of happening; emptied and reused by the caller, so that nothing is allocated
/// in the steady state. A caller that answers notices by further calls iterates by index and copies.
struct Outbox {
  std::vector<Scheduled> events;
  std::vector<Notice> notices;
  void clear() {
    events.clear();
    notices.clear();
  }
};

}  // namespace lscb::workforce
