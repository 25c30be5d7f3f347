#include "support/seed.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "kernel/assert.h"

namespace lscb::proof {

std::uint64_t seed_of_this_test() {
  const ::testing::TestInfo* const test = ::testing::UnitTest::GetInstance()->current_test_info();
  LSCB_ASSERT_ALWAYS(test != nullptr, "a test's seed is asked for inside that test");
  std::string name = std::string(test->test_suite_name()) + "." + test->name();
  if (const char* const fresh = std::getenv("LSCB_FRESH_SEED")) name += std::string("@") + fresh;
  return fnv1a(name);
}

}  // namespace lscb::proof
