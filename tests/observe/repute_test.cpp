// What came of an agency's recent calls, about whichever family, moves its next ones.
#include "observe/repute.h"

#include <gtest/gtest.h>

#include "example.h"
#include "support/property.h"

namespace lscb::observe {
namespace {

using spec::Referrer;

TEST(Repute, BeginsNeutral) {
  const Repute repute{example()};
  for (int i = 0; i < spec::referrer_count; ++i) EXPECT_EQ(repute.factor(static_cast<Referrer>(i)), 1.0);
}

TEST(Repute, OfOneAgencyIsItsOwn) {
  Repute repute{example()};
  for (int i = 0; i < 100; ++i) repute.learn(Referrer::school, false);
  EXPECT_LT(repute.factor(Referrer::school), 0.8);
  EXPECT_EQ(repute.factor(Referrer::police), 1.0);
  for (int i = 0; i < 300; ++i) repute.learn(Referrer::school, true);
  EXPECT_GT(repute.factor(Referrer::school), 1.2);
}

TEST(Repute, NeighboursHaveNoCommonMemory) {
  Repute repute{example()};
  for (int i = 0; i < 100; ++i) repute.learn(Referrer::relative, false);
  EXPECT_EQ(repute.factor(Referrer::relative), 1.0);
}

TEST(Repute, ThatWeighsNothingMovesNobody) {
  Parameters p = example();
  p.weight_repute = 0.0;
  Repute repute{p};
  proof::holds(100, [&] {
    repute.learn(Referrer::health, *rc::gen::arbitrary<bool>());
    RC_ASSERT(repute.factor(Referrer::health) == 1.0);
    RC_ASSERT(repute.recent(Referrer::health) >= 0.0);
    RC_ASSERT(repute.recent(Referrer::health) <= 1.0);
  });
}

// One more call that led to something never puts an agency off.
TEST(Repute, GrowsWithWhatIsActedOn) {
  proof::holds(200, [] {
    Repute one{example()};
    Repute other{example()};
    const int calls = *rc::gen::inRange(1, 80);
    for (int i = 0; i < calls; ++i) {
      const bool acted = *rc::gen::arbitrary<bool>();
      one.learn(Referrer::police, acted);
      other.learn(Referrer::police, acted || *rc::gen::arbitrary<bool>());
    }
    RC_ASSERT(other.factor(Referrer::police) >= one.factor(Referrer::police));
  });
}

}  // namespace
}  // namespace lscb::observe
