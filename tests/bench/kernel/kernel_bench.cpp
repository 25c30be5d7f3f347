// Speed of the kernel beside a hand-written loop, in the same run, and beside SimPy. Every figure is the
// median of runs that alternate between the rivals; the ratio is throughput, so above 1 the kernel is the
// faster.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "hand_written.h"
#include "measured.h"
#include "on_the_kernel.h"

namespace {

using lscb::bench::median;
using namespace lscb::bench;

constexpr std::uint64_t kSeed = 1;
constexpr int kRuns = 9;

// Events a second of the loops as they stand; opening cases are part of each run, equally.
template <class Run>
double events_a_second(Run run, Outcome& outcome) {
  const auto begun = std::chrono::steady_clock::now();
  outcome = run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  return static_cast<double>(outcome.events) / took.count();
}

struct Rates {
  double kernel;
  double by_hand;
  double ratio;
  Outcome outcome;
};

template <class Sampler>
Rates compare(const Workload& work) {
  std::vector<double> kernel;
  std::vector<double> by_hand;
  std::vector<double> ratio;
  Outcome ours;
  Outcome theirs;
  for (int run = 0; run < kRuns; ++run) {
    const auto on_kernel = [&] { return run_on_the_kernel(work, Sampler(kSeed)); };
    const auto hand = [&] { return run_hand_written(work, Sampler(kSeed)); };
    double k = 0.0;
    double h = 0.0;
    if (run % 2 == 0) {
      k = events_a_second(on_kernel, ours);
      h = events_a_second(hand, theirs);
    } else {
      h = events_a_second(hand, theirs);
      k = events_a_second(on_kernel, ours);
    }
    kernel.push_back(k);
    by_hand.push_back(h);
    ratio.push_back(k / h);
  }
  if (ours.events != theirs.events || std::fabs(ours.mean_sojourn / theirs.mean_sojourn - 1.0) > 1e-6) {
    fmt::print(
        stderr,
        "kernel_bench: the loops did not do the same work on {}: {} and {} events, mean sojourn {} and {}\n",
        work.name, ours.events, theirs.events, ours.mean_sojourn, theirs.mean_sojourn);
    std::exit(1);
  }
  return {median(kernel), median(by_hand), median(ratio), ours};
}

// SimPy's departures a second, or nothing where python3-simpy3 is not installed.
double simpy_departures_a_second(const Workload& work, std::int64_t departures) {
  std::vector<double> rates;
  for (int run = 0; run < 3; ++run) {
    const std::string command = fmt::format("/usr/bin/python3 {} {} {} {} {} 2>/dev/null", LSCB_SIMPY_SCRIPT,
                                            work.servers, work.load, work.open, departures);
    std::FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return 0.0;
    double seconds = 0.0;
    double sojourn = 0.0;
    const int read = std::fscanf(pipe, "%lf %lf", &seconds, &sojourn);
    if (pclose(pipe) != 0 || read != 2) return 0.0;
    rates.push_back(static_cast<double>(departures) / seconds);
  }
  return median(rates);
}

// Nanoseconds an event with that many open, opening them not counted.
double nanoseconds_an_event(std::int64_t open) {
  std::vector<double> costs;
  for (int run = 0; run < kRuns; ++run) {
    Outcome outcome;
    const Workload few{"", 0, static_cast<double>(open), open, 1};
    const Workload many{"", 0, static_cast<double>(open), open, 1'000'000};
    const auto seconds = [&](const Workload& work) {
      const double rate =
          events_a_second([&] { return run_on_the_kernel(work, KeyedSampler(kSeed)); }, outcome);
      return static_cast<double>(outcome.events) / rate;
    };
    const double opening = seconds(few);
    costs.push_back((seconds(many) - opening) * 1e9 / static_cast<double>(outcome.events));
  }
  return median(costs);
}

}  // namespace

int main() {
  const std::array<Workload, 3> works = {{{"M/M/1, rho 0.75", 1, 0.75, 0, 2'000'000},
                                          {"M/M/20, rho 0.9", 20, 0.9, 0, 2'000'000},
                                          {"M/M/inf, 100,000 open", 0, 100'000.0, 100'000, 1'500'000}}};
  const std::array<double, 3> targets = {0.65, 0.65, 0.85};

  fmt::print(
      "| work | kernel, million events/s | by hand | kernel / by hand | to reach | by hand with mt19937 | "
      "kernel / that | kernel with mt19937 / that | SimPy | kernel / SimPy |\n"
      "|---|---|---|---|---|---|---|---|---|---|\n");
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < works.size(); ++i) {
    const Rates keyed = compare<KeyedSampler>(works[i]);
    const Rates sequential = compare<SequentialSampler>(works[i]);
    const double simpy = 2.0 * simpy_departures_a_second(works[i], 100'000);
    fmt::print("| {} | {:.1f} | {:.1f} | {:.2f} | {:.2f} | {:.1f} | {:.2f} | {:.2f} | ", works[i].name,
               keyed.kernel / 1e6, keyed.by_hand / 1e6, keyed.ratio, targets[i], sequential.by_hand / 1e6,
               keyed.kernel / sequential.by_hand, sequential.ratio);
    if (simpy > 0.0) {
      fmt::print("{:.3f} | {:.0f} |\n", simpy / 1e6, keyed.kernel / simpy);
    } else {
      fmt::print("not installed | |\n");
    }
    std::fflush(stdout);
    bytes = keyed.outcome.peak_bytes;
  }

  const double at_1000 = nanoseconds_an_event(1'000);
  const double at_100000 = nanoseconds_an_event(100'000);
  fmt::print(
      "\n| kernel, M/M/inf | measured | at most |\n|---|---|---|\n"
      "| bytes an open case at 100,000 | {:.0f} | 200 |\n"
      "| an event at 1,000 open | {:.1f} ns | |\n"
      "| an event at 100,000 open | {:.1f} ns | |\n"
      "| ratio of the two | {:.2f} | 2.50 |\n",
      static_cast<double>(bytes) / 100'000.0, at_1000, at_100000, at_100000 / at_1000);
  return 0;
}
