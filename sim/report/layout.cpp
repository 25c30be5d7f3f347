#include "report/layout.h"

#include <algorithm>
#include <utility>

namespace lscb::report {

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

void put_row(std::string& out, std::size_t indent, std::string_view left, std::string_view right) {
  out.append(indent, ' ');
  out += left;
  if (!right.empty()) {
    const std::size_t used = indent + width_of(left);
    const std::size_t column = std::min(right_column, text_width - std::min(text_width, width_of(right)));
    if (used + 2 > column) {
      out += '\n';
      out.append(column, ' ');
    } else {
      out.append(column - used, ' ');
    }
    out += right;
  }
  out += '\n';
}

void put_wrapped(std::string& out, std::size_t indent, std::string_view text, std::size_t hanging) {
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = width_of(word);
    if (used > 0 && used + 1 + width > text_width) {
      out += '\n';
      indent += std::exchange(hanging, 0);
      used = 0;
    }
    if (used == 0) {
      out.append(indent, ' ');
      used = indent;
    } else {
      out += ' ';
      ++used;
    }
    out += word;
    used += width;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  out += '\n';
}

}  // namespace lscb::report
