#include "measures/classification.h"

#include <algorithm>
#include <array>

#include "base/working_calendar.h"
#include "measures/need_path.h"

namespace lscb::measures {
namespace {

/// One spell of one child, with the questions that its state turns on.
class Case {
 public:
  Case(const ChildHistory& history, const Spell& spell, std::span<const Opportunity> opportunities,
       const AssessmentRules& rules)
      : history_(history), spell_(spell), opportunities_(opportunities), rules_(rules) {}

  bool cannot_be_judged() const {
    if (spell_.ended_by == SpellEnd::unknown) return true;
    return std::any_of(opportunities_.begin(), opportunities_.end(),
                       [](const Opportunity& o) { return !o.judged; });
  }

  bool is_too_short() const {
    return calendar_.working_days_between(spell_.start, spell_.end) < shortest_spell_working_days;
  }

  bool first_is_met() const { return told() && opportunities_.front().met; }

  bool known_without_a_call() const {
    return std::any_of(history_.assessments.begin(), history_.assessments.end(),
                       [&](const AssessmentPoint& a) { return finds_the_level(a); }) ||
           std::any_of(history_.services.begin(), history_.services.end(),
                       [&](const ServiceSpan& s) { return covers_the_level(s); });
  }

  bool known_after_the_first() const {
    if (!told()) return false;
    const Instant first = opportunities_.front().at;
    const auto finds = [&](const AssessmentPoint& a) {
      return (inside(a) && a.completed > first && a.found >= spell_need &&
              found_the_need(a, history_, first)) ||
             (a.begun > first && finds_the_level(a));
    };
    return std::any_of(opportunities_.begin() + 1, opportunities_.end(), [](auto& o) { return o.met; }) ||
           std::any_of(history_.assessments.begin(), history_.assessments.end(), finds) ||
           std::any_of(history_.services.begin(), history_.services.end(),
                       [&](const ServiceSpan& s) { return s.from > first && covers_the_level(s); });
  }

  bool resolved_by_caf() const {
    if (spell_.level != spell_need || spell_.ended_by != SpellEnd::need_fell) return false;
    return std::any_of(history_.services.begin(), history_.services.end(),
                       [&](const ServiceSpan& s) { return s.kind == ServiceKind::caf && resolves(s); });
  }

  bool told() const { return !opportunities_.empty(); }

  bool told_during_a_failed_assessment() const {
    return std::any_of(history_.contacts.begin(), history_.contacts.end(), [&](const ContactPoint& contact) {
      return contact.under_assessment && belongs(contact, history_, spell_) && !answered(contact);
    });
  }

 private:
  bool inside(const AssessmentPoint& a) const { return spell_.interval().contains(a.completed); }

  // True if f(beginning) is, for any stretch of [from, to) inside the spell with need at the spell's level.
  template <class F>
  bool any_at_level(Instant from, Instant to, F&& f) const {
    bool any = false;
    const Interval both{std::max(from, spell_.start), std::min(to, spell_.end)};
    for_each_stretch(history_.need, both, [&](Interval stretch, std::uint8_t need) {
      any = any || (need == spell_.level && f(stretch.from));
    });
    return any;
  }

  bool finds_the_level(const AssessmentPoint& a) const {
    if (inside(a) && a.found >= spell_.level) return true;
    if (answers_an_opportunity(a)) return false;  // then the opportunity's own limit decides
    return any_at_level(a.begun, a.completed,
                        [&](Instant moment) { return would_meet(a, history_, moment, rules_); });
  }

  bool answers_an_opportunity(const AssessmentPoint& a) const {
    return a.answers != 0 && std::any_of(opportunities_.begin(), opportunities_.end(),
                                         [&](const Opportunity& o) { return o.contact == a.answers; });
  }

  bool covers_the_level(const ServiceSpan& service) const {
    if (need_covered(service.kind) < spell_.level) return false;
    if (!any_at_level(service.from, service.to, [](Instant) { return true; })) return false;
    return service.to >= spell_.end || calendar_.working_days_between(std::max(service.from, spell_.start),
                                                                      service.to) >= plan_stands_working_days;
  }

  bool resolves(const ServiceSpan& caf) const {
    const bool held_until_need_fell = caf.from <= spell_.end && caf.to >= spell_.end;
    if (!held_until_need_fell || spell_.end > add_months(caf.from, caf_resolves_within_months)) return false;
    return std::any_of(opportunities_.begin(), opportunities_.end(), [&](const Opportunity& o) {
      return caf.from >= o.at && caf.from <= limit_ends(calendar_, o.at, caf_begins_within_working_days);
    });
  }

  bool answered(const ContactPoint& contact) const {
    return std::any_of(history_.assessments.begin(), history_.assessments.end(),
                       [&](const AssessmentPoint& a) { return would_meet(a, history_, contact.at, rules_); });
  }

  const ChildHistory& history_;
  const Spell& spell_;
  std::span<const Opportunity> opportunities_;
  const AssessmentRules& rules_;
  const WorkingCalendar& calendar_ = WorkingCalendar::england();
};

}  // namespace

const char* id(State state) {
  static constexpr std::array<const char*, state_count> ids = {
      "censored",        "too_short",       "already_in_service", "recognised_first",
      "recognised_late", "resolved_by_caf", "missed_though_told", "never_told"};
  return ids[static_cast<std::size_t>(state)];
}

const char* words(State state) {
  static constexpr std::array<const char*, state_count> all = {"not over before the run's end",
                                                               "under 20 working days",
                                                               "already in service",
                                                               "recognised at the first opportunity",
                                                               "recognised late",
                                                               "resolved by CAF",
                                                               "missed though told",
                                                               "never told"};
  return all[static_cast<std::size_t>(state)];
}

State classify(const ChildHistory& history, const Spell& spell, std::span<const Opportunity> opportunities,
               const AssessmentRules& rules) {
  const Case it{history, spell, opportunities, rules};
  if (it.cannot_be_judged()) return State::censored;
  if (it.is_too_short()) return State::too_short;
  if (!it.told() && it.known_without_a_call()) return State::already_in_service;
  if (it.first_is_met()) return State::recognised_first;
  if (it.known_after_the_first()) return State::recognised_late;
  if (it.resolved_by_caf()) return State::resolved_by_caf;
  if (it.known_without_a_call()) return State::already_in_service;
  return it.told() || it.told_during_a_failed_assessment() ? State::missed_though_told : State::never_told;
}

void Judge::judge(const ChildHistory& history) {
  spells_.clear();
  judged_.clear();
  opportunities_.clear();
  append_spells(history, run_end_, spells_);
  for (const Spell& spell : spells_) {
    const std::size_t first = opportunities_.size();
    append_opportunities(history, spell, rules_, run_end_, opportunities_);
    const std::span<const Opportunity> own{opportunities_.data() + first, opportunities_.size() - first};
    judged_.push_back(
        {spell, classify(history, spell, own, rules_), own.empty() ? spell.start : own.front().at});
  }
}

}  // namespace lscb::measures
