// A piece of the pathway's work, as the workforce takes it.
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/cause.h"
#include "pathway/work.h"
#include "workforce/task.h"

namespace lscb::world {

/// Payload of training that teaches the practice model.
inline constexpr std::uint64_t practice_training = 1;

/// With the pathway's hours, parts and priority, and no standard of practice. Who does it is for the caller
/// to say. REQUIRES: as pathway::effort.
[[nodiscard]] workforce::Task task_of(const pathway::Parameters& parameters, pathway::Work work,
                                      HouseholdId household, kernel::Cause cause, int children, Instant due,
                                      std::uint64_t payload);

}  // namespace lscb::world
