#include "experiment/interaction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "experiment/compare.h"
#include "fake_model.h"

namespace lscb::experiment {
namespace {

using fake::design;

const change::Change a = fake::posts(at_date(2011, 4, 1), -2);
const change::Change b = fake::centre_cut(at_date(2011, 6, 1), 0.27);
const change::Change c = fake::restructure(at_date(2011, 1, 10), at_date(2011, 4, 1));
const change::Change c2 = fake::posts(at_date(2012, 4, 1), 1);

std::vector<world::Design> cube() {
  return {
      design("a", {a}),         design("b", {b}),         design("c", {c, c2}),        design("ab", {a, b}),
      design("ac", {c, a, c2}), design("bc", {b, c2, c}), design("abc", {b, c, a, c2})};
}

TEST(Factorial, FoundByValueInAnyOrder) {
  auto designs = cube();
  std::reverse(designs.begin(), designs.end());
  const auto forms = factorial_contrasts(design("base"), designs);
  ASSERT_EQ(forms.size(), 5U);
  EXPECT_EQ(forms[0].kind, ContrastKind::excess_over_parts);
  EXPECT_EQ(forms[0].together, "abc");
  EXPECT_EQ(forms[0].parts, (std::vector<std::string>{"c", "b", "a"}));
  EXPECT_EQ(forms[4].kind, ContrastKind::three_way);
}

TEST(Factorial, EveryContrastSumsToNothing) {
  for (const auto& form : factorial_contrasts(design("base"), cube())) {
    int sum = 0;
    for (const Term& term : form.terms) sum += term.weight;
    EXPECT_EQ(sum, 0);
  }
}

TEST(Factorial, NoneWithoutEveryCorner) {
  for (std::size_t missing = 3; missing < 6; ++missing) {
    auto designs = cube();
    designs.erase(designs.begin() + static_cast<std::ptrdiff_t>(missing));
    const auto forms = factorial_contrasts(design("base"), designs);
    EXPECT_TRUE(std::all_of(forms.begin(), forms.end(), [](const ContrastForm& form) {
      return form.kind == ContrastKind::excess_over_parts && form.parts.size() == 2;
    })) << "two of the three parts still make a 2 x 2 design";
  }
  EXPECT_TRUE(factorial_contrasts(design("base"), {design("a", {a}), design("b", {b})}).empty());
  EXPECT_TRUE(factorial_contrasts(design("base"), {design("a", {a}), design("aa", {a}), design("x", {a, b})})
                  .empty());
}

TEST(Factorial, TwoByTwo) {
  const auto forms =
      factorial_contrasts(design("base"), {design("ab", {a, b}), design("b", {b}), design("a", {a})});
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].together, "ab");
}

TEST(Factorial, RelativeToABaseWithChangesOfItsOwn) {
  const auto base = design("base", {c2});
  EXPECT_EQ(factorial_contrasts(base, {design("a", {c2, a}), design("b", {c2, b}), design("ab", {a, b, c2})})
                .size(),
            1U);
  EXPECT_TRUE(factorial_contrasts(base, {design("a", {a}), design("b", {b}), design("ab", {a, b})}).empty())
      << "they take the base's own change away";
}

TEST(Interaction, RecoversKnownContrastsOfACube) {
  // value = replication + 10 a + 20 b + 30 c + 4 ab + 5 ac - 6 bc + 7 abc
  const std::map<std::string, double> value{{"base", 0}, {"a", 10},  {"b", 20},  {"c", 30},
                                            {"ab", 34},  {"ac", 45}, {"bc", 44}, {"abc", 70}};
  const auto model = fake::headline([&value](const std::string& scenario, int replication) {
    return value.at(scenario) + replication * replication;
  });
  Options options;
  options.replications = 5;
  options.delta = 6.5;
  const auto result = compare(design("base"), cube(), options, {}, model, fake::catalogue());
  ASSERT_EQ(result.contrasts.size(), 5U);
  const double expected[] = {70 - 60, 4, 5, -6, 7};
  const Verdict verdict[] = {Verdict::more, Verdict::no_difference_that_matters,
                             Verdict::no_difference_that_matters, Verdict::no_difference_that_matters,
                             Verdict::more};
  for (std::size_t i = 0; i < 5; ++i) {
    const ContrastFigure& figure = result.contrasts[i].figures[0];
    EXPECT_NEAR(*figure.estimate.mean, expected[i], 1e-12);
    EXPECT_EQ(figure.verdict, verdict[i]);
    EXPECT_EQ(figure.delta, 6.5);
    EXPECT_FALSE(result.contrasts[i].figures[1].delta.has_value());
  }
}

// Proves that the headline's intervals hold together over the contrasts, and no other's: five times wider a
// tail for each, by Student's t itself.
TEST(Interaction, TheHeadlinesIntervalsHoldTogether) {
  const auto model = fake::replicator([](const world::Design& d, std::uint64_t, int replication) {
    const double noise = d.scenario == "abc" ? (replication % 3) - 1.0 : 0.0;
    return measures::Figures{noise, noise, 1e6};
  });
  Options options;
  options.replications = 9;
  const auto result = compare(design("base"), cube(), options, {}, model, fake::catalogue());
  ASSERT_EQ(result.contrasts.size(), 5U);
  const Contrast& excess = result.contrasts[0];
  const auto half_width = [](const ContrastFigure& figure) {
    return (*figure.estimate.high - *figure.estimate.low) / 2.0;
  };
  StudentT together{1.0 - 0.05 / 5.0};
  StudentT alone{0.95};
  const double error = *excess.figures[0].estimate.deviation / 3.0;
  EXPECT_NEAR(half_width(excess.figures[0]), together.half_width(9) * error, 1e-12);
  EXPECT_NEAR(half_width(excess.figures[1]), alone.half_width(9) * error, 1e-12);
  EXPECT_TRUE(excess.figures[0].simultaneous);
  EXPECT_FALSE(excess.figures[1].simultaneous);
  EXPECT_EQ(excess.figures[0].level, 0.95);
}

TEST(Interaction, CountsReplicationsWhereEveryCornerIsDefined) {
  const auto model = fake::headline([](const std::string& scenario, int replication) {
    if (scenario == "a" && replication == 0) return std::optional<double>{};
    return std::optional<double>{static_cast<double>(replication)};
  });
  Options options;
  options.replications = 5;
  const auto result = compare(design("base"), cube(), options, {}, model, fake::catalogue());
  EXPECT_EQ(result.contrasts[0].figures[0].estimate.n, 4) << "excess takes a";
  EXPECT_EQ(result.contrasts[3].figures[0].estimate.n, 5) << "b with c does not";
}

}  // namespace
}  // namespace lscb::experiment
