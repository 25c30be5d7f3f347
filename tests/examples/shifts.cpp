// A clerk who goes home: work in hand is put down at the end of the day and resumed, not begun again, next
// morning. Every case takes six hours, cases come once a week, days of eight hours begin at midnight: a case
// that arrives at hour h of the day is closed after 6 hours if h <= 2, after 22 if 2 < h <= 8, and else at
// hour 6 next day, 30 - h hours later. Averaged over the hours of a day that is (2 * 6 + 6 * 22 + 16 * 14)
// / 24.
#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "support/prove.h"
using namespace lscb::kernel;

constexpr Tick kHour = 1'000'000;
enum class Event : char { kMorning, kEvening, kArrival, kDone };

double mean_hours_open(WorldKey world) {
  Calendar<Event> calendar;
  Tally hours;
  Handle done;
  Tick arrived = 0;
  Tick left = 0;  // work on the one case; none is open where it is zero
  bool at_work = false;
  std::uint64_t week = 0;
  const auto take_up = [&] {
    if (at_work && left > 0) done = calendar.schedule(calendar.now() + left, Event::kDone, -1);
  };
  calendar.schedule(0, Event::kMorning);
  calendar.schedule(0, Event::kArrival);
  for (Fired<Event> fired; hours.count() < 500 && calendar.next(fired);) {
    if (fired.event == Event::kMorning) {
      at_work = true;
      take_up();
      calendar.schedule(fired.at + 8 * kHour, Event::kEvening);
      calendar.schedule(fired.at + 24 * kHour, Event::kMorning);
    } else if (fired.event == Event::kEvening) {
      at_work = false;
      if (calendar.is_scheduled(done)) left = calendar.time_of(done) - fired.at;
      calendar.cancel(done);
    } else if (fired.event == Event::kArrival) {
      arrived = fired.at;
      left = 6 * kHour;
      take_up();
      Draws draws(world, Cause::root().child(1, ++week));
      const auto hour = static_cast<Tick>(draws.uniform01() * 24.0 * kHour);
      calendar.schedule(static_cast<Tick>(week) * 7 * 24 * kHour + hour, Event::kArrival);
    } else {
      hours.add(static_cast<double>(fired.at - arrived) / kHour);
      left = 0;
    }
  }
  return hours.mean();
}

const lscb::proof::Claim kHours("example: shifts, mean hours open");
constexpr double kTruth = (2 * 6.0 + 6 * 22.0 + 16 * 14.0) / 24.0;
int main(int argc, char** argv) {
  return lscb::proof::prove(argc, argv, kHours, kTruth, mean_hours_open);
}
