// Who a household is, who of it is here, and whose it is.
#include "world/world.h"

namespace lscb::world {

Family& World::family(HouseholdId household) {
  std::uint32_t& place = family_of_[household.value()];
  if (place == nothing) {
    place = static_cast<std::uint32_t>(families_.size());
    families_.emplace_back(household);
  }
  return families_[place];
}

Family* World::met(HouseholdId household) {
  const std::uint32_t place = family_of_[household.value()];
  return place == nothing ? nullptr : &families_[place];
}

ChildId World::child_at(HouseholdId household, int position) const {
  return position < truth_.children(household)
             ? ChildId{truth_.first_child(household).value() + static_cast<ChildId::Value>(position)}
             : ChildId::none();
}

int World::position_of(ChildId child) const {
  return static_cast<int>(child.value() - truth_.first_child(truth_.household(child)).value());
}

Children World::children_here(HouseholdId household) const {
  return truth_.children_here(household);
}

Children World::born(HouseholdId household, Children children) const {
  Children mask = children & children_here(household);
  for (int i = 0; i < most_children; ++i) {
    if ((mask >> i & 1U) != 0 && truth_.born(child_at(household, i)) > now_) {
      mask = static_cast<Children>(mask & ~(1U << i));
    }
  }
  return mask;
}

kernel::Cause World::cause_of(HouseholdId household) const {
  return truth_.cause(household);
}

std::size_t World::duty_number(HouseholdId household) const {
  return cause_of(household).value % teams_.duty.size();
}

TeamId World::duty_team(HouseholdId household) const {
  return teams_.duty[duty_number(household)];
}

TeamId World::long_term_team(HouseholdId household) const {
  return teams_.long_term[cause_of(household).value % teams_.long_term.size()];
}

TeamId World::centre_team(HouseholdId household) const {
  // Behind the teams, as the workforce numbers them.
  return TeamId{static_cast<TeamId::Value>(design_->area.teams.size()) + truth_.catchment(household)};
}

}  // namespace lscb::world
