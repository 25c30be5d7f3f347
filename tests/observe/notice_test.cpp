// Witnesses and their calls: what each answer may depend on, and what it may not.
#include "observe/notice.h"

#include <gtest/gtest.h>

#include "example.h"
#include "support/property.h"

namespace lscb::observe {
namespace {

using spec::Referrer;

constexpr kernel::WorldKey key{31, 0};

double level() {
  return *rc::gen::inRange(0, 17) / 4.0;
}
double share() {
  return *rc::gen::inRange(0, 9) / 8.0;
}

TEST(Willingness, FallsWithRefusalsAndABrokenTie) {
  proof::holds(500, [] {
    const Parameters p = example();
    const double tie = share();
    const int refusals = *rc::gen::inRange(0, 40);
    const double publicity = 1.0 + share();
    const double w = willingness(p, tie, refusals, publicity);
    RC_ASSERT(w >= 0.0);
    RC_ASSERT(w <= 1.0);
    RC_ASSERT(willingness(p, tie, refusals + 1, publicity) <= w);
    RC_ASSERT(willingness(p, tie * share(), refusals, publicity) <= w);
    RC_ASSERT(willingness(p, tie, refusals, publicity + 0.5) >= w);
  });
}

TEST(Willingness, IsTheParameterWhereNothingStandsInTheWay) {
  const Parameters p = example();
  EXPECT_DOUBLE_EQ(willingness(p, 1.0, 0, 1.0), p.call_willingness);
  EXPECT_DOUBLE_EQ(willingness(p, 0.0, 0, 1.0), p.call_willingness / 2.0);
  EXPECT_DOUBLE_EQ(willingness(p, 1.0, 2, 1.0), p.call_willingness * 0.8 * 0.8);
}

// The graver of two incidents with one cause is noticed if the lesser is.
TEST(Witness, AGraverIncidentIsNoticedAtLeastAsOften) {
  proof::holds(2000, [] {
    Scene scene{level(), *rc::gen::inRange(-1, 18) + 0.5, share()};
    const auto incident = cause(*rc::gen::arbitrary<std::uint64_t>());
    const bool lesser = witness(example(), mix(), scene, key, incident).noticed;
    scene.severity += level();
    RC_ASSERT(!lesser || witness(example(), mix(), scene, key, incident).noticed);
  });
}

TEST(Witness, SeesOnlyChildrenOfAnAgeItMeets) {
  int schools = 0;
  int centres = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const Scene infant{4.0, 0.5, 1.0};
    const Scene pupil{4.0, 9.0, 1.0};
    const Scene closed{4.0, 0.5, 0.0};
    const Witness of_infant = witness(example(), mix(), infant, key, cause(i));
    const Witness of_pupil = witness(example(), mix(), pupil, key, cause(i));
    const Witness while_closed = witness(example(), mix(), closed, key, cause(i));
    ASSERT_FALSE(of_infant.noticed && of_infant.referrer == Referrer::school);
    ASSERT_FALSE(of_pupil.noticed && of_pupil.referrer == Referrer::childrens_centre);
    ASSERT_FALSE(while_closed.noticed && while_closed.referrer == Referrer::childrens_centre);
    schools += of_pupil.noticed && of_pupil.referrer == Referrer::school ? 1 : 0;
    centres += of_infant.noticed && of_infant.referrer == Referrer::childrens_centre ? 1 : 0;
  }
  EXPECT_GT(schools, 0);
  EXPECT_GT(centres, 0);
}

TEST(Witness, IsThePureAnswerOfItsCause) {
  const Scene scene{2.0, 7.0, 1.0};
  for (std::uint64_t i = 0; i < 200; ++i) {
    const Witness a = witness(example(), mix(), scene, key, cause(i));
    const Witness b = witness(example(), mix(), scene, key, cause(i));
    ASSERT_EQ(a.noticed, b.noticed);
    ASSERT_EQ(a.referrer, b.referrer);
    ASSERT_EQ(a.delay, b.delay);
    ASSERT_EQ(a.reluctance, b.reluctance);
    ASSERT_GE(a.delay.count(), 0);
  }
}

TEST(Report, NamesTheChildSeenAndNobodyWhoIsNotThere) {
  proof::holds(2000, [] {
    const int child = *rc::gen::inRange(0, 4);
    const auto siblings = static_cast<std::uint8_t>(*rc::gen::inRange(0, 16) | 1 << child);
    const Report r = report(example(), {level(), 6.0, 1.0}, share(), child, siblings, key,
                            cause(*rc::gen::arbitrary<std::uint64_t>()));
    RC_ASSERT((r.children >> child & 1) == 1);
    RC_ASSERT((r.children & ~siblings) == 0);
  });
}

// Who else lives there does not change what is said, nor whether another sibling is named.
TEST(Report, AnotherSiblingChangesNothingElse) {
  proof::holds(1000, [] {
    const auto contact = cause(*rc::gen::arbitrary<std::uint64_t>());
    const Scene scene{level(), 6.0, 1.0};
    const Report fewer = report(example(), scene, 1.0, 0, 0b0011, key, contact);
    const Report more = report(example(), scene, 1.0, 0, 0b0111, key, contact);
    RC_ASSERT(fewer.signal == more.signal);
    RC_ASSERT(fewer.specific == more.specific);
    RC_ASSERT(fewer.children == (more.children & 0b0011));
  });
}

// A specific word under a broken tie is specific under a whole one.
TEST(Report, ABrokenTieOnlyMakesItVaguer) {
  proof::holds(1000, [] {
    const auto contact = cause(*rc::gen::arbitrary<std::uint64_t>());
    const Scene scene{level(), 6.0, 1.0};
    const double tie = share();
    const Report broken = report(example(), scene, tie * share(), 0, 1, key, contact);
    const Report whole = report(example(), scene, tie, 0, 1, key, contact);
    RC_ASSERT(!broken.specific || whole.specific);
    if (broken.specific) RC_ASSERT(broken.signal == whole.signal);
  });
}

TEST(Report, TellsMoreOfAGraverIncident) {
  proof::holds(1000, [] {
    const auto contact = cause(*rc::gen::arbitrary<std::uint64_t>());
    const double severity = level();
    const Report a = report(example(), {severity, 6.0, 1.0}, 1.0, 0, 1, key, contact);
    const Report b = report(example(), {severity + 1.0, 6.0, 1.0}, 1.0, 0, 1, key, contact);
    RC_ASSERT(b.signal > a.signal);
  });
}

// Checks under a weak tie bring out no more than under a strong one.
TEST(Checks, RevealNoMoreUnderAWeakTie) {
  proof::holds(1000, [] {
    const auto trigger = cause(*rc::gen::arbitrary<std::uint64_t>());
    const double tie = share();
    RC_ASSERT(!checks_reveal(example(), tie * share(), key, trigger) ||
              checks_reveal(example(), tie, key, trigger));
    RC_ASSERT(!checks_reveal(example(), 0.0, key, trigger));
  });
}

TEST(Account, IsConvincingOrNot) {
  for (std::uint64_t i = 0; i < 100; ++i) {
    const double account = parents_account(example(), key, cause(i));
    EXPECT_TRUE(account == 1.0 || account == 0.3);
  }
}

// Asked back, a caller tells what would have been told in particulars: the same word, of the same witness.
TEST(Report, InParticularsIsWhatASpecificCallerWouldHaveSaid) {
  Parameters vague = example();
  vague.vague_share = 1.0;
  Parameters specific = example();
  specific.vague_share = 0.0;
  Scene scene;
  scene.severity = 2.5;
  for (std::uint64_t number = 0; number < 50; ++number) {
    const Report asked_back = report(vague, scene, 1.0, 0, 1, kernel::WorldKey{3, 0}, cause(number));
    const Report told = report(specific, scene, 1.0, 0, 1, kernel::WorldKey{3, 0}, cause(number));
    EXPECT_FALSE(asked_back.specific);
    EXPECT_TRUE(told.specific);
    EXPECT_EQ(asked_back.in_particulars, told.signal);
    EXPECT_EQ(told.in_particulars, told.signal);
  }
}

TEST(Standards, ActAtTheirChances) {
  Parameters p = example();
  for (const double share : {0.0, 1.0}) {
    p.caller_clarifies = p.tree_names_adult = share;
    for (std::uint64_t number = 0; number < 50; ++number) {
      EXPECT_EQ(caller_clarifies(p, kernel::WorldKey{3, 0}, cause(number)), share == 1.0);
      EXPECT_EQ(tree_names_adult(p, kernel::WorldKey{3, 0}, cause(number)), share == 1.0);
    }
  }
}

}  // namespace
}  // namespace lscb::observe
