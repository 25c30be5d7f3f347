#include "scenario/quantity.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/property.h"

namespace lscb::scenario {
namespace {

double read(std::string_view text, const Unit& unit) {
  const auto result = parse_quantity(text, unit);
  const auto* value = std::get_if<double>(&result);
  if (value == nullptr) ADD_FAILURE() << text << ": " << std::get<QuantityError>(result).found;
  return value != nullptr ? *value : -1.0;
}

QuantityError refused(std::string_view text, const Unit& unit) {
  const auto result = parse_quantity(text, unit);
  const auto* error = std::get_if<QuantityError>(&result);
  if (error == nullptr) ADD_FAILURE() << text << " was taken as " << std::get<double>(result);
  return error != nullptr ? *error : QuantityError{};
}

TEST(Quantity, IsReadInTheUnitItIsWrittenIn) {
  EXPECT_EQ(read("27 %", units::share()), 27.0);
  EXPECT_EQ(read("27%", units::share()), 27.0);
  EXPECT_EQ(read(" 13.1 per cent ", units::share()), 13.1);
  EXPECT_EQ(read("2 years", units::months()), 24.0);
  EXPECT_EQ(read("1 month", units::months()), 1.0);
  EXPECT_EQ(read("-0.2 levels", units::levels()), -0.2);
  EXPECT_EQ(read("£2,257,771", units::pounds_a_year()), 2257771.0);
  EXPECT_EQ(read("2257771.25 pounds", units::pounds_a_year()), 2257771.25);
  EXPECT_EQ(read("£10 a year", units::pounds_a_year()), 10.0);
  EXPECT_EQ(read("26,145", units::children()), 26145.0);
}

TEST(Quantity, WantsItsUnit) {
  EXPECT_EQ(refused("27", units::share()).found, "\"27\" without a unit");
  EXPECT_EQ(refused("27", units::share()).expected, "a number with its unit, as in \"27 %\"");
}

TEST(Quantity, RefusesAnotherUnitAndNamesTheNearest) {
  const QuantityError error = refused("3 weeks", units::months());
  EXPECT_EQ(error.found, "the unit \"weeks\" in \"3 weeks\"");
  EXPECT_EQ(error.expected, "the unit \"months\", as in \"4 months\"");
  EXPECT_EQ(refused("3 mnths", units::months()).suggestion, "months");
  EXPECT_EQ(refused("£3", units::share()).found, "the unit \"£\" in \"£3\"");
}

TEST(Quantity, RefusesWhatIsNotOneNumber) {
  for (const char* text : {"", "%", "many %", "1.2.3 %", "1,23 %", "- %", ".5 %", "1e3 %",
                           "1234567890123456 %", "0x10 %", "nan %", "inf %", "1..2 %", "12,3456 %"}) {
    (void)refused(text, units::share());
  }
}

TEST(Quantity, IsWrittenAsItIsRead) {
  EXPECT_EQ(written(27.0, "%"), "27 %");
  EXPECT_EQ(written(2257771.0, "pounds a year"), "£2,257,771 a year");
  EXPECT_EQ(written(26145.0, "children"), "26,145 children");
}

// The C library rounds correctly; so must digits gathered and divided once.
TEST(Quantity, GivesTheNearestDouble) {
  proof::holds(500, []() {
    const auto whole = *rc::gen::inRange<long>(0, 100'000'000L);
    const auto decimals = *rc::gen::inRange<int>(0, 999'999);
    const std::string number = fmt::format("{}.{:06}", whole, decimals);
    const auto result = parse_quantity(number + " %", units::share());
    RC_ASSERT(std::holds_alternative<double>(result));
    RC_ASSERT(std::get<double>(result) == std::strtod(number.c_str(), nullptr));
  });
}

TEST(Quantity, NeverFailsOnAnyText) {
  proof::holds(500, [](const std::string& text) {
    for (const Unit* unit : {&units::share(), &units::pounds_a_year(), &units::children()}) {
      const auto result = parse_quantity(text, *unit);
      if (const auto* error = std::get_if<QuantityError>(&result)) RC_ASSERT(!error->found.empty());
    }
  });
}

}  // namespace
}  // namespace lscb::scenario
