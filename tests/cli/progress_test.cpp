#include "cli/progress.h"

#include <gtest/gtest.h>

namespace lscb::cli {
namespace {

TEST(TimeLeft, InSecondsMinutesAndHours) {
  EXPECT_EQ(time_left(0.0, {0, 200}), "");
  EXPECT_EQ(time_left(10.0, {100, 200}), "about 10 s left");
  EXPECT_EQ(time_left(9.01, {100, 200}), "about 10 s left");
  EXPECT_EQ(time_left(40.0, {100, 300}), "about 1 min 20 s left");
  EXPECT_EQ(time_left(60.0, {1, 121}), "about 2 h 0 min left");
  EXPECT_EQ(time_left(10.0, {200, 200}), "about 0 s left");
}

TEST(ProgressBar, IsSilentWhereNobodyLooks) {
  EXPECT_FALSE(ProgressBar(ShowProgress::never, false).callback());
  EXPECT_TRUE(ProgressBar(ShowProgress::always, true).callback());
}

}  // namespace
}  // namespace lscb::cli
