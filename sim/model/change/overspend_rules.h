// What a council does when it is told that the year's budget will not last.
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.h"

namespace lscb::change {

enum class VacancyFreeze : std::uint8_t { none, all_but_social_workers, all_posts };

/// In force from `Change::date` until `until`, or until later rules take their place. Each month's finance
/// report is held against the budget; the measures begin where the forecast is over by more than the
/// tolerance, and end where it is within the budget again, or with the financial year.
struct OverspendRules {
  double tolerance = 0.0;                              ///< share of the budget, 0..0.5
  VacancyFreeze vacancy_freeze = VacancyFreeze::none;  ///< no permanent appointment meanwhile
  bool agency_stop = false;                            ///< no new agency engagement meanwhile
  double early_help_cut =
      0.0;  ///< share of the centres' posts and running costs that goes, each month, for good
  std::optional<Instant> until;
  friend bool operator==(const OverspendRules&, const OverspendRules&) = default;
};

}  // namespace lscb::change
