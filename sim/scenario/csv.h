// Tables as RFC 4180 has them, as far as a table of figures needs: cells parted by commas, one row a line,
// quotes where a cell holds a comma or a quote. Internal to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"

namespace lscb::scenario::detail {

struct Cell {
  std::string text;
  Position at;  ///< of its first character
};

struct Row {
  int line = 1;
  std::vector<Cell> cells;
};

struct Table {
  std::vector<Row> rows;             ///< without empty lines; a row with a mistake is left out
  std::vector<Diagnostic> problems;  ///< at most one a line
};

/// Wider rows are somebody's mistake.
inline constexpr std::size_t most_cells = 256;

/// Never throws; one pass. A mark of byte order at the start and carriage returns at the ends of lines are
/// taken; a cell does not go over the end of its line.
[[nodiscard]] Table parse_csv(std::string_view text, const std::string& file);

}  // namespace lscb::scenario::detail
