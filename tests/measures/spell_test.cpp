#include "measures/spell.h"

#include <gtest/gtest.h>

#include "child.h"

namespace lscb::measures {
namespace {

std::vector<Spell> spells_of(const Child& child) {
  std::vector<Spell> spells;
  append_spells(child.history(), test_run.to, spells);
  return spells;
}

// Proves that a gap one minute under 28 days is bridged and one of exactly 28 days is not.
TEST(Spell, BridgesGapsUnder28Days) {
  const auto with_gap = [](Minutes gap) {
    Child child;
    child.in_need(workday(0), workday(30), 2).in_need(workday(30) + gap, workday(90), 2);
    return spells_of(child);
  };
  const auto bridged = with_gap(days(28) - Minutes{1});
  ASSERT_EQ(bridged.size(), 1U);
  EXPECT_EQ(bridged[0].start, workday(0));
  EXPECT_EQ(bridged[0].end, workday(90));
  EXPECT_EQ(with_gap(days(27)).size(), 1U);
  const auto apart = with_gap(days(28));
  ASSERT_EQ(apart.size(), 2U);
  EXPECT_EQ(apart[0].end, workday(30));
  EXPECT_EQ(apart[1].start, workday(30) + days(28));
}

// Proves that a spell is at need 2 or more only, and that its level is the highest reached, wherever in it.
TEST(Spell, TakesTheHighestLevel) {
  Child child;
  child.need(workday(0), 1)
      .need(workday(5), 2)
      .need(workday(10), 3)
      .need(workday(12), 2)
      .need(workday(40), 1);
  const auto spells = spells_of(child);
  ASSERT_EQ(spells.size(), 1U);
  EXPECT_EQ(spells[0].start, workday(5));
  EXPECT_EQ(spells[0].end, workday(40));
  EXPECT_EQ(spells[0].level, 3);
  EXPECT_EQ(spells[0].ended_by, SpellEnd::need_fell);
}

// Proves that a child without need 2 has no spell.
TEST(Spell, NeedsNeedTwo) {
  Child child;
  child.need(workday(0), 1).need(workday(30), 0);
  EXPECT_TRUE(spells_of(child).empty());
  EXPECT_TRUE(spells_of(Child{}).empty());
}

// Proves that a spell ends when the child leaves, whatever the truth goes on to be, and that need after it is
// none.
TEST(Spell, EndsWhenTheChildLeaves) {
  Child child;
  child.leaves(workday(50)).need(workday(0), 2).need(workday(60), 3);
  const auto spells = spells_of(child);
  ASSERT_EQ(spells.size(), 1U);
  EXPECT_EQ(spells[0].end, workday(50));
  EXPECT_EQ(spells[0].level, 2);
  EXPECT_EQ(spells[0].ended_by, SpellEnd::left);
}

// Proves that the end is unknown while need lasts at the run's end, and for 28 days after it fell; and that
// it is known at once where the child left in that time.
TEST(Spell, LeavesAnUnfinishedEndUnknown) {
  const Instant end = test_run.to;
  Child open;
  open.need(workday(0), 2);
  ASSERT_EQ(spells_of(open).size(), 1U);
  EXPECT_EQ(spells_of(open)[0].end, end);
  EXPECT_EQ(spells_of(open)[0].ended_by, SpellEnd::unknown);

  Child just_fell;
  just_fell.in_need(workday(0), end - days(28) + Minutes{1}, 2);
  EXPECT_EQ(spells_of(just_fell)[0].ended_by, SpellEnd::unknown);

  Child fell_in_time;
  fell_in_time.in_need(workday(0), end - days(28), 2);
  EXPECT_EQ(spells_of(fell_in_time)[0].ended_by, SpellEnd::need_fell);

  Child fell_and_left;
  fell_and_left.in_need(workday(0), end - days(10), 2).leaves(end - days(5));
  EXPECT_EQ(spells_of(fell_and_left)[0].ended_by, SpellEnd::need_fell);
}

// Proves that need may begin before birth.
TEST(Spell, BeginsBeforeBirthIfNeedDoes) {
  Child child{workday(40)};
  child.in_need(workday(0), workday(70), 3);
  ASSERT_EQ(spells_of(child).size(), 1U);
  EXPECT_EQ(spells_of(child)[0].start, workday(0));
}

}  // namespace
}  // namespace lscb::measures
