// Shares of the missed with the load held fixed, from families written by hand: causes found where they were
// put, replays counted, samples scaled, and the error against whole runs.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "experiment/why_organisation.h"
#include "fake_recorder.h"
#include "kernel/shapley.h"
#include "support/property.h"

namespace lscb::experiment {
namespace {

using fake::bit;
using fake::Child;
using fake::every_group;
using fake::Groups;
using fake::has;
using fake::rests_on;

/// One child a household.
std::vector<Child> children(std::uint32_t count, const fake::NotMissed& replayed) {
  std::vector<Child> all;
  for (std::uint32_t i = 0; i < count; ++i) all.push_back({i, 0, replayed});
  return all;
}

WhyOrganisation why(const fake::Families& families, Groups takes_away = every_group, int sample = 1000,
                    int replications = 2, int threads = 2, fake::Asked* asked = nullptr) {
  Options options;
  options.replications = replications;
  options.threads = threads;
  return why_organisation({fake::design_with(takes_away)}, options, sample, {},
                          fake::recorder(families, {{"here", takes_away}}, asked));
}

FixedLoad load_of(const fake::Families& families, Groups takes_away = every_group, int sample = 1000) {
  return why(families, takes_away, sample).designs.front().fixed_load;
}

const FixedLoadGroup& of(const FixedLoad& load, Group group) {
  return load.groups[static_cast<std::size_t>(group)];
}

double sum_of_shares(const FixedLoad& load) {
  double sum = *load.beyond.share.mean;
  for (const FixedLoadGroup& group : load.groups) sum += *group.shapley.share.mean;
  return sum;
}

TEST(FixedLoad, AFamilyWithOnePossibleCauseGivesItAll) {
  for (const Group cause : all_groups) {
    const FixedLoad load = load_of([cause](kernel::WorldKey) { return children(3, rests_on(cause)); });
    EXPECT_EQ(load.sampled, 6);
    EXPECT_EQ(load.beyond.share.mean, 0.0);
    for (const FixedLoadGroup& group : load.groups) {
      const double expected = group.group == cause ? 1.0 : 0.0;
      EXPECT_EQ(group.but_for.share.mean, expected) << id(cause) << ", " << id(group.group);
      EXPECT_EQ(group.sufficient_alone.share.mean, expected);
      EXPECT_EQ(group.shapley.share.mean, expected);
      EXPECT_EQ(group.again.mean, expected);
      EXPECT_EQ(group.error.mean, 0.0);
      // Of nobody there is no share.
      EXPECT_EQ(group.agreement.mean, group.group == cause ? std::optional{1.0} : std::nullopt);
      EXPECT_FALSE(group.at_reference);
    }
  }
}

TEST(FixedLoad, ACauseThatIsSwitchedOffGetsNothingAndIsNotPlayed) {
  for (const Group off : all_groups) {
    fake::Asked asked;
    // Missed for any one of the others that are left, and the one that is off could be no reason.
    const auto families = [off](kernel::WorldKey) {
      return children(4, [off](Groups groups) { return (groups & ~bit(off)) != 0; });
    };
    const auto found = why(families, every_group & ~bit(off), 1000, 2, 2, &asked);
    const FixedLoad& load = found.designs.front().fixed_load;
    const FixedLoadGroup& group = of(load, off);
    EXPECT_TRUE(group.at_reference) << id(off);
    for (const Estimate* none : {&group.but_for.share, &group.sufficient_alone.share, &group.shapley.share,
                                 &group.again, &group.error, &group.shapley.a_year}) {
      EXPECT_EQ(none->mean, 0.0) << id(off);
      EXPECT_EQ(none->high, 0.0) << id(off);
    }
    EXPECT_FALSE(group.agreement.mean);
    EXPECT_EQ(load.sets, 64U);
    EXPECT_EQ(asked.whole_runs, 2 * (6 + 1)) << "each group, and all";
    for (const auto& [household, played] : asked.replays) {
      EXPECT_EQ(played.size(), 64U);
      for (const Groups groups : played) EXPECT_FALSE(has(groups, off));
    }
    EXPECT_NEAR(*of(load, all_groups[off == Group::policy ? 1 : 0]).shapley.share.mean, 1.0 / 6.0, 1e-12);
  }
}

TEST(FixedLoad, TwoSufficientCausesShowNoButForAndEqualShares) {
  const FixedLoad load = load_of([](kernel::WorldKey) {
    return children(5, [](Groups groups) { return has(groups, Group::policy) && has(groups, Group::load); });
  });
  for (const FixedLoadGroup& group : load.groups) {
    const bool one = group.group == Group::policy || group.group == Group::load;
    EXPECT_EQ(group.but_for.share.mean, 0.0);
    EXPECT_EQ(group.sufficient_alone.share.mean, one ? 1.0 : 0.0);
    EXPECT_EQ(group.shapley.share.mean, one ? 0.5 : 0.0);
  }
}

TEST(FixedLoad, TwoNecessaryCausesAreEachButForAndNeitherSuffices) {
  const FixedLoad load = load_of([](kernel::WorldKey) {
    return children(
        5, [](Groups groups) { return has(groups, Group::partners) || has(groups, Group::account); });
  });
  for (const FixedLoadGroup& group : load.groups) {
    const bool one = group.group == Group::partners || group.group == Group::account;
    EXPECT_EQ(group.but_for.share.mean, one ? 1.0 : 0.0);
    EXPECT_EQ(group.sufficient_alone.share.mean, 0.0);
    EXPECT_EQ(group.shapley.share.mean, one ? 0.5 : 0.0);
  }
}

TEST(FixedLoad, WhoIsMissedWithAllRestoredIsNobodys) {
  const FixedLoad load = load_of([](kernel::WorldKey) {
    auto all = children(3, [](Groups) { return false; });
    all.push_back({3, 0, rests_on(Group::turnover)});
    return all;
  });
  EXPECT_EQ(load.beyond.share.mean, 0.75);
  EXPECT_EQ(of(load, Group::turnover).shapley.share.mean, 0.25);
  EXPECT_EQ(load.beyond.a_year.mean, 3.0 / in_years(fake::four_years.length()));
}

TEST(FixedLoad, NothingToRestoreLeavesAllMissed) {
  const FixedLoad load =
      load_of([](kernel::WorldKey) { return children(3, [](Groups) { return false; }); }, 0);
  EXPECT_EQ(load.sets, 1U);
  EXPECT_EQ(load.beyond.share.mean, 1.0);
  for (const FixedLoadGroup& group : load.groups) EXPECT_TRUE(group.at_reference);
}

/// Games drawn by chance, a child a household, different in each replication.
std::vector<std::vector<int>> some_games() {
  const auto game = rc::gen::container<std::vector<int>>(1U << group_count, rc::gen::inRange(0, 2));
  return *rc::gen::container<std::vector<std::vector<int>>>(*rc::gen::inRange<std::size_t>(1, 6), game);
}

std::vector<Child> playing(const std::vector<std::vector<int>>& games) {
  std::vector<Child> all;
  for (std::uint32_t i = 0; i < games.size(); ++i) {
    all.push_back({i, 0, [game = games[i]](Groups groups) { return groups != 0 && game[groups] != 0; }});
  }
  return all;
}

TEST(FixedLoad, SharesAndWhoIsMissedAnyhowAddUp) {
  proof::holds(30, [] {
    const std::vector<std::vector<std::vector<int>>> replications{some_games(), some_games(), some_games()};
    const auto families = [&](kernel::WorldKey key) { return playing(replications[key.replication]); };
    const auto found = why(families, every_group, *rc::gen::inRange(1, 20), 3, 1);
    const FixedLoad& load = found.designs.front().fixed_load;
    RC_ASSERT(std::abs(sum_of_shares(load) - 1.0) < 1e-12);
    double a_year = *load.beyond.a_year.mean;
    for (const FixedLoadGroup& group : load.groups) a_year += *group.shapley.a_year.mean;
    RC_ASSERT(std::abs(a_year - *load.all.a_year.mean) < 1e-9);
  });
}

// Of a replication's tallies, in whole numbers and so exactly.
TEST(FixedLoad, TalliesAddUpExactly) {
  proof::holds(60, [] {
    const Groups takes_away = *rc::gen::inRange<Groups>(0, every_group + 1);
    const auto games = some_games();
    const Restorings restorings{fake::design_with(takes_away)};
    const kernel::WorldKey key{1, 0};
    const fake::RecordedFamilies recorded{playing(games), every_group & ~takes_away, key, nullptr};
    const FixedLoadSample sample{recorded, restorings, key, *rc::gen::inRange<std::size_t>(1, 8)};
    const FixedLoadTally& tally = sample.tally();
    const std::int64_t all = kernel::factorial(restorings.players().size());
    std::int64_t sum = tally.beyond * all;
    for (const auto& group : tally.groups) sum += group.orders;
    RC_ASSERT(sum == tally.sampled * all);
    RC_ASSERT(tally.astray == 0);
  });
}

TEST(FixedLoad, EachHouseholdIsPlayedOnceUnderEachSubsetAndSiblingsShareIt) {
  fake::Asked asked;
  const auto families = [](kernel::WorldKey) {
    return std::vector<Child>{
        {0, 0, rests_on(Group::load)},
        {0, 2, rests_on(Group::policy)},
        {1, 1, [](Groups groups) { return groups == 0; }},  // not missed: never asked for
        {7, 0, [](Groups) { return false; }}};
  };
  const auto found = why(families, every_group, 1000, 3, 2, &asked);
  const FixedLoad& load = found.designs.front().fixed_load;
  EXPECT_EQ(asked.recordings, 3);
  EXPECT_EQ(asked.whole_runs, 3 * (7 + 1)) << "each group, and all";
  EXPECT_EQ(asked.replays.size(), 3U * 2U) << "households 0 and 7 in each replication";
  for (auto [household, played] : asked.replays) {
    ASSERT_EQ(played.size(), 128U);
    std::sort(played.begin(), played.end());
    for (Groups groups = 0; groups < 128U; ++groups) EXPECT_EQ(played[groups], groups);
  }
  EXPECT_EQ(load.replays, 3 * 2 * 128);
  EXPECT_EQ(load.sampled, 9);
  EXPECT_NEAR(*of(load, Group::load).shapley.share.mean, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(*of(load, Group::policy).but_for.share.mean, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(*load.beyond.share.mean, 1.0 / 3.0, 1e-12);
}

// 10 missed for policy in one replication, 30 for load in the other; 2 looked at in each.
TEST(FixedLoad, ASampleStandsForAllWhomItsReplicationMissed) {
  const auto families = [](kernel::WorldKey key) {
    return key.replication == 0 ? children(10, rests_on(Group::policy)) : children(30, rests_on(Group::load));
  };
  const auto found = why(families, every_group, 4, 2);
  const FixedLoad& load = found.designs.front().fixed_load;
  EXPECT_EQ(found.sample, 4);
  EXPECT_EQ(load.missed, 40);
  EXPECT_EQ(load.sampled, 4);
  EXPECT_EQ(of(load, Group::policy).shapley.share.mean, 0.25);
  EXPECT_EQ(of(load, Group::load).shapley.share.mean, 0.75);
  const double years = in_years(fake::four_years.length());
  EXPECT_DOUBLE_EQ(*of(load, Group::policy).shapley.a_year.mean, 5.0 / years);
  EXPECT_DOUBLE_EQ(*load.all.a_year.mean, 20.0 / years);
  // Parts 10, 0 of wholes 10, 30: residuals 7.5 and -7.5, deviation sqrt(112.5) / 20.
  EXPECT_NEAR(*of(load, Group::policy).shapley.share.deviation, std::sqrt(112.5) / 20.0, 1e-12);
}

TEST(FixedLoad, ASampleThatIsLargerThanTheMissedTakesAll) {
  const auto families = [](kernel::WorldKey) { return children(7, rests_on(Group::load)); };
  EXPECT_EQ(load_of(families, every_group, 1000).sampled, 14);
  EXPECT_EQ(load_of(families, every_group, 1).sampled, 2) << "one of each of two replications";
}

TEST(FixedLoad, TheSampleOfEachReplicationSumsToAtLeastWhatIsAskedFor) {
  EXPECT_EQ(sample_of_each(2000, 200), 10U);
  EXPECT_EQ(sample_of_each(2000, 30), 67U);
  EXPECT_EQ(sample_of_each(1, 200), 1U);
}

TEST(FixedLoad, WhereNobodyIsMissedNoShareIsDefined) {
  const FixedLoad load = load_of([](kernel::WorldKey) { return std::vector<Child>{}; });
  EXPECT_EQ(load.missed, 0);
  EXPECT_EQ(load.all.a_year.mean, 0.0);
  EXPECT_FALSE(of(load, Group::load).but_for.share.mean);
  EXPECT_FALSE(of(load, Group::load).error.mean);
}

// Of four, replay and run say: both not missed; replay only; run only; neither.
TEST(FixedLoad, TheErrorIsAgainstTheSameChildrenInTheWholeRun) {
  const auto families = [](kernel::WorldKey) {
    const auto never = [](Groups) { return false; };
    std::vector<Child> all = children(2, rests_on(Group::load));
    all[1].in_whole_run = never;
    all.push_back({2, 0, never, rests_on(Group::load)});
    all.push_back({3, 0, never});
    all.push_back({4, 0, rests_on(Group::load), never});
    return all;
  };
  const FixedLoad load = load_of(families);
  const FixedLoadGroup& group = of(load, Group::load);
  EXPECT_DOUBLE_EQ(*group.but_for.share.mean, 0.6);
  EXPECT_DOUBLE_EQ(*group.again.mean, 0.4);
  EXPECT_DOUBLE_EQ(*group.error.mean, 0.2);
  EXPECT_DOUBLE_EQ(*group.agreement.mean, 0.5) << "one of the two";
  EXPECT_FALSE(of(load, Group::account).agreement.mean);
}

// Whoever is newly missed in the whole run is no error of the children looked at.
TEST(FixedLoad, WhoIsNewlyMissedInTheWholeRunDoesNotCount) {
  const auto families = [](kernel::WorldKey) {
    std::vector<Child> all = children(2, rests_on(Group::load));
    all.push_back({2, 0, [](Groups) { return true; }, [](Groups) { return false; }});
    return all;
  };
  const FixedLoad load = load_of(families);
  EXPECT_EQ(load.missed, 4);
  const FixedLoadGroup& group = of(load, Group::load);
  EXPECT_EQ(group.again.mean, 1.0);
  EXPECT_EQ(group.no_longer.mean, 1.0);
  EXPECT_EQ(group.newly.mean, 0.5);
  EXPECT_EQ(group.net.mean, 0.5);
  EXPECT_EQ(group.apart.mean, 0.5);
}

// What stands against a sample of one is counted of all whom the replication missed.
TEST(FixedLoad, WhoIsNoLongerMissedIsCountedOfAllAndNotOfTheSample) {
  const auto families = [](kernel::WorldKey) {
    std::vector<Child> all = children(1, rests_on(Group::load));
    for (std::uint32_t i = 1; i < 4; ++i) all.push_back({i, 0, [](Groups) { return false; }});
    return all;
  };
  const FixedLoad load = load_of(families, every_group, 1);
  EXPECT_EQ(load.sampled, 2);
  EXPECT_EQ(of(load, Group::load).no_longer.mean, 0.25);
  EXPECT_EQ(of(load, Group::load).newly.mean, 0.0);
}

TEST(FixedLoad, WhoIsMissedWithAllRestoredMayHaveBeenToldOf) {
  const FixedLoad load = load_of([](kernel::WorldKey) {
    auto all = children(4, [](Groups) { return false; });
    all[0].told = true;
    all.push_back({4, 0, rests_on(Group::load)});
    all.back().told = true;
    return all;
  });
  EXPECT_DOUBLE_EQ(*load.beyond.share.mean, 0.8);
  EXPECT_DOUBLE_EQ(*load.beyond_told.mean, 0.2);
}

// Of four: missed in both; in the replay alone; in the run alone; in neither.
TEST(FixedLoad, MissedWithAllRestoredIsSetAgainstAWholeRunWithAllRestored) {
  const auto families = [](kernel::WorldKey) {
    const auto never = [](Groups) { return false; };
    return std::vector<Child>{{0, 0, never},
                              {1, 0, never, rests_on(Group::load)},
                              {2, 0, rests_on(Group::load), never},
                              {3, 0, rests_on(Group::load)},
                              {4, 0, rests_on(Group::load)}};
  };
  for (const Groups takes_away : {every_group, bit(Group::load)}) {
    fake::Asked asked;
    const FixedLoad load = why(families, takes_away, 1000, 2, 1, &asked).designs.front().fixed_load;
    EXPECT_DOUBLE_EQ(*load.beyond.share.mean, 0.4);
    EXPECT_DOUBLE_EQ(*load.beyond_again.mean, 0.4);
    EXPECT_NEAR(*load.beyond_error.mean, 0.0, 1e-12);
    EXPECT_EQ(asked.whole_runs, takes_away == every_group ? 2 * 8 : 2) << "one group is all of them";
  }
  const FixedLoad one_sided = load_of([](kernel::WorldKey) {
    return std::vector<Child>{{0, 0, [](Groups) { return false; }, rests_on(Group::load)}};
  });
  EXPECT_EQ(one_sided.beyond_again.mean, 0.0);
  EXPECT_EQ(one_sided.beyond_error.mean, 1.0);
}

// Of 81 replications every third: the check is of those alone, and where it is not made nothing is taken as
// 0.
TEST(FixedLoad, OfManyReplicationsSomeAreCheckedAndTheSharesAreOfThose) {
  const auto families = [](kernel::WorldKey key) {
    const bool checked = key.replication % 3 == 0;
    return std::vector<Child>{
        {0, 0, [=](Groups groups) { return groups != 0 && !checked; }, [](Groups) { return false; }},
        {1, 0, rests_on(Group::load)}};
  };
  fake::Asked asked;
  const int replications = 2 * checked_replications + 1;
  const FixedLoad load = why(families, every_group, 1000, replications, 1, &asked).designs.front().fixed_load;
  EXPECT_EQ(load.runs, replications);
  EXPECT_EQ(load.runs_with_all, 27);
  EXPECT_EQ(asked.whole_runs, 7 * replications + 27);
  EXPECT_EQ(load.sampled_with_all, 2 * 27);
  EXPECT_DOUBLE_EQ(*load.beyond_there.mean, 0.5);
  EXPECT_DOUBLE_EQ(*load.beyond_again.mean, 0.5);
  EXPECT_DOUBLE_EQ(*load.beyond_error.mean, 0.0);
  EXPECT_LT(*load.beyond.share.mean, 0.2) << "of all replications";
}

TEST(FixedLoad, AFailureWithAllRestoredSaysSo) {
  Recorder fails = fake::recorder([](kernel::WorldKey) { return children(1, rests_on(Group::load)); },
                                  {{"here", every_group}});
  const auto plays = fails.name_missed;
  fails.name_missed = [=](const std::vector<world::Design>& designs, kernel::WorldKey key, Interval counted,
                          world::Together& out) {
    if (designs.size() == 1) throw std::runtime_error("a mistake");
    plays(designs, key, counted, out);
  };
  Options options;
  options.replications = 2;
  try {
    (void)why_organisation({fake::design_with(every_group, "here")}, options, 1000, {}, fails);
    FAIL() << "the mistake is passed on";
  } catch (const ReplicationFailure& failure) {
    EXPECT_EQ(failure.scenario(), "here");
    EXPECT_NE(std::string{failure.what()}.find("with all restored: a mistake"), std::string::npos)
        << failure.what();
  }
}

/// A recording whose replays forget that the second child of household 0 was missed.
class Forgetful final : public Recorded {
 public:
  [[nodiscard]] const world::Outcome& outcome() const override { return outcome_; }
  [[nodiscard]] const std::vector<world::MissedChild>& missed() const override { return missed_; }
  [[nodiscard]] std::uint8_t replay(HouseholdId household, const world::Design&,
                                    const world::Eased&) const override {
    return household == HouseholdId{0} ? 0b01 : 0b10;
  }

 private:
  world::Outcome outcome_;
  std::vector<world::MissedChild> missed_{{HouseholdId{0}, 0, kernel::Cause{1}},
                                          {HouseholdId{0}, 1, kernel::Cause{2}},
                                          {HouseholdId{4}, 1, kernel::Cause{3}}};
};

TEST(FixedLoad, AReplayThatIsNotTheRecordedCourseIsCountedAndTheSharesStillAddUp) {
  const Restorings restorings{fake::design_with(bit(Group::load) | bit(Group::policy))};
  const FixedLoadSample sample{Forgetful{}, restorings, {1, 0}, 100};
  const FixedLoadTally& tally = sample.tally();
  EXPECT_EQ(tally.astray, 1);
  EXPECT_EQ(tally.replays, 2 * 4);
  std::int64_t sum = tally.beyond * 2;
  for (const auto& group : tally.groups) sum += group.orders;
  EXPECT_EQ(sum, tally.sampled * 2);
}

TEST(FixedLoad, OfTwoScenariosHasTheDifferenceOfChildrenAYear) {
  const Groups there = every_group;
  const Groups here = every_group & ~bit(Group::policy);
  // Under `there`, policy is missing and so one more is missed for it in replication 0 and three in 1.
  const auto record = [&](Groups takes_away) {
    return [takes_away](kernel::WorldKey key) {
      auto all = children(4, rests_on(Group::load));
      const std::uint32_t more =
          has(takes_away, Group::policy) ? 1 + 2 * static_cast<std::uint32_t>(key.replication) : 0;
      for (std::uint32_t i = 0; i < more; ++i) all.push_back({10 + i, 0, rests_on(Group::policy)});
      return all;
    };
  };
  const Recorder of_here = fake::recorder(record(here), {{"here", here}, {"there", there}});
  const Recorder of_there = fake::recorder(record(there), {{"here", here}, {"there", there}});
  Recorder both;
  both.record = [&](const world::Design& design, kernel::WorldKey key, Interval counted) {
    return (design.scenario == "here" ? of_here : of_there).record(design, key, counted);
  };
  both.name_missed = of_there.name_missed;
  Options options;
  options.replications = 2;
  const auto found = why_organisation({fake::design_with(here, "here"), fake::design_with(there, "there")},
                                      options, 1000, {}, both);
  const FixedLoad& first = found.designs[0].fixed_load;
  const FixedLoad& second = found.designs[1].fixed_load;
  const double years = in_years(found.counted.length());
  EXPECT_FALSE(of(first, Group::policy).shapley.beyond_first.mean);
  EXPECT_EQ(first.sets, 64U);
  EXPECT_EQ(second.sets, 128U);
  EXPECT_DOUBLE_EQ(*of(second, Group::policy).shapley.beyond_first.mean, 2.0 / years);
  EXPECT_DOUBLE_EQ(*of(second, Group::policy).but_for.beyond_first.mean, 2.0 / years);
  EXPECT_EQ(of(second, Group::load).shapley.beyond_first.mean, 0.0)
      << "orders of 6 and of 7 are brought together";
  EXPECT_DOUBLE_EQ(*second.all.beyond_first.mean, 2.0 / years);
  EXPECT_EQ(second.beyond.beyond_first.mean, 0.0);
}

TEST(FixedLoad, IsTheSameForAnyNumberOfThreads) {
  const auto families = [](kernel::WorldKey key) {
    auto all = children(20 + static_cast<std::uint32_t>(key.replication % 5), rests_on(Group::load));
    for (std::uint32_t i = 0; i < all.size(); i += 3) all[i].replayed = rests_on(Group::account);
    return all;
  };
  const FixedLoad one = why(families, every_group, 40, 12, 1).designs.front().fixed_load;
  const FixedLoad four = why(families, every_group, 40, 12, 4).designs.front().fixed_load;
  EXPECT_GT(*of(one, Group::load).shapley.share.high, *of(one, Group::load).shapley.share.low);
  for (std::size_t g = 0; g < group_count; ++g) {
    EXPECT_EQ(one.groups[g].shapley.share.mean, four.groups[g].shapley.share.mean);
    EXPECT_EQ(one.groups[g].shapley.share.low, four.groups[g].shapley.share.low);
    EXPECT_EQ(one.groups[g].error.high, four.groups[g].error.high);
  }
}

}  // namespace
}  // namespace lscb::experiment
