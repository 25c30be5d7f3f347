// The headline within the area, by the catchments of its children's centres. An area's centres are its own,
// so that these figures stand behind the catalogue of what every area has.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "measures/catalogue.h"
#include "measures/totals.h"
#include "spec/area.h"

namespace lscb::measures {

/// Figures of one catchment: the headline, its two parts, and the headline a 10,000 children who live there.
inline constexpr std::size_t catchment_figure_count = 4;

/// Of one catchment, in the order of its figures: `missed_assessments@catchment=<id>` and so on. Over an
/// area's centres each of the first three adds up to the figure whose split it is.
[[nodiscard]] std::vector<Measure> catchment_measures(const spec::Centre& centre);

/// `catchment_figure_count` figures a catchment, in order of the catchments.
[[nodiscard]] Figures catchment_figures(const Totals& totals, Interval counted);

/// Children a year of every 10,000 who lived there; empty where nobody did.
[[nodiscard]] std::optional<double> per_10000(std::int64_t children, std::int64_t child_minutes,
                                              Interval counted);

}  // namespace lscb::measures
