// The dip of a model whose weeks are known beforehand.
#include "experiment/dip.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/compare.h"
#include "fake_model.h"

namespace lscb::experiment {
namespace {

constexpr Instant record_from = at_date(2008, 1, 1);  // a Tuesday, as is the go-live
constexpr Instant go_live = at_date(2011, 4, 12);
constexpr int all_weeks = 313;
constexpr int go_live_week = 171;

/// 60,000 minutes done and 100,000 paid a week in the base; what the alternative does and pays is told by the
/// quarter from its go-live (1, 2, ...; -1, -2, ... before) and the replication.
template <class Share, class Paid>
Replicator weeks_of(Share done, Paid paid) {
  return each_alone([done, paid](const world::Design& d, kernel::WorldKey key, Interval) {
    world::Outcome outcome;
    outcome.figures = {100.0, 10.0, 1e6};
    outcome.case_work.from = record_from;
    for (int w = 0; w < all_weeks; ++w) {
      const int since = w - go_live_week;
      const int quarter = since >= 0 ? since / dip_quarter_weeks + 1
                                     : -((-since + dip_quarter_weeks - 1) / dip_quarter_weeks);
      const auto r = static_cast<int>(key.replication);
      const double less = d.changes.empty() ? 1.0 : done(quarter, r);
      const double more = d.changes.empty() ? 1.0 : paid(quarter);
      outcome.case_work.weeks.push_back({std::llround(60'000.0 * less), std::llround(100'000.0 * more)});
    }
    return outcome;
  });
}

CompareResult compared(const world::Design& base, const world::Design& alternative, const Replicator& model) {
  Options options;
  options.replications = 6;
  return compare(base, {alternative}, options, {}, model, fake::catalogue());
}

CompareResult reorganised(const Replicator& model) {
  return compared(fake::design("base"),
                  fake::design("anew", {fake::restructure(at_date(2011, 1, 12), go_live)}), model);
}

double as_paid(int) {
  return 1.0;
}

// Proves depth, duration and series of a dip by hand: 20 % and 10 % lower in the first two quarters, 8 % in
// the third, 3 % after; while 4 % more hours are paid.
TEST(Dip, HasTheDepthAndLengthOfItsSeries) {
  const auto result = reorganised(weeks_of(
      [](int quarter, int) {
        if (quarter < 1) return 1.0;
        if (quarter == 1) return 0.80;
        if (quarter == 2) return 0.90;
        return quarter == 3 ? 0.92 : 0.97;
      },
      [](int quarter) { return quarter < 1 ? 1.0 : 1.04; }));
  ASSERT_TRUE(result.alternatives[0].dip.has_value());
  const Dip& dip = *result.alternatives[0].dip;
  EXPECT_EQ(dip.go_live, go_live);
  EXPECT_NEAR(*dip.work.depth.mean, -0.15, 1e-12);
  EXPECT_NEAR(*dip.work.depth.high - *dip.work.depth.low, 0.0, 1e-12);
  EXPECT_EQ(dip.work.depth.n, 6);
  EXPECT_NEAR(*dip.per_hour.depth.mean, 0.85 / 1.04 - 1.0, 1e-12);
  EXPECT_EQ(dip.work.back, 4);
  EXPECT_EQ(dip.work.surely_back, 4);
  EXPECT_FALSE(dip.per_hour.back.has_value()) << "0.97 / 1.04 is more than 5 % lower";

  ASSERT_EQ(dip.quarters.front().number, -dip_quarters_before);
  EXPECT_EQ(dip.quarters.front().stretch.from, go_live - weeks(4 * dip_quarter_weeks));
  EXPECT_EQ(*dip.quarters[3].work.mean, 0.0);
  ASSERT_EQ(dip.quarters[4].number, 1) << "no quarter 0";
  EXPECT_EQ(dip.quarters[4].stretch.from, go_live);
  EXPECT_NEAR(*dip.quarters[4].work.mean, -0.20, 1e-12);
  EXPECT_NEAR(*dip.quarters[6].work.mean, -0.08, 1e-12);
  EXPECT_LE(dip.quarters.back().stretch.to, at_date(2014, 1, 1));
  EXPECT_GT(dip.quarters.back().stretch.to + weeks(dip_quarter_weeks), at_date(2014, 1, 1));
}

// Proves that one good quarter between bad ones is no return, and that what never returns is told as such.
TEST(Dip, IsBackForTwoQuartersInARow) {
  const auto once = reorganised(
      weeks_of([](int quarter, int) { return quarter >= 1 && quarter != 3 ? 0.9 : 1.0; }, as_paid));
  EXPECT_FALSE(once.alternatives[0].dip->work.back.has_value());
  const auto never_low = reorganised(weeks_of([](int, int) { return 0.96; }, as_paid));
  EXPECT_EQ(never_low.alternatives[0].dip->work.back, 1);
  const auto gain = reorganised(weeks_of([](int, int) { return 1.2; }, as_paid));
  EXPECT_EQ(gain.alternatives[0].dip->work.back, 1) << "more work done is no dip";
}

// Proves that runs that scatter widen the interval, and that the sure return waits for its lower end: means
// 4 % lower from the second quarter on, but the runs lie from 14 % lower to 6 % more until the sixth.
TEST(Dip, TellsASureReturnByTheInterval) {
  const auto result = reorganised(weeks_of(
      [](int quarter, int r) {
        if (quarter < 1) return 1.0;
        if (quarter == 1) return 0.8;
        return quarter < 6 ? 0.96 + (r % 2 == 0 ? 0.1 : -0.1) : 0.96;
      },
      as_paid));
  const Dip& dip = *result.alternatives[0].dip;
  EXPECT_EQ(dip.work.back, 2);
  EXPECT_EQ(dip.work.surely_back, 6);
  // Student's t on five degrees of freedom, by hand: sd 0.1095, half width 2.5706 x 0.1095 / sqrt(6).
  EXPECT_NEAR(*dip.quarters[5].work.high - *dip.quarters[5].work.mean, 2.570582 * 0.109545 / std::sqrt(6.0),
              1e-5);
}

// Proves that a scenario that differs in nothing from the base has a dip of exactly nothing.
TEST(Dip, OfAScenarioAgainstItselfIsExactlyZero) {
  const auto anew = fake::design("anew", {fake::restructure(at_date(2011, 1, 12), go_live)});
  const auto result = compared(
      anew, anew, weeks_of([](int quarter, int r) { return 1.0 + 0.01 * quarter + 0.1 * r; }, as_paid));
  ASSERT_TRUE(result.alternatives[0].dip.has_value());
  const Dip& dip = *result.alternatives[0].dip;
  for (const Estimate& depth : {dip.work.depth, dip.per_hour.depth}) {
    EXPECT_EQ(depth.mean, 0.0);
    EXPECT_EQ(depth.low, 0.0);
    EXPECT_EQ(depth.high, 0.0);
  }
  EXPECT_EQ(dip.work.back, 1);
  EXPECT_EQ(dip.work.surely_back, 1);
}

// Proves that there is no dip without a reorganisation, without half a year after it, and without a record.
TEST(Dip, IsNoneWithoutAReorganisationAndWhatFollows) {
  const auto flat = weeks_of([](int, int) { return 1.0; }, as_paid);
  const auto base = fake::design("base");
  EXPECT_FALSE(compared(base, fake::design("posts", {fake::posts(go_live, -3)}), flat)
                   .alternatives[0]
                   .dip.has_value());
  const auto at = [](Instant live) {
    return fake::design("anew", {fake::restructure(live - days(60), live)});
  };
  EXPECT_TRUE(compared(base, at(at_date(2013, 6, 25)), flat).alternatives[0].dip.has_value());
  EXPECT_FALSE(compared(base, at(at_date(2013, 7, 10)), flat).alternatives[0].dip.has_value());
  EXPECT_FALSE(compared(base, at(go_live), fake::headline([](auto&, int) { return 1.0; }))
                   .alternatives[0]
                   .dip.has_value());
}

// Proves that it is the reorganisation that the base has not whose dip is told.
TEST(Dip, IsOfTheReorganisationThatDiffers) {
  const auto first = fake::restructure(at_date(2010, 5, 1), at_date(2010, 6, 1));
  const auto second = fake::restructure(at_date(2011, 1, 12), go_live);
  const auto result = compared(fake::design("base", {first}), fake::design("again", {first, second}),
                               weeks_of([](int, int) { return 1.0; }, as_paid));
  EXPECT_EQ(result.alternatives[0].dip->go_live, go_live);
}

}  // namespace
}  // namespace lscb::experiment
