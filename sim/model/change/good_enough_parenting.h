// Training in what is good enough parenting, and what it does to a child.
#pragma once

#include <optional>

#include "base/time.h"

namespace lscb::change {

/// At `Change::date`, and again every so many months until `until`: each worker of the duty teams, whose
/// yardstick follows what they see, is trained for these hours.
struct GoodEnoughParenting {
  double training_hours = 0.0;      ///< a worker each time, 0..100
  std::optional<int> every_months;  ///< 1..60; without it, once
  std::optional<Instant> until;
  friend bool operator==(const GoodEnoughParenting&, const GoodEnoughParenting&) = default;
};

}  // namespace lscb::change
