// Loops (d) and (e): a third restructure against a first, and a hurried one against a staged one.
//
// Declared. The change is that of `restructure` (units, hurried, April 2011) in the Island; counted: the
// twenty-four months from its announcement; 20 replications, seed 11, intervals at 99 % each.
//
// (d) The effect of the restructure where two came before it (2008, 2009), less its effect where none did.
// Expected: vacancy_share up by more than 0.01 (unrest that has not faded adds to the new one), and
// missed_assessments up, size of interest 25 a year. With unrest felt by nobody (leaving and illness) both
// within +-delta: what earlier ones did to files and ties has mended by then.
//
// (e) The same change in four stages, eight weeks apart, less the change on one day. Expected:
// missed_assessments down, size of interest 25 a year; initial_assessment_limit_met_share up, 0.02. Where
// nothing is transferred and no hours are taken (a restructure of nothing) both within +-delta.
//
// Departures from what was declared: 80 replications in (d), since 20 and 40 had left vacancies unsettled;
// read (d) as looked at three times. Without unrest 24, in (e) 40, of nothing 4, since nothing at all is
// expected.
#include "contrast.h"

namespace lscb::loops {
namespace {

const Interval counted{at_date(2011, 1, 12), at_date(2013, 1, 12)};
constexpr double delta_missed = 25.0;

change::Change the_restructure() {
  for (const change::Change& each : world::shipped("restructure").changes) {
    if (std::holds_alternative<change::Restructure>(each.effect)) return each;
  }
  throw std::runtime_error("restructure holds no restructure");
}

world::Design without_history(world::Design design) {
  std::vector<change::Change> kept;
  for (const change::Change& each : design.history) {
    if (!std::holds_alternative<change::Restructure>(each.effect)) kept.push_back(each);
  }
  design.history = kept;
  return design;
}

world::Design with(world::Design design, const change::Change& change) {
  design.changes.push_back(change);
  return design;
}

Contrasts third_and_first(bool felt, int pairs) {
  world::Design base = world::shipped("no-change");
  if (!felt) {
    world::parameter(base.parameters, "workforce.leaving_unrest") = 0.0;
    world::parameter(base.parameters, "workforce.absence_unrest") = 0.0;
  }
  const world::Design fresh = without_history(base);
  return Contrasts{{base, with(base, the_restructure()), fresh, with(fresh, the_restructure())},
                   {counted, pairs}};
}

const std::vector<double> third_less_first{-1.0, 1.0, 1.0, -1.0};

TEST(ThirdRestructure, AgainstAFirst) {
  const Contrasts felt = third_and_first(true, 80);
  const auto vacancies = felt.of("vacancy_share", third_less_first);
  const auto missed = felt.of("missed_assessments", third_less_first);
  print("(d) a third less a first: vacancies", vacancies);
  print("(d) a third less a first: missed assessments a year", missed);
  // Leaving grows in proportion to unrest: what one adds does not depend on what came before (MODEL.md).
  EXPECT_EQ(words(finding_of(vacancies, Sign::up, 0.01)), std::string(words(Finding::none)));
  EXPECT_EQ(words(finding_of(missed, Sign::up, delta_missed)), std::string(words(Finding::none)));
  print("    all three less the first alone: vacancies", felt.of("vacancy_share", {0.0, 1.0, 0.0, -1.0}));
  print("    all three less the first alone: missed assessments",
        felt.of("missed_assessments", {0.0, 1.0, 0.0, -1.0}));
  print("    effect of the third", felt.of("missed_assessments", {-1.0, 1.0}));
  print("    effect of the first", felt.of("missed_assessments", {0.0, 0.0, -1.0, 1.0}));
}

TEST(ThirdRestructure, IsAsAFirstWhereNobodyFeelsUnrest) {
  const Contrasts unfelt = third_and_first(false, 24);
  const auto vacancies = unfelt.of("vacancy_share", third_less_first);
  const auto missed = unfelt.of("missed_assessments", third_less_first);
  print("(d) without unrest: vacancies", vacancies);
  print("(d) without unrest: missed assessments a year", missed);
  EXPECT_LT(std::max(std::abs(*vacancies.low), std::abs(*vacancies.high)), 0.01);
  EXPECT_LT(std::max(std::abs(*missed.low), std::abs(*missed.high)), delta_missed);
}

Contrasts hurried_and_staged(change::Change change, int pairs) {
  const world::Design base = world::shipped("no-change");
  auto staged = change;
  auto& r = std::get<change::Restructure>(staged.effect);
  r.stages = 4;
  r.weeks_between_stages = 8;
  return Contrasts{{base, with(base, change), with(base, staged)}, {counted, pairs}};
}

TEST(StagedRestructure, AgainstAHurriedOne) {
  const Contrasts both = hurried_and_staged(the_restructure(), 40);
  const auto missed = both.of("missed_assessments", {0.0, -1.0, 1.0});
  const auto timely = both.of("initial_assessment_limit_met_share", {0.0, -1.0, 1.0});
  print("(e) staged less hurried: missed assessments a year", missed);
  print("(e) staged less hurried: initial assessments in time", timely);
  EXPECT_EQ(words(finding_of(missed, Sign::down, delta_missed)), std::string(words(Finding::none)));
  EXPECT_EQ(words(finding_of(timely, Sign::up, 0.02)), std::string(words(Finding::against)));
  print("    effect of the hurried one", both.of("missed_assessments", {-1.0, 1.0}));
}

TEST(StagedRestructure, OfNothingIsNothingAtAnyPace) {
  change::Change nothing = the_restructure();
  change::Restructure empty;
  empty.announced = std::get<change::Restructure>(nothing.effect).announced;
  nothing.effect = empty;
  const Contrasts both = hurried_and_staged(nothing, 4);
  const auto missed = both.of("missed_assessments", {0.0, -1.0, 1.0});
  EXPECT_EQ(*missed.mean, 0.0);
  EXPECT_EQ(*both.of("initial_assessment_limit_met_share", {0.0, -1.0, 1.0}).mean, 0.0);
}

}  // namespace
}  // namespace lscb::loops
