// Each child's history, once a world has been played to its end.
#pragma once

#include <cstdint>
#include <vector>

#include "measures/history.h"
#include "world/missed_child.h"
#include "world/world.h"

namespace lscb::world {

/// Of a world played to its end, by household and position.
[[nodiscard]] std::vector<MissedChild> missed_of(World& world, const Design& design, Interval counted);

template <class Use>
void World::each_history(Use&& use) {
  measures::ChildHistory history;
  const auto& children = truth_.population().children();
  for (std::uint32_t i = 0; i < children.size(); ++i) {
    const ChildId child{i};
    history.child = child;
    history.household = children[i].household;
    history.conceived = children[i].conceived();
    history.born = children[i].born;
    history.leaves = truth_.leaves(child);
    const life::Household& household = truth_.population().household(history.household);
    history.arrives = household.moved_in;
    history.catchment = household.catchment;
    log_.gather(history);
    use(history, household, children[i].cause);
  }
}

}  // namespace lscb::world
