// What the model costs: one Isle of Wight from January 2010 to December 2013, with its two years of run-in
// and its run-on, by phase; its memory; what it saves to play several scenarios together; and what a second
// thread brings. Prints times of this process on a core (what others take does not count), and wall-clock
// time for the threads. Not a test.
//
//   model_bench [replications]

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "experiment/memory.h"
#include "experiment/run.h"
#include "measured.h"
#include "scenario/load.h"
#include "world/watch.h"

namespace {

using lscb::bench::median;
using lscb::bench::verdict;
using namespace lscb;

constexpr double limit_ms = 50.0;
constexpr double limit_mb = 100.0;
constexpr double limit_threads = 1.9;
constexpr int pairs = 7;
constexpr int replications_a_run = 8;

double cpu_ms() {
  return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

double least(const std::vector<double>& values) {
  return *std::min_element(values.begin(), values.end());
}

enum Phase { run_in, window, run_on, whole };
constexpr std::array<const char*, 4> names = {"set-up and run-in (2 years)", "window (4 years)",
                                              "run-on and counting", "whole replication"};

struct Cost {
  std::array<std::vector<double>, 4> ms;
  std::array<double, 4> events{};
};

Cost measure(const world::Design& design, int replications) {
  Cost cost;
  for (int r = -1; r < replications; ++r) {  // the first warms up
    double at_from = 0.0;
    double at_to = 0.0;
    world::Watch watch;
    watch.month = [&](Instant month, const auto&) {
      if (month == design.window.from) at_from = cpu_ms();
      if (month == design.window.to) at_to = cpu_ms();
    };
    const double start = cpu_ms();
    const world::Outcome outcome = world::replicate_watched(
        design, kernel::WorldKey{1, static_cast<std::uint64_t>(r + 1)}, design.window, watch);
    const double end = cpu_ms();
    if (r < 0) continue;
    const std::array<double, 4> ms = {at_from - start, at_to - at_from, end - at_to, end - start};
    for (std::size_t i = 0; i < ms.size(); ++i) cost.ms[i].push_back(ms[i]);
    const world::Effort& effort = outcome.effort;
    cost.events[run_in] += static_cast<double>(effort.events_run_in) / replications;
    cost.events[window] += static_cast<double>(effort.events_window) / replications;
    cost.events[run_on] += static_cast<double>(effort.events_run_on) / replications;
  }
  cost.events[whole] = cost.events[run_in] + cost.events[window] + cost.events[run_on];
  return cost;
}

double wall_s(const world::Design& design, int threads) {
  experiment::Options options;
  options.replications = replications_a_run;
  options.threads = threads;
  const auto start = std::chrono::steady_clock::now();
  (void)experiment::run(design, options);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The headline comparison: how many times as long its scenarios take one by one as together.
void print_together(const scenario::Library& library) {
  std::vector<world::Design> designs;
  for (const std::string& name : scenario::names(library, scenario::Kind::scenario)) {
    const auto loaded = scenario::load_scenario(name, library);
    if (loaded.design && (designs.empty() || loaded.design->area.title == designs.front().area.title)) {
      designs.push_back(*loaded.design);
    }
  }
  std::vector<double> ratios;
  std::vector<double> each;
  for (int i = 0; i < pairs; ++i) {
    const kernel::WorldKey key{1, static_cast<std::uint64_t>(i)};
    const double start = cpu_ms();
    world::Together played;
    world::replicate_together(designs, key, designs.front().window, played);
    const double between = cpu_ms();
    for (const world::Design& design : designs) (void)world::replicate(design, key, design.window);
    each.push_back((between - start) / static_cast<double>(designs.size()));
    ratios.push_back((cpu_ms() - between) / (between - start));
  }
  std::printf(
      "%zu scenarios together: %.1f ms a replication and scenario; one by one takes %.2f times as long "
      "(%.2f to %.2f)\n",
      designs.size(), median(each), median(ratios), least(ratios),
      *std::max_element(ratios.begin(), ratios.end()));
}

}  // namespace

int main(int argc, char** argv) {
  experiment::keep_memory();
  const int replications = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
  const auto loaded = scenario::load_scenario("no-change", scenario::Library::at(SHIPPED_SCENARIOS));
  if (!loaded.design) {
    std::fprintf(stderr, "model_bench: the scenario no-change does not load\n");
    return 1;
  }
  const world::Design& design = *loaded.design;
  const Cost cost = measure(design, replications);
  const double memory = peak_mb();

  std::printf("%s: %.0f children; processor time of one replication over %d replications\n",
              design.area.title.c_str(), design.area.children, replications);
  std::printf("%-28s %10s %10s %12s %10s\n", "", "median ms", "least ms", "events", "ns/event");
  for (const Phase phase : {run_in, window, run_on, whole}) {
    const double ms = median(cost.ms[phase]);
    std::printf("%-28s %10.1f %10.1f %12.0f %10.0f\n", names[phase], ms, least(cost.ms[phase]),
                cost.events[phase], 1e6 * ms / cost.events[phase]);
  }
  const double ms = median(cost.ms[whole]);
  std::printf("one replication: %.1f ms, limit %.0f: %s\n", ms, limit_ms, verdict(ms <= limit_ms));
  std::printf("peak memory: %.0f MB, limit %.0f: %s\n", memory, limit_mb, verdict(memory <= limit_mb));

  print_together(scenario::Library::at(SHIPPED_SCENARIOS));

  std::vector<double> ratios;
  for (int i = 0; i < pairs; ++i) {
    const bool one_first = i % 2 == 0;
    const double first = wall_s(design, one_first ? 1 : 2);
    const double second = wall_s(design, one_first ? 2 : 1);
    ratios.push_back(one_first ? first / second : second / first);
  }
  const double ratio = median(ratios);
  std::printf(
      "two threads against one, %d replications, median of %d alternating pairs: %.2f times (%.2f to %.2f), "
      "limit %.1f: %s\n",
      replications_a_run, pairs, ratio, least(ratios), *std::max_element(ratios.begin(), ratios.end()),
      limit_threads, verdict(ratio >= limit_threads));
  return 0;
}
