// Rates of leaving and of illness: each term is felt, none lowers what another raises, and reorganisations
// that follow one another add up.
#include "workforce/hazards.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "rig.h"
#include "support/property.h"

namespace lscb::workforce::test {
namespace {

Parameters felt() {
  Parameters p = calm();
  p.leaving_load_from = 2.0;
  p.leaving_load_slope = 0.25;
  p.leaving_load_most = 2.5;
  p.leaving_early = 1.4;
  p.leaving_later = 0.86;
  p.leaving_missing = 1.0;
  p.leaving_unrest = 0.5;
  p.absence_load_slope = 0.15;
  p.absence_unrest = 0.25;
  return p;
}

Surroundings settled() {
  Surroundings around;
  around.years_in_post = 5.0;
  return around;
}

TEST(Hazards, AreTheUsualRateWhereNothingPresses) {
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), settled()), 0.86);
  EXPECT_DOUBLE_EQ(absence_multiple(felt(), settled()), 1.0);
}

TEST(Hazards, FeelEachTerm) {
  Surroundings around = settled();
  around.years_in_post = 1.0;
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), around), 1.4);
  around = settled();
  around.waiting_weeks = 4.0;
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), around), 0.86 * 1.5);
  EXPECT_DOUBLE_EQ(absence_multiple(felt(), around), 1.3);
  around.waiting_weeks = 400.0;  // leaving under load has a most
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), around), 0.86 * 2.5);
  around = settled();
  around.missing = 0.5;
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), around), 0.86 * 1.5);
  around = settled();
  around.unrest = 1.0;
  EXPECT_DOUBLE_EQ(leaving_multiple(felt(), around), 0.86 * 1.5);
  EXPECT_DOUBLE_EQ(absence_multiple(felt(), around), 1.25);
}

TEST(Unrest, FadesAndAddsToWhatIsLeft) {
  const Instant first = at_date(2008, 1, 1);
  Unrest once;
  once.add(1.0, 12.0, first);
  EXPECT_DOUBLE_EQ(once.level(12.0, first), 1.0);
  EXPECT_NEAR(once.level(12.0, first + years(1)), 0.3679, 1e-3);
  Unrest third;
  third.add(1.0, 12.0, first);
  third.add(1.0, 12.0, first + years(1));
  third.add(1.0, 12.0, first + years(2));
  EXPECT_NEAR(third.level(12.0, first + years(2)), 1.0 + 0.3679 + 0.1353, 1e-3);
}

TEST(Person, IsLessAndLessInexperienced) {
  Parameters p = felt();
  p.experience_years = 2.0;
  EXPECT_DOUBLE_EQ(inexperience(p, Minutes{0}), 1.0);
  EXPECT_NEAR(inexperience(p, years(1)), 0.5, 1e-9);
  EXPECT_DOUBLE_EQ(inexperience(p, years(3)), 0.0);
}

TEST(Person, NewToTheWorkBringsNothingAndAgencyStaffAlwaysSomething) {
  Parameters p = felt();
  p.newly_qualified_share = 0.5;
  int fresh = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    const kernel::Cause cause = kernel::Cause::root().child(1, i);
    const Person permanent = draw_person(p, Holder::permanent, {1, 1}, cause);
    EXPECT_EQ(permanent.newly_qualified, permanent.experience_before == Minutes{0});
    fresh += permanent.newly_qualified ? 1 : 0;
    const Person agency = draw_person(p, Holder::agency, {1, 1}, cause);
    EXPECT_FALSE(agency.newly_qualified);
    EXPECT_EQ(agency.aptitude, permanent.aptitude);  // one draw a purpose: who they are moves nothing else
  }
  EXPECT_GT(fresh, 50);
  EXPECT_LT(fresh, 150);
}

TEST(Hazards, NeverFallWithWhatPresses) {
  proof::holds(200, [] {
    const auto some = [](int most) { return *rc::gen::inRange(0, most + 1) / 10.0; };
    Surroundings less{some(100), some(100), some(10), some(30)};
    Surroundings more = less;
    more.waiting_weeks += some(50);
    more.missing = std::min(1.0, more.missing + some(10));
    more.unrest += some(20);
    RC_ASSERT(leaving_multiple(felt(), more) >= leaving_multiple(felt(), less));
    RC_ASSERT(absence_multiple(felt(), more) >= absence_multiple(felt(), less));
    RC_ASSERT(leaving_multiple(felt(), less) > 0.0);
  });
}

}  // namespace
}  // namespace lscb::workforce::test
