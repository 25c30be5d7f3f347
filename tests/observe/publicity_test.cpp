// Calls after a publicised tragedy: a multiple that fades, met first by those who kept silent and then by
// closer looks.
#include "observe/publicity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "example.h"
#include "support/property.h"

namespace lscb::observe {
namespace {

const Instant start = at_date(2008, 11, 11);

TEST(Publicity, IsNoneInOrdinaryTimes) {
  EXPECT_EQ(Publicity{}.level(start), 1.0);
  Publicity publicity;
  publicity.strike(1.0, 6.0, start);
  EXPECT_EQ(publicity.level(start + days(1)), 1.0);
}

TEST(Publicity, FadesWithItsMean) {
  Publicity publicity;
  publicity.strike(3.0, 6.0, start);
  EXPECT_EQ(publicity.level(start - Minutes{1}), 1.0);
  EXPECT_DOUBLE_EQ(publicity.level(start), 3.0);
  EXPECT_NEAR(publicity.level(start + years(0.5)), 1.0 + 2.0 * std::exp(-1.0), 1e-6);
  EXPECT_NEAR(publicity.level(start + years(30.0)), 1.0, 1e-6);
}

TEST(Publicity, OfTwoTragediesAddsUp) {
  Publicity publicity;
  publicity.strike(3.0, 6.0, start);
  const double before = publicity.level(start + days(90));
  publicity.strike(2.0, 60.0, start + days(90));
  EXPECT_DOUBLE_EQ(publicity.level(start + days(90)), before + 1.0);
}

// Of a whole tie and nobody given up: looks x willingness is the multiple asked for.
TEST(Publicity, IsMetByWillingnessAndThenByCloserLooks) {
  const Parameters p = example();
  EXPECT_EQ(attention(p, 1.0), 1.0);
  EXPECT_EQ(attention(p, 1.1), 1.0) << "there are still some to be won";
  for (const double surge : {1.0, 1.1, 1.5, 2.0, 5.0}) {
    EXPECT_NEAR(attention(p, surge) * willingness(p, 1.0, 0, surge), surge * willingness(p, 1.0, 0, 1.0),
                1e-12);
  }
}

// What is noticed only for closer looks comes on top: whoever would have noticed before still does, and
// first.
TEST(Publicity, LeavesEveryWitnessInTheirPlace) {
  const Parameters p = example();
  proof::holds(400, [&] {
    const auto incident = cause(*rc::gen::arbitrary<std::uint64_t>());
    Scene scene;
    scene.severity = *rc::gen::inRange(0, 17) / 4.0;
    scene.age_years = *rc::gen::inRange(0, 18);
    const Witness before = witness(p, mix(), scene, {1, 0}, incident);
    scene.publicity = 1.0 + *rc::gen::inRange(0, 17) / 4.0;
    const Witness after = witness(p, mix(), scene, {1, 0}, incident);
    RC_ASSERT(after.noticed || !before.noticed);
    if (before.noticed) {
      RC_ASSERT(after.referrer == before.referrer);
      RC_ASSERT(after.delay == before.delay);
      RC_ASSERT(after.reluctance == before.reluctance);
    }
  });
}

TEST(Publicity, BringsMoreWitnesses) {
  const Parameters p = example();
  int before = 0;
  int after = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    Scene scene;
    scene.severity = 1.0;
    scene.age_years = 8.0;
    before += witness(p, mix(), scene, {1, 0}, cause(i)).noticed ? 1 : 0;
    scene.publicity = 2.0;
    after += witness(p, mix(), scene, {1, 0}, cause(i)).noticed ? 1 : 0;
  }
  EXPECT_NEAR(after, before * attention(p, 2.0), 0.1 * before);
}

}  // namespace
}  // namespace lscb::observe
