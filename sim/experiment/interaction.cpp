#include "experiment/interaction.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "experiment/design_difference.h"
#include "world/replicate.h"
#include "world/timetable.h"

namespace lscb::experiment {
namespace {

/// Numbers of distinct changes, sorted; a change made twice stands twice.
using ChangeSet = std::vector<std::size_t>;

/// What each alternative adds to the base; empty for one that removes a change, or lives in another world.
std::vector<ChangeSet> additions(const world::Design& base, const std::vector<world::Design>& alternatives) {
  std::vector<change::Change> known;
  std::vector<ChangeSet> sets;
  for (const auto& alternative : alternatives) {
    ChangeSet& set = sets.emplace_back();
    if (!world::same_world(base, alternative) ||
        !changes_without(base.changes, alternative.changes).empty() ||
        !changes_without(base.history, alternative.history).empty() ||
        !changes_without(alternative.history, base.history).empty()) {
      continue;
    }
    for (const auto& change : changes_without(alternative.changes, base.changes)) {
      const auto place = std::find_if(known.begin(), known.end(), [&change](const change::Change& other) {
        return same_change(change, other);
      });
      set.push_back(static_cast<std::size_t>(place - known.begin()));
      if (place == known.end()) known.push_back(change);
    }
    std::sort(set.begin(), set.end());
  }
  return sets;
}

bool disjoint(const ChangeSet& a, const ChangeSet& b) {
  ChangeSet shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.empty();
}

ChangeSet joined(const ChangeSet& a, const ChangeSet& b) {
  ChangeSet both;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Finds factorial designs; a result is a number of a design, the base being 0.
class Search {
 public:
  Search(const world::Design& base, const std::vector<world::Design>& alternatives)
      : alternatives_(alternatives), sets_(additions(base, alternatives)) {}

  [[nodiscard]] std::vector<ContrastForm> three_parts() const {
    const std::size_t count = sets_.size();
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        if (!part(a) || !part(b) || !disjoint(sets_[a], sets_[b])) continue;
        for (std::size_t c = b + 1; c < count; ++c) {
          if (!part(c) || !disjoint(sets_[a], sets_[c]) || !disjoint(sets_[b], sets_[c])) continue;
          const auto ab = holder(joined(sets_[a], sets_[b]));
          const auto ac = holder(joined(sets_[a], sets_[c]));
          const auto bc = holder(joined(sets_[b], sets_[c]));
          const auto abc = holder(joined(joined(sets_[a], sets_[b]), sets_[c]));
          if (ab && ac && bc && abc) return forms(a + 1, b + 1, c + 1, *ab, *ac, *bc, *abc);
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::vector<ContrastForm> two_parts() const {
    for (std::size_t a = 0; a < sets_.size(); ++a) {
      for (std::size_t b = a + 1; b < sets_.size(); ++b) {
        if (!part(a) || !part(b) || !disjoint(sets_[a], sets_[b])) continue;
        const auto ab = holder(joined(sets_[a], sets_[b]));
        if (ab) return {pair(ContrastKind::excess_over_parts, a + 1, b + 1, *ab)};
      }
    }
    return {};
  }

 private:
  [[nodiscard]] bool part(std::size_t alternative) const { return !sets_[alternative].empty(); }

  [[nodiscard]] std::optional<std::size_t> holder(const ChangeSet& set) const {
    const auto place = std::find(sets_.begin(), sets_.end(), set);
    if (place == sets_.end()) return std::nullopt;
    return static_cast<std::size_t>(place - sets_.begin()) + 1;
  }

  [[nodiscard]] std::string name(std::size_t design) const { return alternatives_[design - 1].scenario; }

  [[nodiscard]] ContrastForm pair(ContrastKind kind, std::size_t a, std::size_t b, std::size_t ab) const {
    return {kind, {name(a), name(b)}, name(ab), {{ab, 1}, {a, -1}, {b, -1}, {0, 1}}};
  }

  [[nodiscard]] std::vector<ContrastForm> forms(std::size_t a, std::size_t b, std::size_t c, std::size_t ab,
                                                std::size_t ac, std::size_t bc, std::size_t abc) const {
    const std::vector<std::string> parts{name(a), name(b), name(c)};
    return {
        // abc - base - ((a - base) + (b - base) + (c - base))
        {ContrastKind::excess_over_parts, parts, name(abc), {{abc, 1}, {a, -1}, {b, -1}, {c, -1}, {0, 2}}},
        pair(ContrastKind::pair, a, b, ab),
        pair(ContrastKind::pair, a, c, ac),
        pair(ContrastKind::pair, b, c, bc),
        {ContrastKind::three_way,
         parts,
         name(abc),
         {{abc, 1}, {ab, -1}, {ac, -1}, {bc, -1}, {a, 1}, {b, 1}, {c, 1}, {0, -1}}},
    };
  }

  const std::vector<world::Design>& alternatives_;
  const std::vector<ChangeSet> sets_;
};

}  // namespace

std::vector<ContrastForm> factorial_contrasts(const world::Design& base,
                                              const std::vector<world::Design>& alternatives) {
  const Search search{base, alternatives};
  auto found = search.three_parts();
  return found.empty() ? search.two_parts() : found;
}

}  // namespace lscb::experiment
