#include "experiment/design_difference.h"

#include <gtest/gtest.h>

#include "experiment/compare.h"
#include "fake_model.h"

namespace lscb::experiment {
namespace {

using fake::centre_cut;
using fake::design;
using fake::posts;
using fake::restructure;

constexpr Instant april = at_date(2011, 4, 1);
constexpr Instant january = at_date(2011, 1, 10);

TEST(DesignDifference, ChangesAreComparedByWhatTheyDo) {
  change::Change renamed = centre_cut(april, 0.27);
  renamed.title = "Another name";
  renamed.owner = "board";
  renamed.origin = {"elsewhere.toml", 9};
  EXPECT_TRUE(same_change(centre_cut(april, 0.27), renamed));
  EXPECT_FALSE(same_change(centre_cut(april, 0.27), centre_cut(april, 0.28)));
  EXPECT_FALSE(same_change(centre_cut(april, 0.27), centre_cut(january, 0.27)));
  EXPECT_FALSE(same_change(centre_cut(april, 0.27), posts(april, 1)));
}

TEST(DesignDifference, NothingDiffers) {
  EXPECT_FALSE(first_difference(design("a", {posts(april, 1)}), design("b", {posts(april, 1)})).has_value());
}

TEST(DesignDifference, OneForOne) {
  const auto left = changes_without({posts(april, 1), posts(april, 1)}, {posts(april, 1)});
  EXPECT_EQ(left.size(), 1U);
  EXPECT_EQ(first_difference(design("a", {posts(april, 1), posts(april, 1)}), design("b", {posts(april, 1)})),
            april);
}

TEST(DesignDifference, BeginsWithTheAnnouncement) {
  EXPECT_EQ(first_difference(design("a"), design("b", {restructure(january, april)})), january);
  EXPECT_EQ(first_difference(design("b", {restructure(january, april)}), design("a")), january);
}

TEST(DesignDifference, SharedPastCounts) {
  auto b = design("b");
  b.history.push_back(posts(at_date(2008, 5, 1), -2));
  EXPECT_EQ(first_difference(design("a"), b), at_date(2008, 5, 1));
}

TEST(DesignDifference, AreaAndParametersDifferFromTheBeginning) {
  auto other_area = design("b");
  other_area.area.flows.referrals = 1.0;
  EXPECT_EQ(first_difference(design("a"), other_area), Instant::long_ago());
  auto other_team = design("b");
  other_team.area.teams.push_back({"duty", "Duty", spec::TeamKind::duty, {}});
  EXPECT_EQ(first_difference(design("a"), other_team), Instant::long_ago());
  auto other_parameter = design("b");
  bool first = true;
  world::Parameters::visit(other_parameter.parameters, [&first](const auto&, const auto&, double& value) {
    if (first) value = 2.0;
    first = false;
  });
  EXPECT_EQ(first_difference(design("a"), other_parameter), Instant::long_ago());
}

TEST(CountedWindow, FromTheFirstDateOnWhichAnyAlternativeDiffers) {
  const auto base = design("base");
  const Interval counted = counted_window(
      base, {design("a", {centre_cut(at_date(2012, 1, 1), 0.2)}), design("b", {restructure(january, april)})},
      {});
  EXPECT_EQ(counted.from, january);
  EXPECT_EQ(counted.to, fake::four_years.to);
}

TEST(CountedWindow, WholeWhereNothingDiffersInside) {
  const auto base = design("base");
  EXPECT_EQ(counted_window(base, {base}, {}).from, fake::four_years.from);
  EXPECT_EQ(counted_window(base, {design("late", {posts(at_date(2014, 2, 1), 1)})}, {}).from,
            fake::four_years.from);
  EXPECT_EQ(counted_window(base, {design("early", {posts(at_date(2009, 2, 1), 1)})}, {}).from,
            fake::four_years.from);
}

TEST(CountedWindow, OptionsReplaceIt) {
  Options options;
  options.from = at_date(2012, 1, 1);
  options.to = at_date(2013, 1, 1);
  const Interval counted = counted_window(design("base"), {design("a", {posts(april, 1)})}, options);
  EXPECT_EQ(counted.from, *options.from);
  EXPECT_EQ(counted.to, *options.to);
  Options early_end;
  early_end.to = at_date(2011, 1, 1);
  EXPECT_EQ(counted_window(design("base"), {design("a", {posts(april, 1)})}, early_end).from,
            fake::four_years.from)
      << "an end before the first difference leaves the start where it was";
}

TEST(Objections, AreAllNamedAtOnce) {
  Options options;
  options.replications = 1;
  options.confidence = 1.0;
  options.delta = -1.0;
  options.threads = -1;
  options.from = at_date(2009, 12, 31);
  options.to = at_date(2014, 1, 2);
  const auto base = design("base");
  auto longer = design("longer");
  longer.window.to = at_date(2015, 1, 1);
  const auto found = objections({&base, &longer}, options);
  ASSERT_EQ(found.size(), 7U);
  EXPECT_NE(found[4].find("--from 2009-12-31 lies outside the scenario base"), std::string::npos) << found[4];
  EXPECT_NE(found[6].find("longer lasts from 2010-01-01 to 2015-01-01"), std::string::npos) << found[6];
}

TEST(Objections, NothingToCount) {
  Options options;
  options.from = options.to = at_date(2012, 1, 1);
  const auto base = design("base");
  EXPECT_EQ(objections({&base}, options).size(), 1U);
  EXPECT_TRUE(objections({&base}, {}).empty());
}

}  // namespace
}  // namespace lscb::experiment
