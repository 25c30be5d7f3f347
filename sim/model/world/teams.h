// The teams of social care: those on duty, to which referrals come, and those for the long term, which hold
// plans.
#pragma once

#include <algorithm>
#include <vector>

#include "base/ids.h"
#include "spec/area.h"

namespace lscb::world {

/// In the order of the area. An area has at least one of each kind.
struct Teams {
  std::vector<TeamId> duty;
  std::vector<TeamId> long_term;

  [[nodiscard]] bool is_long_term(TeamId team) const {
    return std::find(long_term.begin(), long_term.end(), team) != long_term.end();
  }
};

[[nodiscard]] Teams teams_of(const spec::Area& area);

}  // namespace lscb::world
