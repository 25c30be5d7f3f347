// Who did a piece of work, as measures count it.
#pragma once

#include "measures/organisation.h"
#include "workforce/notice.h"

namespace lscb::world {

/// REQUIRES: `worker` was in post by `now`.
[[nodiscard]] inline measures::DoneBy done_by(const workforce::Worker& worker, Instant now) {
  using measures::DoneBy;
  if (!worker.qualified) return DoneBy::not_qualified;
  if (worker.holder == workforce::Holder::agency) return DoneBy::agency;
  return worker.person.in_first_year(worker.since, now) ? DoneBy::newly_qualified : DoneBy::experienced;
}

}  // namespace lscb::world
