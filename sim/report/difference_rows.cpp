#include "report/difference_rows.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/layout.h"

namespace lscb::report {

using experiment::Difference;
using experiment::Verdict;

std::string told(const Judged& judged, std::string_view unit) {
  const bool the_same = judged.difference.low == 0.0 && judged.difference.high == 0.0;
  if (the_same && judged.verdict == Verdict::not_enough_runs) return {};
  return verdict_in_words(judged, unit);
}

void put_level(std::string& out, std::size_t indent, const measures::Measure& measure,
               const experiment::Estimate& figure) {
  if (measure.id == balance_id) {
    put_row(out, indent, "against the budget", balance_in_words(figure, measure.unit));
  } else {
    put_row(out, indent, measure.label, level_in_words(figure, measure.unit));
  }
}

void put_full(std::string& out, std::size_t indent, const measures::Measure& measure, const Difference& d,
              int replications) {
  put_row(out, indent, measure.label,
          correlation_in_words(d.correlation) +
              (d.variance_ratio ? fmt::format("; ratio {:.1f}", *d.variance_ratio) : std::string{}));
  put_row(out, indent + 2, difference_in_words(d.estimate, measure.unit), told(judged(d), measure.unit));
  if (d.estimate.n != replications) {
    put_row(out, indent + 2, fmt::format("defined in {} of {} replications", d.estimate.n, replications));
  }
}

void put_brief(std::string& out, std::size_t indent, const measures::Measure& measure, const Difference& d) {
  put_row(out, indent, measure.label, difference_in_words(d.estimate, measure.unit));
}

Indices largest_first(Indices which, const std::vector<Difference>& differences) {
  const auto size = [&](std::size_t i) {
    const auto& mean = differences[i].estimate.mean;
    return mean ? std::abs(*mean) : -1.0;
  };
  std::stable_sort(which.begin(), which.end(),
                   [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  return which;
}

Indices moved(Indices which, const std::vector<Difference>& differences) {
  which.erase(std::remove_if(which.begin(), which.end(),
                             [&](std::size_t i) {
                               const auto& e = differences[i].estimate;
                               return !e.mean || (e.low == 0.0 && e.high == 0.0);
                             }),
              which.end());
  return which;
}

}  // namespace lscb::report
