// Posts created or deleted.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "spec/area.h"

namespace lscb::change {

/// Posts created (positive) or deleted (negative) in a team, from `Change::date`, until `until` if given.
struct Posts {
  std::string team;
  spec::Role role = spec::Role::social_worker;
  int count = 0;  ///< -50..50, not 0
  std::optional<Instant> until;
  friend bool operator==(const Posts&, const Posts&) = default;
};

}  // namespace lscb::change
