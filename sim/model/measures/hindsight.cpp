#include "measures/hindsight.h"

#include <algorithm>

#include "measures/need_path.h"
#include "measures/opportunity.h"
#include "measures/totals.h"

namespace lscb::measures {
namespace {

bool ended_by_decision(Route route) {
  return route == Route::no_further_action || route == Route::information_and_advice || route == Route::caf;
}

/// As the harm's own call says of the child, which comes in the same minute.
bool served_at(const ChildHistory& child, Instant harm) {
  return std::any_of(child.contacts.begin(), child.contacts.end(), [harm](const ContactPoint& call) {
    return call.of_harm && call.at == harm && (call.under_assessment || call.plan_covers > 0);
  });
}

bool assessed_after(const ChildHistory& child, Instant call) {
  return std::any_of(child.assessments.begin(), child.assessments.end(), [call](const AssessmentPoint& one) {
    return one.completed != Instant::never() && one.completed > call;
  });
}

}  // namespace

void HindsightCounter::add(const ChildHistory& child) {
  if (child.household != household_) {
    end_family();
    household_ = child.household;
  }
  for (const ContactPoint& call : child.contacts) {
    first_call_ = std::min(first_call_, call.at);
    called_ = called_ || (counted_.contains(call.at) && !call.of_harm);
    if (call.flagged) flagged_.push_back({call.at, child.child, call.of_harm});
  }
  for (const HarmEvent& event : child.harm_events) {
    all_harms_.push_back(event.at);
    if (!counted_.contains(event.at)) continue;
    HarmCase harm;
    harm.child = child.child;
    harm.household = child.household;
    harm.at = event.at;
    harm.in_service = served_at(child, event.at);
    harms_.push_back(harm);
  }
  for (const AssessmentPoint& one : child.assessments) {
    if (one.completed != Instant::never()) assessed_.push_back(one.completed);
  }
  for (const ServiceSpan& service : child.services) {
    if (need_covered(service.kind) > 0) plans_.push_back({service.from, service.to});
  }
  add_luck(child);
  Totals totals;
  add_presence(child, counted_, totals);
  tally_.child_minutes += totals.child_minutes;
}

void HindsightCounter::add_luck(const ChildHistory& child) {
  bool taken_on = false, lucky = false, turned_away = false;
  bool unlucky = false, all_unheard = true, assessed = false;
  for (const ContactPoint& call : child.contacts) {
    if (!counted_.contains(call.at) || !is_opportunity(call, child) ||
        need_at(child.need, call.at) < spell_need)
      continue;
    if (ended_by_decision(call.route)) {
      turned_away = true;
      if (call.luck != Luck::bad && call.luck != Luck::bad_start) continue;
      unlucky = true;
      if (call.luck == Luck::bad) all_unheard = false;
      assessed = assessed || assessed_after(child, call.at);
    } else if (call.route != Route::existing_case) {
      taken_on = true;
      lucky = lucky || call.luck == Luck::good;
    } else if (call.luck == Luck::good) {
      taken_on = lucky = true;
    } else if (call.luck == Luck::bad) {
      turned_away = unlucky = true;
      all_unheard = false;
      assessed = assessed || assessed_after(child, call.at);
    }
  }
  tally_.taken_on_children += taken_on;
  tally_.lucky_children += lucky;
  tally_.turned_away_children += turned_away;
  tally_.unlucky_children += unlucky;
  tally_.unlucky_assessed_never_children += unlucky && !assessed;
  tally_.unlucky_unheard_children += unlucky && all_unheard;
  lucky_ = lucky_ || lucky;
  unlucky_ = unlucky_ || unlucky;
}

void HindsightCounter::end_family() {
  if (!household_.valid()) return;
  std::stable_sort(flagged_.begin(), flagged_.end(),
                   [](const FlaggedCall& a, const FlaggedCall& b) { return a.at < b.at; });
  bool predictable = false;
  for (HarmCase& harm : harms_) {
    judge(harm);
    count(harm);
    predictable = predictable || harm.predictable();
  }
  tally_.cases.insert(tally_.cases.end(), harms_.begin(), harms_.end());
  tally_.harmed_families += !harms_.empty();
  tally_.predictable_families += predictable;
  tally_.lucky_families += lucky_;
  tally_.unlucky_families += unlucky_;
  const auto first = std::find_if(flagged_.begin(), flagged_.end(), [&](const FlaggedCall& call) {
    return counted_.contains(call.at) && !call.of_harm;
  });
  if (first != flagged_.end()) follow(first->at);

  tally_.called += called_;

  first_call_ = Instant::never();
  called_ = false;
  lucky_ = unlucky_ = false;
  flagged_.clear();
  harms_.clear();
  all_harms_.clear();
  assessed_.clear();
  plans_.clear();
}

void HindsightCounter::judge(HarmCase& harm) const {
  harm.called_before = first_call_ < harm.at;
  bool only_of_harm = true;
  for (const FlaggedCall& call : flagged_) {
    if (call.at >= harm.at) break;
    if (!harm.predictable()) harm.first_flag = call.at;
    harm.named = harm.named || call.named == harm.child;
    harm.recent = harm.recent || harm.at - call.at <= flag_year;
    only_of_harm = only_of_harm && call.of_harm;
  }
  harm.only_of_harm = harm.predictable() && only_of_harm;
}

void HindsightCounter::count(const HarmCase& harm) {
  ++tally_.harms;
  tally_.harms_in_service += harm.in_service;
  if (!harm.predictable()) {
    ++(harm.called_before ? tally_.not_flagged : tally_.never_called);
    return;
  }
  ++tally_.predictable;
  tally_.predictable_named += harm.named;
  tally_.predictable_recent += harm.recent;
  tally_.predictable_only_of_harm += harm.only_of_harm;
  tally_.predictable_in_service += harm.in_service;
}

bool HindsightCounter::served(Interval stretch) const {
  return std::any_of(assessed_.begin(), assessed_.end(),
                     [&](Instant completed) { return stretch.contains(completed); }) ||
         std::any_of(plans_.begin(), plans_.end(),
                     [&](const Interval& plan) { return plan.from < stretch.to && plan.to > stretch.from; });
}

void HindsightCounter::follow(Instant flag) {
  Instant harmed = Instant::never();
  for (const Instant at : all_harms_) {
    if (at > flag) harmed = std::min(harmed, at);
  }
  const bool came_to_harm = harmed != Instant::never();
  ++tally_.flagged;
  ++(came_to_harm ? tally_.flagged_harmed : tally_.flagged_unharmed);
  if (!served({flag, std::min(harmed, run_.to)})) {
    ++tally_.flagged_left;
    tally_.flagged_left_unharmed += !came_to_harm;
  }
  const Instant year_on = flag + flag_year;
  if (year_on > run_.to) return;
  ++tally_.flagged_year;
  tally_.flagged_year_unharmed += harmed > year_on;
}

HindsightTally HindsightCounter::finish() {
  end_family();
  household_ = HouseholdId{};
  return std::move(tally_);
}

}  // namespace lscb::measures
