#include "world/histories.h"

#include "measures/classification.h"
#include "measures/totals.h"

namespace lscb::world {

std::vector<MissedChild> missed_of(World& world, const Design& design, Interval counted) {
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::vector<MissedChild> missed;
  world.each_history([&](const measures::ChildHistory& child, const life::Household& family,
                         kernel::Cause cause) {
    judge.judge(child);
    const auto missed_as = measures::missed_in(judge, counted);
    if (!missed_as) return;
    const auto position = static_cast<std::uint8_t>(child.child.value() - family.first_child.value());
    missed.push_back({child.household, position, cause, *missed_as == measures::State::missed_though_told});
  });
  return missed;
}

}  // namespace lscb::world
