#include "world/teams.h"

namespace lscb::world {

Teams teams_of(const spec::Area& area) {
  Teams teams;
  for (std::size_t i = 0; i < area.teams.size(); ++i) {
    const TeamId team{static_cast<TeamId::Value>(i)};
    (area.teams[i].kind == spec::TeamKind::duty ? teams.duty : teams.long_term).push_back(team);
  }
  return teams;
}

}  // namespace lscb::world
