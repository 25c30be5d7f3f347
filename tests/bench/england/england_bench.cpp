// Scale: England as its 152 authorities, one after the other on one thread, the largest first; memory against
// that of the largest alone; and what a child of a county of 250,000 costs against one of the Island's.
// Prints processor time of this process (what others take does not count, but that they empty the caches
// does). Not a test.
//
//   england_bench [--county]     --county: the county alone

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include "experiment/areas.h"
#include "experiment/memory.h"
#include "measured.h"
#include "scenario/england.h"
#include "scenario/load.h"
#include "world/watch.h"

namespace {

using lscb::bench::verdict;
using namespace lscb;

constexpr double limit_s = 60.0;
constexpr double limit_memory = 1.05;  // of the largest authority's
constexpr int pairs = 5;

double cpu_s() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

enum Phase { run_in, window, run_on, phase_count };
constexpr std::array<const char*, phase_count> names = {"set-up and run-in (2 years)", "window (4 years)",
                                                        "run-on and counting"};

/// Processor seconds and events by phase, summed over what was played.
struct Cost {
  std::array<double, phase_count> s{};
  std::array<double, phase_count> events{};

  void play(const world::Design& design, kernel::WorldKey key) {
    double at_from = 0.0;
    double at_to = 0.0;
    world::Watch watch;
    watch.month = [&](Instant month, const auto&) {
      if (month == design.window.from) at_from = cpu_s();
      if (month == design.window.to) at_to = cpu_s();
    };
    const double start = cpu_s();
    const world::Outcome outcome = world::replicate_watched(design, key, design.window, watch);
    experiment::give_back_memory();
    const double end = cpu_s();
    s[run_in] += at_from - start;
    s[window] += at_to - at_from;
    s[run_on] += end - at_to;
    events[run_in] += static_cast<double>(outcome.effort.events_run_in);
    events[window] += static_cast<double>(outcome.effort.events_window);
    events[run_on] += static_cast<double>(outcome.effort.events_run_on);
  }
  [[nodiscard]] double seconds() const { return s[run_in] + s[window] + s[run_on]; }
};

bool england(const scenario::Library& library) {
  scenario::England places = scenario::load_england({"no-change"}, {}, library);
  if (places.places.empty()) return false;
  std::stable_sort(places.places.begin(), places.places.end(), [](const auto& a, const auto& b) {
    return a.designs.front().area.children > b.designs.front().area.children;
  });
  const auto play = [](Cost& cost, const scenario::England::Place& place) {
    const auto code = static_cast<std::uint64_t>(place.authority.number);
    cost.play(place.designs.front(), {experiment::seed_of_area(1, code), 0});
  };
  Cost cost;
  play(cost, places.places.front());
  const double largest_mb = peak_mb();
  const double largest_s = cost.seconds();
  double children = places.places.front().designs.front().area.children;
  for (std::size_t i = 1; i < places.places.size(); ++i) {
    play(cost, places.places[i]);
    children += places.places[i].designs.front().area.children;
  }
  std::printf("England: %zu authorities, %.0f children, one thread, one replication\n", places.places.size(),
              children);
  std::printf("%-28s %10s %14s %10s\n", "", "seconds", "events", "ns/event");
  for (const Phase phase : {run_in, window, run_on}) {
    std::printf("%-28s %10.1f %14.0f %10.0f\n", names[phase], cost.s[phase], cost.events[phase],
                1e9 * cost.s[phase] / cost.events[phase]);
  }
  const double four_years = cost.s[window] + cost.s[run_on];
  std::printf("four years, counted: %.1f s, limit %.0f: %s; with the run-in %.1f s\n", four_years, limit_s,
              verdict(four_years <= limit_s), cost.seconds());
  const double ratio = peak_mb() / largest_mb;
  std::printf("peak memory: %.0f MB; the largest alone (%s, %.1f s) %.0f MB: %.2f times, limit %.2f: %s\n",
              peak_mb(), places.places.front().authority.name.c_str(), largest_s, largest_mb, ratio,
              limit_memory, verdict(ratio <= limit_memory));
  return true;
}

bool county(const scenario::Library& library) {
  const auto island = scenario::load_scenario("no-change", library);
  const auto area = scenario::load_area("county", library);
  if (!island.design || !area.design) return false;
  world::Design large = *island.design;
  large.area = area.design->area;
  large.demand_intensity = area.design->demand_intensity;
  large.history.clear();
  std::vector<double> per_child;
  std::vector<double> per_event;
  double seconds = 0.0;
  for (int i = -1; i < pairs; ++i) {  // the first warms up
    const kernel::WorldKey key{1, static_cast<std::uint64_t>(i + 1)};
    Cost one;
    Cost other;
    constexpr int islands = 8;
    for (int n = 0; n < islands; ++n) one.play(*island.design, {key.seed, key.replication * islands + n});
    other.play(large, key);
    if (i < 0) continue;
    const auto events = [](const Cost& cost) {
      return cost.events[run_in] + cost.events[window] + cost.events[run_on];
    };
    per_child.push_back(other.seconds() / large.area.children /
                        (one.seconds() / islands / island.design->area.children));
    per_event.push_back(other.seconds() / events(other) / (one.seconds() / events(one)));
    seconds += other.seconds() / pairs;
  }
  std::sort(per_child.begin(), per_child.end());
  std::sort(per_event.begin(), per_event.end());
  std::printf(
      "county of %.0f children: %.2f s a replication; a child costs %.2f of the Island's (%.2f to %.2f), an "
      "event %.2f, medians of %d pairs\n",
      large.area.children, seconds, per_child[pairs / 2], per_child.front(), per_child.back(),
      per_event[pairs / 2], pairs);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  experiment::keep_memory();
  const auto library = scenario::Library::at(SHIPPED_SCENARIOS);
  const bool county_alone = argc > 1 && std::strcmp(argv[1], "--county") == 0;
  if ((!county_alone && !england(library)) || !county(library)) {
    std::fprintf(stderr, "england_bench: the shipped scenarios do not load\n");
    return 1;
  }
  return 0;
}
