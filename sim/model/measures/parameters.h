#pragma once

#include "spec/parameter.h"

namespace lscb::measures {

/// When what is counted comes to be known. Values and sources: scenarios/parameters/measures.toml.
struct Parameters {
  double quarterly_lag_weeks = spec::unset;  ///< from a quarter's end to the board's sight of its figures

  /// Calls v(id, unit, value&) for each parameter, in a fixed order.
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("measures.quarterly_lag_weeks", "weeks", self.quarterly_lag_weeks);
  }
};

}  // namespace lscb::measures
