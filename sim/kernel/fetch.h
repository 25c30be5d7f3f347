#pragma once

#include <cstddef>

namespace lscb::kernel {

// Asks for memory ahead of its use, one cache line for each 64 bytes of `object`, whose lines are then waited
// for all at once and beside other work. Only time depends on it, and for that a compiler drops the call of a
// function that does nothing else, unless told that something happens in it.
template <class Object>
inline void fetch([[maybe_unused]] const Object* object) {
#if defined(__GNUC__)
  const char* const first = reinterpret_cast<const char*>(object);
  for (std::size_t at = 0; at < sizeof(Object); at += 64) __builtin_prefetch(first + at);
  if (alignof(Object) < 64 && sizeof(Object) > 1) __builtin_prefetch(first + sizeof(Object) - 1);
  __asm__ volatile("" : : "r"(first));
#endif
}

}  // namespace lscb::kernel
