// Who is missed in a replication, by name in it.
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "kernel/cause.h"

namespace lscb::world {

/// A child with a missed spell that ended in the counted window (measures/classification.h).
struct MissedChild {
  HouseholdId household;
  std::uint8_t position = 0;  ///< in its household
  kernel::Cause cause;        ///< names the child in every design of the same world and key
  bool told = false;          ///< though social care was told; else nobody told it
};

}  // namespace lscb::world
