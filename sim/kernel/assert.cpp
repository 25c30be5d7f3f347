#include "kernel/assert.h"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

namespace lscb::kernel {
namespace {
thread_local const Tick* reported_clock = nullptr;
}  // namespace

ReportedClock::ReportedClock(const Tick& clock) : outer_(reported_clock) {
  reported_clock = &clock;
}

ReportedClock::~ReportedClock() {
  reported_clock = outer_;
}

namespace detail {

void fail(const char* tier, const char* condition, const char* message, const char* file, int line) {
  std::fprintf(stderr, "lscb: broken %s: %s\n  expected: %s\n  at: %s:%d\n", tier, message, condition, file,
               line);
  if (reported_clock != nullptr) {
    std::fprintf(stderr, "  simulated time: tick %" PRId64 "\n", *reported_clock);
  } else {
    std::fputs("  simulated time: none (no clock runs on this thread)\n", stderr);
  }
  std::fflush(stderr);
  std::abort();
}

}  // namespace detail
}  // namespace lscb::kernel
