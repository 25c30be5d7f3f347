// Decisions after work: which can follow which, and that findings and policy act in their direction.
#include <gtest/gtest.h>

#include <set>

#include "example.h"
#include "pathway/after_assessment.h"
#include "support/property.h"

namespace lscb::pathway {
namespace {

Occasion occasion(std::uint64_t number) {
  return {kernel::WorldKey{41, 0}, kernel::Cause::root().child(2, number)};
}
Occasion some_occasion() {
  return occasion(*rc::gen::arbitrary<std::uint64_t>());
}
double some_shift() {
  return *rc::gen::inRange(-8, 9) / 4.0;
}

template <class Rule>
std::set<Next> outcomes(Rule&& rule) {
  std::set<Next> seen;
  for (std::uint64_t i = 0; i < 4000; ++i) seen.insert(rule(occasion(i)));
  return seen;
}

using Set = std::set<Next>;

// Every way on is taken, and no other.
TEST(Decision, LeadsWhereThePathwayLeads) {
  const Parameters p = example();
  const auto all_findings = [&](auto&& rule) {
    Set seen;
    for (int found = 0; found <= 3; ++found) {
      for (const Next next : outcomes([&](const Occasion& o) { return rule(found, o); })) seen.insert(next);
    }
    return seen;
  };
  EXPECT_EQ(
      all_findings([&](int f, const Occasion& o) { return after_initial_assessment(p, f, {}, o); }),
      (Set{Next::close, Next::caf, Next::child_in_need, Next::core_assessment, Next::strategy_discussion}));
  EXPECT_EQ(all_findings([&](int f, const Occasion& o) { return after_core_assessment(p, f, {}, o); }),
            (Set{Next::close, Next::caf, Next::child_in_need, Next::strategy_discussion}));
  EXPECT_EQ(all_findings([&](int f, const Occasion& o) { return after_section47(p, f, {}, o); }),
            (Set{Next::close, Next::caf, Next::child_in_need, Next::conference, Next::accommodation}));
  EXPECT_EQ(all_findings([&](int f, const Occasion& o) { return after_conference(p, f, o); }),
            (Set{Next::close, Next::caf, Next::child_in_need, Next::protection}));
  EXPECT_EQ(outcomes([&](const Occasion& o) { return after_conference(p, 0, o); }),
            (Set{Next::close, Next::caf}))
      << "a conference weighs what was found";
  EXPECT_EQ(
      all_findings([&](int f, const Occasion& o) { return after_protection_review(p, f, days(200), o); }),
      (Set{Next::child_in_need, Next::proceedings, Next::carry_on}));
  EXPECT_EQ(all_findings([&](int f, const Occasion& o) { return after_child_in_need_review(p, f, {}, o); }),
            (Set{Next::close, Next::caf, Next::strategy_discussion, Next::carry_on}));
  EXPECT_EQ(
      all_findings([&](int f, const Occasion& o) { return after_looked_after_review(p, f, days(90), o); }),
      (Set{Next::carry_on, Next::reunification}));
  EXPECT_EQ(
      all_findings([&](int f, const Occasion& o) { return after_caf_review(p, f, true, false, {}, o); }),
      (Set{Next::close, Next::strategy_discussion, Next::carry_on}));
}

TEST(Decision, NobodyGoesHomeOrToCourtTooSoon) {
  const Parameters p = example();
  EXPECT_EQ(outcomes([&](const Occasion& o) { return after_protection_review(p, 3, days(150), o); }),
            (Set{Next::carry_on}));
  EXPECT_EQ(outcomes([&](const Occasion& o) { return after_looked_after_review(p, 0, days(60), o); }),
            (Set{Next::carry_on}));
  EXPECT_EQ(outcomes([&](const Occasion& o) { return after_looked_after_review(p, 2, days(900), o); }),
            (Set{Next::carry_on}));
}

// How much social care does, from nothing to an enquiry.
int rank(Next next) {
  switch (next) {
    case Next::close:
      return 0;
    case Next::caf:
      return 1;
    case Next::child_in_need:
      return 2;
    case Next::core_assessment:
      return 3;
    default:
      return 4;
  }
}

TEST(Decision, AHarderPolicyNeverMakesAnEnquiryNorAPlanMoreLikely) {
  proof::holds(2000, [] {
    const Parameters p = example();
    const int found = *rc::gen::inRange(0, 4);
    const Occasion o = some_occasion();
    const Pressure policy{some_shift(), some_shift()};
    const Pressure harder{policy.assessment_shift + 0.5, policy.section47_shift + 0.5};
    const auto enquires = [](Next next) { return next == Next::strategy_discussion; };
    RC_ASSERT(enquires(after_initial_assessment(p, found, harder, o)) <=
              enquires(after_initial_assessment(p, found, policy, o)));
    RC_ASSERT(enquires(after_core_assessment(p, found, harder, o)) <=
              enquires(after_core_assessment(p, found, policy, o)));
    RC_ASSERT(rank(after_core_assessment(p, found, harder, o)) <=
              rank(after_core_assessment(p, found, policy, o)));
    RC_ASSERT(enquires(after_child_in_need_review(p, found, harder, o)) <=
              enquires(after_child_in_need_review(p, found, policy, o)));
    RC_ASSERT(enquires(after_caf_review(p, found, true, false, harder, o)) <=
              enquires(after_caf_review(p, found, true, false, policy, o)));
    const auto confirmed = [](Next next) { return next == Next::conference || next == Next::accommodation; };
    RC_ASSERT(confirmed(after_section47(p, found, harder, o)) <=
              confirmed(after_section47(p, found, policy, o)));
  });
}

TEST(Decision, MoreFoundNeverLeadsToLessThanAPlan) {
  proof::holds(2000, [] {
    const Parameters p = example();
    const int found = *rc::gen::inRange(0, 3);
    const Occasion o = some_occasion();
    const auto plans = [](Next next) { return rank(next) >= rank(Next::child_in_need); };
    RC_ASSERT(plans(after_initial_assessment(p, found, {}, o)) <=
              plans(after_initial_assessment(p, found + 1, {}, o)));
    RC_ASSERT(plans(after_core_assessment(p, found, {}, o)) <=
              plans(after_core_assessment(p, found + 1, {}, o)));
    RC_ASSERT(rank(after_core_assessment(p, found, {}, o)) <=
              rank(after_core_assessment(p, found + 1, {}, o)));
  });
}

// A family that seems to engage with a CAF that measures nothing is stepped up less readily (disguised
// compliance).
TEST(Decision, ACafThatMeasuresNothingBelievesWhoEngages) {
  proof::holds(2000, [] {
    const Parameters p = example();
    const int found = *rc::gen::inRange(0, 4);
    const Occasion o = some_occasion();
    const auto steps_up = [&](bool measurable, bool engages) {
      return after_caf_review(p, found, measurable, engages, {}, o) == Next::strategy_discussion;
    };
    RC_ASSERT(steps_up(false, true) <= steps_up(false, false));
    RC_ASSERT(steps_up(true, true) == steps_up(true, false));
  });
}

// A plan without measurable outcomes drifts: no proceedings follow from it, and it ends now and then, for
// nothing that was found to be better.
TEST(Decision, WithoutMeasurableOutcomesAPlanDrifts) {
  const Parameters p = example();
  const auto protection = [&](int found) {
    return outcomes(
        [&, found](const Occasion& o) { return after_protection_review(p, found, days(400), o, false); });
  };
  EXPECT_EQ(protection(3), Set{Next::carry_on});
  EXPECT_EQ(protection(2), (Set{Next::carry_on, Next::child_in_need}));
  const auto ends = [&](int found, bool measurable) {
    int ended = 0;
    for (std::uint64_t i = 0; i < 4000; ++i) {
      const Next next = after_child_in_need_review(p, found, {}, occasion(i), measurable);
      if (next == Next::close || next == Next::caf) ++ended;
    }
    return ended;
  };
  EXPECT_LT(ends(0, false), ends(0, true) / 4);
  EXPECT_GT(ends(2, false), 0);
}

// Supervision takes off a part of what engagement hides, and no more where nothing is hidden.
TEST(Decision, SupervisionStepsUpWhatEngagementHides) {
  Parameters p = example();
  p.caf_engaged_step_up_discount = 1.0;
  p.supervision_challenge = 1.0;
  const auto stepped_up = [&](bool measurable, bool engages, bool supervised) {
    int up = 0;
    for (std::uint64_t i = 0; i < 4000; ++i) {
      up += after_caf_review(p, 2, measurable, engages, {}, occasion(i), supervised) ==
            Next::strategy_discussion;
    }
    return up;
  };
  EXPECT_GT(stepped_up(false, true, true), stepped_up(false, true, false));
  EXPECT_EQ(stepped_up(false, true, true), stepped_up(false, false, false));
  EXPECT_EQ(stepped_up(true, true, true), stepped_up(true, true, false));
}

}  // namespace
}  // namespace lscb::pathway
