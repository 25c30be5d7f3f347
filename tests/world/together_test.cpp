// Designs played together, as far as they are one, give what each gives alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "designs.h"
#include "same_bytes.h"
#include "support/property.h"
#include "world/replicate.h"
#include "world/timetable.h"

namespace lscb::world {
namespace {

std::vector<Outcome> together(const std::vector<Design>& designs, kernel::WorldKey key) {
  Together played;
  replicate_together(designs, key, designs.front().window, played);
  return played.outcomes;
}

void expect_as_alone(const std::vector<Design>& designs, kernel::WorldKey key) {
  const auto outcomes = together(designs, key);
  ASSERT_EQ(outcomes.size(), designs.size());
  for (std::size_t i = 0; i < designs.size(); ++i) {
    SCOPED_TRACE(designs[i].scenario);
    expect_same_bytes(outcomes[i], replicate(designs[i], key, designs.front().window));
  }
}

TEST(Together, EveryShippedScenarioIsAsAlone) {
  std::vector<Design> designs;
  for (const std::string& name : shipped_scenarios()) designs.push_back(small(name));
  expect_as_alone(designs, {5, 0});
  std::reverse(designs.begin(), designs.end());  // whoever is first leads; it makes no difference
  expect_as_alone(designs, {5, 1});
}

TEST(Together, AnotherAreaAnotherParameterOrTheSameDesignTwiceIsAsAlone) {
  Design larger = small(shipped("no-change"), 4400.0);
  Design quicker = small("restructure");
  parameter(quicker.parameters, "life.crises") *= 1.5;
  expect_as_alone({small("restructure"), larger, small("restructure"), quicker, small("no-change")}, {5, 2});
}

// A change in the shared past, before the run, on its first minute, on its last, and in no case earlier than
// its announcement.
TEST(Together, PartingAtEitherEndOfTheRunIsAsAlone) {
  const Design base = small("no-change");
  const auto with = [&](Instant date, int count) {
    Design design = base;
    change::Posts posts;
    posts.team = design.area.teams.front().id;
    posts.count = count;
    design.changes.push_back({date, "posts", "council", posts, {}});
    return design;
  };
  const Instant begins = add_months(base.window.from, -24);
  expect_as_alone({base, with(begins, 2), with(begins - days(400), 2), with(begins - days(400), 3),
                   with(base.window.to, 1), with(base.window.to + days(30), 1)},
                  {5, 3});
}

/// A kind of each effect, and of a restructure two: into units, and back.
constexpr int kinds = 20;

change::Change change_at(const Design& base, int month, int kind) {
  const Instant date = add_months(base.window.from, month - 6);
  change::Change change{date, "", "", change::Recruitment{.months_to_fill = 6.0}, {}};
  if (kind == 0) {
    change::Posts posts;
    posts.team = base.area.teams.back().id;
    posts.count = 1;
    posts.until = add_months(date, 3);
    change.effect = posts;
  } else if (kind == 1) {
    change::ThresholdPolicy policy;
    policy.section47_shift = 0.3;
    policy.until = add_months(date, 5);
    change.effect = policy;
  } else if (kind == 2) {
    change::Restructure anew;
    anew.announced = add_months(date, -2);
    anew.stages = 2;
    anew.weeks_between_stages = 6;
    anew.training_hours = 20.0;
    anew.cases_transferred = 0.5;
    anew.partner_ties_broken = 0.4;
    if (month % 2 == 0) {  // some into units, and some once more
      anew.units = 2;
      anew.coordinators = 1;
      anew.competence_checked = month > 9;
      anew.coaching_hours = 4.0;
      anew.coaching_months = 3;
    }
    change.effect = anew;
  } else if (kind == 3) {
    change::CentreCut cut;
    cut.budget_cut = 0.3;
    cut.days_closed = 1;
    change.effect = cut;
  } else if (kind == 5) {
    change::BudgetCut cut;
    cut.cut = 0.2;
    cut.until = add_months(date, 7);
    change.effect = cut;
  } else if (kind == 6) {
    change::OverspendRules rules;
    rules.vacancy_freeze = change::VacancyFreeze::all_posts;
    rules.agency_stop = true;
    rules.early_help_cut = 0.1;
    rules.until = add_months(date, 8);
    change.effect = rules;
  } else if (kind == 7) {
    change.effect = change::TreesAndChronologies{0.8, 0.5, add_months(date, 6)};
  } else if (kind == 8) {
    change.effect = change::PerpetratorRemoval{0.9, 4.0, 1, add_months(date, 6)};
  } else if (kind == 9) {
    change.effect = change::CentreManagement{std::nullopt, 1, add_months(date, 6)};
  } else if (kind == 10) {
    change.effect = change::Inspection{change::Judgement::inadequate, date + weeks(7), 8.0, 15.0, 5.0};
  } else if (kind == 11) {
    change.effect = change::TargetPolicy{0.5, 0.5, 0.2, add_months(date, 9)};
  } else if (kind == 12) {
    change.effect = change::Publicity{2.0, 6.0};
  } else if (kind == 13) {  // at the end of units, also of units that another change has made
    change::Restructure back;
    back.announced = add_months(date, -2);
    back.teams = true;
    back.stages = 2;
    back.weeks_between_stages = 4;
    change.effect = back;
  } else if (kind == 14) {
    change.effect = change::MeasurableOutcomes{0.7, 0.6, add_months(date, 6)};
  } else if (kind == 15) {
    change.effect = change::SpecificRecording{0.8, add_months(date, 6)};
  } else if (kind == 16) {
    change.effect = change::GoodEnoughParenting{6.0, 4, add_months(date, 9)};
  } else if (kind == 17) {
    change.effect = change::CafMonitoring{1.2, spec::Role::social_worker, add_months(date, 6)};
  } else if (kind == 18) {
    change.effect = change::Challenge{0.4, 0.5, 0.3, add_months(date, 6)};
  } else if (kind == 19) {
    change.effect = change::EarlierFiles{0.9, 0.8, 10.0, add_months(date, 6)};
  }
  return change;
}

// What is drawn below is every kind of change that there is.
TEST(Together, EveryKindOfChangeIsDrawn) {
  std::set<std::size_t> drawn;
  for (int kind = 0; kind < kinds; ++kind)
    drawn.insert(change_at(small("no-change"), 9, kind).effect.index());
  EXPECT_EQ(drawn.size(), std::variant_size_v<change::Effect>);
}

// Random programmes of changes, of the shared past and of their own, several designs at a time, parting and
// coming on the same dates.
TEST(Together, AnyDesignsAreAsAlone) {
  Design base = small(shipped("no-change"), 700.0);
  base.window.to = add_months(base.window.from, 12);
  proof::holds(16, [&] {
    // Few dates, so that designs often share some of them.
    const auto some_changes = rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::element(0, 5, 6, 9, 14), rc::gen::inRange(0, kinds)));
    std::vector<Design> designs(4, base);
    for (Design& design : designs) {
      for (const auto& [month, kind] : *rc::gen::resize(4, some_changes)) {
        (month == 6 ? design.history : design.changes).push_back(change_at(base, month, kind));
      }
      for (auto* changes : {&design.history, &design.changes}) {
        std::stable_sort(changes->begin(), changes->end(),
                         [](const auto& a, const auto& b) { return a.date < b.date; });
      }
    }
    const kernel::WorldKey key{*rc::gen::inRange<std::uint64_t>(0, 1000), 0};
    const auto outcomes = together(designs, key);
    for (std::size_t i = 0; i < designs.size(); ++i) {
      RC_ASSERT(same_bytes(outcomes[i], replicate(designs[i], key, base.window)));
    }
  });
}

// The past is shared until the first act that differs, and not a minute longer.
TEST(Timetable, PartsWhereTheFirstActDiffers) {
  const Design base = small("no-change");
  const Design cut = small("centre-cut");
  const Design both = small("restructure-centre-cut");
  const Interval run{add_months(base.window.from, -24), base.window.to};
  const auto of = [&](const Design& design) { return timetable(design, run); };
  EXPECT_FALSE(part(of(base), of(base)).has_value());
  EXPECT_EQ(part(of(base), of(cut)), at_date(2011, 4, 1));
  EXPECT_EQ(part(of(cut), of(base)), at_date(2011, 4, 1));
  EXPECT_EQ(part(of(cut), of(both)), at_date(2011, 1, 12)) << "the restructure's announcement";
}

TEST(Timetable, BeginsWithWhatIsInForceAndLeavesOutWhatIsOver) {
  Design design;
  const Interval run{at_date(2008, 1, 1), at_date(2014, 1, 1)};
  const auto posts = [](Instant date, std::optional<Instant> until) {
    change::Posts effect;
    effect.count = 1;
    effect.until = until;
    return change::Change{date, "", "", effect, {}};
  };
  design.history = {posts(at_date(2006, 1, 1), at_date(2007, 1, 1)), posts(at_date(2007, 1, 1), {}),
                    posts(at_date(2007, 6, 1), at_date(2009, 1, 1))};
  design.changes = {posts(at_date(2015, 1, 1), {})};
  const auto acts = timetable(design, run);
  ASSERT_EQ(acts.size(), 3U);
  EXPECT_EQ(acts[0].at, run.from);
  EXPECT_EQ(acts[0].change, &design.history[1]);
  EXPECT_EQ(acts[1].at, run.from);
  EXPECT_EQ(acts[2].at, at_date(2009, 1, 1));
  EXPECT_EQ(acts[2].step, undoing);
}

}  // namespace
}  // namespace lscb::world
