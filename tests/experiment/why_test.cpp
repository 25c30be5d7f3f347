// Why calls went no further, from whole worlds: what is counted agrees with the measures, and adds up.
#include "experiment/why.h"

#include <gtest/gtest.h>

#include "experiment/run.h"
#include "scenario/load.h"

namespace lscb::experiment {
namespace {

world::Design shipped(const char* name) {
  auto loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
  EXPECT_TRUE(loaded.design) << name;
  world::Design design = *loaded.design;
  design.area.children /= 4.0;
  return design;
}

Options few() {
  Options options;
  options.replications = 3;
  options.threads = 2;
  return options;
}

double figure(const RunResult& run, const std::string& id) {
  for (std::size_t i = 0; i < run.measures.size(); ++i) {
    if (run.measures[i].id == id) return run.figures[i].mean.value_or(-1.0);
  }
  ADD_FAILURE() << "no measure " << id;
  return -1.0;
}

// The table's numbers of missed opportunities are the measures', kind by kind, and keeping decisions changes
// nothing.
TEST(Why, CountsWhatTheMeasuresCount) {
  const world::Design design = shipped("no-change");
  const WhyResult found = why({design}, few());
  const FullRun plain = run(design, few());
  ASSERT_EQ(found.designs.size(), 1U);
  for (int k = 0; k < measures::unmet_count; ++k) {
    const std::string kind = measures::id(static_cast<measures::Unmet>(k));
    EXPECT_NEAR(*found.designs[0].by_kind[static_cast<std::size_t>(k)].mean,
                figure(plain.result, "missed_opportunities_contacts@kind=" + kind), 1e-9)
        << kind;
  }
  EXPECT_NEAR(*found.designs[0].missed.mean, figure(plain.result, "missed_opportunities_contacts"), 1e-9);
}

// What the shares differ by is what they differ by, and of all parts together nothing.
TEST(Why, SharesDifferByTheirDifference) {
  const WhyResult found = why({shipped("no-change"), shipped("isle-of-wight-2011")}, few());
  const WhyOfDesign& first = found.designs[0];
  const WhyOfDesign& other = found.designs[1];
  double sum = *other.beyond.share_difference.mean;
  for (std::size_t i = 0; i < other.terms.size(); ++i) {
    EXPECT_FALSE(first.terms[i].share_difference.mean);
    EXPECT_NEAR(*other.terms[i].share_difference.mean,
                *other.terms[i].share.mean - *first.terms[i].share.mean, 1e-12);
    sum += *other.terms[i].share_difference.mean;
  }
  EXPECT_NEAR(sum, 0.0, 1e-12);
}

TEST(Why, PartsAddUpToWhatDecisionsEnded) {
  const WhyResult found = why({shipped("no-change"), shipped("isle-of-wight-2011")}, few());
  for (const WhyOfDesign& design : found.designs) {
    double numbers = *design.beyond.a_year.mean, shares = *design.beyond.share.mean;
    for (const WhyPart& term : design.terms) {
      numbers += *term.a_year.mean;
      shares += *term.share.mean;
    }
    EXPECT_NEAR(numbers, *design.decided.mean, 1e-9) << design.scenario;
    EXPECT_NEAR(shares, 1.0, 1e-12) << design.scenario;
    EXPECT_GT(*design.decided.mean, 0.0);
    EXPECT_LE(*design.decided.mean, *design.missed.mean);
  }
}

// Where nobody has a policy, policy explains nothing; where there is one, it does. A mechanism's link.
TEST(Why, APolicyThatIsNotThereHasNoShare) {
  const WhyResult found = why({shipped("no-change"), shipped("caf-pressure")}, few());
  const auto policy = static_cast<std::size_t>(door::Term::policy);
  EXPECT_EQ(*found.designs[0].terms[policy].a_year.mean, 0.0);
  EXPECT_GT(*found.designs[1].terms[policy].a_year.mean, 0.0);
}

TEST(Why, IsTheSameForAnyNumberOfThreads) {
  Options one = few();
  one.threads = 1;
  const std::vector<world::Design> designs{shipped("no-change"), shipped("restructure")};
  const WhyResult a = why(designs, one);
  const WhyResult b = why(designs, few());
  for (std::size_t d = 0; d < designs.size(); ++d) {
    for (std::size_t i = 0; i < door::term_count; ++i) {
      EXPECT_EQ(a.designs[d].terms[i].a_year.mean, b.designs[d].terms[i].a_year.mean);
      EXPECT_EQ(a.designs[d].terms[i].share.low, b.designs[d].terms[i].share.low);
    }
  }
}

}  // namespace
}  // namespace lscb::experiment
