#pragma once

// One line before equal servers: first come, first served; room and patience may be limited. The model behind
// the proofs of M/M/1, M/M/c, M/M/c/K, M/G/1 and Erlang-A.

#include <cstdint>
#include <deque>
#include <limits>
#include <vector>

#include "kernel/calendar.h"
#include "kernel/keyed_random.h"
#include "kernel/tally.h"
#include "occupancy.h"

namespace lscb::proof {

struct StationSpec {
  std::int64_t servers = 1;
  double arrival_rate = 0.5;                                     // per unit; the mean service is one unit
  double service_cv = 1.0;                                       // of a gamma; 0: always one unit
  std::int64_t room = std::numeric_limits<std::int64_t>::max();  // present at once, in service or waiting
  double mean_patience = 0.0;                                    // units, exponential; 0: endless
  double tail = 1.0;                                             // a wait, in units, to be longer than
  kernel::Window window;                                         // what is measured; the run ends with it
};

struct StationRun {
  kernel::Tally wait;        // ticks before service, of services begun in the window
  std::int64_t delayed = 0;  // of those waits, above zero
  std::int64_t longer = 0;   // of those waits, above the tail
  std::int64_t arrivals = 0;
  std::int64_t refused = 0;
  std::int64_t abandoned = 0;
  double mean_number = 0.0;
  double mean_waiting = 0.0;
  bool balances = false;  // both integrals against the sojourns
};

class Station {
 public:
  Station(const StationSpec& spec, kernel::WorldKey world);
  [[nodiscard]] StationRun run();

 private:
  enum Kind : std::uint32_t { kArrival = 1, kDeparture, kGiveUp };
  struct Event {
    Kind kind;
    std::uint32_t who;
  };
  struct Customer {
    kernel::Tick arrived = 0;
    kernel::Handle gives_up;
    bool gone = false;
  };

  [[nodiscard]] bool counts(kernel::Tick now) const {
    return now >= spec_.window.from && now < spec_.window.to;
  }
  [[nodiscard]] std::uint32_t newcomer(kernel::Tick now);
  void schedule_arrival();
  void arrive(kernel::Tick now);
  void begin(std::uint32_t who, kernel::Tick now);
  void depart(std::uint32_t who, kernel::Tick now);
  void give_up(std::uint32_t who, kernel::Tick now);
  void finish();

  StationSpec spec_;
  kernel::WorldKey world_;
  kernel::Calendar<Event> calendar_;
  std::vector<Customer> customers_;
  std::vector<std::uint32_t> spare_;
  std::deque<std::uint32_t> line_;
  std::vector<std::uint32_t> in_service_;
  std::int64_t busy_ = 0;
  std::uint64_t arrived_ = 0;
  std::uint64_t begun_ = 0;
  Occupancy present_;
  Occupancy waiting_;
  StationRun result_;
};

}  // namespace lscb::proof
