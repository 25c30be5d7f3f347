// With nothing shared - nobody waits, no norm, no backlog, no referrer who gives up - families are worlds of
// their own: a change reaches only those whose own decisions or surroundings it touches.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "designs.h"
#include "lives.h"

namespace lscb::world {
namespace {

const kernel::WorldKey key{5, 0};

change::Change centre_cut(const Design& design, std::size_t centre) {
  change::CentreCut cut;
  cut.centre = design.area.centres[centre].id;
  cut.budget_cut = 0.3;
  cut.days_closed = 3;
  return {at_date(2011, 4, 1), "a centre opens on two days", "council", cut, {}};
}

change::Change threshold(double section47_shift) {
  change::ThresholdPolicy policy;
  policy.section47_shift = section47_shift;
  return {at_date(2011, 4, 1), "a policy", "board", policy, {}};
}

struct Reach {
  std::map<HouseholdId, std::vector<Happening>> changed;  ///< what the children's courses first differ in
  std::size_t told_of = 0;                                ///< children who were ever named in a call
};

Reach reach(const std::vector<Life>& base, const std::vector<Life>& other) {
  Reach r;
  EXPECT_EQ(base.size(), other.size());
  for (std::size_t i = 0; i < std::min(base.size(), other.size()); ++i) {
    r.told_of += base[i].contacts > 0 ? 1 : 0;
    if (const auto first = first_difference(base[i], other[i]))
      r.changed[base[i].household].push_back(*first);
  }
  return r;
}

/// Whether a family's courses part at a decision about one of the children, or at what it led to: not at a
/// need, a harm or a call.
bool part_at_a_decision(const std::vector<Happening>& firsts) {
  const Instant at =
      std::min_element(firsts.begin(), firsts.end(), [](const Happening& a, const Happening& b) {
        return a.at < b.at;
      })->at;
  return std::any_of(firsts.begin(), firsts.end(), [at](const Happening& first) {
    return first.at == at && first.what != What::need && first.what != What::harm && first.what != What::told;
  });
}

TEST(Independence, AChangeInOneCatchmentLeavesEveryOtherFamilyIdentical) {
  const Design base = unlimited(small("no-change"));
  Design cut = base;
  cut.changes.push_back(centre_cut(base, 1));
  const auto before = lives_of(base, key);
  const auto after = lives_of(cut, key);
  ASSERT_EQ(before.size(), after.size());
  std::size_t changed_there = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto first = first_difference(before[i], after[i]);
    if (before[i].catchment == 1) {
      changed_there += first ? 1 : 0;
      if (first) {
        EXPECT_GE(first->at, at_date(2011, 4, 1));
      }
    } else {
      EXPECT_FALSE(first) << "household " << before[i].household.value();
    }
  }
  EXPECT_GT(changed_there, 0U);
}

TEST(Independence, AThresholdReachesOnlyThoseWhoseScoreLiesBetween) {
  const Design base = unlimited(small("no-change"));
  const auto before = lives_of(base, key);
  std::size_t narrower = 0;
  for (const double shift : {0.0, 0.001, 0.05, 0.3}) {
    Design pressed = base;
    pressed.changes.push_back(threshold(shift));
    const Reach r = reach(before, lives_of(pressed, key));
    std::printf("section 47 threshold up %.3f: %zu families differ; %zu children were told of\n", shift,
                r.changed.size(), r.told_of);
    EXPECT_GE(r.changed.size(), narrower);
    narrower = r.changed.size();
    if (shift == 0.0) {
      EXPECT_TRUE(r.changed.empty());
    }
    for (const auto& [household, firsts] : r.changed) {
      EXPECT_TRUE(part_at_a_decision(firsts)) << "household " << household.value();
      for (const Happening& first : firsts) EXPECT_GE(first.at, at_date(2011, 4, 1));
    }
  }
  EXPECT_GT(narrower, 0U);
  EXPECT_LT(narrower, before.size() / 50);
}

// Staff beyond what anybody waits for are as good as none: the number of posts is no input of any decision.
TEST(Independence, MoreOfUnlimitedStaffChangesNothing) {
  const Design base = unlimited(small("no-change"));
  Design more = base;
  for (spec::Team& team : more.area.teams) {
    for (spec::Establishment& role : team.establishment) role.posts += 50;
  }
  const Reach r = reach(lives_of(base, key), lives_of(more, key));
  EXPECT_GT(r.told_of, 100U);
  EXPECT_TRUE(r.changed.empty()) << r.changed.size();
}

// With contention the same cut reaches families elsewhere, through time and staff: the tests above do not
// pass for want of a connection.
TEST(Independence, IsLostUnderContention) {
  const Design base = small("no-change");
  Design cut = base;
  cut.changes.push_back(centre_cut(base, 1));
  const auto before = lives_of(base, key);
  const auto after = lives_of(cut, key);
  std::size_t elsewhere = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].catchment != 1 && first_difference(before[i], after[i])) ++elsewhere;
  }
  EXPECT_GT(elsewhere, 0U);
}

// What is watched is what is counted: the headline again, from the watched spells.
TEST(Independence, WatchedSpellsAreTheCountedOnes) {
  const Design design = small("no-change");
  Outcome outcome;
  const auto lives = lives_of(design, key, &outcome);
  std::size_t missed = 0;
  for (const Life& life : lives) {
    std::set<int> years;
    for (const measures::JudgedSpell& judged : life.spells) {
      if (measures::is_missed(judged.state) && design.window.contains(judged.spell.end)) {
        years.insert(year_of(judged.spell.end));
      }
    }
    missed += years.size();
  }
  EXPECT_NEAR(figure(outcome, "missed_assessments"),
              static_cast<double>(missed) / in_years(design.window.length()), 1e-9);
}

}  // namespace
}  // namespace lscb::world
