// When a team works: the working calendar less the weekdays on which it is closed.
#pragma once

#include "base/time.h"
#include "base/working_calendar.h"
#include "workforce/open_days.h"

namespace lscb::workforce {

/// O(1) for a team open all week, O(days) for another. Thread rule: immutable.
class OfficeHours {
 public:
  explicit OfficeHours(const WorkingCalendar& calendar, OpenDays open = {})
      : calendar_(&calendar), open_(open) {}

  [[nodiscard]] OpenDays open_days() const { return open_; }

  /// First minute of work at or after `at`; never() for a team that does not open.
  [[nodiscard]] Instant next_open(Instant at) const;
  /// When `work` minutes, begun at or after `from`, are done. REQUIRES: work >= 0; the team opens.
  [[nodiscard]] Instant add(Instant from, Minutes work) const;
  /// Minutes of work in [from, to). REQUIRES: from <= to.
  [[nodiscard]] Minutes between(Instant from, Instant to) const;

 private:
  [[nodiscard]] bool open_on(Instant at) const;

  const WorkingCalendar* calendar_;
  OpenDays open_;
};

}  // namespace lscb::workforce
