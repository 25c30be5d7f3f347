// Plain text in two columns for a terminal of 110 characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lscb::report {

inline constexpr std::size_t text_width = 110;
inline constexpr std::size_t right_column = 68;

/// Characters as a terminal counts them: UTF-8 code points (no report holds wide or combining ones).
[[nodiscard]] std::size_t width_of(std::string_view text);

/// Appends `left`, indented, and `right` from right_column on, or from further left where it needs the room,
/// on a line of its own where left is too long, then a newline. Without `right`, left alone.
void put_row(std::string& out, std::size_t indent, std::string_view left, std::string_view right = {});

/// Appends `text` wrapped at text_width between words, the first line indented and the others by `hanging`
/// more, then a newline.
void put_wrapped(std::string& out, std::size_t indent, std::string_view text, std::size_t hanging = 0);

}  // namespace lscb::report
