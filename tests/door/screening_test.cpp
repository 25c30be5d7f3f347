// The rule of the front door: terms, thresholds, policy, and the worker who is its yardstick.
#include <gtest/gtest.h>

#include <cmath>

#include "example.h"

namespace lscb::door {
namespace {

using record::Label;
using spec::Referrer;

constexpr int cases = 500;

TEST(Score, TermsHaveTheSizesTheParametersName) {
  const Parameters p = example();
  Evidence e;
  e.signal = 2.0;
  e.referrer = Referrer::relative;
  e.chronology_read = true;
  e.concerns_on_file = 4.0;
  e.adult_on_record = true;
  e.account = 1.0;
  e.engages = true;
  e.label = Label::caf;
  Decider who;
  who.noise = -1.0;
  who.inexperience = 1.0;
  who.yardstick = 3.0;
  who.backlog_weeks = 3.0;
  Policy policy;
  policy.downgrade_anchor = 1.0;
  const Score s = score(p, e, who, policy);
  EXPECT_DOUBLE_EQ(s.report, 0.75 * 2.0);
  EXPECT_NEAR(s.history, 0.75 * (1.0 - std::exp(-1.0)), 1e-12);
  EXPECT_DOUBLE_EQ(s.checks, 1.5);
  EXPECT_DOUBLE_EQ(s.account, -0.5);
  EXPECT_DOUBLE_EQ(s.engagement, -0.5);
  EXPECT_DOUBLE_EQ(s.norm, -0.25);
  EXPECT_DOUBLE_EQ(s.backlog, -0.25);
  EXPECT_DOUBLE_EQ(s.anchor, -1.25);
  EXPECT_DOUBLE_EQ(s.noise, -0.75);
  EXPECT_DOUBLE_EQ(s.total(), s.report + s.history + s.checks + s.account + s.engagement + s.norm +
                                  s.backlog + s.anchor + s.noise);
}

TEST(Score, NeverFallsWithMoreEvidence) {
  proof::holds(cases, [] {
    const Evidence e = some_evidence();
    const Decider who = some_decider();
    const Policy policy = some_policy();
    const double before = total(e, who, policy);
    const auto raises = [&](auto&& change) {
      Evidence more = e;
      change(more);
      RC_ASSERT(total(more, who, policy) >= before);
    };
    raises([](Evidence& m) { m.signal += 0.5; });
    raises([](Evidence& m) { m.concerns_on_file += 1.0; });
    raises([](Evidence& m) { m.chronology_read = true; });
    raises([](Evidence& m) { m.in_view = 1.0; });
    raises([](Evidence& m) { m.adult_on_record = true; });
    raises([](Evidence& m) { m.account_tested = true; });
    raises([](Evidence& m) { m.account = 0.0; });
    raises([](Evidence& m) { m.engages = false; });
    raises([](Evidence& m) { m.label = Label::none; });
  });
}

TEST(Score, NeverRisesWithBacklogNormOrAnchor) {
  proof::holds(cases, [] {
    const Evidence e = some_evidence();
    const Decider who = some_decider();
    const Policy policy = some_policy();
    const double before = total(e, who, policy);
    Decider busier = who;
    busier.backlog_weeks += 2.0;
    RC_ASSERT(total(e, busier, policy) <= before);
    Decider hardened = who;
    hardened.yardstick += 1.0;
    RC_ASSERT(total(e, hardened, policy) < before);
    Policy anchored = policy;
    anchored.downgrade_anchor += 0.5;
    RC_ASSERT(total(e, who, anchored) <= before);
  });
}

TEST(Score, HistoryAndBacklogAreBounded) {
  proof::holds(cases, [] {
    const Parameters p = example();
    Evidence e = some_evidence();
    e.concerns_on_file = 1e6;
    Decider who = some_decider();
    const Score s = score(p, e, who, {});
    RC_ASSERT(s.history >= 0.0);
    RC_ASSERT(s.history <= p.weight_history);
    who.backlog_weeks = 1e6;
    RC_ASSERT(score(p, e, who, {}).backlog == -p.backlog_ceiling);
    who.backlog_weeks = 1.0;  // a week's work in hand is no backlog
    RC_ASSERT(score(p, e, who, {}).backlog == 0.0);
  });
}

// What is not read, made or tested is not known: it cannot move the score.
TEST(Score, WhatIsNotSeenDoesNotCount) {
  proof::holds(cases, [] {
    Evidence e = some_evidence();
    const Decider who = some_decider();
    e.chronology_read = false;
    e.in_view = 0.0;
    Evidence longer = e;
    longer.concerns_on_file += 5.0;
    RC_ASSERT(total(e, who) == total(longer, who));
    e.account_tested = true;
    Evidence convincing = e;
    convincing.account += 1.0;
    RC_ASSERT(total(e, who) == total(convincing, who));
  });
}

TEST(Score, AnchorsOnlyWhoWasLabelledLower) {
  Evidence e;
  for (const Label label : {Label::none, Label::child_in_need, Label::protection}) {
    e.label = label;
    EXPECT_EQ(score(example(), e, {}, {}).anchor, 0.0);
  }
  for (const Label label : {Label::no_further_action, Label::caf}) {
    e.label = label;
    EXPECT_LT(score(example(), e, {}, {}).anchor, 0.0);
  }
}

TEST(Score, DiscountsRelativesAndTheUnnamed) {
  const Parameters p = example();
  for (const Referrer r : {Referrer::police, Referrer::health, Referrer::school, Referrer::childrens_centre,
                           Referrer::housing}) {
    EXPECT_EQ(credibility(p, r), 1.0);
  }
  EXPECT_EQ(credibility(p, Referrer::relative), p.credibility_relative);
  EXPECT_EQ(credibility(p, Referrer::anonymous), p.credibility_anonymous);
  EXPECT_EQ(credibility(p, Referrer::self), p.credibility_self);
}

TEST(Decide, PassesEachThresholdAtItsValue) {
  const Parameters p = example();
  const auto at = [&](double total_score) { return decide(p, total_score, {}); };
  EXPECT_EQ(at(std::nextafter(p.threshold_advice, 0.0)), Decision::no_further_action);
  EXPECT_EQ(at(p.threshold_advice), Decision::information_and_advice);
  EXPECT_EQ(at(std::nextafter(p.threshold_caf, 0.0)), Decision::information_and_advice);
  EXPECT_EQ(at(p.threshold_caf), Decision::caf);
  EXPECT_EQ(at(std::nextafter(p.threshold_assessment, 0.0)), Decision::caf);
  EXPECT_EQ(at(p.threshold_assessment), Decision::assessment);
  EXPECT_EQ(at(std::nextafter(p.threshold_section47, 0.0)), Decision::assessment);
  EXPECT_EQ(at(p.threshold_section47), Decision::strategy_discussion);
  EXPECT_FALSE(accepted_as_referral(p, std::nextafter(p.threshold_referral, 0.0), {}));
  EXPECT_TRUE(accepted_as_referral(p, p.threshold_referral, {}));
}

TEST(Decide, NeverFallsWithTheScore) {
  proof::holds(cases, [] {
    const Parameters p = example();
    const Policy policy = some_policy();
    const double low = some(-2, 6);
    const double high = low + some(0, 3);
    RC_ASSERT(decide(p, low, policy) <= decide(p, high, policy));
    RC_ASSERT(!accepted_as_referral(p, low, policy) || accepted_as_referral(p, high, policy));
  });
}

// Pressure to do less never leads to more, at any one score.
TEST(Decide, AHarderThresholdNeverLetsMoreThrough) {
  proof::holds(cases, [] {
    const Parameters p = example();
    const double total_score = some(-2, 7);
    const Policy policy = some_policy();
    Policy harder = policy;
    harder.section47_shift += some(0, 1);
    harder.assessment_shift += some(0, 1);
    RC_ASSERT((decide(p, total_score, harder) == Decision::strategy_discussion) <=
              (decide(p, total_score, policy) == Decision::strategy_discussion));
    RC_ASSERT((decide(p, total_score, harder) >= Decision::assessment) <=
              (decide(p, total_score, policy) >= Decision::assessment));
    RC_ASSERT(accepted_as_referral(p, total_score, harder) <= accepted_as_referral(p, total_score, policy));
    Policy more_caf = policy;
    more_caf.caf_shift -= some(0, 1);
    RC_ASSERT(decide(p, total_score, more_caf) >= decide(p, total_score, policy));
  });
}

// A shift moves one threshold by itself: a score between the old and the new one changes, and no other.
TEST(Decide, AShiftMovesOnlyScoresBetweenOldAndNew) {
  proof::holds(cases, [] {
    const Parameters p = example();
    const double total_score = some(-2, 7);
    const double shift = some(-2, 2);
    Policy policy;
    policy.section47_shift = shift;
    const double threshold = p.threshold_section47;
    const bool between = total_score >= std::fmin(threshold, threshold + shift) &&
                         total_score < std::fmax(threshold, threshold + shift);
    RC_ASSERT((decide(p, total_score, policy) != decide(p, total_score, {})) == between);
  });
}

TEST(Reference, HasNoNoiseDriftBacklogAnchorOrPolicy) {
  proof::holds(cases, [] {
    Evidence e = some_evidence();
    const Decision reference = reference_decision(example(), e);
    // Not by any label, engagement, untested account or unread chronology.
    Evidence other = e;
    other.label = static_cast<Label>(*rc::gen::inRange(0, 5));
    other.engages = !e.engages;
    other.account_tested = !e.account_tested;
    other.account += 1.0;
    other.chronology_read = !e.chronology_read;
    other.in_view = 1.0 - e.in_view;
    RC_ASSERT(reference_decision(example(), other) == reference);
    // And it is what the rule says of that evidence with everything done and nobody in the way.
    e.label = Label::none;
    e.engages = false;
    e.account_tested = true;
    e.chronology_read = true;
    Decider nobody;
    nobody.yardstick = example().norm_reference;
    RC_ASSERT(decide(example(), total(e, nobody), {}) == reference);
  });
}

TEST(Reference, NeverDecidesLowerOnMoreEvidence) {
  proof::holds(cases, [] {
    const Evidence e = some_evidence();
    Evidence more = e;
    more.signal += some(0, 2);
    more.concerns_on_file += some(0, 4);
    more.adult_on_record = more.adult_on_record || *rc::gen::arbitrary<bool>();
    RC_ASSERT(reference_decision(example(), more) >= reference_decision(example(), e));
  });
}

}  // namespace
}  // namespace lscb::door
