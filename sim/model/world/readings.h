// What families came to read of others on their way, by what it was and when: the recorded load of the rest,
// as one family meets it.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace lscb::world {

/// What is read of the organisation and of other families' doings. Each is a number; yes and no are 1 and 0.
enum class Reading : std::uint8_t {
  repute,          ///< by referrer
  yardstick,       ///< by duty team's number
  centre_open,     ///< by catchment: share of the week
  thought_over,    ///< by post: `by_supervision`, `not_supervised`, or in a unit its meeting's quality 0..1
  carried,         ///< by post to which a case comes: share of a handover's loss that is spared
  unit_to_give,    ///< the team that is the least loaded unit; `no_unit`
  coordinators,    ///< whether a unit's coordinators take work on
  post_at_work,    ///< by post
  people_at_work,  ///< by team and role
  waiting_each,    ///< by team and role: minutes of work for each at work; `waits_for_nobody`
  posts,           ///< by team and role
  team_of_post,    ///< by post; of nobody's reading, told whenever it changes
  chaired,         ///< by team
  removal_waits    ///< minutes that an order, once prepared, waits for room; `no_room` by the run's end
};
inline constexpr double by_supervision = 2.0;
inline constexpr double not_supervised = -1.0;
inline constexpr double no_unit = -1.0;
inline constexpr double waits_for_nobody = 1e12;  ///< more than any queue
inline constexpr double no_room = -1.0;

class Readings {
 public:
  struct Entry {
    Instant at;
    HouseholdId household;  ///< who read it; none for what is told of all
    double value = 0.0;
  };
  using Series = std::vector<Entry>;

  void put(Reading what, std::uint32_t which, const Entry& entry) {
    series_[key(what, which)].push_back(entry);
  }
  /// Puts each in order of time. Call once, last.
  void close();
  /// Null where nobody ever read it. O(log n).
  [[nodiscard]] const Series* find(Reading what, std::uint32_t which) const {
    const auto found = series_.find(key(what, which));
    return found == series_.end() ? nullptr : &found->second;
  }

 private:
  [[nodiscard]] static std::uint64_t key(Reading what, std::uint32_t which) {
    return static_cast<std::uint64_t>(what) << 32 | which;
  }
  std::map<std::uint64_t, Series> series_;
};

}  // namespace lscb::world
