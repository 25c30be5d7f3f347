// A degenerate case: more staff is not worse. Non-inferiority in every scenario of the Island: four more
// social workers' posts on duty and four more for long-term work, from the first day counted, filled as
// others are.
//
// Margin: 5 % of that scenario's missed assessments. 10 replications, seed 11; the upper end of the paired
// interval at 99 % lies below the margin. Nothing says that the effect must be large.
#include "contrast.h"

namespace lscb::loops {
namespace {

TEST(MoreStaff, IsNotWorseInAnyScenarioOfTheIsland) {
  for (const std::string& name : world::shipped_scenarios()) {
    const world::Design base = world::shipped(name);
    if (base.area.id != "isle-of-wight-2010") continue;
    world::Design more = base;
    for (const char* team : {"duty", "long-term"}) {
      change::Posts posts;
      posts.team = team;
      posts.count = 4;
      more.changes.push_back({base.window.from, "posts", "council", posts, {}});
    }
    const Contrasts both{{base, more}, {base.window, 10}};
    const auto effect = both.of("missed_assessments", {-1.0, 1.0});
    const double margin = 0.05 * *both.of("missed_assessments", {1.0}).mean;
    print(name, effect);
    EXPECT_LT(*effect.high, margin) << name;
  }
}

}  // namespace
}  // namespace lscb::loops
