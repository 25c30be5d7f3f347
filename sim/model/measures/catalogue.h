// The registry of what is counted: stable ids, units in the id or unit field, and how each may be split.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lscb::measures {

/// Which direction a board would want. Some, like the number of assessments, have none.
enum class Better : std::uint8_t { lower, higher, neither };

/// For which a difference can be "no difference that matters": only the headline and its parts carry a delta.
struct Measure {
  std::string id;     ///< e.g. "missed_assessments", "late_children", "missed_assessments@age=under_1"
  std::string label;  ///< in plain words
  std::string unit;   ///< e.g. "children a year"
  Better better = Better::lower;
  bool headline = false;  ///< printed on the first page
};

/// Position of a measure in every replication's result.
using MeasureIndex = std::size_t;

/// All measures in a fixed order. Thread rule: immutable.
[[nodiscard]] const std::vector<Measure>& catalogue();

/// The index of an id; none if unknown.
[[nodiscard]] std::optional<MeasureIndex> find(std::string_view id);

/// One replication's figures, by index. A figure that is not defined (a share of nothing) is empty, never
/// NaN.
using Figures = std::vector<std::optional<double>>;

}  // namespace lscb::measures
