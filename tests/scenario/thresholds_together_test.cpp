// Thresholds that several policies shift at once.
#include <gtest/gtest.h>

#include "small_library.h"

namespace lscb::scenario {
namespace {

std::string policy(const char* date, const std::string& shifts) {
  return fmt::format(
      "[[change]]\nkind = \"threshold-policy\"\ndate = {}\ntitle = \"A\"\nowner = \"board\"\n{}", date,
      shifts);
}

/// In a town with thresholds of 1 level for a CAF, 2 for an assessment and 3 for an enquiry.
std::string said_of(const std::string& changes) {
  SmallLibrary small;
  std::string town = SmallLibrary::town();
  const char* names[] = {"caf", "assessment", "section47"};
  for (int i = 0; i < 3; ++i) {
    town += fmt::format("[parameters.door.threshold_{}]\nvalue = {}\nunit = \"levels\"\nrange = [0, 4]\n",
                        names[i], i + 1);
  }
  small.put("areas/town.toml", town);
  small.put("plan.toml", "title = \"Plan\"\nextends = \"base\"\n" + changes);
  return shown(small.scenario("plan").problems);
}

const std::string in_order =
    ", expected shifts that together leave the threshold for a CAF lowest and that for an enquiry highest\n";

// Proves that policies are refused under which a family in more need would be helped less.
TEST(ThresholdsTogether, KeepTheirOrder) {
  EXPECT_EQ(said_of(policy("2011-01-01", "caf = \"1 level\"\n")), "");
  EXPECT_EQ(said_of(policy("2011-01-01", "caf = \"1.1 levels\"\n")),
            "lib/plan.toml:8:7: found the threshold for a CAF at 2.1 levels, above that for an assessment at "
            "2, from "
            "2011-01-01 on" +
                in_order);
  EXPECT_EQ(
      said_of(policy("2011-01-01", "section47 = \"-1.5 levels\"\n")),
      "lib/plan.toml:8:13: found the threshold for an assessment at 2 levels, above that for an enquiry at "
      "1.5, from 2011-01-01 on" +
          in_order);
}

TEST(ThresholdsTogether, AreThoseOfAllPoliciesInForce) {
  const std::string shifts = "initial_assessment = \"-0.6 levels\"\n";
  EXPECT_EQ(said_of(policy("2011-01-01", "caf = \"0.6 levels\"\nuntil = 2011-06-01\n") +
                    policy("2011-06-01", shifts)),
            "")
      << "one ends as the other begins";
  EXPECT_EQ(said_of(policy("2011-01-01", "caf = \"0.6 levels\"\n") + policy("2011-06-01", shifts)),
            "lib/plan.toml:14:22: found the threshold for a CAF at 1.6 levels, above that for an assessment "
            "at 1.4, "
            "from 2011-06-01 on beside the policy at lib/plan.toml:3" +
                in_order);
  // What holds two of them apart ends.
  EXPECT_EQ(
      said_of(policy("2010-02-01", "initial_assessment = \"0.5 levels\"\nuntil = 2011-09-01\n") +
              policy("2011-01-01", "caf = \"1.3 levels\"\n")),
      "lib/plan.toml:15:7: found the threshold for a CAF at 2.3 levels, above that for an assessment at 2, "
      "from 2011-09-01 on, once that at lib/plan.toml:3 ends" +
          in_order);
}

}  // namespace
}  // namespace lscb::scenario
