// Predictable harm and hindsight from whole worlds: asking changes nothing, what is counted agrees with the
// measures, and the parts add up.
#include "experiment/hindsight.h"

#include <gtest/gtest.h>

#include "experiment/family_table.h"
#include "experiment/run.h"
#include "same_bytes.h"
#include "scenario/load.h"
#include "world/replicate.h"

namespace lscb::experiment {
namespace {

world::Design shipped(const char* name) {
  auto loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
  EXPECT_TRUE(loaded.design) << name;
  world::Design design = *loaded.design;
  design.area.children /= 4.0;
  return design;
}

Options few(int threads) {
  Options options;
  options.replications = 3;
  options.threads = threads;
  return options;
}

std::int64_t number(const HindsightOfDesign& design, std::string_view id) {
  return design.count(id).number;
}

TEST(Hindsight, AskingChangesNothing) {
  const std::vector<world::Design> designs{shipped("no-change"), shipped("done-well")};
  const kernel::WorldKey key{3, 0};
  world::Together plain, asked;
  world::replicate_together(designs, key, designs[0].window, plain);
  world::replicate_with_reference(designs, key, designs[0].window, asked);
  for (std::size_t d = 0; d < designs.size(); ++d) {
    world::expect_same_bytes(plain.outcomes[d], asked.outcomes[d]);
    EXPECT_FALSE(plain.outcomes[d].hindsight);
    ASSERT_TRUE(asked.outcomes[d].hindsight);
    EXPECT_GT(asked.outcomes[d].hindsight->flagged, 0);
  }
}

TEST(Hindsight, CountsTheHarmsThatTheMeasuresCount) {
  const world::Design design = shipped("no-change");
  const HindsightResult found = hindsight({design}, few(2));
  const FullRun plain = run(design, few(2));
  const auto harm = measures::find("harm_events");
  ASSERT_TRUE(harm);
  EXPECT_NEAR(*found.designs[0].count("serious_harms").a_year.mean, *plain.result.figures[*harm].mean, 1e-9);
}

TEST(Hindsight, PartsAddUp) {
  const HindsightResult found = hindsight({shipped("no-change"), shipped("isle-of-wight-2011")}, few(2));
  for (const HindsightOfDesign& design : found.designs) {
    EXPECT_EQ(number(design, "flagged_harmed_families") + number(design, "flagged_unharmed_families"),
              number(design, "flagged_families"));
    EXPECT_GT(number(design, "flagged_families"), 0);
    EXPECT_LE(number(design, "predictable_harms"), number(design, "serious_harms"));
    EXPECT_LE(number(design, "preventable_harms"), number(design, "predictable_harms"));
    EXPECT_LE(number(design, "preventable_families"), number(design, "predictable_families"));
    EXPECT_GE(number(design, "harms_since_flag"), number(design, "predictable_harms"));
    EXPECT_EQ(number(design, "astray_families"), 0);
    const ShareFigure& averted = design.share("expected_averted_share");
    EXPECT_LE(averted.part, averted.whole);
    EXPECT_GT(number(design, "lucky_children"), 0);
    EXPECT_GT(number(design, "unlucky_children"), 0);
    const ShareFigure& share = design.share("flagged_unharmed_share");
    EXPECT_EQ(share.part, number(design, "flagged_unharmed_families"));
    EXPECT_EQ(share.whole, number(design, "flagged_families"));
    EXPECT_NEAR(*share.share.mean, static_cast<double>(share.part) / static_cast<double>(share.whole), 1e-12);
  }
  EXPECT_FALSE(found.designs[0].count("flagged_families").difference.mean);
  EXPECT_TRUE(found.designs[1].count("flagged_families").difference.mean);
}

// The reference worker can bring harm to be expected that was not: in few families more than it averts. A
// share of expected harm has no count's interval, which would refuse that.
TEST(Hindsight, MoreHarmMayBeExpectedWithTheReferenceWorkerThanWithout) {
  Options options = few(2);
  options.seed = 7;
  const HindsightResult found = hindsight({shipped("no-change"), shipped("isle-of-wight-2011")}, options);
  for (const HindsightOfDesign& design : found.designs)
    EXPECT_FALSE(design.share("expected_averted_share").few) << design.scenario;
}

// Where two workers never differ on the same evidence, there is no luck.
TEST(Hindsight, WithoutNoiseThereIsNoLuck) {
  world::Design design = shipped("no-change");
  design.parameters.door.decision_noise = 0.0;
  design.parameters.door.decision_noise_inexperienced = 0.0;
  const HindsightResult found = hindsight({design}, few(2));
  EXPECT_EQ(number(found.designs[0], "lucky_children"), 0);
  EXPECT_EQ(number(found.designs[0], "unlucky_children"), 0);
  EXPECT_GT(number(found.designs[0], "taken_on_children"), 0);
  EXPECT_GT(number(found.designs[0], "turned_away_children"), 0);
}

// The filter of `lscb families` and this count are two readings of the same histories.
TEST(Hindsight, TheFilterFindsTheFamiliesThatAreCounted) {
  world::Design design = shipped("no-change");
  for (double& rate : design.parameters.life.harms) rate *= 20.0;  // so that there are some to be found
  const kernel::WorldKey key{5, 0};
  world::Together asked;
  world::replicate_with_reference({design}, key, design.window, asked);
  const FamilyTable table = family_table(design, key, design.window, false);
  const FamilyFilter* filter = find_filter("harm-predictable");
  ASSERT_NE(filter, nullptr);
  std::int64_t families = 0, harms = 0;
  for (const FamilyFigures& figures : table.families) {
    families += filter->holds(figures);
    harms += figures.predictable_harms;
    EXPECT_LE(figures.predictable_harms, figures.harms);
  }
  EXPECT_EQ(families, asked.outcomes[0].hindsight->predictable_families);
  EXPECT_EQ(harms, asked.outcomes[0].hindsight->predictable);
  EXPECT_GT(families, 0);
  EXPECT_LT(asked.outcomes[0].hindsight->predictable, asked.outcomes[0].hindsight->harms);
}

TEST(Hindsight, IsTheSameForAnyNumberOfThreads) {
  const std::vector<world::Design> designs{shipped("no-change"), shipped("restructure")};
  const HindsightResult a = hindsight(designs, few(1));
  const HindsightResult b = hindsight(designs, few(2));
  for (std::size_t d = 0; d < designs.size(); ++d) {
    for (std::size_t i = 0; i < hindsight_counts().size(); ++i) {
      EXPECT_EQ(a.designs[d].counts[i].a_year.mean, b.designs[d].counts[i].a_year.mean);
      EXPECT_EQ(a.designs[d].counts[i].per_10000.low, b.designs[d].counts[i].per_10000.low);
    }
    for (std::size_t i = 0; i < hindsight_shares().size(); ++i)
      EXPECT_EQ(a.designs[d].shares[i].share.low, b.designs[d].shares[i].share.low);
  }
}

}  // namespace
}  // namespace lscb::experiment
