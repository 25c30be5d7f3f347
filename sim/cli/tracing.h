// The courses of families, written as they come.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "world/design.h"

namespace lscb::cli {

/// Replications from `first` to `last`, counted from 1.
struct ReplicationRange {
  int first = 1;
  int last = 1;
};

/// Said before a trace of every family that grows large: how large, and what makes it smaller. Empty of a few
/// replications, and of families that were named.
[[nodiscard]] std::string size_of_trace(double children, int replications,
                                        const std::vector<std::uint32_t>& families);

/// Plays each replication again, watched, and writes the steps of the families (none named: all) to a file,
/// which is put in its place when it is whole. exit_ok; exit_bad_input after telling what was wrong; or
/// exit_interrupted after saying so, where the Interrupt was asked to stop. REQUIRES: an Interrupt.
[[nodiscard]] int write_trace(const world::Design& design, std::uint64_t seed, ReplicationRange replications,
                              const std::vector<std::uint32_t>& families, const std::string& path);

}  // namespace lscb::cli
