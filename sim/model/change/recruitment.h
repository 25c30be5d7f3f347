// Filling of vacancies, and leaving.
#pragma once

#include <optional>

namespace lscb::change {

/// How fast vacancies are filled and how many leave, from `Change::date`.
struct Recruitment {
  std::optional<double> months_to_fill;    ///< mean, 0.5..120
  std::optional<double> leaving_per_year;  ///< share of permanent staff, 0..1
  friend bool operator==(const Recruitment&, const Recruitment&) = default;
};

}  // namespace lscb::change
