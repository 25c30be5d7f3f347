// Less money than was budgeted.
#pragma once

#include <optional>

#include "base/time.h"
#include "spec/budget.h"

namespace lscb::change {

/// From `Change::date`, until `until` if given, the heading's budget as a whole is held to (1 - cut) of what
/// it was the day before, in whatever cost centres it then lies. It deletes nothing by itself: what follows
/// comes of the rules against overspending, or of posts and centre cuts decided beside it.
struct BudgetCut {
  std::optional<spec::Heading> heading;  ///< none: every heading
  double cut = 0.0;                      ///< share, 0..1
  std::optional<Instant> until;
  friend bool operator==(const BudgetCut&, const BudgetCut&) = default;
};

}  // namespace lscb::change
