// Groups of an organisation's workings at their reference: each restoring takes its mechanism away, restoring
// what is there already changes nothing, and the same families live under all.
#include "experiment/restored.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "designs.h"
#include "lives.h"
#include "same_bytes.h"

namespace lscb::world {
namespace {

using experiment::all_groups;
using experiment::at_reference;
using experiment::Group;
using experiment::restored;

const kernel::WorldKey key{7, 0};

/// Looks at every step of one kind in the counted window of a design.
template <class Kind, class Look>
Outcome each_step(const Design& design, Look&& look) {
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    const auto* kind = std::get_if<Kind>(&step.what);
    if (kind != nullptr) look(*kind, step);
  };
  return replicate_watched(design, key, design.window, watch);
}

/// The three changes of 2011 at an area's whole size: what is enough depends on it.
Design island() {
  return shipped("isle-of-wight-2011");
}

TEST(Restored, WhatIsAtItsReferenceGivesTheSameBytes) {
  Design design = small("no-change");
  design.history.clear();
  for (const char* id :
       {"door.weight_account", "door.discount_engagement", "pathway.caf_engaged_step_up_discount"}) {
    parameter(design.parameters, id) = 0.0;
  }
  const Outcome as_it_was = run(design);
  for (const Group group : {Group::policy, Group::partners, Group::account}) {
    EXPECT_TRUE(at_reference(design, group)) << experiment::id(group);
    expect_same_bytes(as_it_was, run(restored(design, group)));
  }
  for (const Group group : {Group::load, Group::turnover, Group::early_help, Group::experience})
    EXPECT_FALSE(at_reference(design, group)) << experiment::id(group);
}

TEST(Restored, PolicyInNoChangeIsAtItsReferenceAndUnderPressureIsNot) {
  EXPECT_TRUE(at_reference(shipped("no-change"), Group::policy));
  for (const char* name : {"caf-pressure", "caf-target", "isle-of-wight-2011"})
    EXPECT_FALSE(at_reference(shipped(name), Group::policy)) << name;
  expect_same_bytes(run(restored(small("caf-pressure"), Group::policy)), run(small("no-change")));
}

TEST(Restored, TwiceIsAsOnceWhereNothingIsMultiplied) {
  for (const Group group :
       {Group::policy, Group::turnover, Group::partners, Group::experience, Group::account})
    EXPECT_TRUE(at_reference(restored(island(), group), group)) << experiment::id(group);
}

TEST(Restored, WithPolicyEveryThresholdIsThePublishedOne) {
  const auto shifts = [](const Design& design) {
    std::size_t moved = 0;
    each_step<trace::PolicyRead>(design, [&](const trace::PolicyRead& p, const trace::Step&) {
      if (!(p == trace::PolicyRead{})) ++moved;
    });
    return moved;
  };
  for (const char* name : {"isle-of-wight-2011", "caf-target"}) {
    EXPECT_GT(shifts(small(name)), 0U) << name;
    EXPECT_EQ(shifts(restored(small(name), Group::policy)), 0U) << name;
  }
}

TEST(Restored, WithLoadNothingWaits) {
  for (const char* name : {"no-change", "isle-of-wight-2011"}) {
    const Design design = shipped(name);
    EXPECT_GT(taken(replicate(design, key, design.window), "case_waited"), 0U);
    double waited = 0.0;
    std::size_t read = 0;
    const auto outcome = each_step<trace::Backlog>(restored(design, Group::load),
                                                   [&](const trace::Backlog& backlog, const trace::Step&) {
                                                     waited += backlog.weeks;
                                                     ++read;
                                                   });
    ASSERT_GT(read, 0U);
    EXPECT_LT(waited / static_cast<double>(read), 0.02) << name << ": weeks before whoever decides";
    EXPECT_EQ(taken(outcome, "case_waited"), 0U) << name;
    EXPECT_EQ(taken(outcome, "checks_skipped"), 0U) << name;
    EXPECT_EQ(taken(outcome, "dropped_at_handover"), 0U) << name;
    EXPECT_EQ(figure(outcome, "unallocated_children"), 0.0) << name;
    EXPECT_LT(figure(outcome, "vacancy_share"), 0.02) << name;
    for (const char* part : {"chronologies_read_share", "checks_made_share", "account_tested_share"})
      EXPECT_EQ(figure(outcome, part), 1.0) << name << ": " << part;
  }
}

/// Permanent holders who were followed by somebody else, among those who did any family's work.
std::size_t permanent_leavers(const Design& design) {
  std::map<PostId, std::uint32_t> permanent;
  std::size_t gone = 0;
  each_step<trace::ByWhom>(design, [&](const trace::ByWhom& worker, const trace::Step&) {
    const auto known = permanent.find(worker.post);
    if (known != permanent.end() && known->second != worker.incumbent) {
      ++gone;
      permanent.erase(known);
    }
    if (!worker.agency) permanent[worker.post] = worker.incumbent;
  });
  return gone;
}

TEST(Restored, WithTurnoverNobodyHasLeftOrBeenMoved) {
  const Design design = island();
  const Design stable = restored(design, Group::turnover);
  EXPECT_GT(permanent_leavers(design), 0U);
  EXPECT_EQ(permanent_leavers(stable), 0U);
  std::size_t lost = 0;
  const auto outcome = each_step<trace::Judged>(stable, [&](const trace::Judged& judged, const trace::Step&) {
    if (judged.stage == trace::Stage::handover && judged.evidence.in_view < 1.0) ++lost;
  });
  EXPECT_EQ(lost, 0U) << "cases judged on a note that holds less than the file";
  EXPECT_GT(figure(run(design), "work_hours@kind=unit_meeting"), 0.0);
  EXPECT_EQ(figure(outcome, "work_hours@kind=unit_meeting"), 0.0) << "no units are made";
}

// Of permanent holders. Whoever does no family's work in the first week is not seen.
TEST(Restored, WithTurnoverTheSamePeopleAreThereOnTheFirstDay) {
  const auto first_week = [](const Design& design) {
    std::map<PostId, Instant> since;
    const Instant begin = run_of(design).from;
    each_step<trace::ByWhom>(design, [&](const trace::ByWhom& worker, const trace::Step& step) {
      if (step.at < begin + weeks(1) && !worker.agency && worker.in_post_since < begin)
        since.emplace(worker.post, worker.in_post_since);
    });
    return since;
  };
  const Design design = shipped("no-change");
  const auto before = first_week(design);
  std::size_t compared = 0;
  for (const auto& [post, since] : first_week(restored(design, Group::turnover))) {
    const auto found = before.find(post);
    if (found == before.end()) continue;
    ++compared;
    EXPECT_EQ(since, found->second) << "post " << post.value();
  }
  EXPECT_GT(compared, 10U);
}

TEST(Restored, WithEarlyHelpNoCafWaitsAndEveryDayIsOpen) {
  const auto look = [](const Design& design, std::size_t& closed) {
    return each_step<trace::CentreOpen>(design, [&](const trace::CentreOpen& centre, const trace::Step&) {
      if (centre.share < 1.0) ++closed;
    });
  };
  std::size_t closed_before = 0, closed_after = 0;
  const Outcome before = look(island(), closed_before);
  const Outcome after = look(restored(island(), Group::early_help), closed_after);
  EXPECT_GT(closed_before, 0U);
  EXPECT_EQ(closed_after, 0U);
  EXPECT_GT(taken(before, "caf_waited"), 0U);
  EXPECT_EQ(taken(after, "caf_waited"), 0U);
  EXPECT_GT(taken(after, "caf_refused"), 0U) << "consent is the families' own";
}

TEST(Restored, WithPartnersNoCallIsMisroutedOrLost) {
  double least = 1.0;
  const Outcome before = run(island(), 7);
  const auto after = each_step<trace::Tie>(
      restored(island(), Group::partners),
      [&](const trace::Tie& tie, const trace::Step&) { least = std::min(least, tie.whole); });
  EXPECT_GT(taken(before, "call_misrouted"), 0U);
  EXPECT_GT(taken(before, "call_lost"), 0U);
  EXPECT_EQ(taken(after, "call_misrouted"), 0U);
  EXPECT_EQ(taken(after, "call_lost"), 0U);
  EXPECT_EQ(least, 1.0);
}

/// Steps in which experience was wanting, and pieces of work that had time to be thought over and were not.
struct Wanting {
  std::size_t inexperienced = 0;
  std::size_t unsupervised = 0;
};

Wanting wanting(const Design& design) {
  constexpr int reflection = 3;
  Wanting found;
  trace::Parts done;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    if (const auto* work = std::get_if<trace::WorkDone>(&step.what)) done = work->done;
    if (const auto* experience = std::get_if<trace::Experience>(&step.what))
      found.inexperienced += experience->lacking > 0.0 ? 1 : 0;
    if (const auto* thought = std::get_if<trace::Reflected>(&step.what))
      found.unsupervised += done.has(reflection) && !thought->reflected ? 1 : 0;
  };
  (void)replicate_watched(design, key, design.window, watch);
  return found;
}

TEST(Restored, WithExperienceNobodyLacksItAndSupervisionIsThere) {
  const Design design = shipped("no-change");
  const Wanting before = wanting(design);
  const Wanting after = wanting(restored(design, Group::experience));
  EXPECT_GT(before.inexperienced, 0U);
  EXPECT_GT(before.unsupervised, 0U);
  EXPECT_EQ(after.inexperienced, 0U);
  EXPECT_EQ(after.unsupervised, 0U);
}

TEST(Restored, WithAccountWhatParentsSayOrSeemWeighsNothing) {
  const auto weighed = [](const Design& design) {
    std::size_t count = 0;
    each_step<trace::Judged>(design, [&](const trace::Judged& judged, const trace::Step&) {
      if (judged.score.account != 0.0 || judged.score.engagement != 0.0) ++count;
    });
    return count;
  };
  EXPECT_GT(weighed(small("no-change")), 0U);
  EXPECT_EQ(weighed(restored(small("no-change"), Group::account)), 0U);
}

bool untouched(const Life& life) {
  return std::none_of(life.happenings.begin(), life.happenings.end(), [](const Happening& happening) {
    return happening.what != What::need && happening.what != What::harm;
  });
}

/// Households in which nobody was told of, assessed or served.
std::set<HouseholdId> let_alone(const std::vector<Life>& lives) {
  std::set<HouseholdId> all, touched;
  for (const Life& life : lives) {
    all.insert(life.household);
    if (!untouched(life)) touched.insert(life.household);
  }
  for (const HouseholdId household : touched) all.erase(household);
  return all;
}

TEST(Restored, TheSameFamiliesLiveUnderEachGroup) {
  const Design design = small("isle-of-wight-2011");
  const auto before = lives_of(design, key);
  const auto alone_before = let_alone(before);
  for (const Group group : all_groups) {
    const auto after = lives_of(restored(design, group), key);
    ASSERT_EQ(after.size(), before.size()) << experiment::id(group);
    const auto alone_after = let_alone(after);
    std::size_t compared = 0, in_need = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      ASSERT_EQ(after[i].household, before[i].household);
      ASSERT_EQ(after[i].catchment, before[i].catchment);
      if (alone_before.count(before[i].household) == 0 || alone_after.count(before[i].household) == 0)
        continue;
      ++compared;
      in_need += before[i].happenings.size() > 1 ? 1 : 0;
      EXPECT_EQ(after[i].happenings, before[i].happenings)
          << experiment::id(group) << ", household " << before[i].household.value();
    }
    EXPECT_GT(compared, 1000U) << experiment::id(group);
    EXPECT_GT(in_need, 100U) << experiment::id(group);
  }
}

// What makes families and their need is the same figure by figure.
TEST(Restored, NoGroupTouchesLifeNoticeOrPublishedThresholds) {
  for (const Group group : all_groups) {
    const Design design = island();
    const Design other = restored(design, group);
    std::map<std::string, double> before;
    Parameters::visit(design.parameters,
                      [&](const char* id, const char*, const double& value) { before[id] = value; });
    Parameters::visit(other.parameters, [&](const char* id, const char*, const double& value) {
      const std::string name = id;
      for (const char* kept : {"life.", "observe.", "effect.", "door.threshold", "door.decision_noise"}) {
        if (name.rfind(kept, 0) == 0) {
          EXPECT_EQ(value, before[name]) << experiment::id(group) << ": " << name;
        }
      }
    });
    EXPECT_EQ(other.area.children, design.area.children);
    EXPECT_EQ(other.demand_intensity, design.demand_intensity);
    EXPECT_TRUE(other.area.flows == design.area.flows);
    EXPECT_EQ(other.window.from, design.window.from);
    EXPECT_EQ(other.window.to, design.window.to);
  }
}

}  // namespace
}  // namespace lscb::world
