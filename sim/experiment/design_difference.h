// In what two designs differ, by value: who wrote a change, where, and what it is called do not count.
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"
#include "change/change.h"
#include "world/design.h"

namespace lscb::experiment {

/// The same effect on the same date.
[[nodiscard]] bool same_change(const change::Change& a, const change::Change& b);

/// The first day on which anything of it happens: the announcement of a restructure, else its date.
[[nodiscard]] Instant begins(const change::Change& change);

/// Changes of `a` that `b` has not, one for one, in a's order.
[[nodiscard]] std::vector<change::Change> changes_without(const std::vector<change::Change>& a,
                                                          const std::vector<change::Change>& b);

/// The first instant at which the designs differ: long_ago() if their areas or parameters do, else the
/// earliest beginning of a change, shared past included, that one has and the other has not. Empty if nothing
/// differs.
[[nodiscard]] std::optional<Instant> first_difference(const world::Design& a, const world::Design& b);

}  // namespace lscb::experiment
