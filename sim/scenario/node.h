// A TOML file as a tree of plain values, each with the place where it was written. The one file that knows
// the TOML library is node.cpp: its header costs more than a second to compile.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.h"

namespace lscb::scenario {

struct Member;

struct Node {
  /// `refused`: a value that was reported as it was read, of which nobody need say more.
  enum class Type { table, array, text, number, boolean, date, time, refused };
  Type type = Type::table;
  Position at;
  std::string text;     ///< of a text; of a number: as a person would write it
  double number = 0.0;  ///< of a number; finite
  bool whole = false;   ///< the number was written as an integer
  std::chrono::year_month_day date{};
  std::vector<Member> members;  ///< of a table, in order of writing; of an array, with empty keys

  [[nodiscard]] const Node* get(std::string_view key) const;
  /// "a table", "the text \"40 %\"", "the number 3": for messages.
  [[nodiscard]] std::string described() const;
};

struct Member {
  std::string key;
  Position at;  ///< of the key
  Node value;
};

/// Nothing in a scenario file needs keys joined by more dots or values nested deeper than this; hostile input
/// is refused before it reaches a recursive parser.
inline constexpr int deepest_key = 8;

struct Parsed {
  Node root;
  std::vector<Diagnostic> problems;  ///< syntax, and values that no file may hold
  bool partial = false;              ///< lines were left out: `root` holds only what could be read
};

/// Parses `text`; never throws. Numbers that are none or infinite, and texts and names with characters that
/// could forge a line of output (see `hidden_character`), are reported and refused. Several mistakes of
/// syntax are reported where each stands on a line of its own that can be left out to read on. Time in
/// proportion to the size of the text (at most 20 readings of it).
[[nodiscard]] Parsed parse(std::string_view text, const std::string& file);

}  // namespace lscb::scenario
