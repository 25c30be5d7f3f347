// A mistake in a file that a person wrote: where it is, what stands there, what was expected instead, and the
// nearest name that would have been right. Mistakes are values; all those of a file are collected at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lscb::scenario {

/// A place in a text file; lines and columns count from 1, columns in characters.
struct Position {
  int line = 1;
  int column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

struct Diagnostic {
  std::string file;
  int line = 1;
  int column = 1;
  std::string found;       ///< "unknown key \"posts_lost\""
  std::string expected;    ///< "one of kind, date, …"; may be empty
  std::string suggestion;  ///< the nearest known name; empty if none is near
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// `file:line:column: found …, expected … (did you mean …?)`, on one line whatever the file held.
[[nodiscard]] std::string to_string(const Diagnostic& problem);

/// By file in order of first mention, then line, column and text; exact repetitions are dropped.
void sort_by_position(std::vector<Diagnostic>& problems);

/// Single-character edits (insert, delete, replace, exchange of neighbours) between two names.
/// Time and memory in proportion to the product of the lengths.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, the first of equals; empty if none is within a third of its length
/// (at least two edits). Names over 64 characters have no nearest.
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// Length of the character that `text` begins with if it is a control character, a line break or a mark that
/// turns the direction of writing: shown as it stands, it could forge a line of output. 0 if it is none.
[[nodiscard]] std::size_t hidden_length(std::string_view text);

/// `text` in double quotes, the bytes of such characters shown as \xNN, cut after 60 characters.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// "a, b or c"; at most `limit` names, the rest counted.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t limit = 12);

}  // namespace lscb::scenario
