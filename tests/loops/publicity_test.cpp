// Loop (i): publicity and timeliness. After a publicised tragedy everybody calls more; the door has the hands
// it had.
//
// Written down before the experiment was run. Change: surge 2, fading with a mean of 6 months, on 1 April
// 2011 in `no-change`; counted: the twelve months from that day; 20 replications, seed 11, intervals at 99 %
// each. Base levels from a run of four replications, seed 7. Expected, in this order:
//
//  1. calls_contacts                      up    delta 190 contacts a year (5 % of the base)
//  2. decision_overdue_children           up    delta 1 child: the queue at the door
//  3. decision_limit_met_share            down  delta 0.02
//  4. initial_assessments_children        up    delta 58 children a year (5 %)
//  5. initial_assessment_limit_met_share  down  delta 0.02
//  6. core_assessment_limit_met_share     down  delta 0.02
//  7. unallocated_children                up    delta 10 children
//  8. vacancy_share                       up    delta 0.01: load drives people away, and the loop closes
//  9. never_told_children                 down  delta 26 children a year (5 %)
// 10. missed_though_told_children         up    delta 16 children a year (5 %)
//
// Switched off each lies within +-delta. With hands enough at the screening desk the chain is cut after link
// 1: links 2 and 3 lie within +-delta, though calls rise as before.
//
// Departures from what was declared: 60 replications of the loop itself, since 20 had left two links
// unsettled (read these as looked at twice). Switched off had meant a surge of 1, which takes away the cause
// and shows nothing; instead the surge stays and link 1 goes: everybody calls, and all is noticed, as it is.
// 8 replications, since what is expected is nothing at all.
#include "link.h"

namespace lscb::loops {
namespace {

const Instant day = at_date(2011, 4, 1);
const Setting setting{{day, at_date(2012, 4, 1)}};

world::Design with_surge(world::Design design, double surge) {
  design.changes.push_back({day, "a publicised tragedy", "nobody", change::Publicity{surge, 6.0}, {}});
  return design;
}

const std::vector<Link>& links() {
  static const std::vector<Link> all{
      {"calls_contacts", Sign::up, 190.0, Finding::found},
      {"decision_overdue_children", Sign::up, 1.0, Finding::open},
      {"decision_limit_met_share", Sign::down, 0.02, Finding::found},
      {"initial_assessments_children", Sign::up, 58.0, Finding::slight},
      {"initial_assessment_limit_met_share", Sign::down, 0.02, Finding::found},
      {"core_assessment_limit_met_share", Sign::down, 0.02, Finding::found},
      {"unallocated_children", Sign::up, 10.0, Finding::none},
      {"vacancy_share", Sign::up, 0.01, Finding::none},
      {"never_told_children", Sign::down, 26.0, Finding::found},
      {"missed_though_told_children", Sign::up, 16.0, Finding::found},
  };
  return all;
}

TEST(PublicityLoop, GoesThroughTheDoor) {
  const world::Design base = world::shipped("no-change");
  expect_links("a surge of twice the calls", base, with_surge(base, 2.0), links(), setting);
}

// The same surge where it has nobody to move: who notices calls as it is (willingness beyond its ceiling),
// and all that can be noticed is (notice at its ceiling).
TEST(PublicityLoop, StandsStillWhereEverybodyCallsAsItIs) {
  world::Design base = world::shipped("no-change");
  world::parameter(base.parameters, "observe.notice_base") = 0.95;
  world::parameter(base.parameters, "observe.call_willingness") = 1e3;
  world::parameter(base.parameters, "observe.giving_up_per_refusal") = 0.0;
  expect_still("a surge where everybody calls as it is", base, with_surge(base, 2.0), links(),
               {setting.counted, 8});
}

TEST(PublicityLoop, IsCutWhereTheDoorHasHandsEnough) {
  world::Design base = world::shipped("no-change");
  for (spec::Team& team : base.area.teams) {
    if (team.kind != spec::TeamKind::duty) continue;
    for (spec::Establishment& role : team.establishment) role.posts *= 6;
  }
  expect_links("with hands enough", base, with_surge(base, 2.0),
               {{"calls_contacts", Sign::up, 190.0, Finding::found},
                {"decision_overdue_children", Sign::up, 1.0, Finding::none},
                {"decision_limit_met_share", Sign::down, 0.02, Finding::none}},
               {setting.counted, 20});
}

}  // namespace
}  // namespace lscb::loops
