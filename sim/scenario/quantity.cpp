#include "scenario/quantity.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "scenario/diagnostic.h"

namespace lscb::scenario {
namespace {

constexpr std::string_view pound_sign = "£";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes a decimal number from the front of `text`. Digits are gathered in an integer and divided once by a
/// power of ten, both exact, so the result is the double nearest to what was written, in any locale.
std::optional<double> take_number(std::string_view& text) {
  constexpr int most_digits = 15;
  std::string_view rest = text;
  bool negative = false;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  double gathered = 0.0;
  double divisor = 1.0;
  int digits = 0;
  bool decimals = false;
  while (!rest.empty()) {
    const char c = rest.front();
    if (is_digit(c)) {
      if (++digits > most_digits) return std::nullopt;
      gathered = gathered * 10.0 + (c - '0');
      if (decimals) divisor *= 10.0;
    } else if (c == '.' && !decimals && digits > 0 && rest.size() > 1 && is_digit(rest[1])) {
      decimals = true;
    } else if (c == ',' && !decimals && digits > 0 && rest.size() > 3 && is_digit(rest[1]) &&
               is_digit(rest[2]) && is_digit(rest[3]) && (rest.size() == 4 || !is_digit(rest[4]))) {
      // a comma between thousands
    } else {
      break;
    }
    rest.remove_prefix(1);
  }
  if (digits == 0) return std::nullopt;
  text = rest;
  return (negative ? -gathered : gathered) / divisor;
}

std::string example_of(const Unit& unit) {
  return fmt::format("\"{}\"", unit.example);
}

std::string with_thousands(double value) {
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  }
  return value < 0 ? fmt::format("-{}", digits) : digits;
}

}  // namespace

namespace units {
const Unit& share() {
  static const Unit unit{"%", "27 %", {{"%", 1.0}, {"per cent", 1.0}}, false, 100.0};
  return unit;
}
const Unit& share_a_year() {
  static const Unit unit{
      "% a year", "15 % a year", {{"% a year", 1.0}, {"per cent a year", 1.0}}, false, 100.0};
  return unit;
}
const Unit& months() {
  static const Unit unit{
      "months", "4 months", {{"months", 1.0}, {"month", 1.0}, {"years", 12.0}, {"year", 12.0}}, false, 1.0};
  return unit;
}
const Unit& weeks() {
  static const Unit unit{"weeks", "6 weeks", {{"weeks", 1.0}, {"week", 1.0}}, false, 1.0};
  return unit;
}
const Unit& hours() {
  static const Unit unit{"hours", "20 hours", {{"hours", 1.0}, {"hour", 1.0}}, false, 1.0};
  return unit;
}
const Unit& days_a_week() {
  static const Unit unit{
      "days a week", "1 day a week", {{"days a week", 1.0}, {"day a week", 1.0}}, false, 1.0};
  return unit;
}
const Unit& levels() {
  static const Unit unit{"levels", "0.3 levels", {{"levels", 1.0}, {"level", 1.0}}, false, 1.0};
  return unit;
}
const Unit& pounds_a_year() {
  static const Unit unit{"pounds a year",
                         "£2,257,771",
                         {{"pounds a year", 1.0}, {"pounds", 1.0}, {"£", 1.0}, {"£ a year", 1.0}},
                         false,
                         1.0};
  return unit;
}
const Unit& children() {
  static const Unit unit{"children", "26145", {{"children", 1.0}, {"child", 1.0}}, true, 1.0};
  return unit;
}
const Unit& children_a_year() {
  static const Unit unit{"children a year", "1792", {{"children a year", 1.0}}, true, 1.0};
  return unit;
}
const Unit& units_formed() {
  static const Unit unit{"units", "14", {{"units", 1.0}, {"unit", 1.0}}, true, 1.0};
  return unit;
}
const Unit& posts() {
  static const Unit unit{"posts", "14", {{"posts", 1.0}, {"post", 1.0}}, true, 1.0};
  return unit;
}
const Unit& centres() {
  static const Unit unit{"centres", "8", {{"centres", 1.0}, {"centre", 1.0}}, true, 1.0};
  return unit;
}
const Unit& stages() {
  static const Unit unit{"stages", "3", {{"stages", 1.0}, {"stage", 1.0}}, true, 1.0};
  return unit;
}
const Unit& share_a_month() {
  static const Unit unit{
      "% a month", "5 % a month", {{"% a month", 1.0}, {"per cent a month", 1.0}}, false, 100.0};
  return unit;
}
const Unit& orders() {
  static const Unit unit{"orders", "10 orders", {{"orders", 1.0}, {"order", 1.0}}, true, 1.0};
  return unit;
}
}  // namespace units

std::variant<double, QuantityError> unit_factor(std::string_view unit_text, const Unit& unit) {
  const std::string_view text = trimmed(unit_text);
  std::vector<std::string> spellings;
  for (const Unit::Spelling& spelling : unit.spellings) {
    if (text == spelling.text) return spelling.factor;
    spellings.emplace_back(spelling.text);
  }
  return QuantityError{fmt::format("the unit {}", in_quotes(text)), fmt::format("the unit \"{}\"", unit.name),
                       nearest_name(text, spellings)};
}

std::variant<double, QuantityError> parse_quantity(std::string_view text, const Unit& unit) {
  std::string_view rest = trimmed(text);
  const bool in_pounds = starts_with(rest, pound_sign);
  if (in_pounds) rest.remove_prefix(pound_sign.size());
  rest = trimmed(rest);
  const std::optional<double> number = take_number(rest);
  if (!number) return QuantityError{in_quotes(text), "a number with its unit, as in " + example_of(unit), {}};
  rest = trimmed(rest);
  std::string unit_text(rest);
  if (in_pounds) unit_text = rest.empty() ? std::string(pound_sign) : fmt::format("{} {}", pound_sign, rest);
  if (unit_text.empty()) {
    if (unit.plain) return *number;
    return QuantityError{
        in_quotes(text) + " without a unit", "a number with its unit, as in " + example_of(unit), {}};
  }
  auto factor = unit_factor(unit_text, unit);
  if (auto* error = std::get_if<QuantityError>(&factor)) {
    error->found += " in " + in_quotes(text);
    error->expected += ", as in " + example_of(unit);
    return *error;
  }
  return *number * std::get<double>(factor);
}

std::string written(double value, std::string_view unit_name) {
  if (starts_with(unit_name, "pounds")) {
    return fmt::format("{}£{}{}", value < 0 ? "-" : "", with_thousands(std::abs(value)),
                       unit_name.substr(std::string_view("pounds").size()));
  }
  const bool large_whole = std::abs(value) >= 1000.0 && std::abs(value) < 1e15;
  std::string number = large_whole ? with_thousands(std::round(value)) : fmt::format("{:.6g}", value);
  if (unit_name.empty()) return number;
  return number + " " + std::string(unit_name);
}

}  // namespace lscb::scenario
