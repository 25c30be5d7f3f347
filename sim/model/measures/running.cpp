#include "measures/running.h"

#include <algorithm>

#include "base/working_calendar.h"
#include "measures/need_path.h"

namespace lscb::measures {
namespace {

template <class Entry, class Time>
std::span<const Entry> before(std::span<const Entry> entries, Instant at, Time&& time) {
  const auto end =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return time(e) >= at; });
  return entries.first(static_cast<std::size_t>(end - entries.begin()));
}

}  // namespace

ChildHistory RunningJudge::as_known(const ChildHistory& history) {
  ChildHistory known = history;
  known.need = before(history.need, at_, [](const NeedPoint& p) { return p.at; });
  known.contacts = before(history.contacts, at_, [](const ContactPoint& c) { return c.at; });
  known.services = before(history.services, at_, [](const ServiceSpan& s) { return s.from; });
  assessments_.clear();
  for (const AssessmentPoint& a : history.assessments) {
    if (a.begun >= at_) continue;
    assessments_.push_back(a);
    if (a.completed < at_) continue;
    assessments_.back().completed = Instant::never();
    assessments_.back().led_to_core = false;
  }
  known.assessments = assessments_;
  return known;
}

bool RunningJudge::may_yet_be_found(const ChildHistory& known, const Spell& spell) const {
  const auto open = [&](const AssessmentPoint& a) {
    if (a.completed != Instant::never()) return false;
    const auto answered = [&](const Opportunity& o) { return a.answers != 0 && o.contact == a.answers; };
    if (std::any_of(opportunities_.begin(), opportunities_.end(), answered)) return false;
    bool in_time = false;
    const auto call = [&](Instant moment) { in_time = in_time || call_limit(a, moment, rules_) >= at_; };
    for_each_stretch(known.need, {std::max(a.begun, spell.start), spell.end},
                     [&](Interval stretch, std::uint8_t need) {
                       if (need == spell.level) call(stretch.from);
                     });
    for (const ContactPoint& contact : known.contacts) {
      if (contact.under_assessment && contact.at >= a.begun && belongs(contact, known, spell))
        call(contact.at);
    }
    return in_time;
  };
  return std::any_of(known.assessments.begin(), known.assessments.end(), open);
}

std::optional<JudgedSpell> RunningJudge::judge(const ChildHistory& history) {
  const ChildHistory known = as_known(history);
  spells_.clear();
  append_spells(known, at_, spells_);
  if (spells_.empty()) return std::nullopt;
  Spell spell = spells_.back();
  if (spell.ended_by != SpellEnd::unknown || spell.end != at_) return std::nullopt;
  spell.ended_by = SpellEnd::need_fell;
  opportunities_.clear();
  append_opportunities(known, spell, rules_, at_, opportunities_);
  State state = classify(known, spell, opportunities_, rules_);
  if (is_missed(state) && may_yet_be_found(known, spell)) state = State::censored;
  return JudgedSpell{spell, state, opportunities_.empty() ? spell.start : opportunities_.front().at};
}

}  // namespace lscb::measures
