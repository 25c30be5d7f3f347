#include "experiment/chart.h"

#include <gtest/gtest.h>

#include <vector>

namespace lscb::experiment {
namespace {

using Values = std::vector<std::optional<float>>;

// Eight quarters around 10, each 1.128 from the one before: sigma is 1 (as far as floats go).
const Values steady{9.436F, 10.564F, 9.436F, 10.564F, 9.436F, 10.564F, 9.436F, 10.564F};

Chart chart() {
  return *Chart::of(steady);
}

TEST(Chart, TakesSigmaFromMovingRanges) {
  EXPECT_NEAR(chart().centre(), 10.0, 1e-6);
  EXPECT_NEAR(chart().sigma(), 1.0, 1e-6);
  // A step in the middle of what came before moves the centre, and sigma only by its one range.
  const Values step{1.0F, 1.0F, 1.0F, 1.0F, 8.0F, 8.0F, 8.0F, 8.0F};
  EXPECT_NEAR(Chart::of(step)->sigma(), 1.0 / 1.128, 1e-6);
}

TEST(Chart, NeedsEveryPointBefore) {
  Values gap = steady;
  gap[2] = std::nullopt;
  EXPECT_FALSE(Chart::of(gap).has_value());
  EXPECT_FALSE(Chart::of({}).has_value());
  EXPECT_FALSE(Chart::of(Points{steady}.first(1)).has_value());
}

TEST(Chart, SignalsBeyondThreeSigma) {
  EXPECT_EQ(chart().first_signal(Values{10.0F, 12.9F, 13.1F}, Side::high), 2U);
  EXPECT_EQ(chart().first_signal(Values{10.0F, 6.9F, 10.0F}, Side::low), 1U);
  EXPECT_FALSE(chart().first_signal(Values{10.0F, 6.9F, 10.0F}, Side::high).has_value());
  EXPECT_FALSE(chart().first_signal(Values{12.9F, 10.0F, 7.1F}, Side::low).has_value());
}

// Proves that two of three successive points beyond two sigma signal, at the second of the two, and only on
// one side; that two of four do not; and that a point that is not defined is none of them.
TEST(Chart, SignalsAtTwoOfThreeBeyondTwoSigma) {
  EXPECT_EQ(chart().first_signal(Values{12.1F, 12.1F}, Side::high), 1U);
  EXPECT_EQ(chart().first_signal(Values{12.1F, 10.0F, 12.1F}, Side::high), 2U);
  EXPECT_FALSE(chart().first_signal(Values{12.1F, 10.0F, 10.0F, 12.1F}, Side::high).has_value());
  EXPECT_FALSE(chart().first_signal(Values{12.1F, 7.9F}, Side::high).has_value());
  EXPECT_FALSE(chart().first_signal(Values{12.1F, 7.9F}, Side::low).has_value());
  EXPECT_EQ(chart().first_signal(Values{12.1F, std::nullopt, 12.1F}, Side::high), 2U);
}

}  // namespace
}  // namespace lscb::experiment
