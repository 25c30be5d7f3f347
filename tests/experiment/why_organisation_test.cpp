// What each group took away, from whole worlds: the same as a comparison with the restored design would say,
// held together over the seven, and for two scenarios what differs between them.
#include "experiment/why_organisation.h"

#include <gtest/gtest.h>

#include <memory>

#include "experiment/compare.h"
#include "experiment/why.h"
#include "scenario/load.h"
#include "world/watch.h"

namespace lscb::experiment {
namespace {

world::Design quarter_of(const char* name) {
  auto loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
  EXPECT_TRUE(loaded.design) << name;
  world::Design design = *loaded.design;
  design.area.children /= 4.0;
  return design;
}

Options three() {
  Options options;
  options.replications = 3;
  options.threads = 2;
  return options;
}

/// The model's figures without saying whom it misses: there is no family to be played again.
class Figures final : public Recorded {
 public:
  explicit Figures(world::Outcome outcome) : outcome_(std::move(outcome)) {}
  [[nodiscard]] const world::Outcome& outcome() const override { return outcome_; }
  [[nodiscard]] const std::vector<world::MissedChild>& missed() const override { return nobody_; }
  [[nodiscard]] std::uint8_t replay(HouseholdId, const world::Design&, const world::Eased&) const override {
    ADD_FAILURE() << "nobody is missed";
    return 0;
  }

 private:
  world::Outcome outcome_;
  std::vector<world::MissedChild> nobody_;
};

Recorder figures_alone() {
  Recorder recorder;
  recorder.record = [](const world::Design& design, kernel::WorldKey key, Interval counted) {
    world::Watch watch;
    watch.decisions = true;
    return std::make_unique<Figures>(world::replicate_watched(design, key, counted, watch));
  };
  recorder.name_missed = world::replicate_together;  // nobody is named
  return recorder;
}

WhyOrganisation why_of(const std::vector<world::Design>& designs, const Options& options) {
  return why_organisation(designs, options, usual_sample, {}, figures_alone());
}

const ButFor& of(const OrganisationOfDesign& design, Group group) {
  return design.groups[static_cast<std::size_t>(group)];
}

TEST(WhyOrganisation, EachEffectIsThatOfAComparison) {
  const world::Design design = quarter_of("no-change");
  const WhyOrganisation found = why_of({design}, three());
  ASSERT_EQ(found.designs.size(), 1U);
  std::vector<world::Design> alternatives;
  for (const Group group : all_groups) alternatives.push_back(restored(design, group));
  const CompareResult compared = compare(design, alternatives, three());
  EXPECT_EQ(found.counted.from, compared.counted.from);
  EXPECT_EQ(found.counted.to, compared.counted.to);
  for (std::size_t f = 0; f < missed_ids.size(); ++f) {
    const std::size_t measure = *measures::find(missed_ids[f]);
    EXPECT_EQ(found.designs[0].missed[f].mean, compared.base.figures[measure].mean);
    for (std::size_t g = 0; g < group_count; ++g) {
      const Estimate& here = found.designs[0].groups[g].difference[f];
      const Difference& there = compared.alternatives[g].differences[measure];
      EXPECT_EQ(here.mean, there.estimate.mean) << id(all_groups[g]);
      if (there.simultaneous) {  // the headline's, over as many alternatives as there are groups
        EXPECT_EQ(here.low, there.estimate.low) << id(all_groups[g]);
        EXPECT_EQ(here.high, there.estimate.high) << id(all_groups[g]);
      } else if (*here.high > *here.low) {
        EXPECT_LT(*here.low, *there.estimate.low) << id(all_groups[g]);
        EXPECT_GT(*here.high, *there.estimate.high) << id(all_groups[g]);
      }
    }
  }
}

TEST(WhyOrganisation, TheTwoPartsAddUpToTheHeadline) {
  const WhyOrganisation found = why_of({quarter_of("no-change")}, three());
  for (const ButFor& but_for : found.designs[0].groups) {
    EXPECT_NEAR(*but_for.difference[1].mean + *but_for.difference[2].mean, *but_for.difference[0].mean, 1e-9)
        << id(but_for.group);
  }
}

TEST(WhyOrganisation, WhatIsAtItsReferenceIsNotRunAndDiffersByNothing) {
  const WhyOrganisation found = why_of({quarter_of("no-change")}, three());
  const ButFor& policy = of(found.designs[0], Group::policy);
  EXPECT_TRUE(policy.at_reference);
  EXPECT_EQ(policy.difference[0].mean, 0.0);
  EXPECT_EQ(policy.difference[0].low, 0.0);
  EXPECT_EQ(policy.difference[0].high, 0.0);
  EXPECT_FALSE(of(found.designs[0], Group::load).at_reference);
  EXPECT_FALSE(policy.beyond_first[0].mean) << "there is no other scenario";
}

TEST(WhyOrganisation, OfTwoScenariosCountsWhatTheirComparisonCounts) {
  const std::vector<world::Design> both{quarter_of("no-change"), quarter_of("isle-of-wight-2011")};
  const WhyOrganisation found = why_of(both, three());
  ASSERT_EQ(found.designs.size(), 2U);
  EXPECT_EQ(found.counted.from, at_date(2011, 1, 12)) << "the announcement is the first that differs";
  EXPECT_TRUE(of(found.designs[0], Group::policy).at_reference);
  EXPECT_FALSE(of(found.designs[1], Group::policy).at_reference);
  for (std::size_t g = 0; g < group_count; ++g) {
    const ButFor& first = found.designs[0].groups[g];
    const ButFor& second = found.designs[1].groups[g];
    ASSERT_TRUE(second.beyond_first[0].mean);
    EXPECT_FALSE(first.beyond_first[0].mean);
    EXPECT_NEAR(*second.beyond_first[0].mean, *second.difference[0].mean - *first.difference[0].mean, 1e-9);
  }
  // The first has no policy to take away, so the difference is the second's own.
  const ButFor& policy = of(found.designs[1], Group::policy);
  EXPECT_EQ(policy.beyond_first[0].low, policy.difference[0].low);
}

TEST(WhyOrganisation, IsTheSameForAnyNumberOfThreads) {
  Options one = three();
  one.threads = 1;
  const std::vector<world::Design> designs{quarter_of("restructure")};
  const WhyOrganisation a = why_of(designs, one);
  const WhyOrganisation b = why_of(designs, three());
  for (std::size_t g = 0; g < group_count; ++g) {
    EXPECT_EQ(a.designs[0].groups[g].difference[0].mean, b.designs[0].groups[g].difference[0].mean);
    EXPECT_EQ(a.designs[0].groups[g].difference[0].low, b.designs[0].groups[g].difference[0].low);
  }
}

// The two tables are of the same runs, and neither changes the other.
TEST(WhyOrganisation, HasTheTableInTheDecisionThatWhyHas) {
  const std::vector<world::Design> designs{quarter_of("no-change"), quarter_of("isle-of-wight-2011")};
  const auto beside = why_of(designs, three()).in_the_decision;
  const auto alone = why(designs, three()).designs;
  ASSERT_EQ(beside.size(), 2U);
  for (std::size_t d = 0; d < beside.size(); ++d) {
    EXPECT_EQ(beside[d].scenario, alone[d].scenario);
    EXPECT_GT(*beside[d].decided.mean, 0.0);
    EXPECT_EQ(beside[d].decided.low, alone[d].decided.low);
    EXPECT_EQ(beside[d].beyond.share.mean, alone[d].beyond.share.mean);
    EXPECT_EQ(beside[d].beyond.difference.mean, alone[d].beyond.difference.mean);
    for (std::size_t t = 0; t < beside[d].terms.size(); ++t)
      EXPECT_EQ(beside[d].terms[t].share.mean, alone[d].terms[t].share.mean);
  }
  EXPECT_FALSE(beside[0].missed_difference.mean);
  EXPECT_TRUE(beside[1].missed_difference.mean);
}

std::string failing_scenario(const Recorder& recorder) {
  try {
    (void)why_organisation({quarter_of("no-change")}, three(), usual_sample, {}, recorder);
  } catch (const ReplicationFailure& failure) {
    return failure.scenario();
  }
  return "none";
}

TEST(WhyOrganisation, AFailureNamesTheGroupThatWasRestored) {
  Recorder fails = figures_alone();
  fails.name_missed = [](const std::vector<world::Design>&, kernel::WorldKey, Interval,
                         world::Together& out) {
    out.playing = 1;  // policy has nothing to restore: load, then this
    throw std::runtime_error("a mistake");
  };
  EXPECT_EQ(failing_scenario(fails), "no-change with turnover restored");
}

TEST(WhyOrganisation, AFailureOfTheRecordingNamesTheScenario) {
  Recorder fails = figures_alone();
  fails.record = [](const world::Design&, kernel::WorldKey, Interval) -> std::unique_ptr<Recorded> {
    throw std::runtime_error("a mistake");
  };
  EXPECT_EQ(failing_scenario(fails), "no-change");
}

}  // namespace
}  // namespace lscb::experiment
