// A mark stands for its step: it is the same for equal steps, and another as soon as anything differs.
#include "trace/mark.h"

#include <gtest/gtest.h>

#include <cstddef>

#include "every_kind.h"
#include "support/property.h"

namespace lscb::trace {
namespace {

const Instant noon = at_date(2011, 5, 4) + hours(12);

Step at_noon(What what) {
  return {noon, HouseholdId{7}, std::move(what)};
}

TEST(Mark, IsTheSameForEqualStepsAndTellsTheKindAndWhereItComesFrom) {
  proof::holds(20, [] {
    for_every_kind([]<class Kind>(const Kind&) {
      const Kind kind = some<Kind>();
      const Mark mark = mark_of(at_noon(kind));
      RC_ASSERT(mark == mark_of(at_noon(kind)));
      RC_ASSERT(mark.kind == kind_of<Kind>);
      RC_ASSERT(mark.origin == Kind::origin);
      RC_ASSERT(mark.at == noon);
    });
  });
}

// Every plain value, down to each term of a score: none may be left out of the content.
TEST(Mark, IsAnotherAsSoonAsAnyOneValueDiffers) {
  std::size_t values = 0;
  proof::holds(20, [&values] {
    for_every_kind([&values]<class Kind>(const Kind&) {
      const Kind before = some<Kind>();
      std::size_t count = 0;
      Kind counted = before;
      for_every_value_of(counted, [&count](auto&) { ++count; });
      values += count;
      for (std::size_t chosen = 0; chosen < count; ++chosen) {
        Kind after = before;
        std::size_t place = 0;
        for_every_value_of(after, [&](auto& value) {
          if (place++ == chosen) change(value);
        });
        RC_ASSERT(!(before == after));
        RC_ASSERT(mark_of(at_noon(before)).content != mark_of(at_noon(after)).content);
      }
    });
  });
  EXPECT_GT(values, 0U);
}

TEST(Mark, ShiftsBetweenTermsOfAScoreDoNotCancel) {
  Judged one, other;
  one.score.norm = 0.25;
  other.score.backlog = 0.25;
  ASSERT_EQ(one.score.total(), other.score.total());
  EXPECT_NE(mark_of(at_noon(one)).content, mark_of(at_noon(other)).content);
}

TEST(Mark, KindsWithoutFieldsDiffer) {
  EXPECT_NE(mark_of(at_noon(AdultArrived{})), mark_of(at_noon(AdultLeft{})));
  EXPECT_NE(mark_of(at_noon(Crisis{})), mark_of(at_noon(MovedAway{})));
}

TEST(Mark, IsAnotherAtAnotherMinute) {
  Step step = at_noon(Harm{});
  const Mark mark = mark_of(step);
  step.at = step.at + Minutes{1};
  EXPECT_NE(mark, mark_of(step));
}

}  // namespace
}  // namespace lscb::trace
