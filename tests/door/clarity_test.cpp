// In an unclear situation judgement rules: noise and pressure weigh less, the clearer it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "example.h"

namespace lscb::door {
namespace {

Parameters clear(double weight) {
  Parameters p = example();
  p.weight_clarity = weight;
  return p;
}

double evidence_of(const Score& s) {
  return s.report + s.history + s.checks + s.account + s.engagement;
}
double pressure_of(const Score& s) {
  return s.norm + s.backlog + s.anchor + s.noise;
}

TEST(Clarity, IsNoneAtAThresholdAndWholeFarFromAll) {
  const Parameters p = example();  // thresholds 0.5, 1, 1.75, 2 and 4
  for (const double threshold : {0.5, 1.0, 1.75, 2.0, 4.0}) {
    EXPECT_EQ(clarity(p, threshold, true, {}), 0.0);
  }
  EXPECT_EQ(clarity(p, 3.0, true, {}), 1.0);
  EXPECT_EQ(clarity(p, 3.0, false, {}), p.clarity_vague);
  EXPECT_EQ(clarity(p, 2.5, true, {}), 0.5);
  EXPECT_EQ(clarity(p, 5.5, true, {}), 1.0);
}

TEST(Clarity, GoesByTheThresholdsInForce) {
  Policy policy;
  policy.section47_shift = -1.0;
  EXPECT_EQ(clarity(example(), 3.0, true, policy), 0.0);
}

TEST(Clarity, WeighsNothingAsShipped) {
  proof::holds(300, [] {
    const Evidence evidence = some_evidence();
    const Decider who = some_decider();
    const Policy policy = some_policy();
    Evidence vague = evidence;
    vague.specific = !evidence.specific;
    const double total = score(clear(0.0), evidence, who, policy).total();
    RC_ASSERT(total == score(clear(0.0), vague, who, policy).total());
  });
}

// It takes from what presses and scatters, and from nothing else; never turns it round.
TEST(Clarity, LeavesTheEvidenceAndTakesFromPressure) {
  proof::holds(500, [] {
    Evidence evidence = some_evidence();
    evidence.specific = *rc::gen::arbitrary<bool>();
    const Decider who = some_decider();
    const Policy policy = some_policy();
    const Score as_now = score(clear(0.0), evidence, who, policy);
    const Score clearer = score(clear(*rc::gen::inRange(0, 9) / 8.0), evidence, who, policy);
    RC_ASSERT(evidence_of(clearer) == evidence_of(as_now));
    RC_ASSERT(std::abs(pressure_of(clearer)) <= std::abs(pressure_of(as_now)) + 1e-12);
    RC_ASSERT(pressure_of(clearer) * pressure_of(as_now) >= 0.0);
  });
}

// A specific, grave report leaves no room for a backlog; the same in general terms leaves most of it.
TEST(Clarity, SpecificGraveReportsLeaveLessRoom) {
  Evidence evidence;
  evidence.signal = 3.0;
  evidence.account_tested = true;
  Decider pressed;
  pressed.yardstick = example().norm_reference;
  pressed.backlog_weeks = 4.0;
  EXPECT_EQ(score(clear(1.0), evidence, pressed, {}).backlog, 0.0);
  evidence.specific = false;
  EXPECT_EQ(score(clear(1.0), evidence, pressed, {}).backlog, -0.375 * (1.0 - example().clarity_vague));
}

TEST(Clarity, IsNoMatterOfTheReferenceWorker) {
  proof::holds(300, [] {
    Evidence evidence = some_evidence();
    evidence.specific = *rc::gen::arbitrary<bool>();
    RC_ASSERT(reference_decision(clear(1.0), evidence) == reference_decision(clear(0.0), evidence));
  });
}

}  // namespace
}  // namespace lscb::door
