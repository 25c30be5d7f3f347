// One clerk, urgent cases first; a case begun is finished. Mean waits of both classes against Cobham's
// formula.
#include <array>
#include <deque>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "support/prove.h"
using namespace lscb::kernel;

constexpr double kService = 6e6;                      // mean ticks, both classes
constexpr std::array<double, 2> kGap = {20e6, 15e6};  // mean ticks, urgent and not
struct Event {
  bool arrives;
  std::size_t rank;
};

std::vector<double> mean_waits(WorldKey world) {
  Calendar<Event> calendar;
  std::array<std::deque<Tick>, 2> line;
  std::array<std::uint64_t, 2> arrivals{};
  std::array<Tally, 2> waits;
  std::uint64_t services = 0;
  bool busy = false;
  const auto draw = [&](std::uint64_t kind, std::uint64_t index, double mean) {
    return exponential_ticks(world, Cause::root().child(kind, index), mean);
  };
  for (std::size_t rank : {0U, 1U}) calendar.schedule(draw(rank, arrivals[rank]++, kGap[rank]), {true, rank});
  for (Fired<Event> fired; services < 20'000 && calendar.next(fired);) {
    const auto [at, event] = fired;
    if (event.arrives) {
      line[event.rank].push_back(at);
      calendar.schedule(at + draw(event.rank, arrivals[event.rank]++, kGap[event.rank]), event);
    } else {
      busy = false;
    }
    for (std::size_t rank : {0U, 1U}) {
      if (busy || line[rank].empty()) continue;
      busy = true;
      if (services > 1'000) waits[rank].add(static_cast<double>(at - line[rank].front()));
      line[rank].pop_front();
      calendar.schedule(at + draw(2, services++, kService), {false, rank});
    }
  }
  return {waits[0].mean(), waits[1].mean()};
}

const lscb::proof::Claim kUrgent("example: priority, mean wait of the urgent", {.margin = 0.04});
const lscb::proof::Claim kOther("example: priority, mean wait of the others", {.margin = 0.04});
constexpr double kLoad1 = kService / kGap[0], kLoad2 = kService / kGap[1];
constexpr double kFirst = (kLoad1 + kLoad2) * kService / (1 - kLoad1);

int main(int argc, char** argv) {
  return lscb::proof::prove(argc, argv, {{kUrgent, kFirst}, {kOther, kFirst / (1 - kLoad1 - kLoad2)}},
                            mean_waits);
}
