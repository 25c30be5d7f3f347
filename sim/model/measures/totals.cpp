#include "measures/totals.h"

#include <algorithm>
#include <optional>

#include "measures/need_path.h"

namespace lscb::measures {
namespace {

std::int64_t& at_age(ChildYears& years, AgeBand age) {
  return years.by_age[static_cast<std::size_t>(age)];
}

/// A child's missed spells that end in one calendar year.
struct MissedYear {
  int year;
  AgeBand age;
  std::size_t catchment;
  bool told = false;
  std::uint8_t level = 0;
};

void close(const std::optional<MissedYear>& year, Totals& totals) {
  if (!year) return;
  ++at_age(totals.missed, year->age);
  ++at_age(year->told ? totals.missed_though_told : totals.never_told, year->age);
  ++at_age(year->level > spell_need ? totals.protection_missed : totals.help_missed, year->age);
  if (year->catchment >= totals.catchments.size()) return;
  CatchmentCount& there = totals.catchments[year->catchment];
  ++there.missed;
  ++(year->told ? there.missed_though_told : there.never_told);
}

// Time in `stretch` during which a plan at or above `need` was held.
std::int64_t covered_minutes(std::span<const ServiceSpan> services, Interval stretch, std::uint8_t need) {
  Minutes covered;
  Instant counted_to = stretch.from;
  for (const ServiceSpan& service : services) {
    if (service.from >= stretch.to) break;
    if (need_covered(service.kind) < need) continue;
    const Interval held{std::max(service.from, counted_to), std::min(service.to, stretch.to)};
    if (held.from >= held.to) continue;
    covered += held.length();
    counted_to = held.to;
  }
  return covered.count();
}

}  // namespace

std::optional<State> missed_in(const Judge& judge, Interval counted) {
  std::optional<State> missed;
  for (const JudgedSpell& judged : judge.spells()) {
    if (!is_missed(judged.state) || !counted.contains(judged.spell.end)) continue;
    if (!missed || judged.state == State::missed_though_told) missed = judged.state;
  }
  return missed;
}

void add_spells(const ChildHistory& history, const Judge& judge, Interval counted, Totals& totals) {
  std::optional<MissedYear> missed;
  std::optional<int> late_in;
  for (const JudgedSpell& judged : judge.spells()) {
    const Spell& spell = judged.spell;
    const bool overlaps = spell.start < counted.to && spell.end > counted.from;
    if (overlaps) ++totals.spells_in_window;
    if (judged.state == State::censored) {
      if (overlaps) ++totals.spells[static_cast<std::size_t>(State::censored)];
      continue;
    }
    if (!counted.contains(spell.end)) continue;
    ++totals.spells[static_cast<std::size_t>(judged.state)];
    if (spell.start < counted.from) ++totals.spells_begun_before;

    const int year = year_of(spell.end);
    const AgeBand age = age_band(history.born, judged.age_at);
    if (is_missed(judged.state)) {
      if (!missed || missed->year != year) {
        close(missed, totals);
        missed = MissedYear{year, age, history.catchment};
      }
      missed->told = missed->told || judged.state == State::missed_though_told;
      missed->level = std::max(missed->level, spell.level);
    } else if (judged.state == State::recognised_late && late_in != year) {
      late_in = year;
      ++at_age(totals.late, age);
    }
  }
  close(missed, totals);
}

void add_running(const JudgedSpell& judged, Totals& totals) {
  RunningChildren& running = totals.running;
  if (judged.state == State::censored || judged.state == State::too_short) ++running.undecided;
  if (!is_missed(judged.state)) return;
  ++(judged.state == State::missed_though_told ? running.missed_though_told : running.never_told);
  ++(judged.spell.level > spell_need ? running.protection_missed : running.help_missed);
}

void add_presence(const ChildHistory& history, Interval counted, Totals& totals) {
  const Instant from = std::max({history.born, history.arrives, counted.from});
  const Instant to = std::min(history.leaves, counted.to);
  if (from >= to) return;
  const std::int64_t minutes = (to - from).count();
  totals.child_minutes += minutes;
  if (history.catchment < totals.catchments.size()) {
    totals.catchments[history.catchment].child_minutes += minutes;
  }
}

void add_need(const ChildHistory& history, Interval counted, Totals& totals) {
  const Interval window{counted.from, std::min(counted.to, history.leaves)};
  for_each_stretch(history.need, window, [&](Interval stretch, std::uint8_t need) {
    if (need < spell_need) return;
    totals.need_minutes += stretch.length().count();
    totals.unprotected_minutes += stretch.length().count() - covered_minutes(history.services, stretch, need);
  });
}

void add_harm(const ChildHistory& history, Interval counted, Totals& totals) {
  const Instant end = std::min(counted.to, history.leaves);
  for (std::size_t i = 0; i < history.harm.size(); ++i) {
    const Instant next = i + 1 < history.harm.size() ? history.harm[i + 1].at : Instant::never();
    const Interval held{std::max(history.harm[i].at, counted.from), std::min(next, end)};
    if (held.from < held.to) totals.expected_harm += history.harm[i].rate * in_years(held.length());
  }
  for (const HarmEvent& event : history.harm_events) {
    if (counted.contains(event.at)) ++totals.harm_events;
  }
}

void add_first_assessment(const ChildHistory& history, Interval counted, Totals& totals) {
  // One that was never finished, lost or overtaken, assessed nobody.
  const auto finished =
      std::find_if(history.assessments.begin(), history.assessments.end(),
                   [](const AssessmentPoint& a) { return a.completed != Instant::never(); });
  const AssessmentPoint* first = finished == history.assessments.end() ? nullptr : &*finished;
  if (first != nullptr && counted.contains(first->begun)) {
    const auto until =
        std::upper_bound(history.contacts.begin(), history.contacts.end(), first->begun,
                         [](Instant at, const ContactPoint& contact) { return at < contact.at; });
    const auto contacts = static_cast<std::size_t>(until - history.contacts.begin());
    ++totals.first_assessed;
    totals.contacts_before_first += static_cast<std::int64_t>(contacts);
    if (contacts >= many_contacts) ++totals.first_assessed_after_eight;
  }
  if (history.contacts.size() < many_contacts) return;
  const ContactPoint& eighth = history.contacts[many_contacts - 1];
  const bool assessed = first != nullptr && (first->begun <= eighth.at || first->answers == eighth.contact);
  if (counted.contains(eighth.at) && !assessed) ++totals.eight_and_none;
}

void add_early_help(const ChildHistory& history, Interval counted, Totals& totals) {
  for (const ServiceSpan& span : history.services) {
    if (span.kind != ServiceKind::caf) continue;
    const Interval held{std::max(span.from, counted.from), std::min({span.to, counted.to, history.leaves})};
    if (held.from < held.to) {
      for_each_stretch(history.need, held, [&](Interval stretch, std::uint8_t need) {
        if (need >= spell_need) totals.caf_need_minutes += stretch.length().count();
      });
    }
    if (!counted.contains(span.stepped_up) || need_at(history.need, span.stepped_up) < spell_need) continue;
    Instant since = Instant::never();  // when it last came to need 2 or more
    bool in_need = false;
    for (const NeedPoint& point : history.need) {
      if (point.at > span.stepped_up) break;
      if (point.need >= spell_need && !in_need) since = point.at;
      in_need = point.need >= spell_need;
    }
    ++totals.caf_step_ups;
    totals.caf_step_up_minutes += (span.stepped_up - std::max(since, span.from)).count();
  }
}

}  // namespace lscb::measures
