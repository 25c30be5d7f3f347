// The calendar against a std::map under random operations, near the end of its sequence as well as from its
// start.

#include <gtest/gtest.h>
// RapidCheck's bridge needs gtest first.
#include <rapidcheck/gtest.h>

#include <map>
#include <tuple>
#include <vector>

#include "kernel/calendar.h"

namespace lscb::kernel {

struct CalendarProbe {
  template <class Event>
  static void set_sequence(Calendar<Event>& calendar, std::uint64_t sequence) {
    calendar.sequence_ = sequence;
  }
};

namespace {

struct Number {
  std::uint32_t value;
};

// What the calendar promises, at any price.
class SortedCalendar {
 public:
  using Key = std::tuple<Tick, int, std::uint64_t>;

  void schedule(std::uint32_t name, Tick at, int priority) {
    const Key key{at, priority, sequence_++};
    keys_[name] = key;
    events_[key] = name;
  }
  bool cancel(std::uint32_t name) {
    const auto found = keys_.find(name);
    if (found == keys_.end()) return false;
    events_.erase(found->second);
    keys_.erase(found);
    return true;
  }
  bool reschedule(std::uint32_t name, Tick at) {
    if (keys_.count(name) == 0) return false;
    const int priority = std::get<1>(keys_[name]);
    cancel(name);
    schedule(name, at, priority);
    return true;
  }
  bool next_until(Tick end, Tick& at, std::uint32_t& name) {
    if (events_.empty() || std::get<0>(events_.begin()->first) > end) return false;
    at = std::get<0>(events_.begin()->first);
    name = events_.begin()->second;
    return cancel(name);
  }
  [[nodiscard]] std::size_t size() const { return events_.size(); }
  [[nodiscard]] bool is_scheduled(std::uint32_t name) const { return keys_.count(name) > 0; }
  [[nodiscard]] Tick time_of(std::uint32_t name) const { return std::get<0>(keys_.at(name)); }

 private:
  std::map<Key, std::uint32_t> events_;
  std::map<std::uint32_t, Key> keys_;
  std::uint64_t sequence_ = 0;
};

void compare_under_random_operations(std::uint64_t first_sequence, int operations, Tick spread,
                                     int weight_of_cancel) {
  Calendar<Number> calendar;
  SortedCalendar sorted;
  CalendarProbe::set_sequence(calendar, first_sequence);
  std::vector<Handle> handles;  // of every event ever, so that stale ones are tried too
  Fired<Number> fired;

  for (int i = 0; i < operations; ++i) {
    const int choice = *rc::gen::resize(100, rc::gen::inRange(0, 10 + weight_of_cancel));
    const Tick at = calendar.now() + *rc::gen::resize(100, rc::gen::inRange<Tick>(0, spread));
    const auto pick = static_cast<std::uint32_t>(
        handles.empty() ? 0 : *rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, handles.size())));
    if (choice < 5 || handles.empty()) {
      const int priority = *rc::gen::resize(100, rc::gen::inRange(-2, 3));
      const auto name = static_cast<std::uint32_t>(handles.size());
      handles.push_back(calendar.schedule(at, {name}, priority));
      sorted.schedule(name, at, priority);
    } else if (choice < 7) {
      Tick expected_at = 0;
      std::uint32_t expected = 0;
      const bool any = sorted.next_until(at, expected_at, expected);
      RC_ASSERT(calendar.next_until(at, fired) == any);
      if (any) {
        RC_ASSERT(fired.at == expected_at);
        RC_ASSERT(fired.event.value == expected);
      }
      RC_ASSERT(calendar.now() == (any ? expected_at : at));
    } else if (choice < 9) {
      RC_ASSERT(calendar.reschedule(handles[pick], at) == sorted.reschedule(pick, at));
    } else {
      RC_ASSERT(calendar.cancel(handles[pick]) == sorted.cancel(pick));
    }
    RC_ASSERT(calendar.size() == sorted.size());
    if (pick < handles.size()) {
      RC_ASSERT(calendar.is_scheduled(handles[pick]) == sorted.is_scheduled(pick));
      if (sorted.is_scheduled(pick)) {
        RC_ASSERT(calendar.time_of(handles[pick]) == sorted.time_of(pick));
        RC_ASSERT(calendar.event_of(handles[pick]).value == pick);
      }
    }
  }
  Tick at = 0;
  std::uint32_t name = 0;
  while (sorted.next_until(std::numeric_limits<Tick>::max(), at, name)) {
    RC_ASSERT(calendar.next(fired));
    RC_ASSERT(fired.at == at);
    RC_ASSERT(fired.event.value == name);
  }
  RC_ASSERT(!calendar.next(fired));
}

RC_GTEST_PROP(CalendarModel, AsASortedMap, ()) {
  compare_under_random_operations(1, 400, 50, 1);
}

RC_GTEST_PROP(CalendarModel, AsASortedMapWhenMostIsCancelled, ()) {
  compare_under_random_operations(1, 600, 1000, 12);
}

RC_GTEST_PROP(CalendarModel, AsASortedMapWhenTheSequenceRunsOut, ()) {
  compare_under_random_operations((std::uint64_t{1} << 32) - 60, 300, 20, 1);
}

}  // namespace
}  // namespace lscb::kernel
