// In the steady state an event costs no allocation: every way to the free store is counted.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/keyed_random.h"

namespace {
std::atomic<std::int64_t> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
  ++allocations;
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  if (void* const memory = std::aligned_alloc(alignment, rounded)) return memory;
  throw std::bad_alloc();
}
}  // namespace

void* operator new(std::size_t size) {
  return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return counted(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

namespace lscb::kernel {
namespace {

struct Event {
  std::uint64_t who;
};

TEST(CalendarAllocation, NoneInTheSteadyState) {
  constexpr std::uint64_t kOpen = 1000;
  const std::int64_t before_reserve = allocations;
  Calendar<Event> calendar;
  calendar.reserve(kOpen);
  EXPECT_GT(allocations, before_reserve) << "the count sees the calendar";
  Draws draws({1, 2}, Cause::root());
  for (std::uint64_t i = 0; i < kOpen; ++i) calendar.schedule(exponential_ticks(draws, 1e6), {i});

  const std::int64_t before = allocations;
  Fired<Event> fired;
  for (int i = 0; i < 200'000; ++i) {
    ASSERT_TRUE(calendar.next(fired));
    Draws own({1, 2}, Cause::root().child(1, static_cast<std::uint64_t>(i)));
    const Handle handle = calendar.schedule(fired.at + exponential_ticks(own, 1e6), fired.event);
    if (i % 3 == 0) calendar.reschedule(handle, fired.at + exponential_ticks(own, 1e6));
    if (i % 5 == 0) {
      calendar.cancel(handle);
      calendar.schedule(fired.at + exponential_ticks(own, 1e6), fired.event);
    }
  }
  EXPECT_EQ(allocations, before);
  EXPECT_EQ(calendar.size(), kOpen);
}

}  // namespace
}  // namespace lscb::kernel
