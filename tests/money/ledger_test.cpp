// Spend to the penny, whatever the cuts.
#include "money/ledger.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace lscb::money {
namespace {

TEST(Ledger, SpendsARateOverAYear) {
  Ledger ledger;
  const CostCentreId centre = ledger.open("Staff");
  const Instant begin = at_date(2010, 1, 1);
  ledger.set_rate(centre, begin, pounds(365'250));
  EXPECT_EQ(ledger.spend(centre, begin, begin + days(1)), pounds(1000));
  EXPECT_EQ(ledger.spend_in_month(centre, 2010, 2), pounds(28'000));
  EXPECT_EQ(ledger.spend_in_month(centre, 2009, 12), Pence{0});
  EXPECT_EQ(ledger.spend_in_financial_year(centre, 2011), pounds(366'000));  // 29 February 2012 is in it
  EXPECT_EQ(ledger.title(centre), "Staff");
}

TEST(Ledger, ChangesRateAtTheMinute) {
  Ledger ledger;
  const CostCentreId centre = ledger.open("Staff");
  const Instant begin = at_date(2010, 1, 1);
  ledger.set_rate(centre, begin, pounds(365'250));
  ledger.set_rate(centre, begin + days(10), pounds(730'500));
  ledger.set_rate(centre, begin + days(20), Pence{0});
  EXPECT_EQ(ledger.spend(centre, begin, begin + days(100)), pounds(30'000));
  EXPECT_EQ(ledger.spend(centre, begin + days(9), begin + days(11)), pounds(3000));
  EXPECT_EQ(ledger.rate(centre), Pence{0});
}

TEST(Ledger, CountsAPaymentInTheTimeThatHoldsIt) {
  Ledger ledger;
  const CostCentreId centre = ledger.open("Recruitment");
  const Instant when = at_date(2010, 5, 1);
  ledger.pay(centre, when, pounds(5000));
  ledger.pay(centre, when, pounds(1));
  EXPECT_EQ(ledger.spend_in_month(centre, 2010, 4), Pence{0});
  EXPECT_EQ(ledger.spend_in_month(centre, 2010, 5), pounds(5001));
  EXPECT_EQ(ledger.spend(centre, when, when), Pence{0});
}

// Any rates, any payments, cut anywhere: the parts add up to the whole to the penny, and the whole differs
// from the exact spend by less than a penny for each change of rate.
TEST(Ledger, PartsAddUpToTheWhole) {
  EXPECT_TRUE(rc::check([] {
    const Instant begin = at_date(2008, 1, 1);
    const auto some_minutes = rc::gen::inRange<std::int64_t>(0, 5'000'000);
    Ledger ledger;
    const CostCentreId centre = ledger.open("Any");
    auto changes = *rc::gen::container<std::vector<std::pair<std::int64_t, std::int64_t>>>(
        rc::gen::pair(some_minutes, rc::gen::inRange<std::int64_t>(0, 1'000'000'000)));
    std::sort(changes.begin(), changes.end());
    for (const auto& [minute, rate] : changes) ledger.set_rate(centre, begin + Minutes{minute}, Pence{rate});
    auto payments = *rc::gen::container<std::vector<std::int64_t>>(some_minutes);
    std::sort(payments.begin(), payments.end());
    for (const std::int64_t minute : payments)
      ledger.pay(centre, begin + Minutes{minute}, Pence{minute % 977});

    auto cuts = *rc::gen::container<std::vector<std::int64_t>>(some_minutes);
    cuts.push_back(0);
    cuts.push_back(5'000'000);
    std::sort(cuts.begin(), cuts.end());
    Pence parts;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      const Pence part = ledger.spend(centre, begin + Minutes{cuts[i - 1]}, begin + Minutes{cuts[i]});
      RC_ASSERT(part >= Pence{0});
      if (i + 1 == cuts.size())
        RC_ASSERT(ledger.by_present_rates(begin + Minutes{5'000'000}, begin + Minutes{5'100'000}) ==
                  ledger.spend(centre, begin + Minutes{5'000'000}, begin + Minutes{5'100'000}));
      parts += part;
    }
    const Pence whole = ledger.spend(centre, begin, begin + Minutes{5'000'000});
    RC_ASSERT(parts == whole);
    RC_ASSERT(ledger.spend(begin, begin + Minutes{5'000'000}) == whole);

    long double exact = 0.0L;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::int64_t until = i + 1 < changes.size() ? changes[i + 1].first : 5'000'000;
      exact += static_cast<long double>(changes[i].second) *
               static_cast<long double>(until - changes[i].first) / 525'960.0L;
    }
    for (const std::int64_t minute : payments) exact += static_cast<long double>(minute % 977);
    const long double off = static_cast<long double>(whole.count()) - exact;
    const auto slack = static_cast<long double>(changes.size() + 1);
    RC_ASSERT(off > -slack);
    RC_ASSERT(off < slack);
  }));
}

/// floor(a x b / c) exactly, by schoolbook long division in base 2: no product of a and b is ever formed.
/// REQUIRES: a >= 0, b >= 0, 0 < c < 2^62, a result below 2^63.
std::int64_t wide(std::int64_t a, std::int64_t b, std::int64_t c) {
  std::int64_t quotient = 0;
  std::int64_t rest = 0;
  for (int bit = 62; bit >= 0; --bit) {
    // Twice what is there, and one b more where a has this bit.
    quotient *= 2;
    rest *= 2;
    if ((a >> bit) % 2 != 0) {
      quotient += b / c;
      rest += b % c;
    }
    quotient += rest / c;
    rest %= c;
  }
  return quotient;
}

// Proves that at any rate the ledger takes the spend is that of exact arithmetic, though the product of rate
// and minutes does not fit 64 bits.
TEST(Ledger, SpendsAnyRateAsExactArithmeticDoes) {
  EXPECT_EQ(wide(99'999'999'999'999, 36'817'200, 525'960), 6'999'999'999'999'930);
  EXPECT_TRUE(rc::check([] {
    const auto rate = *rc::gen::inRange<std::int64_t>(0, 100'000'000'000'000);
    const auto minute = rc::gen::inRange<std::int64_t>(0, 70'000'000);  // until 2103
    std::int64_t from = *minute;
    std::int64_t to = *minute;
    if (to < from) std::swap(from, to);
    Ledger ledger;
    const CostCentreId centre = ledger.open("England");
    ledger.set_rate(centre, Instant{0}, Pence{rate});
    const Pence exact{wide(rate, to, 525'960) - wide(rate, from, 525'960)};
    RC_ASSERT(ledger.spend(centre, Instant{from}, Instant{to}) == exact);
    RC_ASSERT(ledger.by_present_rates(Instant{from}, Instant{to}) == exact);
  }));
}

// England as one area: its 65,000 placements alone are beyond 10^11 pence a year.
TEST(Ledger, HoldsTheMoneyOfAWholeCountry) {
  Ledger ledger;
  const CostCentreId centre = ledger.open("Placements");
  ledger.set_rate(centre, at_date(2010, 1, 1), pounds(3'652'500'000));
  EXPECT_EQ(ledger.spend_in_financial_year(centre, 2010), pounds(3'650'000'000));
}

TEST(Ledger, KnowsItsRateBeforeAndWhatItMeansForTheRest) {
  Ledger ledger;
  const CostCentreId staff = ledger.open("Staff");
  const CostCentreId posts = ledger.open("Recruitment");
  const Instant begin = at_date(2010, 1, 1);
  EXPECT_EQ(ledger.rate_before(staff, begin), Pence{0});
  ledger.set_rate(staff, begin, pounds(365'250));
  ledger.set_rate(staff, begin + days(10), pounds(730'500));
  EXPECT_EQ(ledger.rate_before(staff, begin), pounds(365'250)) << "there was none before the first";
  EXPECT_EQ(ledger.rate_before(staff, begin + days(10)), pounds(365'250));
  EXPECT_EQ(ledger.rate_before(staff, begin + days(11)), pounds(730'500));
  EXPECT_EQ(ledger.by_present_rates(begin + days(20), begin + days(25)), pounds(10'000));
  ledger.pay(posts, begin + days(12), pounds(3));
  EXPECT_EQ(ledger.paid(begin, begin + days(12)), Pence{0});
  EXPECT_EQ(ledger.paid(begin, begin + days(13)), pounds(3));
}

TEST(LedgerDeath, RefusesThePast) {
  Ledger ledger;
  const CostCentreId centre = ledger.open("Staff");
  ledger.set_rate(centre, at_date(2010, 1, 2), pounds(1));
  EXPECT_DEATH(ledger.set_rate(centre, at_date(2010, 1, 1), pounds(2)), "in order of time");
  EXPECT_DEATH(ledger.set_rate(centre, at_date(2010, 1, 3), Pence{-1}), "outside");
  EXPECT_DEATH(ledger.set_rate(centre, at_date(2010, 1, 3), Pence{100'000'000'000'000}), "outside");
}

}  // namespace
}  // namespace lscb::money
