// The file that a family's previous authority holds.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// How such files are asked for and come, from `Change::date` until `until`. What is stated replaces what
/// held before.
struct EarlierFiles {
  std::optional<double> requested;  ///< share of referrals of a family with a file elsewhere, 0..1
  std::optional<double> arrives;    ///< share of those asked for that ever come, 0..1
  std::optional<double> days;       ///< mean time until one comes, 1..365
  std::optional<Instant> until;
  friend bool operator==(const EarlierFiles&, const EarlierFiles&) = default;
};

}  // namespace lscb::change
