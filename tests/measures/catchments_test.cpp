// The headline within the area.
#include "measures/catchments.h"

#include <gtest/gtest.h>

#include <set>

#include "child.h"
#include "measures/entry.h"
#include "measures/figures.h"

namespace lscb::measures {
namespace {

spec::Centre centre(const char* id) {
  spec::Centre made;
  made.id = id;
  made.title = std::string("Centre ") + id;
  return made;
}

// Proves that a catchment's measures are splits of the catalogue's: of the same unit and direction, under ids
// and labels that no other has.
TEST(Catchments, AreSplitsOfTheCatalogue) {
  std::set<std::string> ids;
  std::set<std::string> labels;
  for (const char* id : {"east", "west"}) {
    const auto all = catchment_measures(centre(id));
    ASSERT_EQ(all.size(), catchment_figure_count);
    for (const Measure& measure : all) {
      EXPECT_TRUE(ids.insert(measure.id).second) << measure.id;
      EXPECT_TRUE(labels.insert(measure.label).second) << measure.label;
      const auto at = measure.id.find("@catchment=");
      ASSERT_NE(at, std::string::npos);
      EXPECT_EQ(measure.id.substr(at), std::string("@catchment=") + id);
      const auto whole = find(measure.id.substr(0, at));
      ASSERT_TRUE(whole.has_value()) << measure.id;
      EXPECT_EQ(catalogue()[*whole].unit, measure.unit);
      EXPECT_EQ(catalogue()[*whole].better, measure.better);
    }
  }
}

// Proves that a missed child stands in its own catchment, under told or not told, and that the rate is by the
// children who live there in the window: here two for all of it, and one who comes for its last third.
TEST(Catchments, CountChildrenWhereTheyLive) {
  Child told;
  told.in_need(workday(0), workday(60), 3).household(1).lives_in(1);
  told.call(workday(5), Route::no_further_action);
  Child silent;
  silent.in_need(workday(0), workday(60), 2).household(2).lives_in(1);
  Child late;  // lives in the first catchment from 2013 on, in no need
  late.household(3).lives_in(0, at_date(2013, 1, 1));

  Counter counter{test_window, test_run, {}, 2};
  for (const Child* child : {&told, &silent, &late}) counter.add(child->history());
  const Figures split = counter.by_catchment();
  const double years = in_years(test_window.length());
  EXPECT_EQ(split[0], 0.0);
  EXPECT_EQ(split[3], 0.0) << "one child, for a third of the window, and nobody missed";
  EXPECT_EQ(split[4], 2.0 / years);
  EXPECT_EQ(split[5], 1.0 / years);
  EXPECT_EQ(split[6], 1.0 / years);
  EXPECT_NEAR(*split[7], 10'000.0 / years, 1e-9) << "both of two children";
  const double living_there = 2.0 + 365.0 / 1096.0;
  EXPECT_NEAR(*counter.finish({})[*find("missed_assessments_per_10000_children")],
              10'000.0 * 2.0 / years / living_there, 1e-9);
}

// Proves that a rate where nobody lives is not defined, and that the unborn, those grown up and those who
// have left do not live there.
TEST(Catchments, NobodyThereIsNoRate) {
  Child grown{at_date(1990, 1, 1)};
  Child unborn{at_date(2014, 3, 1)};
  Child gone;
  gone.leaves(at_date(2010, 6, 1));
  Counter counter{test_window, test_run, {}, 1};
  std::uint32_t household = 0;
  for (Child* child : {&grown, &unborn, &gone}) counter.add(child->household(household++).history());
  EXPECT_EQ(counter.by_catchment()[0], 0.0);
  EXPECT_FALSE(counter.by_catchment()[3].has_value());
  EXPECT_FALSE(per_10000(0, 0, test_window).has_value());
}

}  // namespace
}  // namespace lscb::measures
