// Laws of the counting, on random histories.
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "child.h"
#include "measures/catchments.h"
#include "measures/figures.h"
#include "measures/need_path.h"
#include "measures/totals.h"
#include "random_child.h"

namespace lscb::measures {
namespace {

std::vector<JudgedSpell> judge(const RandomChild& child) {
  Judge judge{test_run.to};
  judge.judge(child.history());
  return judge.spells();
}

// Proves that every spell is in exactly one of the eight states; and that spells are apart, in order, and
// hold every minute at need 2 or more and no gap of 28 days.
TEST(Property, EverySpellHasOneState) {
  proof::holds(600, [] {
    const RandomChild child = some_child();
    const auto spells = judge(child);
    for (std::size_t i = 0; i < spells.size(); ++i) {
      const auto state = static_cast<int>(spells[i].state);
      RC_ASSERT(state >= 0 && state < state_count);
      RC_ASSERT(spells[i].spell.start < spells[i].spell.end);
      RC_ASSERT(spells[i].spell.level == 2 || spells[i].spell.level == 3);
      RC_ASSERT(need_at(child.need, spells[i].spell.start) >= spell_need);
      if (i > 0) RC_ASSERT(spells[i].spell.start - spells[i - 1].spell.end >= bridged_gap);
    }
    const Instant seen = std::min(child.facts.leaves, test_run.to);
    for_each_stretch(child.need, {Instant::long_ago(), seen}, [&](Interval stretch, std::uint8_t need) {
      if (need < spell_need) return;
      const auto holds_it = std::count_if(spells.begin(), spells.end(), [&](const JudgedSpell& s) {
        return s.spell.start <= stretch.from && stretch.to <= s.spell.end && s.spell.level >= need;
      });
      RC_ASSERT(holds_it == 1);
    });
  });
}

// Proves the clauses that exclude one another, on any history: the parts need their lack of findings, first
// and late need an opportunity, never told has none.
TEST(Property, StatesKeepTheirClauses) {
  proof::holds(600, [] {
    const RandomChild child = some_child();
    Judge judge{test_run.to};
    judge.judge(child.history());
    for (const JudgedSpell& judged : judge.spells()) {
      std::vector<Opportunity> own;
      append_opportunities(child.history(), judged.spell, {}, test_run.to, own);
      const bool any_met = std::any_of(own.begin(), own.end(), [](const Opportunity& o) { return o.met; });
      switch (judged.state) {
        case State::recognised_first:
          RC_ASSERT(!own.empty() && own.front().met);
          break;
        case State::recognised_late:
          RC_ASSERT(!own.empty() && !own.front().met);
          break;
        case State::resolved_by_caf:
          RC_ASSERT(!own.empty() && !any_met && judged.spell.level == 2);
          break;
        case State::missed_though_told:
          RC_ASSERT(!any_met);
          break;
        case State::never_told:
          RC_ASSERT(own.empty());
          break;
        default:
          break;
      }
      if (!is_missed(judged.state)) continue;
      for (const AssessmentPoint& a : child.assessments) {
        RC_ASSERT(!(judged.spell.interval().contains(a.completed) && a.found >= judged.spell.level));
      }
    }
  });
}

// Proves that fewer calls never read as improvement: with calls taken away, and the assessments that answered
// them, no spell leaves the two parts.
TEST(Property, SilenceNeverRescuesASpell) {
  proof::holds(1500, [] {
    const RandomChild told = some_child();
    RandomChild silent = told;
    for (const ContactPoint& c : told.contacts) {
      if (!*rc::gen::arbitrary<bool>()) continue;
      const auto is_it = [&](const ContactPoint& x) { return x.contact == c.contact; };
      const auto answers_it = [&](const AssessmentPoint& a) { return a.answers == c.contact; };
      silent.contacts.erase(std::remove_if(silent.contacts.begin(), silent.contacts.end(), is_it),
                            silent.contacts.end());
      silent.assessments.erase(
          std::remove_if(silent.assessments.begin(), silent.assessments.end(), answers_it),
          silent.assessments.end());
    }
    const auto before = judge(told);
    const auto after_silence = judge(silent);
    RC_ASSERT(before.size() == after_silence.size());
    int missed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!is_missed(before[i].state)) continue;
      ++missed;
      RC_ASSERT(is_missed(after_silence[i].state));
    }
    RC_CLASSIFY(missed > 0, "with a missed spell");
  });
}

// Proves that what happens later does not reach back: another spell, call and assessment far after the last
// spell's end leave every earlier spell's state as it was.
TEST(Property, LaterEventsLeaveEarlierSpellsAlone) {
  proof::holds(400, [] {
    RandomChild child = some_child();
    const Instant later = at_date(2014, 3, 3);
    const auto is_early = [&](Instant at) { return at < at_date(2013, 9, 1); };
    child.need.erase(std::remove_if(child.need.begin(), child.need.end(),
                                    [&](const NeedPoint& p) { return !is_early(p.at); }),
                     child.need.end());
    child.need.push_back({at_date(2013, 9, 1), 0});
    const auto before = judge(child);

    child.need.push_back({later, 3});
    ContactPoint call;
    call.contact = 99;
    call.incident_at = later + days(2);
    call.at = later + days(3);
    call.route = Route::assessment;
    child.contacts.push_back(call);
    std::sort(child.contacts.begin(), child.contacts.end(),
              [](const ContactPoint& a, const ContactPoint& b) { return a.at < b.at; });
    child.assessments.push_back({AssessmentKind::initial, call.at, call.at + days(9), 3, false, 99});
    child.services.push_back({ServiceKind::protection, call.at + days(10)});
    const auto with_later = judge(child);

    RC_ASSERT(with_later.size() >= before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      RC_ASSERT(with_later[i].spell.start == before[i].spell.start);
      RC_ASSERT(with_later[i].spell.end == before[i].spell.end);
      RC_ASSERT(with_later[i].state == before[i].state);
    }
  });
}

// Proves that the headline is the sum of its parts, of its levels and of its ages, for any children in any
// window.
TEST(Property, TheHeadlineIsTheSumOfItsParts) {
  proof::holds(300, [] {
    const auto day = *rc::gen::inRange<std::int64_t>(0, 1000);
    const Interval window{test_run.from + days(day), test_run.from + days(day + *rc::gen::inRange(1, 1000))};
    Totals totals;
    for (int i = 0; i < 5; ++i) {
      const RandomChild child = some_child();
      Judge judge{test_run.to};
      judge.judge(child.history());
      add_spells(child.history(), judge, window, totals);
    }
    RC_ASSERT(totals.missed.total() == totals.missed_though_told.total() + totals.never_told.total());
    RC_ASSERT(totals.missed.total() == totals.protection_missed.total() + totals.help_missed.total());
    for (std::size_t age = 0; age < age_band_count; ++age) {
      RC_ASSERT(totals.missed.by_age[age] ==
                totals.missed_though_told.by_age[age] + totals.never_told.by_age[age]);
      RC_ASSERT(totals.missed.by_age[age] ==
                totals.protection_missed.by_age[age] + totals.help_missed.by_age[age]);
    }
  });
}

// Proves that the headline and its two parts are the sums of those of the catchments, exactly, whatever
// happened to whom and wherever they live.
TEST(Property, CatchmentsAddUpToTheHeadline) {
  proof::holds(400, [] {
    constexpr std::size_t catchments = 3;
    Counter counter{test_window, test_run, {}, catchments};
    for (std::uint32_t i = 0; i < 6; ++i) {
      const RandomChild child = some_child();
      ChildHistory history = child.history();
      history.household = HouseholdId{i};
      history.catchment = *rc::gen::inRange<std::uint16_t>(0, catchments);
      counter.add(history);
    }
    const Figures whole = counter.finish({});
    const Figures split = counter.by_catchment();
    RC_ASSERT(split.size() == catchments * catchment_figure_count);
    // Counts are whole numbers of children: told a year, they are that many to the nearest child.
    const auto children = [](std::optional<double> a_year) {
      return std::llround(*a_year * in_years(test_window.length()));
    };
    const char* const ids[] = {"missed_assessments", "missed_though_told_children", "never_told_children"};
    for (std::size_t i = 0; i < std::size(ids); ++i) {
      std::int64_t sum = 0;
      for (std::size_t c = 0; c < catchments; ++c) sum += children(split[c * catchment_figure_count + i]);
      RC_ASSERT(sum == children(whole[*find(ids[i])]));
    }
  });
}

// Proves that the counter leaves out no child who counts: its figures agree with a judgement of every spell,
// in any window.
TEST(Property, TheCounterLeavesOutNobodyWhoCounts) {
  proof::holds(600, [] {
    const RandomChild child = some_child();
    const auto day = *rc::gen::inRange<std::int64_t>(0, 1200);
    const Interval window{test_run.from + days(day), test_run.from + days(day + *rc::gen::inRange(1, 800))};
    Judge judge{test_run.to};
    judge.judge(child.history());
    Totals totals;
    add_spells(child.history(), judge, window, totals);
    const auto missed_opportunities =
        std::count_if(judge.opportunities().begin(), judge.opportunities().end(),
                      [&](const Opportunity& o) { return o.judged && !o.met && window.contains(o.at); });
    const std::vector<ChildHistory> children = {child.history()};
    const Figures counted = figures(children, {}, window, test_run);
    const auto a_year = [&](auto count) { return static_cast<double>(count) / in_years(window.length()); };
    RC_ASSERT(counted[*find("missed_assessments")] == a_year(totals.missed.total()));
    RC_ASSERT(counted[*find("late_children")] == a_year(totals.late.total()));
    RC_ASSERT(counted[*find("missed_opportunities_contacts")] == a_year(missed_opportunities));
    RC_ASSERT(counted[*find("censored_share")].has_value() == (totals.spells_in_window > 0));
  });
}

// Proves that a child to whom nothing happened changes no figure, wherever it stands, but that there is one
// child more to count by.
TEST(Property, AChildWithNothingChangesNothing) {
  proof::holds(100, [] {
    const RandomChild child = some_child();
    ChildHistory known = child.history();
    known.household = HouseholdId{1};
    ChildHistory nothing;
    nothing.household = HouseholdId{2};
    nothing.born = at_date(2008, 1, 1);
    nothing.leaves = at_date(2026, 1, 1);
    const std::vector<ChildHistory> alone = {known};
    const std::vector<ChildHistory> beside = {nothing, known, nothing};
    Figures a = figures(alone, {}, test_window, test_run);
    Figures b = figures(beside, {}, test_window, test_run);
    const auto rate = *find("missed_assessments_per_10000_children");
    a[rate] = b[rate] = std::nullopt;
    RC_ASSERT(a == b);
  });
}

}  // namespace
}  // namespace lscb::measures
