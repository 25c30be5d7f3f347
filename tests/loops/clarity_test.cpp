// Clarity against ambiguity: what the base would be like if noise and pressure weighed less where the
// situation is clear. No loop, but an examination of a parameter that is shipped at 0.
//
// Written down before the experiment was run. Change: door.weight_clarity from 0 to 1 in `no-change` (reach 1
// level, vague reports 0.3 as clear); counted: the whole window; 20 replications, seed 11, intervals at 99 %
// each. Base levels from a run of four replications, seed 7. Expected: decisions far from a threshold no
// longer go wrong, so
//
//  1. missed_opportunities_contacts  down  delta 51 contacts a year (5 % of the base)
//  2. not_warranted_children         down  delta 3 children a year (10 %)
//  3. missed_though_told_children    down  delta 16 children a year (5 %)
//  4. initial_assessments_children   up    delta 58 children a year (5 %): backlog, norm and anchor take off
//
// A departure from what was declared: 60 replications.
//
// A noisy decision far from a threshold seldom goes wrong as it is, so that `none` would be no surprise.
#include "link.h"

namespace lscb::loops {
namespace {

TEST(Clarity, TakesThisMuchPressureOffTheBase) {
  const world::Design base = world::shipped("no-change");
  world::Design clear = base;
  world::parameter(clear.parameters, "door.weight_clarity") = 1.0;
  expect_links("noise and pressure give way to clarity", base, clear,
               {{"missed_opportunities_contacts", Sign::down, 51.0, Finding::none},
                {"not_warranted_children", Sign::down, 3.0, Finding::found},
                {"missed_though_told_children", Sign::down, 16.0, Finding::slight},
                {"initial_assessments_children", Sign::up, 58.0, Finding::found}},
               {base.window});
}

}  // namespace
}  // namespace lscb::loops
