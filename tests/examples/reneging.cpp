// One clerk; whoever has waited too long goes away. Patience is an event that service cancels. With
// exponential patience as long as a service on average, the number present is Poisson, so that a share e^-a
// finds nobody.
#include <cmath>
#include <deque>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/time_weighted.h"
#include "support/prove.h"
using namespace lscb::kernel;

constexpr double kGap = 5e6, kService = 8e6;  // mean ticks; patience as service
struct Event {
  enum Kind : char { kArrival, kDeparture, kGivesUp } kind;
  std::uint64_t who;
};
struct Waiting {
  std::uint64_t who;
  Handle gives_up;
};

double share_of_time_empty(WorldKey world) {
  Calendar<Event> calendar;
  std::deque<Waiting> line;
  bool busy = false;
  const Window window{Tick{200'000'000}, Tick{100'000'000'000}};
  TimeWeighted empty(0, 1, window);
  const auto draw = [&](std::uint64_t who, std::uint64_t kind, double mean) {
    return exponential_ticks(world, Cause::root().child(1, who).child(kind), mean);
  };
  calendar.schedule(draw(0, 1, kGap), {Event::kArrival, 0});
  for (Fired<Event> fired; calendar.next_until(window.to, fired);) {
    const auto [at, event] = fired;
    if (event.kind == Event::kArrival) {
      const Tick leaves = at + draw(event.who, 2, kService);
      line.push_back({event.who, calendar.schedule(leaves, {Event::kGivesUp, event.who})});
      calendar.schedule(at + draw(event.who + 1, 1, kGap), {Event::kArrival, event.who + 1});
    } else if (event.kind == Event::kDeparture) {
      busy = false;
    }
    while (!line.empty() && !calendar.is_scheduled(line.front().gives_up)) line.pop_front();  // gave up
    if (!busy && !line.empty()) {
      busy = true;
      calendar.cancel(line.front().gives_up);
      calendar.schedule(at + draw(line.front().who, 3, kService), {Event::kDeparture, line.front().who});
      line.pop_front();
    }
    empty.set(at, busy ? 0 : 1);
  }
  return empty.mean(window.to);
}

const lscb::proof::Claim kEmpty("example: reneging, share of time empty");
int main(int argc, char** argv) {
  return lscb::proof::prove(argc, argv, kEmpty, std::exp(-kService / kGap), share_of_time_empty);
}
