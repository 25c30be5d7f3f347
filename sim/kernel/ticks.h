#pragma once

#include <cstdint>

namespace lscb::kernel {

// A point of simulated time, or a length of it, as a count of ticks. The kernel gives a tick no unit: the
// model says what one is. Range: all of int64; arithmetic on it is the caller's to keep inside that range.
using Tick = std::int64_t;

}  // namespace lscb::kernel
