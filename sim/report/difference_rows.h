// A measure, and its difference, as lines of text.
#pragma once

#include <string>

#include "experiment/compare.h"
#include "measures/catalogue.h"
#include "report/first_page.h"
#include "report/phrases.h"

namespace lscb::report {

/// One line: the label and the figure; of what was spent beyond the budget, how it stands against that.
void put_level(std::string& out, std::size_t indent, const measures::Measure& measure,
               const experiment::Estimate& figure);

/// The verdict; nothing where there is no doubt and no delta: "the same in every run" says it all.
[[nodiscard]] std::string told(const Judged& judged, std::string_view unit);

/// Two lines: the label with correlation and ratio, the difference with its verdict; a third where it is not
/// defined in every one of the `replications`.
void put_full(std::string& out, std::size_t indent, const measures::Measure& measure,
              const experiment::Difference& difference, int replications);

/// One line: the label, and the difference with its interval.
void put_brief(std::string& out, std::size_t indent, const measures::Measure& measure,
               const experiment::Difference& difference);

/// Largest differences first, by the size of their mean; what is not defined last.
[[nodiscard]] Indices largest_first(Indices which, const std::vector<experiment::Difference>& differences);

/// Without those that are not defined or the same in every run.
[[nodiscard]] Indices moved(Indices which, const std::vector<experiment::Difference>& differences);

}  // namespace lscb::report
