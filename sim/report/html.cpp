#include "report/html.h"

#include <fmt/core.h>

namespace lscb::report::html {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string page(std::string_view title, std::string_view style, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>\n{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      escaped(title), style, body);
}

std::string heading(int level, std::string_view text, std::string_view id) {
  const std::string named = id.empty() ? std::string{} : fmt::format(" id=\"{}\"", escaped(id));
  return fmt::format("<h{0}{1}>{2}</h{0}>\n", level, named, escaped(text));
}

std::string paragraph(std::string_view text) {
  return fmt::format("<p>{}</p>\n", escaped(text));
}

std::string table_head(std::string_view mark, const std::vector<std::string>& columns) {
  std::string out = fmt::format(
      "<thead role=\"rowgroup\"><tr class=\"sheet\"><th scope=\"col\" colspan=\"{}\">{}</th></tr>\n"
      "<tr role=\"row\">",
      columns.size(), escaped(mark));
  for (const std::string& column : columns)
    out += fmt::format("<th scope=\"col\" role=\"columnheader\">{}</th>", escaped(column));
  return out + "</tr></thead>\n<tbody role=\"rowgroup\">\n";
}

std::string list(const std::vector<std::string>& items) {
  std::string out = "<ul>\n";
  for (const std::string& item : items) out += fmt::format("<li>{}</li>\n", escaped(item));
  return out + "</ul>\n";
}

}  // namespace lscb::report::html
