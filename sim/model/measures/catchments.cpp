#include "measures/catchments.h"

#include "measures/entry.h"

namespace lscb::measures {

std::vector<Measure> catchment_measures(const spec::Centre& centre) {
  const std::string by = "@catchment=" + centre.id;
  const std::string there = ", catchment of " + centre.title;
  return {
      {"missed_assessments" + by, "got no assessment" + there, "children a year", Better::lower},
      {"missed_though_told_children" + by, "missed though told" + there, "children a year", Better::lower},
      {"never_told_children" + by, "never told" + there, "children a year", Better::lower},
      {"missed_assessments_per_10000_children" + by, "got no assessment, of 10,000" + there,
       "children a year", Better::lower},
  };
}

std::optional<double> per_10000(std::int64_t children, std::int64_t child_minutes, Interval counted) {
  const double child_years = in_years(Minutes{child_minutes});
  const double years = in_years(counted.length());
  // A year's children over those who live there on an average day: the years cancel out.
  const auto each = ratio(static_cast<double>(children) / years, child_years / years);
  if (!each) return std::nullopt;
  return 10'000.0 * *each;
}

Figures catchment_figures(const Totals& totals, Interval counted) {
  const auto a_year = [&](std::int64_t count) {
    return static_cast<double>(count) / in_years(counted.length());
  };
  Figures figures;
  figures.reserve(totals.catchments.size() * catchment_figure_count);
  for (const CatchmentCount& there : totals.catchments) {
    figures.push_back(a_year(there.missed));
    figures.push_back(a_year(there.missed_though_told));
    figures.push_back(a_year(there.never_told));
    figures.push_back(per_10000(there.missed, there.child_minutes, counted));
  }
  return figures;
}

}  // namespace lscb::measures
