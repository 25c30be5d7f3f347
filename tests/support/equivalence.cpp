#include "support/equivalence.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "support/seed.h"

namespace lscb::proof {

void expect_equivalent(const std::vector<Measure>& measures, const Run& run) {
  for (const Finding& finding : examine(measures, run, seed_of_this_test())) {
    std::printf("%s\n", finding.text.c_str());
    EXPECT_TRUE(finding.holds) << "not shown to lie within the margin: " << finding.text;
  }
}

}  // namespace lscb::proof
