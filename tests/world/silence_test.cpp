// Fewer calls must not read as improvement (MODEL: "a test on referrers giving up").
//
// What is proved, and where:
//  1. Of any history, with what was decided held as recorded: taking calls away, with the assessments that
//  answered
//     them, moves no spell out of the two parts (tests/measures, Property.SilenceNeverRescuesASpell).
//  2. Here, of the world itself, run again with referrers who give up, so that decisions too are made anew.
//  Nobody
//     waits (so that every worker's load is the same, none), services change no life (so that the spells are
//     the same), a decision only grows with what is on file, an assessment finds what is there, and no plan
//     or CAF follows. Then the calls of the silent are a part of the others' calls, and no spell leaves the
//     two parts, but for those of which a call was passed to a case open for somebody else in the family:
//     such a call was an opportunity, and came to nothing because of an earlier call.
//  3. With plans the same holds, but that a plan may stand or have ended at the spell by the dates of its
//  reviews,
//     which an earlier call moves.
//  4. In the area as it is, with contention and effect, the difference is printed with its sign. It is no
//  law: calls
//     that nobody makes also leave time for others.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>
#include <vector>

#include "designs.h"
#include "lives.h"

namespace lscb::world {
namespace {

/// Services that change nothing, so that need takes the same course whatever is decided.
void without_effect(Design& design) {
  Parameters& p = design.parameters;
  for (const char* id : {"effect.caf_recovery", "effect.child_in_need_recovery", "effect.protection_recovery",
                         "effect.looked_after_recovery"}) {
    parameter(p, id) = 1.0;
  }
  for (const char* id :
       {"effect.caf_prevention", "effect.caf_protection", "effect.child_in_need_prevention",
        "effect.child_in_need_protection", "effect.protection_prevention", "effect.protection_protection",
        "effect.looked_after_protection", "door.police_protection_share", "pathway.accommodation_share",
        "pathway.proceedings_share", "pathway.adult_removal_share", "pathway.caf_consent"}) {
    parameter(p, id) = 0.0;
  }
  design.area.flows.looked_after = 0.0;
}

/// Decisions that only grow with what is on file, and assessments that find what is there.
void without_fault(Design& design) {
  Parameters& p = design.parameters;
  for (const char* id : {"door.weight_anchor", "door.discount_engagement", "observe.finding_error",
                         "observe.finding_error_unseen", "observe.finding_error_chronology",
                         "observe.finding_error_checks", "observe.finding_error_reflection",
                         "observe.finding_bias_unseen", "observe.finding_bias_chronology"}) {
    parameter(p, id) = 0.0;
  }
  parameter(p, "observe.checks_reveal_adult") = 1.0;
}

Design giving_up(Design design, double share) {
  parameter(design.parameters, "observe.giving_up_per_refusal") = share;
  return design;
}

bool earlier(const Happening& a, const Happening& b) {
  return a.at != b.at ? a.at < b.at : a.detail < b.detail;
}

/// By time, and by detail where times are equal.
std::vector<Happening> only(const Life& life, What what) {
  std::vector<Happening> some;
  std::copy_if(life.happenings.begin(), life.happenings.end(), std::back_inserter(some),
               [what](const Happening& h) { return h.what == what; });
  std::sort(some.begin(), some.end(), earlier);
  return some;
}

/// Assessments that end in no plan: every threshold after them is out of reach, those at the door are where
/// they were.
void without_plans(Design& design) {
  constexpr double out_of_reach = 50.0;
  change::ThresholdPolicy policy;
  policy.initial_assessment_shift = out_of_reach;
  policy.section47_shift = out_of_reach;
  design.history.push_back({design.window.from - days(3650), "no plans", "test", policy, {}});
  for (const char* id :
       {"door.threshold_referral", "door.threshold_assessment", "door.threshold_section47"}) {
    parameter(design.parameters, id) -= out_of_reach;
  }
  design.area.flows.children_in_need = 0.0;
  design.area.flows.protection_plans_held = 0.0;
}

struct Count {
  std::size_t spells = 0;
  std::size_t calls_told = 0;
  std::size_t calls_silent = 0;
  std::size_t missed_told = 0;
  std::size_t missed_silent = 0;
  std::size_t rescued = 0;  ///< spells that leave the two parts in silence
};

void print(const char* where, const Count& c) {
  std::printf("%s: %zu spells; calls %zu, silent %zu; in the two parts %zu, silent %zu; left them %zu\n",
              where, c.spells, c.calls_told, c.calls_silent, c.missed_told, c.missed_silent, c.rescued);
}

using measures::JudgedSpell;
using measures::State;

bool was_passed_to_an_open_case(const Life& life, const JudgedSpell& judged) {
  for (std::size_t i = 0; i + 1 < life.happenings.size(); ++i) {
    const Happening& told = life.happenings[i];
    const Happening& decided = life.happenings[i + 1];
    if (told.what != What::told || decided.what != What::decided) continue;
    if (!judged.spell.interval().contains(Instant{static_cast<std::int64_t>(told.detail)})) continue;
    if (decided.detail == static_cast<std::uint64_t>(measures::Route::existing_case)) return true;
  }
  return false;
}

/// Runs with and without, spell by spell; `explains` says whether a spell may leave the two parts.
template <class Explains>
Count compare(const Design& told, const Design& silent, kernel::WorldKey key, Explains&& explains) {
  const auto with = lives_of(told, key);
  const auto without = lives_of(silent, key);
  Count count;
  EXPECT_EQ(with.size(), without.size());
  for (std::size_t i = 0; i < std::min(with.size(), without.size()); ++i) {
    EXPECT_EQ(only(with[i], What::need), only(without[i], What::need)) << "a service changed a life";
    const auto calls = only(with[i], What::told);
    const auto fewer = only(without[i], What::told);
    EXPECT_TRUE(std::includes(calls.begin(), calls.end(), fewer.begin(), fewer.end(), earlier));
    count.calls_told += calls.size();
    count.calls_silent += fewer.size();
    EXPECT_EQ(with[i].spells.size(), without[i].spells.size());
    for (std::size_t s = 0; s < std::min(with[i].spells.size(), without[i].spells.size()); ++s) {
      const bool missed = measures::is_missed(with[i].spells[s].state);
      const bool missed_in_silence = measures::is_missed(without[i].spells[s].state);
      ++count.spells;
      count.missed_told += missed ? 1 : 0;
      count.missed_silent += missed_in_silence ? 1 : 0;
      if (!missed || missed_in_silence) continue;
      ++count.rescued;
      EXPECT_TRUE(explains(with[i], with[i].spells[s], without[i].spells[s]))
          << "child " << i << ": " << measures::id(with[i].spells[s].state) << ", in silence "
          << measures::id(without[i].spells[s].state);
    }
  }
  return count;
}

Design held_still() {
  Design design = unlimited(small("no-change"));
  without_effect(design);
  without_fault(design);
  return design;
}

constexpr std::uint64_t replications = 4;

TEST(Silence, RescuesNoSpellWhereLoadsAreHeldAndNoPlansAreMade) {
  Design told = held_still();
  without_plans(told);
  const Design silent = giving_up(told, 0.5);
  for (std::uint64_t r = 0; r < replications; ++r) {
    const Count count =
        compare(told, silent, {21, r}, [](const Life& life, const JudgedSpell& spell, const auto&) {
          return was_passed_to_an_open_case(life, spell);
        });
    print("no plans", count);
    EXPECT_LT(count.calls_silent, count.calls_told);
    EXPECT_GT(count.missed_told, 100U);
    EXPECT_GE(count.missed_silent, count.missed_told);
  }
}

TEST(Silence, RescuesNoSpellButByAPlansDatesWhereLoadsAreHeld) {
  const Design told = held_still();
  const Design silent = giving_up(told, 0.5);
  for (std::uint64_t r = 0; r < replications; ++r) {
    const Count count = compare(
        told, silent, {21, r}, [](const Life& life, const JudgedSpell& spell, const JudgedSpell& in_silence) {
          return was_passed_to_an_open_case(life, spell) || in_silence.state == State::already_in_service;
        });
    print("with plans", count);
    EXPECT_LT(count.calls_silent, count.calls_told);
    EXPECT_GE(count.missed_silent, count.missed_told);
  }
}

TEST(Silence, IsPrintedForTheAreaAsItIs) {
  const Design told = giving_up(small("no-change"), 0.0);
  const Design silent = giving_up(small("no-change"), 0.5);
  constexpr std::uint64_t runs = 8;
  const char* const ids[] = {"missed_assessments", "missed_though_told_children", "never_told_children",
                             "calls_contacts"};
  double difference[4] = {};
  for (std::uint64_t r = 0; r < runs; ++r) {
    const Outcome a = run(told, 22, r);
    const Outcome b = run(silent, 22, r);
    for (int i = 0; i < 4; ++i) difference[i] += (figure(b, ids[i]) - figure(a, ids[i])) / runs;
  }
  for (int i = 0; i < 4; ++i) {
    std::printf("with contention, referrers giving up: %s %+.2f a year in 4,000 children\n", ids[i],
                difference[i]);
    testing::Test::RecordProperty(ids[i], std::to_string(difference[i]));
  }
  EXPECT_LT(difference[3], 0.0);
  EXPECT_NEAR(difference[0], difference[1] + difference[2], 1e-9);
}

}  // namespace
}  // namespace lscb::world
