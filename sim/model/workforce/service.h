// What a family's way through services asks of a workforce: that work is done, and that somebody holds the
// case. A workforce answers it (workforce.h), and so does the record of one (played.h).
#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "spec/area.h"
#include "workforce/notice.h"
#include "workforce/task.h"

namespace lscb::workforce {

/// Every call takes the present time, never earlier than that of the call before, and adds to `out`. Copied
/// and moved only as what it is.
class Service {
 public:
  virtual ~Service() = default;

  /// An event of its own has come due.
  virtual void handle(const Event& event, Instant now, Outbox& out) = 0;

  /// Ids are given in order of adding and never used twice.
  virtual TaskId add(const Task& task, Instant now, Outbox& out) = 0;
  /// False, and nothing done, where the task is done or cancelled already.
  virtual bool cancel(TaskId task, Instant now, Outbox& out) = 0;

  /// True if allocated at once. A smaller urgency is served first. REQUIRES: not requested before, or
  /// released.
  virtual bool request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) = 0;
  /// The case is closed in this slot; its unfinished tasks are cancelled. False if it was not requested.
  virtual bool release(CaseRef ref, Instant now, Outbox& out) = 0;
  /// To another team or role, with its unfinished tasks; no CaseReleased is told for a case that only waited.
  /// REQUIRES: requested.
  virtual void move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now,
                         Outbox& out) = 0;
  /// Changes its place on the list; without effect on a case that is held. REQUIRES: requested.
  virtual void set_urgency(CaseRef ref, int urgency) = 0;

  [[nodiscard]] virtual bool requested(CaseRef ref) const = 0;
  /// None while it waits or is not requested.
  [[nodiscard]] virtual PostId holder(CaseRef ref) const = 0;
  [[nodiscard]] virtual bool waits(CaseRef ref) const = 0;

 protected:
  Service() = default;
  Service(const Service&) = default;
  Service(Service&&) = default;
  Service& operator=(const Service&) = default;
  Service& operator=(Service&&) = default;
};

}  // namespace lscb::workforce
