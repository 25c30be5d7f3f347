// All subsets of groups restored together, in the shipped scenarios: the order does not matter, what is at
// its reference stays so, and a recording's answers give way to what is restored and to nothing else.
#include "experiment/restorings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "experiment/design_difference.h"
#include "scenario/load.h"

namespace lscb::experiment {
namespace {

constexpr const char* scenarios[] = {"no-change", "isle-of-wight-2011", "caf-target", "done-well",
                                     "budget-cut-overspend-rules"};

world::Design shipped(const char* name) {
  auto loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
  EXPECT_TRUE(loaded.design) << name;
  return *loaded.design;
}

bool same(const world::Design& a, const world::Design& b) {
  return !first_difference(a, b) && world::same_world(a, b);
}

world::Design restored_in_order(world::Design design, const std::vector<Group>& order) {
  for (const Group group : order) design = restored(design, group);
  return design;
}

std::vector<Group> groups_of(const Restorings& restorings, GroupSet set) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < restorings.players().size(); ++i) {
    if ((set >> i & 1U) != 0) groups.push_back(restorings.players()[i]);
  }
  return groups;
}

/// A change that does what its kind can do, and the groups that put it, or part of it, back.
struct Classified {
  change::Effect effect;
  std::set<Group> put_back_by;
};

// A kind that nobody has classified does not compile: say in restored.cpp which groups put it back, or that
// none does, and here likewise.
Classified classified(change::Restructure kind) {
  kind.cases_transferred = 0.5;
  kind.partner_ties_broken = 0.5;
  return {kind, {Group::turnover, Group::partners}};
}
Classified classified(change::ThresholdPolicy kind) {
  kind.section47_shift = 0.3;
  return {kind, {Group::policy}};
}
Classified classified(change::CentreCut kind) {
  kind.budget_cut = 0.3;
  return {kind, {Group::early_help}};
}
Classified classified(change::Posts kind) {
  kind.team = "duty";
  kind.count = -1;
  return {kind, {Group::load}};
}
Classified classified(change::Recruitment kind) {
  kind.months_to_fill = 12.0;
  return {kind, {Group::load}};
}
Classified classified(change::OverspendRules kind) {
  kind.agency_stop = true;
  kind.early_help_cut = 0.1;
  return {kind, {Group::load, Group::early_help}};
}
Classified classified(change::CentreManagement kind) {
  kind.posts = -1;
  return {kind, {Group::experience}};
}
Classified classified(change::TargetPolicy kind) {
  return {kind, {Group::policy}};
}
// A budget alone changes no work. Standards of practice, second readings, challenge, files from elsewhere and
// what is published stay as they are under every group; so do hours that a change takes of each worker.
Classified classified(change::BudgetCut kind) {
  return {kind, {}};
}
Classified classified(change::TreesAndChronologies kind) {
  return {kind, {}};
}
Classified classified(change::MeasurableOutcomes kind) {
  return {kind, {}};
}
Classified classified(change::SpecificRecording kind) {
  return {kind, {}};
}
Classified classified(change::PerpetratorRemoval kind) {
  return {kind, {}};
}
Classified classified(change::GoodEnoughParenting kind) {
  return {kind, {}};
}
Classified classified(change::CafMonitoring kind) {
  return {kind, {}};
}
Classified classified(change::Inspection kind) {
  return {kind, {}};
}
Classified classified(change::Publicity kind) {
  return {kind, {}};
}
Classified classified(change::Challenge kind) {
  return {kind, {}};
}
Classified classified(change::EarlierFiles kind) {
  return {kind, {}};
}

template <std::size_t... index>
std::vector<Classified> every_kind(std::index_sequence<index...>) {
  return {classified(std::variant_alternative_t<index, change::Effect>{})...};
}

TEST(Restorings, PutBackOfEachKindWhatItsGroupsHold) {
  world::Design design = shipped("no-change");
  design.history.clear();
  for (const Classified& kind : every_kind(std::make_index_sequence<std::variant_size_v<change::Effect>>{})) {
    design.changes = {{design.window.from, "", "", kind.effect, {}}};
    for (const Group group : all_groups) {
      const auto changes = restored(design, group).changes;
      const bool as_it_was = changes.size() == 1 && changes.front().effect == kind.effect;
      EXPECT_EQ(!as_it_was, kind.put_back_by.count(group) == 1)
          << "alternative " << kind.effect.index() << " of change::Effect, " << id(group);
    }
  }
}

// Any order can be had by exchanging neighbours.
TEST(Restorings, AnyTwoGroupsMayBeRestoredInEitherOrder) {
  for (const char* name : scenarios) {
    const world::Design design = shipped(name);
    for (const Group a : all_groups) {
      for (const Group b : all_groups) {
        if (a < b) {
          EXPECT_TRUE(same(restored_in_order(design, {a, b}), restored_in_order(design, {b, a})))
              << name << ": " << id(a) << ", " << id(b);
        }
      }
    }
  }
}

TEST(Restorings, AllBackwardsIsAllForwards) {
  for (const char* name : scenarios) {
    const Restorings restorings{shipped(name)};
    std::vector<Group> order = restorings.players();
    std::reverse(order.begin(), order.end());
    EXPECT_TRUE(same(restorings.design(restorings.all()), restored_in_order(shipped(name), order))) << name;
  }
}

TEST(Restorings, EachSubsetIsRestoredGroupByGroup) {
  const world::Design design = shipped("isle-of-wight-2011");
  const Restorings restorings{design};
  ASSERT_EQ(restorings.sets(), 128U);
  EXPECT_TRUE(same(restorings.design(0), design));
  for (GroupSet set = 0; set < restorings.sets(); set += 5)
    EXPECT_TRUE(same(restorings.design(set), restored_in_order(design, groups_of(restorings, set)))) << set;
}

TEST(Restorings, NoTwoSubsetsAreTheSame) {
  const Restorings restorings{shipped("isle-of-wight-2011")};
  for (GroupSet set = 0; set < restorings.sets(); ++set) {
    for (std::size_t i = 0; i < restorings.players().size(); ++i) {
      const GroupSet other = set ^ GroupSet { 1 } << i;
      EXPECT_FALSE(same(restorings.design(set), restorings.design(other))) << set << ", " << other;
    }
  }
}

// So who is no player may be left out of every subset: restoring it would change no design.
TEST(Restorings, WhatIsAtItsReferenceIsSoUnderEverySubset) {
  std::size_t tried = 0;
  for (const char* name : scenarios) {
    const world::Design design = shipped(name);
    const Restorings restorings{design};
    for (const Group group : all_groups) {
      const auto& players = restorings.players();
      if (std::find(players.begin(), players.end(), group) != players.end()) continue;
      EXPECT_TRUE(at_reference(design, group));
      for (GroupSet set = 0; set < restorings.sets(); ++set) {
        EXPECT_TRUE(at_reference(restorings.design(set), group)) << name << ": " << id(group) << ", " << set;
        ++tried;
      }
    }
  }
  EXPECT_GE(tried, 64U);
}

TEST(Restorings, WhatARecordGivesWayToFollowsTheGroups) {
  for (const char* name : scenarios) {
    const Restorings restorings{shipped(name)};
    for (GroupSet set = 0; set < restorings.sets(); ++set) {
      const auto groups = groups_of(restorings, set);
      const auto has = [&](Group group) {
        return std::find(groups.begin(), groups.end(), group) != groups.end();
      };
      const world::Eased& eased = restorings.eased(set);
      EXPECT_EQ(eased.policy, has(Group::policy));
      EXPECT_EQ(eased.load, has(Group::load));
      EXPECT_EQ(eased.turnover, has(Group::turnover));
      EXPECT_EQ(eased.early_help, has(Group::early_help));
      EXPECT_EQ(eased.experience, has(Group::experience));
    }
  }
}

// What a recording may be asked for: the same window, and the same families figure by figure.
TEST(Restorings, TheSameFamiliesLiveUnderAll) {
  const world::Design design = shipped("isle-of-wight-2011");
  const Restorings restorings{design};
  const auto life = [](const world::Design& of) {
    std::map<std::string, double> figures;
    world::Parameters::visit(of.parameters, [&](const char* id, const char*, const double& value) {
      if (std::string{id}.rfind("life.", 0) == 0) figures[id] = value;
    });
    return figures;
  };
  for (GroupSet set = 0; set < restorings.sets(); ++set) {
    EXPECT_EQ(life(restorings.design(set)), life(design));
    EXPECT_EQ(restorings.design(set).area.children, design.area.children);
    EXPECT_EQ(restorings.design(set).demand_intensity, design.demand_intensity);
    EXPECT_EQ(restorings.design(set).window.from, design.window.from);
    EXPECT_EQ(restorings.design(set).window.to, design.window.to);
  }
}

}  // namespace
}  // namespace lscb::experiment
