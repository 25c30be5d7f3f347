// Management time at children's centres.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"

namespace lscb::change {

/// Manager posts created (positive) or deleted (negative) at a centre, from `Change::date` until `until`.
/// They supervise family support workers. Where no change ever states a centre's management, supervision
/// there is taken as given and costs no hours.
struct CentreManagement {
  std::optional<std::string> centre;  ///< the centre's id; none: each centre
  int posts = 0;                      ///< a centre, -5..5, not 0
  std::optional<Instant> until;
  friend bool operator==(const CentreManagement&, const CentreManagement&) = default;
};

}  // namespace lscb::change
