// Two weighings in words: whatever was weighed, at whatever stage and under whatever policy, what is said of
// it is so by the door's own rule.
#include "report/weighing_words.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "designs.h"
#include "door/screening.h"
#include "experiment/course.h"
#include "report/divergence_words.h"
#include "support/course_by_hand.h"
#include "support/property.h"
#include "told_causes.h"

namespace lscb::report {
namespace {

door::Evidence some_evidence() {
  door::Evidence e;
  e.signal = *rc::gen::inRange(0, 41) / 10.0;
  e.specific = *rc::gen::arbitrary<bool>();
  e.chronology_read = *rc::gen::arbitrary<bool>();
  e.concerns_on_file = *rc::gen::inRange(0, 60) / 10.0;
  e.in_view = *rc::gen::inRange(0, 5) / 4.0;
  e.adult_on_record = *rc::gen::arbitrary<bool>();
  e.account_tested = *rc::gen::arbitrary<bool>();
  e.account = *rc::gen::inRange(0, 20) / 10.0;
  e.engages = *rc::gen::arbitrary<bool>();
  e.label = *rc::gen::element(record::Label::none, record::Label::caf, record::Label::no_further_action);
  return e;
}

/// A weighing, and the policy in force.
struct Weighing {
  trace::Judged judged;
  door::Policy policy;
};

Weighing some_weighing() {
  door::Decider decider;
  decider.noise = *rc::gen::inRange(-20, 21) / 10.0;
  decider.inexperience = *rc::gen::inRange(0, 5) / 4.0;
  decider.yardstick = *rc::gen::inRange(0, 31) / 10.0;
  decider.backlog_weeks = *rc::gen::inRange(0, 60) / 10.0;
  door::Policy policy;
  policy.assessment_shift = *rc::gen::inRange(-20, 21) / 10.0;
  policy.section47_shift = *rc::gen::inRange(-20, 21) / 10.0;
  policy.caf_shift = *rc::gen::inRange(-20, 21) / 10.0;
  policy.downgrade_anchor = *rc::gen::inRange(0, 5) / 10.0;
  const auto stage = static_cast<trace::Stage>(*rc::gen::inRange(0, 8));
  return {weighed(some_evidence(), decider, policy, stage), policy};
}

/// What the door's own rule makes of it; how much that is; and what it opens at that stage.
std::pair<int, std::string> came_to(const Weighing& w) {
  using door::Decision;
  using trace::Stage;
  static const door::Parameters parameters = world::shipped("no-change").parameters.door;
  const double total = w.judged.score.total();
  const Decision decision = door::decide(parameters, total, w.policy);
  const Stage stage = w.judged.stage;
  const bool at_door = stage == Stage::screening || stage == Stage::referral;
  if (decision == Decision::strategy_discussion) return {4, "enough for section 47"};
  if (stage == Stage::screening) {
    if (door::accepted_as_referral(parameters, total, w.policy))
      return {3, "enough for acceptance as a referral"};
    if (decision >= Decision::caf) return {2, "enough for CAF"};
  }
  if (decision == Decision::assessment) {
    return {3, stage == Stage::open_case ? "enough for a core assessment of a child without a plan"
                                         : "enough for an assessment"};
  }
  if (at_door && decision == Decision::caf) return {2, "enough for CAF"};
  if (at_door && decision == Decision::information_and_advice)
    return {1, "enough for information and advice"};
  return {0, "too little for any threshold"};
}

/// What it came to: the last sentence but for what would have been enough.
std::string outcome_of(const Sentences& told) {
  return told[told.size() - (has(told.back(), "By the figures, ") ? 2 : 1)];
}

// Whatever two workers weighed, and wherever: where figures differ there are words, plain ones, and the last
// of them says what the door's own rule made of it, what is more first. What two stages do not read alike is
// not told as the worker's, the desk's or the team's doing.
TEST(WeighingWords, OfAnyTwoWeighingsSayWhatTheModelDecided) {
  proof::holds(600, [&] {
    const Weighing a = some_weighing(), b = some_weighing();
    const trace::Step first{at_date(2011, 5, 1), HouseholdId{6}, a.judged};
    const trace::Step second{at_date(2011, 5, 1), HouseholdId{6}, b.judged};
    const Sentences told = causes(a.judged, a.policy, b.judged, b.policy);
    RC_ASSERT(inputs_in_words({{&first, &second}}).empty() || !told.empty());
    if (told.empty()) return;
    for (const std::string& sentence : told) expect_plain(sentence);
    const auto [much_a, words_a] = came_to(a);
    const auto [much_b, words_b] = came_to(b);
    const std::string outcome = outcome_of(told);
    RC_ASSERT(has(outcome, words_a) && has(outcome, words_b));
    if (a.judged.stage != b.judged.stage) {
      RC_ASSERT(has(told.front(), "It was weighed "));
      RC_ASSERT(!has(outcome, " only"));
      for (const char* of_stage : {"experienced", "the desk", "the team", "outcome on file", "policy",
                                   "chance", "yardstick", "parents' account"})
        RC_ASSERT(!any_has(told, of_stage));
    } else if (much_a != much_b) {
      const bool a_is_more = much_a > much_b;
      RC_ASSERT(has(outcome, (a_is_more ? words_a : words_b) + " under plan-" + (a_is_more ? "a;" : "b;")));
    }
    if (a.judged.decider.noise != b.judged.decider.noise) RC_ASSERT(!any_has(told, "experienced"));
  });
}

// What came of the decisions of a whole run is what the words say that it came to.
TEST(WeighingWords, SayOfEveryDecisionAtTheDoorWhatCameOfIt) {
  using trace::Branch;
  const std::map<Branch, std::string> words = {
      {Branch::screened_strategy, "enough for section 47"},
      {Branch::screened_referral, "enough for acceptance as a referral"},
      {Branch::screened_caf, "enough for CAF"},
      {Branch::screened_advice, "enough for information and advice"},
      {Branch::screened_no_further_action, "too little for any threshold"},
      {Branch::referral_strategy, "enough for section 47"},
      {Branch::referral_assessment, "enough for an assessment"},
      {Branch::referral_caf, "enough for CAF"},
      {Branch::referral_advice, "enough for information and advice"},
      {Branch::referral_no_further_action, "too little for any threshold"}};
  std::optional<trace::Step> last;
  std::map<Branch, int> seen;
  experiment::follow(world::small("caf-pressure"), 1, 1, {}, [&](const trace::Step& step) {
    if (std::get_if<trace::Judged>(&step.what) != nullptr) last = step;
    const auto* turn = std::get_if<trace::Turn>(&step.what);
    const auto expected = turn != nullptr ? words.find(turn->branch) : words.end();
    if (expected == words.end()) return;
    ASSERT_TRUE(last && last->at == step.at && last->household == step.household);
    const trace::Judged judged = std::get<trace::Judged>(last->what);
    trace::Judged nothing = judged;
    nothing.score = {};
    nothing.score.report = -9.0;
    EXPECT_TRUE(has(outcome_of(weighing_in_words({"plan-a", "plan-b"}, nothing, judged)), expected->second));
    ++seen[turn->branch];
  });
  EXPECT_GE(seen.size(), 6U);
}

// Advice is a threshold of the door too.
TEST(WeighingWords, OfATotalBetweenAdviceAndCafSayThatItWasEnoughForAdvice) {
  trace::Judged a = proof::judged(), b = a;
  a.score.report = 0.75;
  b.score.report = 0.65;
  EXPECT_EQ(outcome_of(causes(a, b)),
            "What was weighed was enough for information and advice under plan-a; under plan-b it was too "
            "little for any threshold.");
}

// The thresholds' own numbers do not rank outcomes: policy can lift that for CAF above another's assessment.
TEST(WeighingWords, RankWhatItCameToByTheOutcomesAndNotByTheThresholds) {
  trace::Judged a = proof::judged(), b = a;
  a.stage = b.stage = trace::Stage::referral;
  a.score.report = 1.8;
  b.score.report = 3.0;
  b.thresholds.caf = 2.9;
  b.thresholds.assessment = 3.5;
  EXPECT_EQ(outcome_of(causes(a, b)),
            "What was weighed was enough for an assessment under plan-a; under plan-b it was enough for CAF "
            "only.");
}

// What no figure shows is no reason.
TEST(WeighingWords, NameNoReasonThatIsTooSmallToShow) {
  const auto with = [](double lacking, double yardstick, double weeks) {
    trace::Judged j = proof::judged();
    j.decider = {0.5, lacking, yardstick, weeks};
    return j;
  };
  const trace::Judged a = with(0.2, 1.4, 1.0);
  trace::Judged b = with(0.2 + 1e-6, 1.4 - 1e-6, 1.0 - 1e-6);
  b.score.noise = 0.3;
  b.score.norm = 0.2;
  b.score.backlog = 0.1;
  const Sentences told = causes(a, b);
  EXPECT_FALSE(any_has(told, "experienced"));
  EXPECT_FALSE(any_has(told, "lately seen"));
  EXPECT_FALSE(any_has(told, "the desk"));
  EXPECT_TRUE(any_has(told, "the same chance"));
}

// Thresholds that differ though policy does not were published otherwise.
TEST(WeighingWords, SayWhetherPolicyAskedOrWhatWasPublished) {
  const trace::Judged a = proof::judged(), b = proof::judged(0.4);
  EXPECT_EQ(
      causes(a, b).front(),
      "Under plan-b the published thresholds asked for more before acceptance as a referral and section "
      "47 than under plan-a.");
  EXPECT_TRUE(any_has(causes(a, {}, b, {0.4, 0.4, 0.0, 0.0}), "Under plan-b policy asked for more before"));
}

}  // namespace
}  // namespace lscb::report
