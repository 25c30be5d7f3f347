#include "door/yardstick.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "example.h"

namespace lscb::door {
namespace {

TEST(Yardstick, BeginsAtThePublishedReferenceAndStaysThere) {
  Yardstick y{example()};
  EXPECT_EQ(y.level(), example().norm_reference);
  for (int i = 0; i < 100; ++i) y.see(example().norm_reference);
  EXPECT_EQ(y.level(), example().norm_reference);
}

TEST(Yardstick, ForgetsAtTheRateOfItsMemory) {
  Yardstick y{example()};
  const double memory = example().norm_memory_contacts;
  for (int i = 0; i < static_cast<int>(memory); ++i) y.see(0.0);
  // (1 - 1/m)^m of the old level is left.
  EXPECT_NEAR(y.level(), example().norm_reference * std::pow(1.0 - 1.0 / memory, memory), 1e-12);
}

TEST(Yardstick, StaysWithinWhatItHasSeen) {
  proof::holds(200, [] {
    Yardstick y{example()};
    double low = y.level();
    double high = y.level();
    const int contacts = *rc::gen::inRange(1, 300);
    for (int i = 0; i < contacts; ++i) {
      const double concern = some(0, 4);
      low = std::min(low, concern);
      high = std::max(high, concern);
      y.see(concern);
      RC_ASSERT(y.level() >= low - 1e-12);
      RC_ASSERT(y.level() <= high + 1e-12);
    }
  });
}

TEST(Yardstick, IsSetBackByTrainingForAsLongAsItIsNotMovedAgain) {
  Yardstick y{example()};
  for (int i = 0; i < 50; ++i) y.see(4.0);
  const double drifted = y.level();
  const double reference = example().norm_reference;
  Yardstick half = y;
  half.return_towards(reference, 0.5);
  EXPECT_DOUBLE_EQ(half.level(), 0.5 * (drifted + reference));
  y.return_towards(reference, 1.0);
  EXPECT_DOUBLE_EQ(y.level(), reference);
  for (int i = 0; i < 50; ++i) y.see(4.0);
  EXPECT_NEAR(y.level(), drifted, 1e-12);
}

}  // namespace
}  // namespace lscb::door
