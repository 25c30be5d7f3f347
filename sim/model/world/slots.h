// The places on a household that one worker may hold at a time (workforce/task.h).
#pragma once

#include "workforce/task.h"

namespace lscb::world::slots {

inline constexpr workforce::CaseSlot social_worker{0};
inline constexpr workforce::CaseSlot practitioner{1};
inline constexpr workforce::CaseSlot family_support{2};

}  // namespace lscb::world::slots
