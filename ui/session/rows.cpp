#include "ui/session/rows.h"

#include "report/first_page.h"
#include "report/phrases.h"

namespace lscb::ui {

Row row_of(const experiment::CompareResult& result, std::size_t measure) {
  const auto& m = result.base.measures[measure];
  const auto& alternative = result.alternatives.front();
  const auto& d = alternative.differences[measure];
  Row row;
  row.id = m.id;
  row.label = m.label;
  row.base = report::level_in_words(result.base.figures[measure], m.unit);
  row.change = report::level_in_words(alternative.run.figures[measure], m.unit);
  row.difference = report::difference_in_words(d.estimate, m.unit);
  row.pairing = report::correlation_in_words(d.correlation);
  row.kind = d.verdict;
  row.the_same = d.estimate.low == 0.0 && d.estimate.high == 0.0;
  const auto judged = report::judged(d);
  row.verdict = row.the_same ? "no difference in any run" : report::verdict_in_words(judged, m.unit);
  row.in_short = row.the_same ? row.verdict : report::verdict_in_short(judged, m.unit);
  row.estimate = d.estimate;
  return row;
}

std::vector<RowGroup> first_page_rows(const experiment::CompareResult& result) {
  const auto page = report::first_page(result.base.measures);
  std::vector<RowGroup> groups;
  const auto add = [&](const char* title, const report::Indices& which) {
    if (which.empty()) return;
    auto& group = groups.emplace_back();
    group.title = title;
    for (const std::size_t i : which) group.rows.push_back(row_of(result, i));
  };
  add("", page.headline);
  add("By level", page.levels);
  add("By age", page.ages);
  add("What bears on it", page.others);
  add("Cost", page.spend);
  return groups;
}

}  // namespace lscb::ui
