// Filling of vacancies, leaving, and the first year of work.
#pragma once

#include <optional>

namespace lscb::change {

/// How fast vacancies are filled, how many leave, and what is asked of the newly qualified, from
/// `Change::date`.
struct Recruitment {
  std::optional<double> months_to_fill = {};            ///< mean, 0.5..120
  std::optional<double> leaving_per_year = {};          ///< share of permanent staff, 0..1
  std::optional<double> newly_qualified_caseload = {};  ///< share of the caseload cap in the first year, 0..1
  std::optional<double> newly_qualified_time = {};      ///< share of hours kept for development, 0..0.5
  friend bool operator==(const Recruitment&, const Recruitment&) = default;
};

}  // namespace lscb::change
