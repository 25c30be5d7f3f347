#include "scenario/node.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <toml++/toml.h>

#include "scenario/text_check.h"

namespace lscb::scenario {
namespace {

Position position_of(const toml::source_region& source) {
  return {std::max(1, static_cast<int>(source.begin.line)), std::max(1, static_cast<int>(source.begin.column))};
}

bool before(Position a, Position b) { return a.line != b.line ? a.line < b.line : a.column < b.column; }

Node convert(const toml::node& from, const std::string& file, std::vector<Diagnostic>& problems);

/// TOML keeps a table's keys in alphabetical order; people want them as they were written.
void sort_as_written(std::vector<Member>& members) {
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return before(a.at, b.at); });
}

Node convert_number(double value, bool whole, Position at, const std::string& file,
                    std::vector<Diagnostic>& problems) {
  Node node;
  node.type = Node::Type::number;
  node.at = at;
  node.whole = whole;
  if (!std::isfinite(value)) {
    problems.push_back({file, at.line, at.column, std::isnan(value) ? "nan" : "an infinite number",
                        "a number", ""});
    value = 0.0;
  }
  node.number = value;
  node.text = fmt::format("{}", value);
  if (whole && node.text.size() > 2 && node.text.compare(node.text.size() - 2, 2, ".0") == 0) {
    node.text.resize(node.text.size() - 2);
  }
  return node;
}

Node convert(const toml::node& from, const std::string& file, std::vector<Diagnostic>& problems) {
  Node node;
  node.at = position_of(from.source());
  if (const auto* table = from.as_table()) {
    node.type = Node::Type::table;
    for (const auto& [key, value] : *table) {
      node.members.push_back(
          {std::string(key.str()), position_of(key.source()), convert(value, file, problems)});
    }
    sort_as_written(node.members);
  } else if (const auto* array = from.as_array()) {
    node.type = Node::Type::array;
    for (const auto& value : *array) {
      node.members.push_back({{}, position_of(value.source()), convert(value, file, problems)});
    }
  } else if (const auto* text = from.as_string()) {
    node.type = Node::Type::text;
    node.text = text->get();
  } else if (const auto* integer = from.as_integer()) {
    return convert_number(static_cast<double>(integer->get()), true, node.at, file, problems);
  } else if (const auto* real = from.as_floating_point()) {
    return convert_number(real->get(), false, node.at, file, problems);
  } else if (const auto* truth = from.as_boolean()) {
    node.type = Node::Type::boolean;
    node.number = truth->get() ? 1.0 : 0.0;
  } else if (const auto* date = from.as_date()) {
    node.type = Node::Type::date;
    const toml::date& d = date->get();
    node.date = std::chrono::year{d.year} / std::chrono::month{d.month} / std::chrono::day{d.day};
  } else {
    node.type = Node::Type::time;
  }
  return node;
}

/// The parser's "…: expected A, saw B" in the room's own form.
Diagnostic syntax_error(const toml::parse_error& error, const std::string& file) {
  const Position at = position_of(error.source());
  const std::string said(error.description());
  Diagnostic problem{file, at.line, at.column, said, "TOML as in scenarios/README.md", ""};
  const std::size_t expected = said.find("expected ");
  const std::size_t saw = said.rfind(", saw ");
  if (expected != std::string::npos && saw != std::string::npos && expected < saw) {
    problem.found = said.substr(saw + 6);
    problem.expected = said.substr(expected + 9, saw - expected - 9);
    if (problem.found == "'\\n'") problem.found = "the end of the line";
  } else if (const std::size_t colon = said.find(": "); colon != std::string::npos) {
    problem.found = "a mistake of syntax: " + said.substr(colon + 2);
  }
  return problem;
}

/// Overwrites a line with spaces, so that the lines after it keep their numbers. False if leaving the line out
/// would change the meaning of others: a table's heading, or nothing left to leave out.
bool blank_line(std::string& text, int line) {
  std::size_t start = 0;
  for (int i = 1; i < line; ++i) {
    start = text.find('\n', start);
    if (start == std::string::npos) return false;
    ++start;
  }
  const std::size_t end = std::min(text.find('\n', start), text.size());
  const std::size_t first = text.find_first_not_of(" \t\r", start);
  if (first == std::string::npos || first >= end || text[first] == '[') return false;
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(start), text.begin() + static_cast<std::ptrdiff_t>(end),
            ' ');
  return true;
}

}  // namespace

const Node* Node::get(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string Node::described() const {
  switch (type) {
    case Type::table: return "a table";
    case Type::array: return "a list";
    case Type::text: return in_quotes(text);
    case Type::number: return "the plain number " + text;
    case Type::boolean: return number != 0.0 ? "true" : "false";
    case Type::date:
      return fmt::format("the date {:04}-{:02}-{:02}", static_cast<int>(date.year()),
                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    case Type::time: return "a time of day";
  }
  return "something else";
}

Parsed parse(std::string_view text, const std::string& file) {
  Parsed parsed;
  if (auto problem = detail::check_bytes(text, file)) {
    parsed.problems.push_back(std::move(*problem));
    return parsed;
  }
  if (auto problem = detail::check_depth(text, file)) {
    parsed.problems.push_back(std::move(*problem));
    return parsed;
  }
  constexpr int readings = 20;
  std::string remaining(text);
  int last_line = 0;
  for (int reading = 0; reading < readings; ++reading) {
    const toml::parse_result result = toml::parse(std::string_view(remaining), std::string_view(file));
    if (result) {
      parsed.root = convert(result.table(), file, parsed.problems);
      parsed.root.at = {1, 1};
      return parsed;
    }
    const Diagnostic problem = syntax_error(result.error(), file);
    if (problem.line < last_line) return parsed;  // an echo of a line left out, not a mistake of its own
    last_line = problem.line;
    parsed.problems.push_back(problem);
    if (!blank_line(remaining, problem.line)) return parsed;
  }
  return parsed;
}

}  // namespace lscb::scenario
