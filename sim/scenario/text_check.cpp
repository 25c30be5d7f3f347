#include "scenario/text_check.h"

#include <fmt/format.h>

#include "scenario/node.h"

namespace lscb::scenario::detail {
namespace {

/// Length of the well-formed UTF-8 sequence at the start of `rest`, 0 if there is none (Unicode 15, table
/// 3-7).
std::size_t sequence_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return tail(1) ? 2 : 0;
  if (first >= 0xE0U && first <= 0xEFU) {
    if (first == 0xE0U && byte(1) < 0xA0U) return 0;
    if (first == 0xEDU && byte(1) > 0x9FU) return 0;
    return tail(1) && tail(2) ? 3 : 0;
  }
  if (first >= 0xF0U && first <= 0xF4U) {
    if (first == 0xF0U && byte(1) < 0x90U) return 0;
    if (first == 0xF4U && byte(1) > 0x8FU) return 0;
    return tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

/// Walks over TOML text and knows whether it is inside a string or a comment.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] Position position() const { return {line_, column_}; }

  /// Moves over one character, or over one whole string or comment; returns what it was: '"' for a string,
  /// '#' for a comment, else the character.
  char step() {
    const char c = text_[at_];
    if (c == '#') {
      while (!done() && text_[at_] != '\n') advance();
      return '#';
    }
    if (c == '"' || c == '\'') {
      const std::string fence(3, c);
      if (text_.substr(at_, 3) == fence) {
        over_long_string(c, fence);
      } else {
        over_string(c);
      }
      return '"';
    }
    advance();
    return c;
  }

 private:
  void advance() {
    const auto byte = static_cast<unsigned char>(text_[at_++]);
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  void over_string(char quote) {
    advance();
    while (!done() && text_[at_] != quote && text_[at_] != '\n') {
      if (quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') advance();
      advance();
    }
    if (!done() && text_[at_] == quote) advance();
  }
  void over_long_string(char quote, const std::string& fence) {
    for (int i = 0; i < 3; ++i) advance();
    while (!done() && text_.substr(at_, 3) != fence) {
      if (quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size()) advance();
      advance();
    }
    // Up to two quotes before the closing three belong to the string.
    for (int i = 0; i < 5 && !done() && text_[at_] == quote; ++i) advance();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

bool belongs_to_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == ' ' || c == '\t' || c == '"' || static_cast<unsigned char>(c) >= 0x80U;
}

}  // namespace

std::optional<Diagnostic> check_bytes(std::string_view text, const std::string& file) {
  Position at;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) {
      return Diagnostic{file,
                        at.line,
                        at.column,
                        fmt::format("the byte 0x{:02X}, which is not UTF-8", byte),
                        "text saved as UTF-8",
                        ""};
    }
    if (byte == 0) return Diagnostic{file, at.line, at.column, "a NUL byte", "text", ""};
    i += length;
    if (byte == '\n') {
      at = {at.line + 1, 1};
    } else {
      ++at.column;
    }
  }
  return std::nullopt;
}

std::optional<std::string> hidden_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t length = hidden_length(text.substr(i));
    if (length == 0) continue;
    if (text[i] == '\n' || text[i] == '\r') return "a line break";
    if (text[i] == '\t') return "a tab";
    unsigned code = static_cast<unsigned char>(text[i]);
    if (length > 1) code &= length == 2 ? 0x1FU : 0x0FU;
    for (std::size_t k = 1; k < length; ++k)
      code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    return fmt::format("the character U+{:04X}", code);
  }
  return std::nullopt;
}

std::optional<Diagnostic> check_depth(std::string_view text, const std::string& file) {
  Walker walker(text);
  int dots = 0;
  while (!walker.done()) {
    const Position at = walker.position();
    const char c = walker.step();
    if (c == '.') {
      if (++dots > deepest_key) {
        return Diagnostic{file,
                          at.line,
                          at.column,
                          fmt::format("a name of more than {} parts", deepest_key + 1),
                          "names as in scenarios/README.md",
                          ""};
      }
    } else if (!belongs_to_key(c)) {
      dots = 0;
    }
  }
  return std::nullopt;
}

}  // namespace lscb::scenario::detail
