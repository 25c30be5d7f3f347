// Staff in shifts: at the end of a shift work in hand is displaced and resumed, first of the line, by whoever
// comes free. Compared with the exact chances over time, from empty, of the Markov process with the same
// rates: exponential work for a staff of three by day and one by night, and work of two exponential phases
// for one worker who goes home. The second would not agree if displaced work were begun again. On every path
// each case is worked on for exactly the time that was drawn for it.

#include <gtest/gtest.h>

#include <cstdint>
#include <deque>
#include <vector>

#include "kernel/calendar.h"
#include "kernel/distributions.h"
#include "kernel/tally.h"
#include "occupancy.h"
#include "support/equivalence.h"
#include "theory.h"

namespace lscb::proof {
namespace {

using kernel::Cause;
using kernel::Draws;
using kernel::Handle;
using kernel::Tick;
using kernel::WorldKey;

struct Rota {
  std::size_t by_day;
  std::size_t by_night;
  double day;    // units; the night follows
  double night;  // units
  int days;
  double arrival_rate;
  double phases;  // of work, mean one unit in all
};

class Office {
 public:
  Office(const Rota& rota, WorldKey world, Cause cause)
      : rota_(rota),
        world_(world),
        cause_(cause),
        end_(units((rota.day + rota.night) * rota.days)),
        present_({0, end_}) {}

  // Numbers present at the end of the last day and of the last night.
  std::vector<double> run() {
    schedule_shift(0, rota_.by_day);
    schedule_arrival();
    kernel::Fired<Event> fired;
    while (calendar_.next_until(end_, fired)) {
      switch (fired.event.kind) {
        case Event::kArrival:
          arrive(fired.at);
          break;
        case Event::kDone:
          finish(fired.event.who, fired.at);
          break;
        case Event::kShift:
          change_shift(fired.event.who, fired.at);
          break;
      }
    }
    for (const Case& work : cases_) {
      if (!work.closed) present_.still_here(work.arrived, end_);
    }
    present_.check(end_);
    return {static_cast<double>(at_dusk_), static_cast<double>(present_.number())};
  }

 private:
  struct Event {
    enum Kind : std::uint32_t { kArrival, kDone, kShift } kind;
    std::uint32_t who;  // a case, or the staff of the shift that begins
  };
  struct Case {
    Tick arrived;
    Tick drawn;
    Tick left;
    Tick worked;
    Tick taken_up;
    Handle done;
    bool closed;
  };

  void schedule_shift(Tick at, std::size_t staff) {
    calendar_.schedule(at, {Event::kShift, static_cast<std::uint32_t>(staff)}, -1);
  }

  void schedule_arrival() {
    Draws draws(world_, cause_.child(1, cases_.size()));
    const Tick gap = kernel::exponential_ticks(draws, kUnit / rota_.arrival_rate);
    calendar_.schedule(calendar_.now() + gap, {Event::kArrival, 0});
  }

  void arrive(Tick now) {
    Draws draws(world_, cause_.child(2, cases_.size()));
    const auto work = static_cast<Tick>(kernel::gamma(draws, rota_.phases, kUnit / rota_.phases) + 0.5);
    line_.push_back(static_cast<std::uint32_t>(cases_.size()));
    cases_.push_back({now, work, work, 0, 0, {}, false});
    present_.arrive(now);
    schedule_arrival();
    take_up(now);
  }

  void take_up(Tick now) {
    while (in_hand_.size() < staff_ && !line_.empty()) {
      const std::uint32_t who = line_.front();
      line_.pop_front();
      in_hand_.push_back(who);
      cases_[who].taken_up = now;
      cases_[who].done = calendar_.schedule(now + cases_[who].left, {Event::kDone, who});
    }
  }

  void put_down(std::size_t place, Tick now) {
    Case& work = cases_[in_hand_[place]];
    work.worked += now - work.taken_up;
    work.left -= now - work.taken_up;
    in_hand_.erase(in_hand_.begin() + static_cast<std::ptrdiff_t>(place));
  }

  void finish(std::uint32_t who, Tick now) {
    std::size_t place = 0;
    while (in_hand_[place] != who) ++place;
    put_down(place, now);
    cases_[who].closed = true;
    EXPECT_EQ(cases_[who].worked, cases_[who].drawn);
    EXPECT_EQ(cases_[who].left, 0);
    present_.leave(cases_[who].arrived, now);
    take_up(now);
  }

  void change_shift(std::size_t staff, Tick now) {
    staff_ = staff;
    while (in_hand_.size() > staff_) {
      const std::uint32_t who = in_hand_.back();
      calendar_.cancel(cases_[who].done);
      put_down(in_hand_.size() - 1, now);
      line_.push_front(who);
    }
    take_up(now);
    is_day_ = !is_day_;
    if (!is_day_) at_dusk_ = present_.number();
    schedule_shift(now + units(is_day_ ? rota_.day : rota_.night), is_day_ ? rota_.by_night : rota_.by_day);
  }

  Rota rota_;
  WorldKey world_;
  Cause cause_;
  Tick end_;
  kernel::Calendar<Event> calendar_;
  std::vector<Case> cases_;
  std::deque<std::uint32_t> line_;
  std::vector<std::uint32_t> in_hand_;
  std::size_t staff_ = 0;
  bool is_day_ = false;
  std::int64_t at_dusk_ = 0;
  Occupancy present_;
};

std::vector<double> mean_of_paths(const Rota& rota, WorldKey world) {
  constexpr std::uint64_t kPaths = 100;
  std::vector<double> means(2, 0.0);
  for (std::uint64_t i = 0; i < kPaths; ++i) {
    const std::vector<double> path = Office(rota, world, Cause::root().child(7, i)).run();
    means[0] += path[0] / kPaths;
    means[1] += path[1] / kPaths;
  }
  return means;
}

// Mean number of cases where `states` counts phases of work, all but the first case having theirs untouched.
double cases_of(const std::vector<double>& states, int phases) {
  double mean = 0.0;
  for (std::size_t n = 0; n < states.size(); ++n) {
    mean += states[n] * static_cast<double>((n + static_cast<std::size_t>(phases) - 1) /
                                            static_cast<std::size_t>(phases));
  }
  return mean;
}

// Exact mean number at the end of the last day and of the last night.
std::vector<double> exact(const Rota& rota) {
  const auto phases = static_cast<int>(rota.phases);
  std::vector<double> states(121, 0.0);
  states[0] = 1.0;
  double at_dusk = 0.0;
  const auto rate_with = [&](std::size_t staff) {
    return [staff, phases](int n) {
      return phases * (n < static_cast<int>(staff) ? n : static_cast<double>(staff));
    };
  };
  for (int day = 0; day < rota.days; ++day) {
    theory::carry_forward(states, rota.day, rota.arrival_rate, phases, rate_with(rota.by_day));
    at_dusk = cases_of(states, phases);
    theory::carry_forward(states, rota.night, rota.arrival_rate, phases, rate_with(rota.by_night));
  }
  return {at_dusk, cases_of(states, phases)};
}

void expect_exact(const Claim& dusk, const Claim& dawn, const Rota& rota) {
  const std::vector<double> truth = exact(rota);
  expect_equivalent({{dusk, truth[0]}, {dawn, truth[1]}},
                    [&](WorldKey world) { return mean_of_paths(rota, world); });
}

const Claim kTeamDusk("three by day, one by night: mean number at the end of the day");
const Claim kTeamDawn("three by day, one by night: mean number at the end of the night");

TEST(Shifts, TeamWithANightWorker) {
  expect_exact(kTeamDusk, kTeamDawn, {3, 1, 4.0, 8.0, 4, 1.3, 1.0});
}

const Claim kAloneDusk("one worker by day, work of two phases: mean number at the end of the day");
const Claim kAloneDawn("one worker by day, work of two phases: mean number at the end of the night");

TEST(Shifts, OneWorkerWhoGoesHome) {
  expect_exact(kAloneDusk, kAloneDawn, {1, 0, 4.0, 4.0, 5, 0.4, 2.0});
}

}  // namespace
}  // namespace lscb::proof
