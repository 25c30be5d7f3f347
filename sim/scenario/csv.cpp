#include "scenario/csv.h"

#include <fmt/format.h>

#include <optional>

#include "scenario/text_check.h"

namespace lscb::scenario::detail {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Goes over one line, cell by cell.
class LineReader {
 public:
  LineReader(std::string_view line, int number, const std::string& file)
      : line_(line), at_{number, 1}, file_(file) {}

  /// The line's mistake, if it has one; else its cells are in `row`.
  std::optional<Diagnostic> read(Row& row) {
    row.line = at_.line;
    while (true) {
      if (row.cells.size() == most_cells) {
        return problem(at_, fmt::format("a row of more than {} cells", most_cells), "a shorter one");
      }
      Cell& cell = row.cells.emplace_back();
      if (auto mistake = read_cell(cell)) return mistake;
      if (const auto hidden = hidden_character(cell.text)) {
        return problem(cell.at, fmt::format("{} in a cell", *hidden), "text without control characters");
      }
      if (done()) return std::nullopt;
      step();  // the comma
    }
  }

 private:
  [[nodiscard]] bool done() const { return next_ >= line_.size(); }
  [[nodiscard]] char here() const { return line_[next_]; }
  void step() {
    ++next_;
    const bool inside_a_character = !done() && (static_cast<unsigned char>(here()) & 0xC0U) == 0x80U;
    if (!inside_a_character) ++at_.column;
  }

  std::optional<Diagnostic> read_cell(Cell& cell) {
    cell.at = at_;
    if (!done() && here() == '"') return read_quoted(cell);
    while (!done() && here() != ',') {
      if (here() == '"') {
        return problem(at_, "a quote inside a cell",
                       "quotes around the whole cell, and those inside it twice");
      }
      cell.text += here();
      step();
    }
    return std::nullopt;
  }

  std::optional<Diagnostic> read_quoted(Cell& cell) {
    step();
    while (true) {
      if (done()) return problem(cell.at, "a quote that is not closed on its line", "a closing quote");
      const char c = here();
      step();
      if (c != '"') {
        cell.text += c;
      } else if (!done() && here() == '"') {
        cell.text += '"';
        step();
      } else {
        break;
      }
    }
    if (done() || here() == ',') return std::nullopt;
    return problem(at_, "text behind a closing quote", "a comma or the end of the line");
  }

  [[nodiscard]] Diagnostic problem(Position at, std::string found, std::string expected) const {
    return {file_, at.line, at.column, std::move(found), std::move(expected), ""};
  }

  std::string_view line_;
  std::size_t next_ = 0;
  Position at_;
  const std::string& file_;
};

}  // namespace

Table parse_csv(std::string_view text, const std::string& file) {
  Table table;
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  if (auto problem = check_bytes(text, file)) {
    table.problems.push_back(std::move(*problem));
    return table;
  }
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    Row row;
    if (auto problem = LineReader(line, number, file).read(row)) {
      table.problems.push_back(std::move(*problem));
    } else {
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace lscb::scenario::detail
