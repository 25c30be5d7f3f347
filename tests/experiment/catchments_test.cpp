// Figures of catchments behind those of the catalogue.
#include "experiment/catchments.h"

#include <gtest/gtest.h>

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
