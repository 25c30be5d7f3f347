#pragma once

// The yardstick: the queue as one would write it without a kernel, a binary heap of small events with a
// double for a clock. No handles, no cancelling, no order among equal times, plain sums.

#include <cstdint>
#include <deque>
#include <queue>
#include <vector>

#include "samplers.h"

namespace lscb::bench {

struct HandEvent {
  double at;
  double arrived;
  bool departs;

  friend bool operator>(const HandEvent& a, const HandEvent& b) { return a.at > b.at; }
};

template <class Sampler>
Outcome run_hand_written(const Workload& work, Sampler sampler) {
  std::vector<HandEvent> storage;
  storage.reserve(static_cast<std::size_t>(work.open + work.servers) * 2 + 16);
  std::priority_queue<HandEvent, std::vector<HandEvent>, std::greater<HandEvent>> heap(
      std::greater<HandEvent>(), std::move(storage));
  std::deque<double> line;
  std::int64_t busy = 0;
  std::uint64_t gaps = 0;
  std::uint64_t services = 0;
  std::int64_t departed = 0;
  double sum = 0.0;
  Outcome outcome;

  const double gap = work.mean_gap();
  const double service = work.mean_service();
  for (std::int64_t i = 0; i < work.open; ++i) {
    heap.push({sampler.exponential(kService, services++, service), 0.0, true});
  }
  heap.push({sampler.exponential(kGap, gaps++, gap), 0.0, false});
  while (departed < work.departures) {
    const HandEvent event = heap.top();
    heap.pop();
    ++outcome.events;
    if (event.departs) {
      sum += event.at - event.arrived;
      ++departed;
      if (!line.empty()) {
        heap.push({event.at + sampler.exponential(kService, services++, service), line.front(), true});
        line.pop_front();
      } else {
        --busy;
      }
    } else {
      heap.push({event.at + sampler.exponential(kGap, gaps++, gap), 0.0, false});
      if (work.servers == 0 || busy < work.servers) {
        ++busy;
        heap.push({event.at + sampler.exponential(kService, services++, service), event.at, true});
      } else {
        line.push_back(event.at);
      }
    }
  }
  outcome.mean_sojourn = sum / static_cast<double>(departed);
  return outcome;
}

}  // namespace lscb::bench
