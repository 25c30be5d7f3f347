#include "experiment/design_difference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <variant>

#include "world/replicate.h"
#include "world/timetable.h"

namespace lscb::experiment {
bool same_change(const change::Change& a, const change::Change& b) {
  return a.date == b.date && a.effect == b.effect;
}

Instant begins(const change::Change& change) {
  const auto* restructure = std::get_if<change::Restructure>(&change.effect);
  return restructure ? std::min(restructure->announced, change.date) : change.date;
}

std::vector<change::Change> changes_without(const std::vector<change::Change>& a,
                                            const std::vector<change::Change>& b) {
  std::vector<bool> taken(b.size(), false);
  std::vector<change::Change> left;
  for (const auto& change : a) {
    bool found = false;
    for (std::size_t i = 0; i < b.size() && !found; ++i) {
      if (!taken[i] && same_change(change, b[i])) found = taken[i] = true;
    }
    if (!found) left.push_back(change);
  }
  return left;
}

std::optional<Instant> first_difference(const world::Design& a, const world::Design& b) {
  if (!world::same_world(a, b)) return Instant::long_ago();
  std::optional<Instant> first;
  const auto look = [&first](const std::vector<change::Change>& one,
                             const std::vector<change::Change>& other) {
    for (const auto& change : changes_without(one, other)) {
      if (!first || begins(change) < *first) first = begins(change);
    }
  };
  look(a.changes, b.changes);
  look(b.changes, a.changes);
  look(a.history, b.history);
  look(b.history, a.history);
  return first;
}

}  // namespace lscb::experiment
