#include "scenario/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace lscb::scenario {

std::size_t hidden_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (text.empty()) return 0;
  if (byte(0) < 0x20U || byte(0) == 0x7FU) return 1;
  if (byte(0) == 0xC2U && byte(1) >= 0x80U && byte(1) < 0xA0U) return 2;  // U+0080 to U+009F
  if (byte(0) != 0xE2U) return 0;
  // U+2028 and U+2029 break lines; U+202A to U+202E and U+2066 to U+2069 turn the direction.
  const bool hidden = (byte(1) == 0x80U && byte(2) >= 0xA8U && byte(2) <= 0xAEU) ||
                      (byte(1) == 0x81U && byte(2) >= 0xA6U && byte(2) <= 0xA9U);
  return hidden ? 3 : 0;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string out = "\"";
  std::size_t end = std::min(text.size(), longest);
  // Never cut inside a UTF-8 sequence.
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  std::size_t hidden = 0;  // bytes left of a character to be escaped
  for (std::size_t i = 0; i < end; ++i) {
    if (hidden == 0) hidden = hidden_length(text.substr(i));
    if (hidden > 0) {
      --hidden;
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
    } else {
      out += text[i];
    }
  }
  out += end < text.size() ? "…\"" : "\"";
  return out;
}

std::string listed(const std::vector<std::string>& names, std::size_t limit) {
  std::string out;
  const std::size_t shown = std::min(names.size(), limit);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += (i + 1 == names.size()) ? " or " : ", ";
    out += names[i];
  }
  if (names.size() > shown) out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

std::string to_string(const Diagnostic& problem) {
  std::string out =
      fmt::format("{}:{}:{}: found {}", problem.file, problem.line, problem.column, problem.found);
  if (!problem.expected.empty()) out += fmt::format(", expected {}", problem.expected);
  if (!problem.suggestion.empty()) out += fmt::format(" (did you mean {}?)", problem.suggestion);
  return out;
}

void sort_by_position(std::vector<Diagnostic>& problems) {
  std::vector<std::string> order;
  for (const Diagnostic& problem : problems) {
    if (std::find(order.begin(), order.end(), problem.file) == order.end()) order.push_back(problem.file);
  }
  const auto rank = [&](const Diagnostic& problem) {
    return std::find(order.begin(), order.end(), problem.file) - order.begin();
  };
  std::stable_sort(problems.begin(), problems.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    if (a.file != b.file) return rank(a) < rank(b);
    if (a.line != b.line) return a.line < b.line;
    if (a.column != b.column) return a.column < b.column;
    return a.found < b.found;
  });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

int edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> before(width);
  std::vector<int> above(width);
  std::vector<int> row(width);
  for (std::size_t j = 0; j < width; ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int same = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + same});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[width - 1];
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 64;
  if (name.empty() || name.size() > longest) return {};
  int nearest = std::max(2, static_cast<int>(name.size()) / 3) + 1;
  std::string best;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest) continue;
    const int distance = edit_distance(name, candidate);
    // Two edits turn any short word into another: the nearest must keep more than half of it.
    if (distance < nearest && 2 * distance < static_cast<int>(std::max(name.size(), candidate.size()))) {
      nearest = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace lscb::scenario
