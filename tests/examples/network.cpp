// Two desks in a row; one case in five goes back to the first desk. Mean time in the office against Jackson.
#include <array>
#include <deque>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "support/prove.h"
using namespace lscb::kernel;

constexpr double kGap = 10e6, kBack = 0.2;              // mean ticks; share that goes back
constexpr std::array<double, 2> kService = {5e6, 4e6};  // mean ticks
struct Case {
  std::uint64_t who, visit;
  Tick arrived;
};
struct Event {
  enum Kind : char { kArrival, kDone } kind;
  std::size_t desk;
  Case work;
};

double mean_time_in_office(WorldKey world) {
  Calendar<Event> calendar;
  std::array<std::deque<Case>, 2> line;  // the first is in service
  Tally times;
  const auto key = [](const Case& work, std::uint64_t kind) {
    return Cause::root().child(1, work.who).child(kind, work.visit);
  };
  const auto serve_first = [&](std::size_t desk) {
    const Case& work = line[desk].front();
    const Tick service = exponential_ticks(world, key(work, 1), kService[desk]);
    calendar.schedule(calendar.now() + service, {Event::kDone, desk, work});
  };
  const auto enter = [&](std::size_t desk, const Case& work) {
    line[desk].push_back(work);
    if (line[desk].size() == 1) serve_first(desk);
  };
  calendar.schedule(0, {Event::kArrival, 0, {0, 0, 0}});
  for (Fired<Event> fired; times.count() < 20'000 && calendar.next(fired);) {
    auto [kind, desk, work] = fired.event;
    if (kind == Event::kArrival) {
      enter(0, work);
      const Tick next = fired.at + exponential_ticks(world, key(work, 2), kGap);
      calendar.schedule(next, {Event::kArrival, 0, {work.who + 1, 0, next}});
      continue;
    }
    line[desk].pop_front();
    if (!line[desk].empty()) serve_first(desk);
    Draws draws(world, key(work, 3));
    const bool leaves = desk == 1 && !chance(draws, kBack);
    if (leaves && work.who > 1'000) times.add(static_cast<double>(fired.at - work.arrived));
    if (!leaves) enter(1 - desk, {work.who, work.visit + 1, work.arrived});
  }
  return times.mean();
}

const lscb::proof::Claim kTime("example: network with feedback, mean time in the office");
constexpr double kRate = 1 / (kGap * (1 - kBack));
constexpr double kTruth = (1 / (1 / (kRate * kService[0]) - 1) + 1 / (1 / (kRate * kService[1]) - 1)) * kGap;
int main(int argc, char** argv) {
  return lscb::proof::prove(argc, argv, kTime, kTruth, mean_time_in_office);
}
