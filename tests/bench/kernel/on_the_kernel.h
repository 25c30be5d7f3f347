#pragma once

// The same queue on the kernel: its calendar, its integer clock, its tally.

#include <cstdint>
#include <deque>

#include "kernel/calendar.h"
#include "kernel/tally.h"
#include "samplers.h"

namespace lscb::bench {

struct CaseEvent {
  kernel::Tick arrived;
  bool departs;
};

template <class Sampler>
Outcome run_on_the_kernel(const Workload& work, Sampler sampler) {
  using kernel::Tick;
  kernel::Calendar<CaseEvent> calendar;
  calendar.reserve(static_cast<std::size_t>(work.open + work.servers) + 16);
  std::deque<Tick> line;
  std::int64_t busy = 0;
  std::uint64_t gaps = 0;
  std::uint64_t services = 0;
  kernel::Tally sojourn;
  Outcome outcome;

  const auto draw_gap = [&] {
    return static_cast<Tick>(sampler.exponential(kGap, gaps++, work.mean_gap()) + 0.5);
  };
  const auto draw_service = [&] {
    return static_cast<Tick>(sampler.exponential(kService, services++, work.mean_service()) + 0.5);
  };
  for (std::int64_t i = 0; i < work.open; ++i) calendar.schedule(draw_service(), {0, true});
  calendar.schedule(draw_gap(), {0, false});
  kernel::Fired<CaseEvent> fired;
  while (sojourn.count() < work.departures && calendar.next(fired)) {
    ++outcome.events;
    if (fired.event.departs) {
      sojourn.add(static_cast<double>(fired.at - fired.event.arrived));
      if (!line.empty()) {
        calendar.schedule(fired.at + draw_service(), {line.front(), true});
        line.pop_front();
      } else {
        --busy;
      }
    } else {
      calendar.schedule(fired.at + draw_gap(), {0, false});
      if (work.servers == 0 || busy < work.servers) {
        ++busy;
        calendar.schedule(fired.at + draw_service(), {fired.at, true});
      } else {
        line.push_back(fired.at);
      }
    }
  }
  outcome.mean_sojourn = sojourn.mean();
  outcome.peak_bytes = calendar.memory();
  return outcome;
}

}  // namespace lscb::bench
