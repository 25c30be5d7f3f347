// The books of one financial year: what was budgeted and spent, and which measures against an overspend held.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "measures/catalogue.h"
#include "measures/organisation.h"

namespace lscb::measures {

struct FinancialYear {
  int begins = 0;  ///< 2010: 1 April 2010 to 31 March 2011
  std::array<Pence, spend_count> budget{};
  std::array<Pence, spend_count> spend{};
  std::array<Minutes, restraint_count> restrained{};            ///< how long, by Restraint
  std::array<std::optional<Instant>, restraint_count> begun{};  ///< when first in the year
  std::int64_t early_help_posts_cut = 0;
  friend bool operator==(const FinancialYear&, const FinancialYear&) = default;
};

/// "2010-11".
[[nodiscard]] std::string financial_year_name(int begins);

/// The figures of a financial year, in a fixed order; ids as in the catalogue, but of one year. Thread rule:
/// immutable.
[[nodiscard]] const std::vector<Measure>& year_catalogue();
/// One year's, by index of the year catalogue.
[[nodiscard]] Figures year_figures(const FinancialYear& year);

}  // namespace lscb::measures
