// Standing arrangements: shares and times that a change may replace for a while.
#pragma once

#include "trace/kinds.h"

namespace lscb::world {

/// In force now; begins at the parameters and is worked out again whenever a change begins or ends
/// (World::refresh_arrangements).
struct Arrangements {
  double agency_challenge = 0.0;  ///< share of an agency's contacts turned away that it challenges
  double lead_challenge = 0.0;    ///< share of CAFs with complex need whose lead professional challenges
  double audit = 0.0;             ///< share of closed and CAF decisions read again each month
  double file_requested = 0.0;    ///< share of referrals of a family with a file elsewhere
  double file_arrives = 0.0;      ///< share of those asked for that ever come
  double file_days = 0.0;         ///< mean time until one comes

  [[nodiscard]] double of(trace::Arranged which) const {
    switch (which) {
      case trace::Arranged::agency_challenge:
        return agency_challenge;
      case trace::Arranged::lead_challenge:
        return lead_challenge;
      case trace::Arranged::audit:
        return audit;
      case trace::Arranged::file_requested:
        return file_requested;
      case trace::Arranged::file_arrives:
        return file_arrives;
      case trace::Arranged::file_days:
        break;
    }
    return file_days;
  }
};

}  // namespace lscb::world
