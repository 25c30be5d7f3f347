// How often each branch of the pathway is taken, so that a branch nobody ever takes cannot hide
// (lscb run --coverage).
#pragma once

#include <array>
#include <cstdint>

#include "trace/branch.h"

namespace lscb::world {

using trace::Branch;

class Coverage {
 public:
  void take(Branch branch, int times = 1) {
    counts_[static_cast<std::size_t>(branch)] += static_cast<std::uint64_t>(times);
  }
  [[nodiscard]] std::uint64_t taken(Branch branch) const { return counts_[static_cast<std::size_t>(branch)]; }

 private:
  std::array<std::uint64_t, trace::branch_count> counts_{};
};

}  // namespace lscb::world
