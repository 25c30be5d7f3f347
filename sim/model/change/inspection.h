// An inspection, and what it takes of workers' time.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace lscb::change {

enum class Judgement : std::uint8_t { inadequate, requires_improvement, good, outstanding };

/// An inspection begins on `Change::date` and its judgement is published on `published`. It acts only through
/// the hours of every social care worker. Leaving, recruitment, money, publicity or another authority that
/// takes over follow from nothing here: they are changes of their own beside it.
struct Inspection {
  Judgement judgement = Judgement::requires_improvement;
  Instant published;               ///< not before the date
  double preparation_hours = 0.0;  ///< a worker, in the two weeks from the date, 0..200
  double action_plan_hours = 0.0;  ///< a worker, in the three months after it is published, 0..200
  double audit_hours = 0.0;        ///< of case files, a worker, likewise, 0..200
  friend bool operator==(const Inspection&, const Inspection&) = default;
};

}  // namespace lscb::change
