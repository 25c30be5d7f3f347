// Ties to partner agencies: broken at once, mended in time.
#include "observe/partners.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/property.h"

namespace lscb::observe {
namespace {

using spec::Referrer;

const Instant start = at_date(2011, 4, 12);
constexpr Referrer agencies[] = {Referrer::police, Referrer::health, Referrer::school,
                                 Referrer::childrens_centre, Referrer::housing};
constexpr Referrer people[] = {Referrer::relative, Referrer::anonymous, Referrer::self};

TEST(Partners, AreWholeUntilSomebodyBreaksThem) {
  const Partners partners;
  for (const Referrer r : agencies) EXPECT_EQ(partners.tie(r, start), 1.0);
}

TEST(Partners, BreakAndMendWithTheirMean) {
  Partners partners;
  partners.break_ties(0.7, 12.0, start);
  for (const Referrer r : agencies) {
    EXPECT_DOUBLE_EQ(partners.tie(r, start), 0.3);
    EXPECT_NEAR(partners.tie(r, start + years(1.0)), 1.0 - 0.7 * std::exp(-1.0), 1e-6);
    EXPECT_NEAR(partners.tie(r, start + years(20.0)), 1.0, 1e-6);
  }
}

TEST(Partners, PeopleHaveNoTieToAnOrganisation) {
  Partners partners;
  partners.break_ties(1.0, 12.0, start);
  for (const Referrer r : people) {
    EXPECT_FALSE(is_agency(r));
    EXPECT_EQ(partners.tie(r, start), 1.0);
  }
  for (const Referrer r : agencies) EXPECT_EQ(partners.tie(r, start), 0.0);
}

TEST(Partners, ASecondBreakTakesItsShareOfWhatIsLeft) {
  Partners partners;
  partners.break_ties(0.5, 12.0, start);
  const Instant later = start + days(100);
  const double before = partners.tie(Referrer::school, later);
  partners.break_ties(0.5, 12.0, later);
  EXPECT_NEAR(partners.tie(Referrer::school, later), before * 0.5, 1e-12);
}

TEST(Partners, WhoIsSparedKeepsItsOwnTie) {
  Partners partners;
  spec::ByReferrer<bool> consulted{};
  consulted[spec::index(Referrer::health)] = true;
  partners.break_ties(0.7, 12.0, start, consulted);
  EXPECT_EQ(partners.tie(Referrer::health, start), 1.0);
  for (const Referrer r : agencies) {
    if (r != Referrer::health) {
      EXPECT_DOUBLE_EQ(partners.tie(r, start), 0.3);
    }
  }
  // Each mends at the pace of the break that was its own.
  partners.break_ties(0.5, 1.0, start, {});
  const Instant later = start + years(0.25);
  EXPECT_NEAR(partners.tie(Referrer::health, later), 1.0 - 0.5 * std::exp(-3.0), 1e-6);
  EXPECT_NEAR(partners.tie(Referrer::police, later), 1.0 - 0.85 * std::exp(-3.0), 1e-6);
}

TEST(Partners, StayBetweenBrokenAndWholeAndOnlyMend) {
  proof::holds(500, [] {
    Partners partners;
    Instant at = start;
    const int breaks = *rc::gen::inRange(1, 5);
    for (int i = 0; i < breaks; ++i) {
      at = at + days(*rc::gen::inRange(0, 400));
      partners.break_ties(*rc::gen::inRange(0, 9) / 8.0, *rc::gen::inRange(1, 61), at);
    }
    double last = partners.tie(Referrer::police, at);
    RC_ASSERT(last >= 0.0);
    for (int month = 0; month < 24; ++month) {
      at = at + days(30);
      const double tie = partners.tie(Referrer::police, at);
      RC_ASSERT(tie >= last);
      RC_ASSERT(tie <= 1.0);
      last = tie;
    }
  });
}

}  // namespace
}  // namespace lscb::observe
