// No branch of the pathway stays empty in the base run without an explanation.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "designs.h"

namespace lscb::world {
namespace {

TEST(Coverage, EveryBranchIsTakenOrSaysWhyNot) {
  const Design island = shipped("no-change");
  std::map<std::string, std::uint64_t> counts;
  std::map<std::string, const char*> why;
  for (std::uint64_t replication = 0; replication < 10; ++replication) {
    for (const BranchCount& branch : run(island, 1, replication).branches) {
      counts[branch.id] += branch.taken;
      why[branch.id] = branch.when_zero;
    }
  }
  EXPECT_GT(counts.size(), 60U);
  for (const auto& [branch, count] : counts) {
    if (count > 0) continue;
    EXPECT_NE(why[branch], nullptr) << branch << " is never taken, and nothing says why";
  }
}

// An explanation is not an excuse: what it names, when it is there, is taken.
TEST(Coverage, AnAreaThatMakesSingleAssessmentsTakesThatBranch) {
  Design design = small("no-change");
  EXPECT_EQ(taken(run(design), "single_assessment"), 0U);
  design.area.assessment_rules.single_from = at_date(2013, 4, 15);
  const Outcome adopted = run(design);
  EXPECT_GT(taken(adopted, "single_assessment"), 0U);
  EXPECT_GT(figure(adopted, "single_assessments_children"), 0.0);
}

}  // namespace
}  // namespace lscb::world
