// The ends of the range: nothing to see, everything seen.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

#include "designs.h"
#include "lives.h"

namespace lscb::world {
namespace {

using measures::State;

const kernel::WorldKey key{9, 0};

std::array<std::size_t, measures::state_count> states_of(const Design& design,
                                                         const std::vector<Life>& lives) {
  std::array<std::size_t, measures::state_count> states{};
  for (const Life& life : lives) {
    for (const measures::JudgedSpell& judged : life.spells) {
      if (design.window.contains(judged.spell.end)) ++states[static_cast<std::size_t>(judged.state)];
    }
  }
  return states;
}

void print(const std::array<std::size_t, measures::state_count>& states) {
  for (int i = 0; i < measures::state_count; ++i) {
    std::printf("  %-20s %zu\n", measures::id(static_cast<State>(i)), states[static_cast<std::size_t>(i)]);
  }
}

/// Nothing that anybody could notice, no injury, and nobody on a plan at the start.
Design nothing_to_see(Design design) {
  for (const char* id :
       {"life.incidents_need_0", "life.incidents_need_1", "life.incidents_need_2", "life.incidents_need_3",
        "life.harms_need_1", "life.harms_need_2", "life.harms_need_3"}) {
    parameter(design.parameters, id) = 0.0;
  }
  design.area.flows.children_in_need = 0.0;
  design.area.flows.looked_after = 0.0;
  design.area.flows.protection_plans_held = 0.0;
  return design;
}

TEST(Edges, WithoutIncidentsNobodyCallsAndNothingIsDone) {
  const Design design = nothing_to_see(small("no-change"));
  Outcome outcome;
  const auto lives = lives_of(design, key, &outcome);
  for (const char* id : {"calls_contacts", "contacts_children", "referrals_children",
                         "initial_assessments_children", "core_assessments_children", "cafs_opened_children",
                         "protection_plans_begun_children", "missed_though_told_children",
                         "missed_opportunities_contacts", "harm_events", "work_hours@kind=screening"}) {
    EXPECT_EQ(figure(outcome, id), 0.0) << id;
  }
  const auto states = states_of(design, lives);
  EXPECT_GT(states[static_cast<std::size_t>(State::never_told)], 100U);
  for (const State state : {State::already_in_service, State::recognised_first, State::recognised_late,
                            State::resolved_by_caf, State::missed_though_told}) {
    EXPECT_EQ(states[static_cast<std::size_t>(state)], 0U) << measures::id(state);
  }
}

/// Everything noticed and told at once and in full, every call assessed, every assessment right.
Design everything_seen(Design design) {
  Parameters& p = design.parameters;
  const auto set = [&](const char* id, double value) { parameter(p, id) = value; };
  set("observe.notice_base", 0.95);
  set("observe.call_willingness", 1.0);
  set("observe.delayed_share", 0.0);
  set("observe.prompt_days", 0.01);
  set("observe.sibling_named", 1.0);
  set("observe.checks_reveal_adult", 1.0);
  for (const char* error :
       {"finding_error", "finding_error_unseen", "finding_error_chronology", "finding_error_checks",
        "finding_error_reflection", "finding_bias_unseen", "finding_bias_chronology"}) {
    set((std::string("observe.") + error).c_str(), 0.0);
  }
  for (const char* threshold :
       {"threshold_advice", "threshold_caf", "threshold_referral", "threshold_assessment"}) {
    set((std::string("door.") + threshold).c_str(), -100.0);
  }
  return design;
}

// Staff without limit and knowledge without error: who is told of is assessed, and what is left is what
// nobody could have told of, or what a case that is already open hides.
TEST(Edges, WithEverythingSeenAlmostNoOpportunityIsMissed) {
  const Design plain = unlimited(small("no-change"));
  const Design design = everything_seen(plain);
  Outcome usual;
  Outcome seen;
  const auto before = states_of(plain, lives_of(plain, key, &usual));
  const auto lives = lives_of(design, key, &seen);
  const auto after = states_of(design, lives);
  std::printf("unlimited staff:\n");
  print(before);
  std::printf("and everything seen:\n");
  print(after);
  for (const char* kind : {"screened_out", "sent_to_caf", "waited", "superficial", "lost_in_handover"}) {
    const std::string id = std::string("missed_opportunities_contacts@kind=") + kind;
    std::printf("  missed opportunities, %s: %.2f -> %.2f a year\n", kind, figure(usual, id),
                figure(seen, id));
  }
  EXPECT_EQ(figure(seen, "missed_opportunities_contacts@kind=sent_to_caf"), 0.0);
  const auto told = static_cast<std::size_t>(State::missed_though_told);
  EXPECT_LT(after[told] * 20, before[told]);
  EXPECT_LT(figure(seen, "missed_assessments"), 0.5 * figure(usual, "missed_assessments"));
}

// Of the opportunities still missed then, every one was a call about a family whose case was open: its worker
// heard of it, and no new assessment was made.
TEST(Edges, WithEverythingSeenOnlyOpenCasesHideAnything) {
  const Design design = everything_seen(unlimited(small("no-change")));
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  std::size_t unmet = 0;
  Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household&) {
    judge.judge(child);
    for (const measures::Opportunity& o : judge.opportunities()) {
      if (!o.judged || o.met || !design.window.contains(o.at)) continue;
      ++unmet;
      for (const measures::ContactPoint& contact : child.contacts) {
        if (contact.contact != o.contact) continue;
        EXPECT_EQ(contact.route, measures::Route::existing_case);
      }
    }
  };
  (void)replicate_watched(design, key, design.window, watch);
  EXPECT_GT(unmet, 0U);
}

// Perfect information besides: need shows at once and often, every call is judged an enquiry, so that an open
// case hides nothing, and what a brother's or sister's call says is said of all. Then nobody is missed.
TEST(Edges, WithUnlimitedStaffPerfectInformationAndNoNoiseNobodyIsMissed) {
  Design design = everything_seen(unlimited(small("no-change")));
  for (const char* id : {"life.incidents_need_2", "life.incidents_need_3"}) {
    parameter(design.parameters, id) = 100.0;
  }
  parameter(design.parameters, "life.incidents_unborn_factor") = 1.0;
  parameter(design.parameters, "door.threshold_section47") = -100.0;
  Outcome outcome;
  const auto states = states_of(design, lives_of(design, key, &outcome));
  print(states);
  EXPECT_GT(states[static_cast<std::size_t>(State::recognised_first)], 100U);
  EXPECT_EQ(figure(outcome, "missed_though_told_children"), 0.0);
  EXPECT_EQ(figure(outcome, "never_told_children"), 0.0);
  EXPECT_EQ(figure(outcome, "missed_assessments"), 0.0);
}

// Nobody waits where staff are without limit. Cases still go from the duty team to the long-term team, and a
// referral that names several children still holds more than a day's work before it is decided.
TEST(Edges, UnlimitedStaffKeepEveryClockAndLeaveNobodyWaiting) {
  const Outcome outcome = run(unlimited(small("no-change")), 9);
  EXPECT_EQ(figure(outcome, "unallocated_children"), 0.0);
  EXPECT_EQ(taken(outcome, "case_waited"), 0U);
  EXPECT_EQ(taken(outcome, "visit_missed"), 0U);
  EXPECT_EQ(taken(outcome, "checks_skipped"), 0U);
  for (const char* part : {"chronologies_read_share", "checks_made_share", "account_tested_share"}) {
    EXPECT_EQ(figure(outcome, part), 1.0) << part;
  }
  for (const char* clock : {"initial_assessment", "core_assessment", "conference", "core_group"}) {
    EXPECT_EQ(figure(outcome, std::string(clock) + "_in_time_share"), 1.0) << clock;
    EXPECT_EQ(figure(outcome, std::string(clock) + "_limit_met_share"), 1.0) << clock;
    EXPECT_EQ(figure(outcome, std::string(clock) + "_overdue_children"), 0.0) << clock;
  }
}

// An area without staff still tells of need, and nothing is done about it. What is never done is in no share
// of what was done, and spoils the share of what fell due.
TEST(Edges, WithoutStaffWorkPilesUpAndIsSaid) {
  Design design = small("no-change");
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) role.vacant_at_start = 1.0;
  }
  design.area.agency_cover = 0.0;
  design.area.months_to_fill = 1e6;
  design.history.clear();
  const Outcome outcome = run(design, 9);
  EXPECT_GT(figure(outcome, "contacts_children"), 0.0);
  EXPECT_EQ(figure(outcome, "initial_assessments_children"), 0.0);
  EXPECT_EQ(figure(outcome, "vacancy_share"), 1.0);
  for (const char* clock : {"decision", "core_assessment"}) {  // enquiries begin with emergencies
    EXPECT_TRUE(std::isnan(figure(outcome, std::string(clock) + "_in_time_share"))) << clock;
    EXPECT_EQ(figure(outcome, std::string(clock) + "_limit_met_share"), 0.0) << clock;
    EXPECT_GT(figure(outcome, std::string(clock) + "_overdue_children"), 10.0) << clock;
  }
  EXPECT_GT(figure(outcome, "unallocated_children"), 0.0);
  EXPECT_GT(figure(outcome, "missed_assessments"), figure(run(small("no-change"), 9), "missed_assessments"));
}

}  // namespace
}  // namespace lscb::world
