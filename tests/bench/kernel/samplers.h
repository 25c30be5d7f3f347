#pragma once

// The two ways of drawing that the benchmark compares; every loop is written once over either.

#include <boost/random/exponential_distribution.hpp>
#include <cstdint>
#include <random>

#include "kernel/distributions.h"
#include "kernel/keyed_random.h"

namespace lscb::bench {

enum Purpose : std::uint64_t { kGap = 1, kService = 2 };

// Each draw from a key of its own.
class KeyedSampler {
 public:
  explicit KeyedSampler(std::uint64_t seed) : world_{seed, 0} {}

  double exponential(Purpose purpose, std::uint64_t index, double mean) {
    kernel::Draws draws(world_, kernel::Cause::root().child(purpose, index));
    return kernel::exponential(draws, mean);
  }

 private:
  kernel::WorldKey world_;
};

// All draws from one sequence of std::mt19937, under the same distribution.
class SequentialSampler {
 public:
  explicit SequentialSampler(std::uint64_t seed) : generator_(static_cast<std::mt19937::result_type>(seed)) {}

  double exponential(Purpose, std::uint64_t, double mean) {
    return boost::random::exponential_distribution<double>(1.0)(generator_) * mean;
  }

 private:
  std::mt19937 generator_;
};

// Work and result of one run: M/M/c with `servers`, or M/M/inf where servers is 0 and `open` cases are there
// at the start. The run ends after that many departures.
struct Workload {
  const char* name;
  std::int64_t servers;
  double load;  // rho, or the mean number open
  std::int64_t open;
  std::int64_t departures;

  [[nodiscard]] double mean_service() const { return 1e9; }
  [[nodiscard]] double mean_gap() const {
    return servers > 0 ? mean_service() / (load * static_cast<double>(servers)) : mean_service() / load;
  }
};

struct Outcome {
  std::int64_t events = 0;
  double mean_sojourn = 0.0;
  std::size_t peak_bytes = 0;
};

}  // namespace lscb::bench
