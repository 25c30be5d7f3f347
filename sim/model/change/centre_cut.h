// A children's-centre cut.
#pragma once

#include <optional>
#include <string>

namespace lscb::change {

/// Less money for children's centres: posts go in proportion, and days close.
struct CentreCut {
  std::optional<std::string> centre;  ///< the centre's id; none: every centre
  double budget_cut = 0.0;            ///< share of the centre's net spend, 0..1
  int days_closed = 0;                ///< a week, 0..5
  friend bool operator==(const CentreCut&, const CentreCut&) = default;
};

}  // namespace lscb::change
