// The kernel against the classical one-station results.

#include "station.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/equivalence.h"
#include "theory.h"

namespace lscb::proof {
namespace {

using kernel::WorldKey;

// From empty, measured once the start is forgotten: the slowest of these queues forgets as exp(-t / 60), so
// that after 1,500 mean services less than a billionth of the start is left. Long enough besides for a ratio
// of two counts of a run to have a bias far below the margin.
kernel::Window long_window() {
  return {units(1'500), units(21'500)};
}

StationRun checked_run(const StationSpec& spec, WorldKey world) {
  const StationRun run = Station(spec, world).run();
  EXPECT_TRUE(run.balances) << "integral of N against clipped sojourns, run " << world.replication;
  return run;
}

double share(std::int64_t part, std::int64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

double in_units(double ticks) {
  return ticks / static_cast<double>(kUnit);
}

const Claim kMm1Number("M/M/1 rho 0.75: mean number present");
const Claim kMm1Wait("M/M/1 rho 0.75: mean wait");
const Claim kMm1Tail("M/M/1 rho 0.75: share waiting longer than 5 services");

TEST(Station, Mm1) {
  StationSpec spec;
  spec.arrival_rate = 0.75;
  spec.tail = 5.0;
  spec.window = long_window();
  const double rho = 0.75;
  expect_equivalent({{kMm1Number, rho / (1 - rho)},
                     {kMm1Wait, rho / (1 - rho)},
                     {kMm1Tail, rho * std::exp(-(1 - rho) * spec.tail)}},
                    [&](WorldKey world) {
                      const StationRun run = checked_run(spec, world);
                      return std::vector<double>{run.mean_number, in_units(run.wait.mean()),
                                                 share(run.longer, run.wait.count())};
                    });
}

const Claim kMmcWaiting("M/M/5 rho 0.8: mean number waiting", {.margin = 0.03});
const Claim kMmcWait("M/M/5 rho 0.8: mean wait", {.margin = 0.03});
const Claim kMmcDelayed("M/M/5 rho 0.8: share that waits at all (Erlang C)");
const Claim kMmcTail("M/M/5 rho 0.8: share waiting longer than one service", {.margin = 0.03});

TEST(Station, MmcErlangC) {
  constexpr int kServers = 5;
  constexpr double kOffered = 4.0;
  StationSpec spec;
  spec.servers = kServers;
  spec.arrival_rate = kOffered;
  spec.window = {units(500), units(8'500)};
  const double delayed = theory::erlang_c(kServers, kOffered);
  const double wait = delayed / (kServers - kOffered);
  const double tail = delayed * std::exp(-(kServers - kOffered) * 1.0);

  expect_equivalent(
      {{kMmcWaiting, kOffered * wait}, {kMmcWait, wait}, {kMmcDelayed, delayed}, {kMmcTail, tail}},
      [&](WorldKey world) {
        const StationRun run = checked_run(spec, world);
        return std::vector<double>{run.mean_waiting, in_units(run.wait.mean()),
                                   share(run.delayed, run.wait.count()), share(run.longer, run.wait.count())};
      });
}

const Claim kMmckRefused("M/M/3/6, offered 2.5: share refused");
const Claim kMmckNumber("M/M/3/6, offered 2.5: mean number present");
const Claim kMmckWait("M/M/3/6, offered 2.5: mean wait of those let in");

TEST(Station, MmcK) {
  constexpr int kServers = 3;
  constexpr int kRoom = 6;
  constexpr double kRate = 2.5;
  StationSpec spec;
  spec.servers = kServers;
  spec.room = kRoom;
  spec.arrival_rate = kRate;
  spec.window = {units(200), units(2'200)};
  const std::vector<double> chances = theory::birth_death(
      kRoom, [](int) { return kRate; }, [](int n) { return n < kServers ? n : kServers; });
  double waiting = 0.0;
  for (int n = kServers; n <= kRoom; ++n) waiting += (n - kServers) * chances[static_cast<std::size_t>(n)];
  const double refused = chances.back();
  expect_equivalent({{kMmckRefused, refused},
                     {kMmckNumber, theory::mean_of(chances)},
                     {kMmckWait, waiting / (kRate * (1 - refused))}},
                    [&](WorldKey world) {
                      const StationRun run = checked_run(spec, world);
                      return std::vector<double>{share(run.refused, run.arrivals), run.mean_number,
                                                 in_units(run.wait.mean())};
                    });
}

const Claim kErlangAAbandoned("Erlang-A, 10 servers, offered 12: share giving up");
const Claim kErlangAWaiting("Erlang-A, 10 servers, offered 12: mean number waiting");
const Claim kErlangANumber("Erlang-A, 10 servers, offered 12: mean number present");

TEST(Station, ErlangA) {
  constexpr int kServers = 10;
  constexpr double kRate = 12.0;
  constexpr double kPatience = 2.0;
  StationSpec spec;
  spec.servers = kServers;
  spec.arrival_rate = kRate;
  spec.mean_patience = kPatience;
  spec.window = {units(100), units(1'100)};
  const std::vector<double> chances = theory::birth_death(
      200, [](int) { return kRate; },
      [](int n) { return n <= kServers ? n : kServers + (n - kServers) / kPatience; });
  double waiting = 0.0;
  for (std::size_t n = kServers; n < chances.size(); ++n)
    waiting += static_cast<double>(n - kServers) * chances[n];
  expect_equivalent(
      {{kErlangAAbandoned, waiting / kPatience / kRate},
       {kErlangAWaiting, waiting},
       {kErlangANumber, theory::mean_of(chances)}},
      [&](WorldKey world) {
        const StationRun run = checked_run(spec, world);
        return std::vector<double>{share(run.abandoned, run.arrivals), run.mean_waiting, run.mean_number};
      });
}

const Claim kFixedWait("M/D/1 rho 0.7: mean wait (Pollaczek-Khinchine)");
const Claim kHalfWait("M/G/1 rho 0.7, cv 0.5: mean wait (Pollaczek-Khinchine)");
const Claim kTwiceWait("M/G/1 rho 0.6, cv 2: mean wait (Pollaczek-Khinchine)", {.margin = 0.03});

void expect_pollaczek_khinchine(const Claim& claim, double rate, double cv) {
  StationSpec spec;
  spec.arrival_rate = rate;
  spec.service_cv = cv;
  spec.window = long_window();
  expect_equivalent({{claim, theory::pollaczek_khinchine(rate, 1.0, cv)}}, [&](WorldKey world) {
    return std::vector<double>{in_units(checked_run(spec, world).wait.mean())};
  });
}

TEST(Station, Mg1FixedService) {
  expect_pollaczek_khinchine(kFixedWait, 0.7, 0.0);
}
TEST(Station, Mg1HalfVariation) {
  expect_pollaczek_khinchine(kHalfWait, 0.7, 0.5);
}
TEST(Station, Mg1DoubleVariation) {
  expect_pollaczek_khinchine(kTwiceWait, 0.6, 2.0);
}

}  // namespace
}  // namespace lscb::proof
