// Quantities as people write them: a number and its unit in one string.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lscb::scenario {

/// One kind of quantity: the unit it is kept in, how people may write it, and what the model divides it by.
struct Unit {
  struct Spelling {
    const char* text;
    double factor;  ///< one of these is so many of `name`
  };
  const char* name;     ///< "%"
  const char* example;  ///< "27 %"
  std::vector<Spelling> spellings;
  bool plain;      ///< a bare number is taken: whole things counted
  double divisor;  ///< the model's value is the written one divided by this (100 for "%")
};

namespace units {
[[nodiscard]] const Unit& share();            ///< "27 %"; the model's value is 0.27
[[nodiscard]] const Unit& share_a_year();     ///< "15 % a year"; 0.15
[[nodiscard]] const Unit& months();           ///< "4 months", "2 years"
[[nodiscard]] const Unit& weeks();            ///< "6 weeks"
[[nodiscard]] const Unit& hours();            ///< "20 hours"
[[nodiscard]] const Unit& days_a_week();      ///< "1 day a week"
[[nodiscard]] const Unit& levels();           ///< "0.3 levels": the scale of need and thresholds
[[nodiscard]] const Unit& pounds_a_year();    ///< "£2,257,771", "2257771 pounds"
[[nodiscard]] const Unit& children();         ///< 26145, "26145 children"
[[nodiscard]] const Unit& children_a_year();  ///< 1792, "1792 children a year"
[[nodiscard]] const Unit& units_formed();     ///< 14, "14 units"
[[nodiscard]] const Unit& posts();            ///< 14, "14 posts"
[[nodiscard]] const Unit& centres();          ///< 8, "8 centres"
[[nodiscard]] const Unit& stages();           ///< 3, "3 stages"
[[nodiscard]] const Unit& share_a_month();    ///< "5 % a month"; 0.05
[[nodiscard]] const Unit& orders();           ///< 10, "10 orders"
}  // namespace units

struct QuantityError {
  std::string found;
  std::string expected;
  std::string suggestion;
};

/// The number that `text` holds, in `unit.name`, or why it does not hold one. Numbers are written with at
/// most 15 digits, a point for decimals and commas between thousands if wanted.
[[nodiscard]] std::variant<double, QuantityError> parse_quantity(std::string_view text, const Unit& unit);

/// One of `unit_text` in `unit.name`; the error if it is not a spelling of the unit.
[[nodiscard]] std::variant<double, QuantityError> unit_factor(std::string_view unit_text, const Unit& unit);

/// "27 %", "£2,257,771", "26,145 children".
[[nodiscard]] std::string written(double value, std::string_view unit_name);

}  // namespace lscb::scenario
