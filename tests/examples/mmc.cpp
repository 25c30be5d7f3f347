// M/M/c: three clerks, one line. Mean wait against Erlang's formula.
#include <deque>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "support/prove.h"
using namespace lscb::kernel;
constexpr int kClerks = 3;
constexpr double kGap = 4e6, kService = 9e6;  // mean ticks
constexpr Cause kGaps = Cause::root().child(1), kWork = Cause::root().child(2);
enum class Event : char { kArrival, kDone };

double mean_wait(WorldKey world) {
  Calendar<Event> calendar;
  std::deque<Tick> line;
  Tally waits;
  int busy = 0;
  std::uint64_t arrived = 0, begun = 0;
  calendar.schedule(0, Event::kArrival);
  for (Fired<Event> fired; begun < 20'000 && calendar.next(fired);) {
    if (fired.event == Event::kDone) --busy;
    if (fired.event == Event::kArrival) {
      line.push_back(fired.at);
      calendar.schedule(fired.at + exponential_ticks(world, kGaps.child(1, arrived++), kGap), fired.event);
    }
    for (; busy < kClerks && !line.empty(); ++busy, line.pop_front()) {
      if (begun > 1'000) waits.add(static_cast<double>(fired.at - line.front()));
      calendar.schedule(fired.at + exponential_ticks(world, kWork.child(1, begun++), kService), Event::kDone);
    }
  }
  return waits.mean();
}
const lscb::proof::Claim kWait("example: M/M/3, mean wait", {.margin = 0.04});
constexpr double kA = kService / kGap, kAll = kA * kA * kA / 6 * 3 / (3 - kA);
constexpr double kTruth = kAll / (1 + kA + kA * kA / 2 + kAll) * kService / (3 - kA);
int main(int argc, char** argv) {
  return lscb::proof::prove(argc, argv, kWait, kTruth, mean_wait);
}
