// Who makes the n-th visit: over time each role carries its share.
#include <gtest/gtest.h>

#include <array>

#include "example.h"
#include "pathway/work.h"
#include "support/property.h"

namespace lscb::pathway {
namespace {

using spec::Role;

/// Visits by role among the first `turns`.
std::array<int, spec::role_count> visits(const Parameters& p, Work work, int turns) {
  std::array<int, spec::role_count> by_role{};
  for (int n = 0; n < turns; ++n) ++by_role[spec::index(visitor(p, work, n))];
  return by_role;
}

TEST(Visitor, GivesPractitionersTheirShareOfProtectionAndLookedAfterVisits) {
  proof::holds(200, [] {
    Parameters p = example();
    p.share_practitioner_protection = *rc::gen::inRange(0, 101) / 100.0;
    p.share_practitioner_looked_after = *rc::gen::inRange(0, 101) / 100.0;
    const int turns = *rc::gen::inRange(1, 500);
    const auto within_one = [turns](int count, double share) {
      RC_ASSERT(count <= share * turns + 1.0);
      RC_ASSERT(count >= share * turns - 1.0);
    };
    within_one(visits(p, Work::protection_visit, turns)[spec::index(Role::practitioner)],
               p.share_practitioner_protection);
    within_one(visits(p, Work::looked_after_visit, turns)[spec::index(Role::practitioner)],
               p.share_practitioner_looked_after);
  });
}

// The issue: practitioners' turns were counted among all visits, so that with shares of a half and a quarter
// every visit that family support did not make went to a practitioner, and none to a social worker.
TEST(Visitor, SharesChildInNeedVisitsAmongThree) {
  proof::holds(500, [] {
    Parameters p = example();
    const int support = *rc::gen::inRange(0, 101);
    const int practitioner = *rc::gen::inRange(0, 101 - support);
    p.share_family_support_child_in_need = support / 100.0;
    p.share_practitioner_child_in_need = practitioner / 100.0;
    const int turns = *rc::gen::inRange(1, 500);
    const auto by_role = visits(p, Work::child_in_need_visit, turns);
    const auto within_two = [&](Role role, double share) {
      RC_ASSERT(by_role[spec::index(role)] <= share * turns + 2.0);
      RC_ASSERT(by_role[spec::index(role)] >= share * turns - 2.0);
    };
    within_two(Role::family_support_worker, p.share_family_support_child_in_need);
    within_two(Role::practitioner, p.share_practitioner_child_in_need);
    within_two(Role::social_worker,
               1.0 - p.share_family_support_child_in_need - p.share_practitioner_child_in_need);
  });
}

TEST(Visitor, OfOtherWorkIsTheSocialWorker) {
  EXPECT_EQ(visitor(example(), Work::initial_assessment, 0), Role::social_worker);
}

}  // namespace
}  // namespace lscb::pathway
