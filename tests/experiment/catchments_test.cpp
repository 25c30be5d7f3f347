// Figures of catchments behind those of the catalogue.
#include "experiment/catchments.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/compare.h"
#include "fake_model.h"

namespace lscb::experiment {
namespace {

world::Design with_centres(const std::string& name, const std::vector<std::string>& ids) {
  world::Design made = fake::design(name);
  for (const auto& id : ids) {
    spec::Centre centre;
    centre.id = id;
    centre.title = "Centre " + id;
    made.area.centres.push_back(centre);
  }
  return made;
}

/// Figure i of the k-th centre of a design is 10 k + i.
Replicator by_centre() {
  return each_alone([](const world::Design& d, kernel::WorldKey, Interval) {
    world::Outcome outcome;
    outcome.figures = {100.0, 10.0, 1e6};
    for (std::size_t k = 0; k < d.area.centres.size(); ++k) {
      for (int i = 0; i < 4; ++i) outcome.by_catchment.push_back(10.0 * static_cast<double>(k) + i);
    }
    return outcome;
  });
}

std::optional<std::size_t> index(const RunResult& run, std::string_view id) {
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    if (run.measures[i].id == id) return i;
  }
  return std::nullopt;
}

// Proves that each centre's figures stand behind the catalogue's, found by id whatever the order of centres,
// and that what a design's area does not have is not defined.
TEST(Catchments, AreFoundById) {
  Options options;
  options.replications = 3;
  const auto result = compare(with_centres("base", {"east", "west"}),
                              {with_centres("turned", {"west", "east"}), with_centres("other", {"north"})},
                              options, {}, by_centre(), fake::catalogue());
  const RunResult& base = result.base;
  ASSERT_EQ(base.measures.size(), fake::catalogue().size() + 3 * 4);
  ASSERT_EQ(base.figures.size(), base.measures.size());
  const auto west = index(base, "missed_assessments@catchment=west");
  ASSERT_TRUE(west.has_value());
  EXPECT_EQ(base.measures[*west].label, "got no assessment, catchment of Centre west");
  EXPECT_EQ(base.figures[*west].mean, 10.0);
  EXPECT_EQ(result.alternatives[0].run.figures[*west].mean, 0.0);
  EXPECT_EQ(result.alternatives[0].differences[*west].estimate.mean, -10.0);
  EXPECT_FALSE(result.alternatives[1].run.figures[*west].mean.has_value());
  EXPECT_EQ(result.alternatives[1].differences[*west].estimate.n, 0);
  const auto rate = index(base, "missed_assessments_per_10000_children@catchment=north");
  ASSERT_TRUE(rate.has_value());
  EXPECT_FALSE(base.figures[*rate].mean.has_value());
  EXPECT_EQ(result.alternatives[1].run.figures[*rate].mean, 3.0);
}

// Proves that a catchment stands out by its rate's difference less the area's, paired, in intervals that hold
// together over the catchments; that what moves every rate alike makes none stand out; and that without a
// rate of the area nothing is compared.
TEST(BeyondArea, TellsWhoStandsOut) {
  auto catalogue = fake::catalogue();
  catalogue.push_back({std::string{rate_id}, "of 10,000", "children a year"});
  const auto model = each_alone([](const world::Design& d, kernel::WorldKey key, Interval) {
    const bool changed = d.scenario == "changed";
    const double luck = 50.0 * static_cast<double>(key.replication % 5);  // shared by all, and cancelled
    const double noise = static_cast<double>(key.replication % 3) - 1.0;
    world::Outcome outcome;
    outcome.figures = {100.0, 10.0, 1e6, 300.0 + (changed ? luck : 0.0)};
    outcome.by_catchment = {1.0, 1.0, 1.0, 400.0 + (changed ? luck + 4.0 + noise : 0.0),  //
                            1.0, 1.0, 1.0, 200.0 + (changed ? luck + noise : 0.0)};
    return outcome;
  });
  Options options;
  options.replications = 15;
  const auto base = with_centres("base", {"east", "west"});
  const auto changed = with_centres("changed", {"east", "west"});
  const auto result = compare(base, {changed}, options, {}, model, catalogue);
  const auto& catchments = result.alternatives[0].catchments;
  ASSERT_EQ(catchments.size(), 2U);
  EXPECT_EQ(result.base.measures[catchments[0].measure].id, std::string{rate_id} + "@catchment=east");
  EXPECT_NEAR(*catchments[0].estimate.mean, 4.0, 1e-9);
  EXPECT_NEAR(*catchments[1].estimate.mean, 0.0, 1e-9);
  EXPECT_TRUE(stands_out(catchments[0]));
  EXPECT_FALSE(stands_out(catchments[1]));
  StudentT together{1.0 - 0.05 / 2.0};
  const Estimate& east = catchments[0].estimate;
  EXPECT_NEAR(*east.high - *east.mean, together.half_width(15) * *east.deviation / std::sqrt(15.0), 1e-9);

  EXPECT_TRUE(compare(base, {changed}, options, {}, by_centre(), fake::catalogue())
                  .alternatives[0]
                  .catchments.empty());
}

// Proves that a replicator that knows no catchments leaves their figures undefined.
TEST(Catchments, MayBeUnknown) {
  Options options;
  options.replications = 2;
  const auto full = run(with_centres("base", {"east"}), options, {},
                        fake::headline([](auto&, int) { return 1.0; }), fake::catalogue());
  ASSERT_EQ(full.result.figures.size(), fake::catalogue().size() + 4);
  EXPECT_EQ(full.result.figures.back().n, 0);
}

}  // namespace
}  // namespace lscb::experiment
