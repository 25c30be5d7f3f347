// The lot by which missed children are drawn: of the key, the children's causes and the size, and of nothing
// else.
#include "experiment/missed_sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace lscb::experiment {
namespace {

using world::MissedChild;

const kernel::WorldKey key{7, 3};

/// `count` children of `siblings` a household.
std::vector<MissedChild> missed(std::uint32_t count, std::uint32_t siblings = 2) {
  std::vector<MissedChild> all;
  for (std::uint32_t i = 0; i < count; ++i) {
    all.push_back({HouseholdId{i / siblings}, static_cast<std::uint8_t>(i % siblings),
                   kernel::Cause::root().child(1, i)});
  }
  return all;
}

std::set<std::uint64_t> causes(const std::vector<MissedChild>& children) {
  std::set<std::uint64_t> all;
  for (const MissedChild& child : children) all.insert(child.cause.value);
  return all;
}

TEST(MissedSample, HasTheSizeAskedForAndNobodyTwice) {
  for (const std::size_t size : {1U, 7U, 99U}) {
    const auto sample = missed_sample(missed(100), key, size);
    EXPECT_EQ(sample.size(), size);
    EXPECT_EQ(causes(sample).size(), size);
  }
}

TEST(MissedSample, LargerThanTheMissedTakesAll) {
  const auto all = missed(30);
  for (const std::size_t size : {30U, 31U, 2000U}) {
    EXPECT_EQ(causes(missed_sample(all, key, size)), causes(all));
  }
  EXPECT_TRUE(missed_sample({}, key, 10).empty());
}

TEST(MissedSample, KeepsTheOrderGiven) {
  const auto sample = missed_sample(missed(500), key, 60);
  EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end(), [](const MissedChild& a, const MissedChild& b) {
    return a.household < b.household || (a.household == b.household && a.position < b.position);
  }));
}

TEST(MissedSample, ALargerOneHoldsTheSmaller) {
  const auto all = missed(300);
  const auto large = causes(missed_sample(all, key, 80));
  for (const std::uint64_t child : causes(missed_sample(all, key, 25))) EXPECT_EQ(large.count(child), 1U);
}

TEST(MissedSample, DependsOnTheKeyAndNotOnPlacesOrNumbers) {
  auto all = missed(200);
  const auto here = causes(missed_sample(all, key, 40));
  EXPECT_EQ(causes(missed_sample(all, key, 40)), here);
  std::reverse(all.begin(), all.end());
  for (MissedChild& child : all) child.household = HouseholdId{child.household.value() + 1000};
  EXPECT_EQ(causes(missed_sample(all, key, 40)), here);
  EXPECT_NE(causes(missed_sample(all, {7, 4}, 40)), here);
  EXPECT_NE(causes(missed_sample(all, {8, 3}, 40)), here);
}

// Whoever is missed besides may only take places, never give one to another of those who were there.
TEST(MissedSample, OneMissedMoreMovesNobodyElseIn) {
  const auto all = missed(200);
  const auto fewer = causes(missed_sample({all.begin(), all.end() - 20}, key, 40));
  std::size_t new_ones = 0;
  for (const std::uint64_t child : causes(missed_sample(all, key, 40))) {
    if (fewer.count(child) != 0) continue;
    ++new_ones;
    EXPECT_TRUE(std::any_of(all.end() - 20, all.end(),
                            [child](const MissedChild& one) { return one.cause.value == child; }));
  }
  EXPECT_GT(new_ones, 0U);
}

// 400 replications, 10 of 50: each child 80 times on average, deviation 8.
TEST(MissedSample, TakesEachAsOftenAsAnother) {
  const auto all = missed(50);
  std::vector<int> taken(50, 0);
  for (std::uint64_t replication = 0; replication < 400; ++replication) {
    for (const MissedChild& child : missed_sample(all, {1, replication}, 10))
      ++taken[child.household.value() * 2 + child.position];
  }
  for (const int times : taken) {
    EXPECT_GT(times, 80 - 5 * 8);
    EXPECT_LT(times, 80 + 5 * 8);
  }
}

}  // namespace
}  // namespace lscb::experiment
