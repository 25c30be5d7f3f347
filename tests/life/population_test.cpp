// Families are keyed: who else is looked at, and over which years, changes none of them.

#include "life/population.h"

#include <gtest/gtest.h>

#include <map>

#include "driver.h"
#include "life_parameters.h"

namespace lscb::life {
namespace {

constexpr kernel::WorldKey key{5, 6};

void expect_same_facts(const Population& a, const Household& x, const Population& b, const Household& y) {
  EXPECT_EQ(x.moved_in, y.moved_in);
  EXPECT_EQ(x.moves_away, y.moves_away);
  EXPECT_EQ(x.file_elsewhere, y.file_elsewhere);
  EXPECT_EQ(x.catchment, y.catchment);
  EXPECT_EQ(x.frailty, y.frailty);
  // Other years see other children of the family; those seen in both are the same.
  std::map<int, const Child*> by_ordinal;
  for (ChildId::Value i = 0; i < x.children; ++i) {
    const Child& child = a.children()[x.first_child.value() + i];
    by_ordinal[child.ordinal] = &child;
  }
  for (ChildId::Value i = 0; i < y.children; ++i) {
    const Child& child = b.children()[y.first_child.value() + i];
    const auto found = by_ordinal.find(child.ordinal);
    if (found == by_ordinal.end()) continue;
    EXPECT_EQ(found->second->born, child.born);
    EXPECT_EQ(found->second->cause, child.cause);
  }
}

std::map<std::uint64_t, const Household*> by_cause(const Population& population) {
  std::map<std::uint64_t, const Household*> found;
  for (const Household& h : population.households()) found[h.cause.value] = &h;
  return found;
}

TEST(Population, OneHouseholdMoreLeavesTheOthersAndTheirIds) {
  const Parameters parameters = shipped_parameters();
  Setting setting = small_area(800);
  const Population before(parameters, setting, key);
  setting.extra_households = 5;
  const Population after(parameters, setting, key);
  ASSERT_GT(after.households().size(), before.households().size());
  for (std::size_t i = 0; i < before.households().size(); ++i) {
    const Household &x = before.households()[i], &y = after.households()[i];
    EXPECT_EQ(x.cause, y.cause);
    EXPECT_EQ(x.first_child, y.first_child);
    EXPECT_EQ(x.children, y.children);
    expect_same_facts(before, x, after, y);
  }
}

TEST(Population, ALargerAreaContainsTheSmaller) {
  const Parameters parameters = shipped_parameters();
  const Population small(parameters, small_area(800), key), large(parameters, small_area(900), key);
  const auto in_large = by_cause(large);
  EXPECT_GT(large.households().size(), small.households().size());
  for (const Household& h : small.households()) {
    const auto found = in_large.find(h.cause.value);
    ASSERT_NE(found, in_large.end());
    expect_same_facts(small, h, large, *found->second);
  }
}

TEST(Population, TheYearsLookedAtSelectFamiliesAndChangeNone) {
  const Parameters parameters = shipped_parameters();
  Setting setting = small_area(800);
  const Population first(parameters, setting, key);
  setting.horizon = {at_date(2010, 6, 1), at_date(2019, 1, 1)};
  const Population second(parameters, setting, key);
  const auto in_second = by_cause(second);
  const Instant shared = at_date(2012, 1, 1);
  std::size_t met = 0;
  for (const Household& h : first.households()) {
    const auto found = in_second.find(h.cause.value);
    if (found != in_second.end()) {
      ++met;
      expect_same_facts(first, h, second, *found->second);
    } else {
      for (ChildId::Value i = 0; i < h.children; ++i) {
        EXPECT_FALSE(first.here(ChildId{h.first_child.value() + i}).contains(shared));
      }
    }
  }
  EXPECT_GT(met, 300U);
  EXPECT_EQ(first.count_at(shared), second.count_at(shared));
}

TEST(Population, ChildrenOfAFamilyFollowEachOther) {
  const Population population(shipped_parameters(), small_area(2000), key);
  ChildId::Value next = 0;
  for (std::size_t h = 0; h < population.households().size(); ++h) {
    const Household& household = population.households()[h];
    ASSERT_EQ(household.first_child.value(), next);
    ASSERT_GE(household.children, 1);
    for (int i = 0; i < household.children; ++i, ++next) {
      const Child& child = population.children()[next];
      EXPECT_EQ(child.household.value(), h);
      if (i > 0) {
        EXPECT_GT(child.born, population.children()[next - 1].born + pregnancy);
      }
    }
    EXPECT_GT(household.frailty, 0.0F);
    if (household.file_elsewhere) {
      EXPECT_NE(household.moved_in, Instant::long_ago());
    }
  }
  EXPECT_EQ(population.children().size(), next);
}

}  // namespace
}  // namespace lscb::life
