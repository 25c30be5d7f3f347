// Which of a replication's missed children are looked at one by one.
#pragma once

#include <cstddef>
#include <vector>

#include "kernel/keyed_random.h"
#include "world/recording.h"

namespace lscb::experiment {

/// A random sample without replacement of `size` of the missed children, or all of them if there are no more:
/// those with the least of a number that each draws by its own cause. So who is in it depends on the key and
/// the size alone, a larger sample holds the smaller, and a child who is missed under two designs tends to be
/// in both samples. In the order given.
[[nodiscard]] std::vector<world::MissedChild> missed_sample(const std::vector<world::MissedChild>& missed,
                                                            kernel::WorldKey key, std::size_t size);

}  // namespace lscb::experiment
