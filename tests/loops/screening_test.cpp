// Loop (j): screening harder and re-referrals. Whoever is turned away at the door comes back to it.
//
// Written down before the experiment was run. Change: the threshold for referral and assessment up by 0.4
// levels (a threshold-policy) on 1 April 2011 in `no-change`, for good; counted: from 1 April 2012, when the
// first of those turned away have had a year to come back, to 1 January 2014; 20 replications, seed 11,
// intervals at 99 % each. Base levels from a run of four replications, seed 7. Expected, in this order:
//
//  1. initial_assessments_children   down  delta 58 children a year (5 % of the base)
//  2. no_further_action_children     up    delta 110 children a year (5 %)
//  3. missed_opportunities_contacts  up    delta 51 contacts a year (5 %)
//  4. before_first_assessment_contacts up  delta 0.1 contacts
//  5. late_children                  up    delta 12 children a year (5 %)
//  6. calls_contacts                 up    delta 75 contacts a year (2 %): need that nobody met is told again
//  7. rereferrals_share              up    delta 0.01
//  8. missed_though_told_children    up    delta 16 children a year (5 %)
//
// Switched off (a shift of nothing) each lies within +-delta.
#include "contrast.h"

namespace lscb::loops {
namespace {

const Instant day = at_date(2011, 4, 1);
const Setting setting{{at_date(2012, 4, 1), at_date(2014, 1, 1)}};

world::Design screening_harder(world::Design design, double shift) {
  change::ThresholdPolicy policy;
  policy.initial_assessment_shift = shift;
  design.changes.push_back({day, "screening harder", "council", policy, {}});
  return design;
}

const std::vector<Link>& links() {
  static const std::vector<Link> all{
      {"initial_assessments_children", Sign::down, 58.0, Finding::found},
      {"no_further_action_children", Sign::up, 110.0, Finding::against},
      {"missed_opportunities_contacts", Sign::up, 51.0, Finding::found},
      {"before_first_assessment_contacts", Sign::up, 0.1, Finding::found},
      {"late_children", Sign::up, 12.0, Finding::open},
      {"calls_contacts", Sign::up, 75.0, Finding::against},
      {"rereferrals_share", Sign::up, 0.01, Finding::found},
      {"missed_though_told_children", Sign::up, 16.0, Finding::found},
  };
  return all;
}

TEST(ScreeningLoop, BringsThemBackToTheDoor) {
  const world::Design base = world::shipped("no-change");
  expect_links("the threshold for assessment up by 0.4", base, screening_harder(base, 0.4), links(), setting);
}

// Looked at afterwards: calls fall though they were expected to rise. Where nobody gives up, with and without
// the shift, they fall as much: it is not the referrers who have been turned away.
TEST(ScreeningLoop, LosesNoCallsByReferrersWhoGiveUp) {
  const world::Design base = world::shipped("no-change");
  world::Design steadfast = base;
  world::parameter(steadfast.parameters, "observe.giving_up_per_refusal") = 0.0;
  const Contrasts all{{base, screening_harder(base, 0.4), steadfast, screening_harder(steadfast, 0.4)},
                      setting};
  const auto by_giving_up = all.of("calls_contacts", {-1.0, 1.0, 1.0, -1.0});
  print("(j) calls lost to giving up", by_giving_up);
  print("(j) calls, where nobody gives up", all.difference("calls_contacts", 3, 2));
  EXPECT_EQ(words(finding_of(by_giving_up, Sign::down, 75.0)), std::string("not found"));
}

TEST(ScreeningLoop, StandsStillWithoutAShift) {
  const world::Design base = world::shipped("no-change");
  expect_still("a shift of nothing", base, screening_harder(base, 0.0), links(), setting);
}

}  // namespace
}  // namespace lscb::loops
