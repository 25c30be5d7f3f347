// What is said of a trace before it is written.
#include "cli/tracing.h"

#include <gtest/gtest.h>

namespace lscb::cli {
namespace {

// Proves that nobody fills a disk unawares: the default of 200 replications is told, a few are not.
TEST(Tracing, SaysHowLargeATraceOfEveryFamilyWillBe) {
  EXPECT_EQ(size_of_trace(26'145.0, 200, {}),
            "lscb: the trace of every family in 200 replications will be about 50 GB; --replications 2 or "
            "--trace-family N make it smaller");
  EXPECT_NE(size_of_trace(26'145.0, 21, {}).find("about 5.3 GB"), std::string::npos);
  EXPECT_NE(size_of_trace(250'000.0, 200, {}).find("about 478 GB"), std::string::npos) << "by children";
  EXPECT_EQ(size_of_trace(26'145.0, 20, {}), "");
  EXPECT_EQ(size_of_trace(26'145.0, 200, {4170}), "") << "one family's is small";
}

}  // namespace
}  // namespace lscb::cli
