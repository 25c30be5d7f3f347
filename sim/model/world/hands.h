// What an act on staff needs, made on the spot and never kept.
#pragma once

#include "base/time.h"
#include "workforce/workforce.h"

namespace lscb::world {

struct Hands {
  workforce::Workforce& workforce;
  workforce::Outbox& out;  ///< what the workforce reports of it
  Instant now;
};

}  // namespace lscb::world
