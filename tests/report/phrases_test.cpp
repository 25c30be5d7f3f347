#include "report/phrases.h"

#include <gtest/gtest.h>

#include <ostream>

namespace lscb::report {
namespace {

using experiment::Estimate;
using experiment::Verdict;

Estimate between(double low, double high) {
  return {20, (low + high) / 2.0, 1.0, low, high};
}
Estimate of(double mean, double low, double high) {
  return {20, mean, 1.0, low, high};
}

struct Row {
  Estimate estimate;
  const char* unit;
  const char* words;
};
void PrintTo(const Row& row, std::ostream* out) {
  *out << row.words;
}

class DifferenceWords : public testing::TestWithParam<Row> {};
TEST_P(DifferenceWords, ReadAsABoardWouldSayThem) {
  EXPECT_EQ(difference_in_words(GetParam().estimate, GetParam().unit), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DifferenceWords,
    testing::Values(
        Row{between(24.2, 37.8), "children a year", "about 31 more children a year, 24 to 38"},
        Row{between(-19.4, -4.6), "children a year", "about 12 fewer children a year, 5 to 19"},
        Row{of(1.1, 0.06, 2.18), "children a year", "about 1.1 more children a year, 0.1 to 2.2"},
        Row{of(-1.2, -4.3, 1.9), "children a year", "about 1 fewer child a year, 4 fewer to 2 more"},
        Row{of(1.2, -2.1, 4.5), "children a year", "about 1 more child a year, 2 fewer to 5 more"},
        Row{of(0.2, -5.4, 5.8), "children a year", "about as many children a year, 5 fewer to 6 more"},
        Row{of(2.2, -0.4, 4.8), "children a year", "about 2 more children a year, none to 5 more"},
        Row{of(312, 287, 337), "contacts a year", "about 310 more contacts a year, 290 to 340"},
        Row{between(1234, 1256), "contacts a year", "about 1,250 more contacts a year, 1,230 to 1,260"},
        Row{of(0.31, 0.27, 0.35), "events a year", "about 0.31 more events a year, 0.27 to 0.35"},
        Row{of(5.0, 0.2, 9.8), "children a year", "about 5.0 more children a year, 0.2 to 9.8"},
        Row{of(0.6, 0.004, 1.2), "children a year", "about 0.600 more children a year, 0.004 to 1.200"},
        Row{of(1.0, 0.6, 1.4), "households a worker", "about 1.0 more households a worker, 0.6 to 1.4"},
        Row{of(30'400, 21'000, 39'800), "pounds a year", "about £30,000 more a year, £21,000 to £40,000"},
        Row{of(-200, -5'200, 4'800), "pounds a year",
            "about the same amount a year, £5,000 less to £5,000 more"},
        Row{of(0.031, 0.012, 0.050), "share", "about 3 percentage points higher, 1 to 5"},
        Row{of(-0.011, -0.025, 0.003), "share", "about 1 percentage point lower, 3 lower to none"},
        Row{of(0.001, -0.02, 0.022), "share", "about the same share, 2 lower to 2 higher"},
        Row{of(0, 0, 0), "children a year", "exactly the same in every run"},
        Row{of(2, 2, 2), "children a year", "2 more children a year in every run"},
        Row{of(1, 1, 1), "children a year", "1 more child a year in every run"},
        Row{of(0.1 + 0.2, 0.3, 0.1 + 0.2), "child-days a year", "0.3 more child-days a year in every run"},
        Row{Estimate{1, 3.0, {}, {}, {}}, "children", "about 3 more children (one run: no interval)"},
        Row{Estimate{1, -12'345.0, {}, {}, {}}, "contacts a year",
            "about 12,300 fewer contacts a year (one run: no interval)"},
        Row{Estimate{}, "children", "not defined"}));

class LevelWords : public testing::TestWithParam<Row> {};
TEST_P(LevelWords, ReadAsABoardWouldSayThem) {
  EXPECT_EQ(level_in_words(GetParam().estimate, GetParam().unit), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Table, LevelWords,
    testing::Values(Row{of(214.2, 205.4, 223.1), "children a year", "about 214 children a year, 205 to 223"},
                    Row{of(1.2, -1.0, 3.4), "children", "about 1 child, -1 to 3"},
                    Row{of(0.712, 0.708, 0.716), "share", "about 71.2 %, 70.8 to 71.6"},
                    Row{of(4'210'400, 4'160'000, 4'260'800), "pounds a year",
                        "about £4,210,000 a year, £4,160,000 to £4,260,000"},
                    Row{of(0, 0, 0), "spells a year", "0 spells a year in every run"},
                    Row{of(1, 1, 1), "decisions a year", "1 decision a year in every run"},
                    Row{Estimate{1, 12.34, {}, {}, {}}, "hours a year",
                        "about 12.3 hours a year (one run: no interval)"},
                    Row{Estimate{1, 4'573'381.0, {}, {}, {}}, "pounds a year",
                        "about £4,570,000 a year (one run: no interval)"},
                    Row{Estimate{1, 0.4567, {}, {}, {}}, "share", "about 45.7 % (one run: no interval)"},
                    Row{Estimate{}, "share", "not defined"}));

TEST(Words, VerdictSaysHowManyRunsWouldDo) {
  const auto said = [](Verdict verdict, std::optional<std::int64_t> runs, const char* unit) {
    const Estimate any;
    EXPECT_EQ(verdict_in_short({any, verdict, {}, runs}, unit),
              verdict_in_words({any, verdict, {}, runs}, unit));
    return verdict_in_words({any, verdict, {}, runs}, unit);
  };
  EXPECT_EQ(said(Verdict::more, {}, "children a year"), "more");
  EXPECT_EQ(said(Verdict::not_enough_runs, 1'643, "children a year"),
            "not enough runs to say (about 1,600 would do)");
  EXPECT_EQ(said(Verdict::not_enough_runs, 7, "share"), "not enough runs to say (about 7 would do)");
  EXPECT_EQ(said(Verdict::not_enough_runs, {}, "share"), "not enough runs to say");
  EXPECT_EQ(said(Verdict::fewer, {}, "children a year"), "fewer");
  EXPECT_EQ(said(Verdict::fewer, {}, "pounds a year"), "less");
  EXPECT_EQ(said(Verdict::fewer, {}, "share"), "lower");
  EXPECT_EQ(said(Verdict::more, {}, "share"), "higher");
}

// Proves that of a difference too small to act on the words say its sign where the interval excludes 0, in
// the unit's own words, and none where it does not.
TEST(Words, ASettledSignIsSaidOfWhatDoesNotMatter) {
  const auto said = [](const Estimate& e, double delta, const char* unit) {
    const Judged judged{e, experiment::judge(e, delta), delta, {}};
    return verdict_in_words(judged, unit) + " | " + verdict_in_short(judged, unit);
  };
  const std::string plain = "no difference that matters";
  EXPECT_EQ(said(between(33.2, 42.8), 43.4, "children a year"),
            plain + ": more, by less than the 43 you would act on | more, by less than 43");
  EXPECT_EQ(said(between(-42.8, -33.2), 43.4, "children a year"),
            plain + ": fewer, by less than the 43 you would act on | fewer, by less than 43");
  EXPECT_EQ(said(between(-9'000, -1'000), 20'000, "pounds a year"),
            plain + ": less, by less than the £20,000 you would act on | less, by less than £20,000");
  EXPECT_EQ(said(between(0.001, 0.009), 0.02, "share"),
            plain +
                ": higher, by less than the 2.0 percentage points you would act on | "
                "higher, by less than 2.0 percentage points");
  EXPECT_EQ(said(between(-3, 42), 43, "children a year"), plain + " | " + plain);
  EXPECT_EQ(said(between(0, 42), 43, "children a year"), plain + " | " + plain) << "ends are inside";
  EXPECT_EQ(said(between(33, 44), 43, "children a year"), "more | more");
}

TEST(Words, SmallCorrelationIsSaidToBeSmall) {
  EXPECT_EQ(correlation_in_words(0.834), "correlation 0.83");
  EXPECT_EQ(correlation_in_words(0.12), "correlation 0.12, small");
  EXPECT_EQ(correlation_in_words(-0.001), "correlation 0.00, small");
  EXPECT_EQ(correlation_in_words(-0.4), "correlation -0.40");
  EXPECT_EQ(correlation_in_words(std::nullopt), "correlation not defined");
}

TEST(Words, DeltaAndDates) {
  EXPECT_EQ(delta_in_words(8.26, "children a year"), "8.3 children a year");
  EXPECT_EQ(delta_in_words(10.71, "children a year"), "11 children a year");
  EXPECT_EQ(delta_in_words(0.0, "children a year"), "0 children a year");
  EXPECT_EQ(window_in_words({at_date(2011, 1, 12), at_date(2014, 1, 1)}),
            "12 January 2011 to 31 December 2013");
}

TEST(Words, Grouping) {
  EXPECT_EQ(grouped(1'234'567.84, 1), "1,234,567.8");
  EXPECT_EQ(grouped(-999.6, 0), "-1,000");
  EXPECT_EQ(grouped(149.0, -2), "100");
  EXPECT_EQ(grouped(-0.2, 0), "0");
  EXPECT_EQ(grouped(0.0, 0), "0");
  EXPECT_EQ(three_figures(1'234'567.8), "1,230,000");
  EXPECT_EQ(three_figures(84.0), "84");
  EXPECT_EQ(three_figures(999.6), "1,000");
  EXPECT_EQ(three_figures(0.0), "0");
}

}  // namespace
}  // namespace lscb::report
