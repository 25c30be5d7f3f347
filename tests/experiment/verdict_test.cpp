#include "experiment/verdict.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

namespace lscb::experiment {
namespace {

struct Row {
  const char* name;
  double low, high;
  std::optional<double> delta;
  Verdict expected;
};
void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class VerdictTable : public testing::TestWithParam<Row> {};

TEST_P(VerdictTable, InTheStatedOrder) {
  const Row& row = GetParam();
  Estimate e;
  e.n = 10;
  e.mean = (row.low + row.high) / 2;
  e.deviation = 1.0;
  e.low = row.low;
  e.high = row.high;
  EXPECT_EQ(judge(e, row.delta), row.expected);
}

constexpr double tiny = 1e-12;
constexpr auto none = Verdict::no_difference_that_matters;
INSTANTIATE_TEST_SUITE_P(
    Boundaries, VerdictTable,
    testing::Values(Row{"inside", -1, 1, 2.0, none}, Row{"both ends on delta", -2, 2, 2.0, none},
                    Row{"high just over delta", -2, 2 + tiny * 1e3, 2.0, Verdict::not_enough_runs},
                    Row{"low just under minus delta", -2 - tiny * 1e3, 2, 2.0, Verdict::not_enough_runs},
                    Row{"clearly more, yet not by what matters", 0.5, 1.5, 2.0, none},
                    Row{"clearly fewer, yet not by what matters", -1.5, -0.5, 2.0, none},
                    Row{"more, reaching beyond delta", 0.5, 2.5, 2.0, Verdict::more},
                    Row{"fewer, reaching beyond delta", -2.5, -0.5, 2.0, Verdict::fewer},
                    Row{"low is zero", 0.0, 3, 2.0, Verdict::not_enough_runs},
                    Row{"low just above zero", tiny, 3, 2.0, Verdict::more},
                    Row{"high is zero", -3, 0.0, 2.0, Verdict::not_enough_runs},
                    Row{"high just below zero", -3, -tiny, 2.0, Verdict::fewer},
                    Row{"exactly nothing", 0, 0, 2.0, none},
                    Row{"exactly nothing, delta zero", 0, 0, 0.0, none},
                    Row{"without delta never the first", 0, 0, std::nullopt, Verdict::not_enough_runs},
                    Row{"without delta, narrow", -tiny, tiny, std::nullopt, Verdict::not_enough_runs},
                    Row{"without delta, more", tiny, 1, std::nullopt, Verdict::more},
                    Row{"without delta, fewer", -1, -tiny, std::nullopt, Verdict::fewer}));

TEST(Verdict, NoIntervalIsNotEnough) {
  Estimate one;
  one.n = 1;
  one.mean = 5.0;
  EXPECT_EQ(judge(one, 10.0), Verdict::not_enough_runs);
  EXPECT_EQ(judge({}, std::nullopt), Verdict::not_enough_runs);
}

Estimate seen(std::int64_t n, double mean, double deviation) {
  StudentT t{0.95};
  const double half = t.half_width(n) * deviation / std::sqrt(static_cast<double>(n));
  return {n, mean, deviation, mean - half, mean + half};
}

TEST(RunsNeeded, IsTheLeastThatSettles) {
  for (const double deviation : {0.5, 3.0, 20.0, 150.0}) {
    for (const std::optional<double> delta : {std::optional<double>{}, std::optional<double>{4.0}}) {
      StudentT t{0.95};
      const Estimate e = seen(50, 1.0, deviation);
      const auto n = runs_needed(e, delta, 50, t);
      ASSERT_TRUE(n.has_value());
      const double target = delta ? 3.0 : 1.0;
      const auto reach = [&](std::int64_t runs) {
        return (t.half_width(runs) + t.power_margin(runs)) * deviation / std::sqrt(static_cast<double>(runs));
      };
      EXPECT_LE(reach(*n), target);
      if (*n > 2) {
        EXPECT_GT(reach(*n - 1), target);
      }
    }
  }
}

TEST(RunsNeeded, TextbookNumber) {
  // Large-sample size for a paired difference of half a deviation, 5 % two-sided, power 0.8: (1.960 +
  // 0.842)^2 * 4 = 31.4, and about two more for Student's t.
  StudentT t{0.95};
  const auto n = runs_needed(seen(20, 1.0, 2.0), std::nullopt, 20, t);
  ASSERT_TRUE(n.has_value());
  EXPECT_GE(*n, 33);
  EXPECT_LE(*n, 35);
}

TEST(RunsNeeded, CountsReplicationsWithoutFigure) {
  StudentT t{0.95};
  const Estimate half_defined = seen(20, 1.0, 2.0);
  const auto all = runs_needed(half_defined, std::nullopt, 20, t);
  const auto half = runs_needed(half_defined, std::nullopt, 40, t);
  ASSERT_TRUE(all && half);
  EXPECT_EQ(*half, 2 * *all);
}

TEST(RunsNeeded, NoneWhereNoNumberWouldDo) {
  StudentT t{0.95};
  EXPECT_FALSE(runs_needed(seen(50, 0.0, 3.0), std::nullopt, 50, t)) << "no difference, no delta";
  EXPECT_FALSE(runs_needed(seen(50, 1e-6, 3.0), std::nullopt, 50, t)) << "beyond a million";
  EXPECT_FALSE(runs_needed(Estimate{1, 2.0, std::nullopt, std::nullopt, std::nullopt}, 1.0, 1, t));
  EXPECT_TRUE(runs_needed(seen(50, 0.0, 3.0), 1.0, 50, t)) << "no difference can be shown not to matter";
}

TEST(Verdict, WordsAreThoseOfTheSchema) {
  EXPECT_EQ(words(Verdict::no_difference_that_matters), "no difference that matters");
  EXPECT_EQ(words(Verdict::more), "more");
  EXPECT_EQ(words(Verdict::fewer), "fewer");
  EXPECT_EQ(words(Verdict::not_enough_runs), "not enough runs to say");
}

}  // namespace
}  // namespace lscb::experiment
