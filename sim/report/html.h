// Small pieces of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lscb::report::html {

/// With `&`, `<`, `>` and quotes as a page has to write them.
[[nodiscard]] std::string escaped(std::string_view text);

/// A whole document around a body; `style` is CSS.
[[nodiscard]] std::string page(std::string_view title, std::string_view style, std::string_view body);

[[nodiscard]] std::string heading(int level, std::string_view text);
[[nodiscard]] std::string paragraph(std::string_view text);
[[nodiscard]] std::string list(const std::vector<std::string>& items);

}  // namespace lscb::report::html
