// Shares after findings, against theory: judged = found + normal(0, 0.3), then the share of its parameter.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "example.h"
#include "pathway/after_assessment.h"
#include "support/equivalence.h"

namespace lscb::pathway {
namespace {

using proof::Claim;

constexpr std::uint64_t draws = 4000;  // a run

double judged_at_least(double level, int found) {
  return 0.5 * std::erfc((level - found) / 0.3 / std::sqrt(2.0));
}

const Claim enquiries{"pathway: enquiries after an initial assessment that finds 3", {.margin = 0.03}};
const Claim shifted{"pathway: enquiries after the same with the threshold half a level up", {.margin = 0.05}};
const Claim cores{"pathway: core assessments after an initial one that finds 2", {.margin = 0.03}};
const Claim conferences{"pathway: conferences after an enquiry that finds 3", {.margin = 0.03}};
const Claim plans{"pathway: protection plans after a conference", {.margin = 0.03}};
const Claim cafs{"pathway: CAFs after a core assessment that finds 1", {.margin = 0.03}};

TEST(DecisionLaw, FollowsItsShares) {
  const Parameters p = example();
  const double grave_of_3 = judged_at_least(2.5, 3);
  const double grave_of_2 = judged_at_least(2.5, 2);
  proof::expect_equivalent(
      {{enquiries, grave_of_3 * p.section47_share},
       {shifted, judged_at_least(3.0, 3) * p.section47_share},
       {cores,
        grave_of_2 * (1.0 - p.section47_share) + (judged_at_least(1.5, 2) - grave_of_2) * p.core_share},
       {conferences, grave_of_3 * (1.0 - p.accommodation_share) * p.conference_share},
       {plans, grave_of_3 * p.plan_share},
       {cafs, (judged_at_least(0.5, 1) - judged_at_least(1.5, 1)) * p.caf_step_down_share}},
      [&](kernel::WorldKey world) {
        const auto share = [&](Next wanted, auto&& rule) {
          double count = 0.0;
          for (std::uint64_t i = 0; i < draws; ++i) {
            count += rule(Occasion{world, kernel::Cause::root().child(3, i)}) == wanted ? 1.0 : 0.0;
          }
          return count / static_cast<double>(draws);
        };
        return std::vector{
            share(Next::strategy_discussion, [&](auto o) { return after_initial_assessment(p, 3, {}, o); }),
            share(Next::strategy_discussion,
                  [&](auto o) {
                    return after_initial_assessment(p, 3, {0.0, 0.5}, o);
                  }),
            share(Next::core_assessment, [&](auto o) { return after_initial_assessment(p, 2, {}, o); }),
            share(Next::conference, [&](auto o) { return after_section47(p, 3, {}, o); }),
            share(Next::protection, [&](auto o) { return after_conference(p, 3, o); }),
            share(Next::caf, [&](auto o) { return after_core_assessment(p, 1, {}, o); })};
      });
}

}  // namespace
}  // namespace lscb::pathway
