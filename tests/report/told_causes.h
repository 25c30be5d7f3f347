// What differs between two hand-made courses, told; for tests of the words.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "designs.h"
#include "door/screening.h"
#include "report/cause_words.h"
#include "support/course_by_hand.h"

namespace lscb::report {

using Sentences = std::vector<std::string>;

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
inline bool any_has(const Sentences& all, std::string_view part) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return has(one, part); });
}

inline experiment::Course named(const char* scenario) {
  return proof::CourseByHand{scenario}.course();
}

inline Sentences causes(const trace::What& under_a, const trace::What& under_b) {
  const trace::Step first{at_date(2011, 5, 1), HouseholdId{6}, under_a};
  const trace::Step second{at_date(2011, 5, 1), HouseholdId{6}, under_b};
  return causes_in_words(named("plan-a"), named("plan-b"), {{&first, &second}});
}

/// Likewise of a weighing, with the policy that was read for it.
inline Sentences causes(const trace::Judged& under_a, const door::Policy& policy_a,
                        const trace::Judged& under_b, const door::Policy& policy_b) {
  const auto read = [](const door::Policy& p) {
    return trace::PolicyRead{p.assessment_shift, p.section47_shift, p.caf_shift, p.downgrade_anchor};
  };
  const auto step = [](const trace::What& what) {
    return trace::Step{at_date(2011, 5, 1), HouseholdId{6}, what};
  };
  const trace::Step policy_first = step(read(policy_a)), policy_second = step(read(policy_b));
  const trace::Step first = step(under_a), second = step(under_b);
  std::vector<experiment::DifferentInput> inputs;
  if (!(policy_a == policy_b)) inputs.push_back({&policy_first, &policy_second});
  inputs.push_back({&first, &second});
  return causes_in_words(named("plan-a"), named("plan-b"), inputs);
}

/// Plain sentences: begun and ended as such, no ids of the program, and no figure with decimals.
inline void expect_plain(const std::string& sentence) {
  ASSERT_FALSE(sentence.empty());
  EXPECT_TRUE(sentence[0] >= 'A' && sentence[0] <= 'Z') << sentence;
  EXPECT_EQ(sentence.back(), '.') << sentence;
  EXPECT_FALSE(has(sentence, "_") || has(sentence, "  ") || has(sentence, "{")) << sentence;
  EXPECT_FALSE(std::regex_search(sentence, std::regex{"[0-9]\\.[0-9]"})) << sentence;
}

/// As the door's own rule weighs it.
inline trace::Judged weighed(const door::Evidence& evidence, const door::Decider& decider,
                             const door::Policy& policy, trace::Stage stage = trace::Stage::referral) {
  static const door::Parameters parameters = world::shipped("no-change").parameters.door;
  return {stage,
          proof::call_of_may,
          evidence,
          decider,
          door::in_force(parameters, policy),
          door::score(parameters, evidence, decider, policy)};
}

}  // namespace lscb::report
