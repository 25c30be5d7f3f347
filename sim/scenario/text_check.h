// What is looked at before a text reaches the TOML parser: its bytes and its depth. Internal to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenario/diagnostic.h"

namespace lscb::scenario::detail {

/// The first byte that is not UTF-8, or a NUL; none if the text is fit to be parsed.
[[nodiscard]] std::optional<Diagnostic> check_bytes(std::string_view text, const std::string& file);

/// The first character of `text` that could forge a line of output (hidden_length), in words; none if it
/// holds none.
[[nodiscard]] std::optional<std::string> hidden_character(std::string_view text);

/// The first key joined by more than `deepest_key` dots. The parser has a limit for nested brackets but none
/// for dotted keys, and its tables are destroyed recursively. Follows TOML's rules for strings and comments.
[[nodiscard]] std::optional<Diagnostic> check_depth(std::string_view text, const std::string& file);

}  // namespace lscb::scenario::detail
