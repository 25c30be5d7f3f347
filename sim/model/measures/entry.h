// A figure and how it comes about, side by side: the catalogue and the figures are two readings of one list,
// so that neither can run ahead of the other.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "measures/catalogue.h"
#include "measures/organisation.h"
#include "measures/totals.h"

namespace lscb::measures {

/// What a figure is made of.
struct Ground {
  const Totals& children;
  const OrganisationTally& organisation;
  Interval counted;

  [[nodiscard]] double a_year(double count) const { return count / in_years(counted.length()); }
  [[nodiscard]] double a_year(std::int64_t count) const { return a_year(static_cast<double>(count)); }
  /// The level's mean over the window.
  [[nodiscard]] double on_average(LevelMinutes integral) const {
    return static_cast<double>(integral) / static_cast<double>(counted.length().count());
  }
};

/// `part / whole`; empty where there is no whole.
[[nodiscard]] inline std::optional<double> ratio(double part, double whole) {
  if (whole == 0.0) return std::nullopt;
  return part / whole;
}
[[nodiscard]] inline std::optional<double> ratio(std::int64_t part, std::int64_t whole) {
  return ratio(static_cast<double>(part), static_cast<double>(whole));
}

struct Entry {
  Measure measure;
  std::function<std::optional<double>(const Ground&)> figure;
};

/// What became of the children: `add_` appends in catalogue order.
void add_child_entries(std::vector<Entry>& entries);
/// What the organisation did and cost.
void add_organisation_entries(std::vector<Entry>& entries);
/// Who did what decisions rest on.
void add_by_whom_entries(std::vector<Entry>& entries);

/// All, in catalogue order. Thread rule: immutable.
[[nodiscard]] const std::vector<Entry>& entries();

}  // namespace lscb::measures
