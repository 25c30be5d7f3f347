#include "experiment/restorings.h"

namespace lscb::experiment {
namespace {

// Partner ties and what weighs the parents' account stand in a design alone.
void ease(world::Eased& eased, Group group) {
  switch (group) {
    case Group::policy:
      eased.policy = true;
      break;
    case Group::load:
      eased.load = true;
      break;
    case Group::turnover:
      eased.turnover = true;
      break;
    case Group::early_help:
      eased.early_help = true;
      break;
    case Group::experience:
      eased.experience = true;
      break;
    case Group::partners:
    case Group::account:
      break;
  }
}

}  // namespace

Restorings::Restorings(const world::Design& design) : designs_{design}, eased_(1) {
  for (const Group group : all_groups) {
    if (at_reference(design, group)) continue;
    players_.push_back(group);
    const std::size_t without = designs_.size();
    designs_.reserve(2 * without);
    for (std::size_t set = 0; set < without; ++set) {
      designs_.push_back(restored(designs_[set], group));
      ease(eased_.emplace_back(eased_[set]), group);
    }
  }
}

}  // namespace lscb::experiment
