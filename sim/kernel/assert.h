#pragma once

// Three tiers of assertion. A failure is a mistake in the program, never in a user's file, so there is
// nothing to catch: the report is written to standard error and the process aborts, with the simulated time
// where known.
//
//   LSCB_DEBUG_ASSERT   an invariant the code itself keeps; checked where NDEBUG is not defined, free
//   elsewhere LSCB_REQUIRE        a precondition the caller must keep; checked in every build unless
//   LSCB_NO_REQUIRE is defined LSCB_ASSERT_ALWAYS  a condition whose breach would give wrong results in
//   silence; no build switches it off
//
//   LSCB_REQUIRE(at >= now, "an event cannot be scheduled in the past");

#include "kernel/ticks.h"

namespace lscb::kernel {

// While it lives, failures on this thread report `clock` as the simulated time. Scopes nest: the innermost
// counts. REQUIRES: `clock` outlives the scope; scopes end in the reverse order of their beginning, on their
// own thread.
class ReportedClock {
 public:
  explicit ReportedClock(const Tick& clock);
  ~ReportedClock();
  ReportedClock(const ReportedClock&) = delete;
  ReportedClock& operator=(const ReportedClock&) = delete;

 private:
  const Tick* outer_;
};

namespace detail {
[[noreturn]] void fail(const char* tier, const char* condition, const char* message, const char* file,
                       int line);
}  // namespace detail
}  // namespace lscb::kernel

#define LSCB_ASSERT_ALWAYS(condition, message) \
  (static_cast<bool>(condition)                \
       ? static_cast<void>(0)                  \
       : ::lscb::kernel::detail::fail("assertion", #condition, message, __FILE__, __LINE__))

#ifdef LSCB_NO_REQUIRE
#define LSCB_REQUIRE(condition, message) static_cast<void>(0)
#else
#define LSCB_REQUIRE(condition, message) \
  (static_cast<bool>(condition)          \
       ? static_cast<void>(0)            \
       : ::lscb::kernel::detail::fail("precondition", #condition, message, __FILE__, __LINE__))
#endif

#ifdef NDEBUG
#define LSCB_DEBUG_ASSERT(condition, message) static_cast<void>(0)
#else
#define LSCB_DEBUG_ASSERT(condition, message) \
  (static_cast<bool>(condition)               \
       ? static_cast<void>(0)                 \
       : ::lscb::kernel::detail::fail("invariant", #condition, message, __FILE__, __LINE__))
#endif
