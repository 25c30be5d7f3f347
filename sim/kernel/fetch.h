#pragma once

#include <cstddef>

namespace lscb::kernel {

// Asks for memory ahead of its use, one cache line for each 64 bytes of `object`, whose lines are then waited
// for all at once and beside other work. Only time depends on it.
template <class Object>
inline void fetch([[maybe_unused]] const Object* object) {
#if defined(__GNUC__)
  const char* const first = reinterpret_cast<const char*>(object);
  for (std::size_t at = 0; at < sizeof(Object); at += 64) __builtin_prefetch(first + at);
#endif
}

}  // namespace lscb::kernel
