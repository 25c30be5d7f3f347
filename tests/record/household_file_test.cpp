// What is on file, and how it fades.
#include "record/household_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/property.h"

namespace lscb::record {
namespace {

const Instant start = at_date(2010, 1, 1);

TEST(Chronology, IsEmptyAtFirst) {
  const Chronology c;
  EXPECT_EQ(c.weight(start), 0.0);
  EXPECT_EQ(c.entries(), 0);
}

TEST(Chronology, LosesHalfInItsHalfLife) {
  Chronology c;
  c.add(3.0, start);
  EXPECT_DOUBLE_EQ(c.weight(start), 3.0);
  EXPECT_NEAR(c.weight(start + years(Chronology::half_life_years)), 1.5, 1e-9);
  EXPECT_NEAR(c.weight(start + years(2.0 * Chronology::half_life_years)), 0.75, 1e-9);
  EXPECT_EQ(c.entries(), 1);
}

// Entries fade one by one as if each were alone: the sum that is kept is the sum of the parts.
TEST(Chronology, IsTheSumOfItsFadedEntries) {
  proof::holds(300, [] {
    Chronology together;
    std::vector<Chronology> alone;
    Instant at = start;
    const int entries = *rc::gen::inRange(0, 12);
    for (int i = 0; i < entries; ++i) {
      at = at + days(*rc::gen::inRange(0, 500));
      const double concern = *rc::gen::inRange(-4, 20) / 4.0;
      together.add(concern, at);
      alone.emplace_back();
      alone.back().add(concern, at);
    }
    const Instant later = at + days(*rc::gen::inRange(0, 2000));
    double sum = 0.0;
    for (const Chronology& c : alone) sum += c.weight(later);
    RC_ASSERT(together.entries() == entries);
    RC_ASSERT(together.weight(later) >= 0.0);
    RC_ASSERT(std::fabs(together.weight(later) - sum) < 1e-9);
  });
}

TEST(Chronology, AConcernBelowNothingTakesNothingAway) {
  Chronology c;
  c.add(1.0, start);
  c.add(-2.0, start);
  EXPECT_EQ(c.weight(start), 1.0);
  EXPECT_EQ(c.entries(), 2);
}

TEST(HouseholdFile, AddsTheEarlierFileOnceItIsThere) {
  HouseholdFile file;
  file.chronology.add(2.0, start);
  EXPECT_EQ(file.concerns_on_file(start), 2.0);
  file.earlier_concerns = 3.0;
  EXPECT_EQ(file.concerns_on_file(start), 5.0);
}

TEST(HouseholdFile, CountsRefusalsByReferrerSinceTheLastSuccess) {
  HouseholdFile file;
  const auto refusals = [&](spec::Referrer r) { return int{file.refusals[spec::index(r)]}; };
  file.refused(spec::Referrer::school);
  file.refused(spec::Referrer::school);
  file.refused(spec::Referrer::police);
  EXPECT_EQ(refusals(spec::Referrer::school), 2);
  EXPECT_EQ(refusals(spec::Referrer::police), 1);
  file.acted_on(spec::Referrer::school);
  EXPECT_EQ(refusals(spec::Referrer::school), 0);
  EXPECT_EQ(refusals(spec::Referrer::police), 1);
  for (int i = 0; i < 1000; ++i) file.refused(spec::Referrer::self);
  EXPECT_EQ(refusals(spec::Referrer::self), 255);
}

// A share of what was told in general terms counts, all of what was told in particulars; both fade alike.
TEST(Chronology, WeighsGeneralTermsByTheirShare) {
  Chronology c;
  c.add(2.0, start);
  c.add(1.0, start, false);
  EXPECT_EQ(c.entries(), 2);
  EXPECT_EQ(c.vague_entries(), 1);
  EXPECT_DOUBLE_EQ(c.weight(start), 3.0);
  EXPECT_DOUBLE_EQ(c.weight(start, 0.4), 2.4);
  const Instant later = start + years(Chronology::half_life_years);
  c.add(1.0, later, false);
  EXPECT_NEAR(c.weight(later, 0.0), 1.0, 1e-9);
  EXPECT_NEAR(c.weight(later, 1.0), 2.5, 1e-9);
}

TEST(HouseholdFile, ForgetsTheNameWithTheAdult) {
  HouseholdFile file;
  file.adult_known = file.adult_named = true;
  file.forget_adult();
  EXPECT_FALSE(file.adult_known);
  EXPECT_FALSE(file.adult_named);
}

}  // namespace
}  // namespace lscb::record
