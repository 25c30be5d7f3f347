// What an assessment finds: its range, and that less care never finds more.
#include "observe/finding.h"

#include <gtest/gtest.h>

#include "example.h"
#include "support/property.h"

namespace lscb::observe {
namespace {

constexpr kernel::WorldKey key{32, 0};

Parameters without_error() {
  Parameters p = example();
  p.finding_error = p.finding_error_unseen = p.finding_error_chronology = 0.0;
  p.finding_error_checks = p.finding_error_reflection = 0.0;
  return p;
}

TEST(Finding, WithoutErrorIsTheNeedThatShows) {
  for (std::uint8_t need = 0; need <= 3; ++need) {
    for (std::uint8_t own = 0; own <= need; ++own) {
      EXPECT_EQ(find_need(without_error(), {need, own, false}, {}, key, cause(need), cause(own)), need);
      EXPECT_EQ(find_need(without_error(), {need, own, true}, {}, key, cause(need), cause(own)), own);
    }
  }
}

TEST(Finding, StaysOnTheScale) {
  proof::holds(2000, [] {
    Parameters p = example();
    p.finding_error = 5.0;
    const auto need = *rc::gen::inRange<std::uint8_t>(0, 4);
    const auto found =
        find_need(p, {need, need, false}, {}, key, cause(*rc::gen::arbitrary<std::uint64_t>()), cause(1));
    RC_ASSERT(found <= 3);
  });
}

TEST(Finding, ChildrenOfOneAssessmentHaveTheirOwnErrors) {
  int differ = 0;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto of = [&](std::uint32_t child) {
      return find_need(example(), {2, 2, false}, {}, key, cause(i), cause(child));
    };
    EXPECT_EQ(of(1), of(1));
    differ += of(1) != of(2) ? 1 : 0;
  }
  EXPECT_GT(differ, 0);
}

// The biases of what was left out, without their scatter, can only lower what is found; and they impute
// nothing to a child without need.
TEST(Finding, WhatIsLeftOutOnlyHides) {
  proof::holds(1000, [] {
    Parameters p = example();
    p.finding_error_unseen = p.finding_error_chronology = 0.0;
    const auto need = *rc::gen::inRange<std::uint8_t>(0, 4);
    const auto work = cause(*rc::gen::arbitrary<std::uint64_t>());
    Care careless;
    careless.child_seen = *rc::gen::arbitrary<bool>();
    careless.chronology_read = *rc::gen::arbitrary<bool>();
    const auto full = find_need(p, {need, need, false}, {}, key, work, cause(1));
    const auto superficial = find_need(p, {need, need, false}, careless, key, work, cause(1));
    RC_ASSERT(superficial <= full);
    if (need == 0) RC_ASSERT(superficial == full);
  });
}

}  // namespace
}  // namespace lscb::observe
