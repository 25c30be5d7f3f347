// Standing arrangements: shares and times that a change may replace for a while.
#pragma once

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
};

}  // namespace lscb::world
