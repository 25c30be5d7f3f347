// What is left out under load.
#include "workforce/squeeze.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rig.h"

namespace lscb::workforce::test {
namespace {

constexpr std::array<Part, part_count> all_parts{Part::chronology, Part::checks, Part::visit,
                                                 Part::reflection};

TEST(Squeeze, DropsNothingWhenNothingWaits) {
  const Squeeze squeeze{calm()};
  for (const Part part : all_parts) EXPECT_EQ(squeeze.keep(part, 0.0), 1.0);
}

TEST(Squeeze, KeepsHalfAtTheHalfPoint) {
  const Squeeze squeeze{calm()};
  const Parameters p = calm();
  EXPECT_NEAR(squeeze.keep(Part::chronology, p.squeeze_chronology_weeks), 0.5 * (1.0 + std::exp(-3.0)),
              1e-12);
  EXPECT_NEAR(squeeze.keep(Part::visit, p.squeeze_visit_weeks), 0.5 * (1.0 + std::exp(-7.5)), 1e-12);
}

TEST(Squeeze, FallsWithLoadAndTakesChronologyFirst) {
  const Squeeze squeeze{calm()};
  for (double weeks = 0.0; weeks < 70.0; weeks += 0.25) {
    for (const Part part : all_parts) EXPECT_GE(squeeze.keep(part, weeks), squeeze.keep(part, weeks + 0.25));
    EXPECT_LE(squeeze.keep(Part::chronology, weeks), squeeze.keep(Part::checks, weeks));
    EXPECT_LE(squeeze.keep(Part::checks, weeks), squeeze.keep(Part::visit, weeks));
    EXPECT_LE(squeeze.keep(Part::visit, weeks), squeeze.keep(Part::reflection, weeks));
  }
}

TEST(Squeeze, UnderMoreLoadKeepsNoMoreOfTheSameTask) {
  EXPECT_TRUE(rc::check([] {
    const Squeeze squeeze{calm()};
    Task t = task({}, Minutes{60}, *rc::gen::arbitrary<std::uint64_t>());
    for (Minutes& part : t.parts) part = Minutes{*rc::gen::inRange(0, 3)};
    const double weeks = *rc::gen::inRange(0, 640) / 64.0;
    const double more = weeks + *rc::gen::inRange(0, 640) / 64.0;
    const kernel::WorldKey key{1, *rc::gen::arbitrary<std::uint64_t>()};
    const unsigned kept = squeeze.kept(t, weeks, key);
    RC_ASSERT((squeeze.kept(t, more, key) & ~kept) == 0U);
    for (const Part part : all_parts) {
      if (t.parts[index(part)] == Minutes{0}) RC_ASSERT((kept & bit(part)) == 0U);
    }
  }));
}

// The same task under the same load, once in another worker's hands.
TEST(Squeeze, DependsOnTheTaskNotOnTheWorker) {
  const auto outcome = [](PostId post) {
    Parameters p = calm();
    p.squeeze_slope = 0.5;
    Rig rig{p};
    for (std::uint64_t i = 0; i < 60; ++i) {
      Task t = task(Assignee::at_post(post), Minutes{120}, i);
      t.parts = {Minutes{60}, Minutes{60}, Minutes{60}, Minutes{60}};
      rig.add(t);
    }
    rig.run_until(monday() + days(200));
    std::vector<std::uint8_t> parts;
    for (const TaskDone& done : rig.told<TaskDone>()) parts.push_back(done.parts_done);
    return parts;
  };
  const auto by_first = outcome(PostId{0});
  EXPECT_EQ(by_first.size(), 60U);
  EXPECT_EQ(by_first, outcome(PostId{1}));
  EXPECT_GT(std::count_if(by_first.begin(), by_first.end(), [](std::uint8_t p) { return p != 0x0f; }), 0);
  EXPECT_EQ(by_first.back(), 0x0f);  // nothing waited behind the last
}

// What is standing is done whatever waits, and the other parts are kept or dropped as they would be.
TEST(Squeeze, NeverDropsAStandingPart) {
  const Squeeze squeeze{calm()};
  for (std::uint64_t number = 0; number < 200; ++number) {
    Task t = task({}, Minutes{60}, number);
    for (Minutes& part : t.parts) part = Minutes{10};
    const unsigned kept = squeeze.kept(t, 9.0, kernel::WorldKey{1, 2});
    t.standing = bit(Part::chronology);
    EXPECT_EQ(squeeze.kept(t, 9.0, kernel::WorldKey{1, 2}), kept | bit(Part::chronology));
    t.parts[index(Part::chronology)] = Minutes{0};  // a part that the task has not
    EXPECT_EQ(squeeze.kept(t, 9.0, kernel::WorldKey{1, 2}) & bit(Part::chronology), 0U);
  }
}

}  // namespace
}  // namespace lscb::workforce::test
