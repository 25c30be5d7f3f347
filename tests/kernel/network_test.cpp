// An open network with feedback against its product form (Jackson, Operations Research 5:518, 1957): each
// station is as M/M/c with its own total rate, and the stations are independent of one another at any one
// time.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
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
using kernel::Tick;
using kernel::WorldKey;

constexpr std::size_t kStations = 3;
constexpr std::array<std::int64_t, kStations> kServers = {1, 2, 1};
constexpr std::array<double, kStations> kMeanService = {0.5, 1.25, 0.75};
// Arrivals from outside come to station 0. From there 60 % go to 1, 40 % to 2; from 1 a quarter goes back to
// 0, from 2 a half; the others leave. So the total rates r solve r0 = a + r1 / 4 + r2 / 2, r1 = 0.6 r0, r2 =
// 0.4 r0.
constexpr double kArrivalRate = 0.78;
constexpr double kRate0 = kArrivalRate / (1 - 0.6 / 4 - 0.4 / 2);  // 1.2
constexpr std::array<double, kStations> kRate = {kRate0, 0.6 * kRate0, 0.4 * kRate0};

class Network {
 public:
  explicit Network(WorldKey world)
      : world_(world),
        present_{Occupancy(kWindow), Occupancy(kWindow), Occupancy(kWindow)},
        whole_(kWindow),
        both_empty_(0, 1, kWindow) {}

  // Mean number at each station, share of time in which stations 0 and 1 are both empty, mean sojourn in
  // units.
  std::vector<double> run() {
    schedule_arrival();
    kernel::Fired<Event> fired;
    while (calendar_.next_until(kWindow.to, fired)) {
      if (fired.event.arrives) {
        schedule_arrival();
        whole_.arrive(fired.at);
        enter(0, {customers_++, 0, fired.at, fired.at}, fired.at);
      } else {
        leave(fired.event.station, fired.event.job, fired.at);
      }
      both_empty_.set(fired.at, present_[0].number() == 0 && present_[1].number() == 0);
    }
    std::vector<double> results;
    for (std::size_t i = 0; i < kStations; ++i) {
      for (const Job& job : line_[i]) still_here(i, job);
      for (const Job& job : served_[i]) still_here(i, job);
      present_[i].check(kWindow.to);
      results.push_back(present_[i].mean(kWindow.to));
    }
    whole_.check(kWindow.to);
    results.push_back(both_empty_.mean(kWindow.to));
    results.push_back(sojourn_.mean() / static_cast<double>(kUnit));
    return results;
  }

 private:
  static constexpr kernel::Window kWindow{units(1'000), units(11'000)};
  struct Job {
    std::uint64_t who;
    std::uint64_t visit;
    Tick arrived;  // from outside
    Tick entered;  // this station
  };
  struct Event {
    bool arrives;
    std::size_t station;
    Job job;
  };

  [[nodiscard]] Cause cause(const Job& job, std::uint64_t purpose) const {
    return Cause::root().child(1, job.who).child(purpose, job.visit);
  }

  void schedule_arrival() {
    Draws draws(world_, Cause::root().child(2, customers_));
    calendar_.schedule(calendar_.now() + kernel::exponential_ticks(draws, kUnit / kArrivalRate),
                       {true, 0, {}});
  }

  void enter(std::size_t station, const Job& job, Tick now) {
    present_[station].arrive(now);
    if (static_cast<std::int64_t>(served_[station].size()) < kServers[station]) {
      serve(station, job, now);
    } else {
      line_[station].push_back(job);
    }
  }

  void serve(std::size_t station, const Job& job, Tick now) {
    served_[station].push_back(job);
    Draws draws(world_, cause(job, 3));
    calendar_.schedule(now + kernel::exponential_ticks(draws, kUnit * kMeanService[station]),
                       {false, station, job});
  }

  void leave(std::size_t station, Job job, Tick now) {
    present_[station].leave(job.entered, now);
    std::vector<Job>& served = served_[station];
    for (std::size_t i = 0; i < served.size(); ++i) {
      if (served[i].who != job.who) continue;
      served[i] = served.back();
      served.pop_back();
      break;
    }
    if (!line_[station].empty()) {
      const Job next = line_[station].front();
      line_[station].pop_front();
      serve(station, next, now);
    }
    Draws draws(world_, cause(job, 4));
    const double turn = draws.uniform01();
    ++job.visit;
    job.entered = now;
    if (station == 0) {
      enter(turn < 0.6 ? 1 : 2, job, now);
    } else if (turn < (station == 1 ? 0.25 : 0.5)) {
      enter(0, job, now);
    } else {
      whole_.leave(job.arrived, now);
      if (now >= kWindow.from) sojourn_.add(static_cast<double>(now - job.arrived));
    }
  }

  void still_here(std::size_t station, const Job& job) {
    present_[station].still_here(job.entered, kWindow.to);
    whole_.still_here(job.arrived, kWindow.to);
  }

  WorldKey world_;
  kernel::Calendar<Event> calendar_;
  std::array<std::deque<Job>, kStations> line_;
  std::array<std::vector<Job>, kStations> served_;
  std::array<Occupancy, kStations> present_;
  Occupancy whole_;
  kernel::TimeWeighted both_empty_;
  kernel::Tally sojourn_;
  std::uint64_t customers_ = 0;
};

double stationary_number(std::size_t station) {
  const double offered = kRate[station] * kMeanService[station];
  const auto servers = static_cast<int>(kServers[station]);
  return offered + theory::erlang_c(servers, offered) * offered / (servers - offered);
}

double stationary_empty(std::size_t station) {
  const double offered = kRate[station] * kMeanService[station];
  const auto servers = static_cast<double>(kServers[station]);
  return theory::birth_death(
      400, [&](int) { return offered; }, [&](int n) { return n < servers ? n : servers; })[0];
}

const Claim kNumber0("Jackson network: mean number at station 0");
const Claim kNumber1("Jackson network: mean number at station 1");
const Claim kNumber2("Jackson network: mean number at station 2");
const Claim kBothEmpty("Jackson network: stations 0 and 1 both empty (product form)");
const Claim kSojourn("Jackson network: mean sojourn");

TEST(Network, ProductForm) {
  const double numbers = stationary_number(0) + stationary_number(1) + stationary_number(2);
  expect_equivalent({{kNumber0, stationary_number(0)},
                     {kNumber1, stationary_number(1)},
                     {kNumber2, stationary_number(2)},
                     {kBothEmpty, stationary_empty(0) * stationary_empty(1)},
                     {kSojourn, numbers / kArrivalRate}},
                    [](WorldKey world) { return Network(world).run(); });
}

}  // namespace
}  // namespace lscb::proof
