// A comparison as rows to read: the same figures in the same words as the command `lscb compare` prints.
#pragma once

#include <string>
#include <vector>

#include "experiment/compare.h"

namespace lscb::ui {

/// One measure of the comparison with its only alternative.
struct Row {
  std::string id;
  std::string label;
  std::string base;        ///< "about 214 children a year, 205 to 223"
  std::string change;      ///< likewise, with the change
  std::string difference;  ///< "about 31 more children a year, 24 to 38"
  std::string verdict;     ///< "more"; "not enough runs to say (about 900 would do)"
  std::string in_short;    ///< the verdict for a narrow column
  std::string pairing;     ///< "correlation 0.83"
  experiment::Verdict kind = experiment::Verdict::not_enough_runs;
  bool the_same = false;          ///< no difference in any run
  experiment::Estimate estimate;  ///< of the difference
};

struct RowGroup {
  std::string title;  ///< empty for the headline with its parts
  std::vector<Row> rows;
};

/// The first page: the headline with its parts, levels, ages, what bears on it, cost. REQUIRES: one
/// alternative.
[[nodiscard]] std::vector<RowGroup> first_page_rows(const experiment::CompareResult& result);

/// One measure. REQUIRES: one alternative; `measure` is an index of the result's measures.
[[nodiscard]] Row row_of(const experiment::CompareResult& result, std::size_t measure);

}  // namespace lscb::ui
