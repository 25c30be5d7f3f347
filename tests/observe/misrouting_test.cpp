// Calls of agencies whose tie is broken go astray.
#include "observe/misrouting.h"

#include <gtest/gtest.h>

#include "example.h"
#include "support/property.h"

namespace lscb::observe {
namespace {

TEST(Misrouting, NeedsABrokenTieAndAShare) {
  Parameters p = example();
  p.misrouted_share = 1.0;
  proof::holds(200, [&] {
    const auto incident = cause(*rc::gen::arbitrary<std::uint64_t>());
    RC_ASSERT(!misrouting(p, 1.0, {1, 0}, incident).astray);
    RC_ASSERT(misrouting(p, 0.0, {1, 0}, incident).astray);
    Parameters none = p;
    none.misrouted_share = 0.0;
    RC_ASSERT(!misrouting(none, 0.0, {1, 0}, incident).astray);
  });
}

// A weaker tie adds to those that go astray, and changes nothing of how they do.
TEST(Misrouting, GrowsAsTheTieFalls) {
  const Parameters p = example();
  proof::holds(400, [&] {
    const auto incident = cause(*rc::gen::arbitrary<std::uint64_t>());
    const double stronger = *rc::gen::inRange(1, 9) / 8.0;
    const double weaker = stronger * *rc::gen::inRange(0, 9) / 8.0;
    const Misrouting a = misrouting(p, stronger, {1, 0}, incident);
    const Misrouting b = misrouting(p, weaker, {1, 0}, incident);
    RC_ASSERT(b.astray || !a.astray);
    if (!a.astray) return;
    RC_ASSERT(a.lost == b.lost);
    RC_ASSERT(a.delay == b.delay);
  });
}

TEST(Misrouting, LosesItsShareAndDelaysTheRest) {
  Parameters p = example();
  p.misrouted_share = 1.0;
  int lost = 0;
  double days = 0.0;
  constexpr int calls = 4000;
  for (std::uint64_t i = 0; i < calls; ++i) {
    const Misrouting m = misrouting(p, 0.0, {1, 0}, cause(i));
    lost += m.lost ? 1 : 0;
    days += in_days(m.delay);
  }
  EXPECT_NEAR(lost, p.misrouted_lost * calls, 0.02 * calls);
  EXPECT_NEAR(days / calls, p.misrouted_days, 0.1 * p.misrouted_days);
}

}  // namespace
}  // namespace lscb::observe
