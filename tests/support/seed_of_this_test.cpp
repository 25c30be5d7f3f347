#include <gtest/gtest.h>

#include "kernel/assert.h"
#include "support/seed.h"

namespace lscb::proof {

std::uint64_t seed_of_this_test() {
  const ::testing::TestInfo* const test = ::testing::UnitTest::GetInstance()->current_test_info();
  LSCB_ASSERT_ALWAYS(test != nullptr, "a test's seed is asked for inside that test");
  return seed_of(std::string(test->test_suite_name()) + "." + test->name());
}

}  // namespace lscb::proof
