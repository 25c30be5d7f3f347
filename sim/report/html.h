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

/// `id`: by which links reach it; empty: none does.
[[nodiscard]] std::string heading(int level, std::string_view text, std::string_view id = {});
[[nodiscard]] std::string paragraph(std::string_view text);
/// The head of a table of class `stacks`, and the start of its body. A narrow
/// screen lays such tables out as blocks, and browsers then forget what rows and cells are: hence the roles,
/// which every row and cell must have. `mark` heads each printed sheet that the table runs on to.
[[nodiscard]] std::string table_head(std::string_view mark, const std::vector<std::string>& columns);
[[nodiscard]] std::string list(const std::vector<std::string>& items);

}  // namespace lscb::report::html
