#include "report/course_words.h"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "report/course_sentences.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Course;
using trace::Lane;

struct DraftEntry {
  Instant at;
  std::vector<Draft> drafts;
  std::size_t first_step = 0;
  std::size_t end_step = 0;
  [[nodiscard]] bool routine() const {
    return std::all_of(drafts.begin(), drafts.end(), [](const Draft& d) { return d.routine; });
  }
};

/// In the trace the clock of a decision ends as the decision is being taken, before it is told: here, of one
/// minute, behind the decision that ends it.
void put_clocks_behind_decisions(std::vector<Draft>& drafts) {
  for (std::size_t i = drafts.size(); i-- > 0;) {
    if (!drafts[i].ends_with_decision) continue;
    const auto clock = drafts.begin() + static_cast<std::ptrdiff_t>(i);
    const auto decision = std::find_if(clock, drafts.end(), [](const Draft& d) { return d.decides_call; });
    if (decision != drafts.end()) std::rotate(clock, clock + 1, decision + 1);
  }
}

std::vector<DraftEntry> drafts_of(const Course& course) {
  std::vector<DraftEntry> entries;
  for (std::size_t i = 0; i < course.steps.size(); ++i) {
    std::vector<Draft> drafts = sentences_of(course, i);
    if (drafts.empty()) continue;
    if (entries.empty() || entries.back().at != course.steps[i].at)
      entries.push_back({course.steps[i].at, {}, i, i + 1});
    DraftEntry& entry = entries.back();
    entry.end_step = i + 1;
    for (Draft& draft : drafts) {
      const auto same = std::find_if(entry.drafts.begin(), entry.drafts.end(), [&](const Draft& d) {
        return d.lane == draft.lane && d.before == draft.before && d.after == draft.after;
      });
      if (same == entry.drafts.end()) {
        entry.drafts.push_back(std::move(draft));
      } else {
        same->children.bits = static_cast<std::uint8_t>(same->children.bits | draft.children.bits);
      }
    }
  }
  for (DraftEntry& entry : entries) put_clocks_behind_decisions(entry.drafts);
  return entries;
}

Entry finished(const Course& course, const DraftEntry& entry) {
  Entry out{entry.at, entry.at, {}, entry.first_step, entry.end_step};
  for (const Draft& d : entry.drafts) {
    out.sentences.push_back({d.lane, in_words(course, d, entry.at), d.of_clock});
  }
  return out;
}

std::string times_in_words(int count) {
  if (count == 1) return "once";
  return count == 2 ? "twice" : fmt::format("{} times", count);
}

Entry together(const std::vector<DraftEntry>& entries, std::size_t from, std::size_t to) {
  Entry out{entries[from].at, entries[to - 1].at, {}, entries[from].first_step, entries[to - 1].end_step};
  std::vector<std::pair<std::string, int>> counts;
  for (std::size_t i = from; i < to; ++i) {
    for (const Draft& d : entries[i].drafts) {
      const auto known = std::find_if(counts.begin(), counts.end(),
                                      [&](const auto& count) { return count.first == d.summary; });
      if (known == counts.end()) {
        counts.emplace_back(d.summary, 1);
      } else {
        ++known->second;
      }
    }
  }
  std::vector<std::string> parts;
  parts.reserve(counts.size());
  for (const auto& [what, count] : counts)
    parts.push_back(fmt::format("{}, {}", what, times_in_words(count)));
  out.sentences.push_back(
      {Lane::record, fmt::format("Until {}: {}.", date_in_words(out.to), fmt::join(parts, "; ")), false});
  return out;
}

}  // namespace

std::vector<Entry> entries_of(const Course& course, std::optional<std::size_t> parting) {
  const std::vector<DraftEntry> drafts = drafts_of(course);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < drafts.size();) {
    std::size_t end = i;
    const auto parts_here = [&](const DraftEntry& entry) {
      return parting && end > i && drafts[end - 1].end_step <= *parting && *parting < entry.end_step;
    };
    while (end < drafts.size() && drafts[end].routine() && !parts_here(drafts[end])) ++end;
    if (end > i + 1) {
      entries.push_back(together(drafts, i, end));
      i = end;
    } else {
      entries.push_back(finished(course, drafts[i++]));
    }
  }
  return entries;
}

namespace {

/// What has become of a call up to where the course is read.
struct CallFate {
  std::optional<measures::Route> route;  ///< of its last decision: a challenge can decide it again
  bool led_on = false;                   ///< about an open case: more was begun on it
};

void count(CourseSums& sums, const CallFate& call) {
  using measures::Route;
  ++sums.told;
  if (!call.route) {
    ++sums.undecided;
    return;
  }
  switch (*call.route) {
    case Route::no_further_action:
    case Route::information_and_advice:
      ++sums.turned_away;
      break;
    case Route::caf:
      ++sums.to_caf;
      break;
    case Route::assessment:
    case Route::strategy_discussion:
      ++sums.taken_up;
      break;
    case Route::existing_case:
      ++(call.led_on ? sums.open_case_led_on : sums.open_case_nothing);
      break;
  }
}

}  // namespace

CourseSums sums_of(const Course& course) {
  CourseSums sums;
  Instant last_found = Instant::never();
  std::map<std::uint64_t, CallFate> calls;
  CallFate* last_decided = nullptr;
  Instant decided_at;
  for (const trace::Step& step : course.steps) {
    if (const auto* told = std::get_if<trace::Told>(&step.what)) calls[told->contact.value];
    if (std::get_if<trace::Withheld>(&step.what) != nullptr) ++sums.not_told;
    if (std::get_if<trace::Incident>(&step.what) != nullptr) ++sums.incidents;
    if (std::get_if<trace::Noticed>(&step.what) != nullptr) ++sums.noticed;
    if (const auto* turn = std::get_if<trace::Turn>(&step.what)) {
      if (turn->branch == trace::Branch::visit_missed) ++sums.missed;
      if (turn->branch == trace::Branch::dropped_at_handover) ++sums.dropped;
    }
    if (std::get_if<trace::Harm>(&step.what) != nullptr) ++sums.harms;
    if (const auto* decided = std::get_if<trace::Decided>(&step.what)) {
      const auto call = calls.find(decided->contact.value);
      last_decided = call != calls.end() ? &call->second : nullptr;
      decided_at = step.at;
      if (last_decided != nullptr) *last_decided = {decided->route, false};
    }
    // What is begun on a call about an open case is begun in the same minute.
    if (std::get_if<trace::AssessmentBegun>(&step.what) != nullptr && last_decided != nullptr &&
        step.at == decided_at)
      last_decided->led_on = true;
    if (std::get_if<trace::Found>(&step.what) != nullptr && step.at != last_found) {
      ++sums.assessments;  // one assessment finds for all its children at once
      last_found = step.at;
    }
  }
  for (const auto& [contact, call] : calls) count(sums, call);
  return sums;
}

std::string child_in_words(const Course& course, int position, Instant at) {
  std::string name = fmt::format("child {}", position + 1);
  if (static_cast<std::size_t>(position) >= course.children.size()) return name;
  const Instant born = course.children[static_cast<std::size_t>(position)].born;
  if (at < born) return name + " (unborn)";
  int months = static_cast<int>(in_days(at - born) / 28.0);
  while (add_months(born, months) > at) --months;  // by the calendar: of age on the birthday
  if (months == 0) return name + " (newborn)";
  if (months < 12) return fmt::format("{} ({} month{})", name, months, months == 1 ? "" : "s");
  return fmt::format("{} (aged {})", name, months / 12);
}

const char* words(ClockLine::Fate fate) {
  static constexpr std::array<const char*, 7> all = {"met",
                                                     "breached: done late",
                                                     "no longer due",
                                                     "breached: overdue, then no longer due",
                                                     "breached: dropped, nobody will do it",
                                                     "still runs",
                                                     "breached: overdue, still runs"};
  return all[static_cast<std::size_t>(fate)];
}

bool breached(ClockLine::Fate fate) {
  using Fate = ClockLine::Fate;
  return fate == Fate::late || fate == Fate::lapsed_late || fate == Fate::lost || fate == Fate::overdue;
}

std::vector<ClockLine> clocks_of(const Course& course) {
  std::vector<ClockLine> clocks;
  std::vector<std::pair<pathway::ClockKind, bool>> open;  // by place in clocks
  for (const trace::Step& step : course.steps) {
    if (const auto* started = std::get_if<trace::ClockStarted>(&step.what)) {
      clocks.push_back({clock_in_words(started->kind), started->from, started->due, Instant::never(),
                        started->due < course.run.to ? ClockLine::Fate::overdue : ClockLine::Fate::running});
      open.emplace_back(started->kind, true);
    } else if (const auto* ended = std::get_if<trace::ClockEnded>(&step.what)) {
      for (std::size_t i = 0; i < clocks.size(); ++i) {
        if (!open[i].second || open[i].first != ended->kind || clocks[i].due != ended->due) continue;
        open[i].second = false;
        clocks[i].ended = step.at;
        switch (ended->how) {
          case trace::Ending::done:
            clocks[i].fate = step.at <= ended->due ? ClockLine::Fate::met : ClockLine::Fate::late;
            break;
          case trace::Ending::lapsed:
            clocks[i].fate = step.at <= ended->due ? ClockLine::Fate::lapsed : ClockLine::Fate::lapsed_late;
            break;
          case trace::Ending::lost:
            clocks[i].fate = ClockLine::Fate::lost;
            break;
        }
        break;
      }
    }
  }
  return clocks;
}

const char* no_clock() {
  return "No statutory clock was ever started for this family.";
}

std::string child_at_end(const Course& course, int position) {
  const auto child = trace::Child{static_cast<std::uint8_t>(position)};
  const experiment::ChildOfCourse& facts = course.children[static_cast<std::size_t>(position)];
  if (facts.leaves < course.run.to) {
    return fmt::format("child {}: {} on {}.", position + 1,
                       facts.leaves - facts.born >= years(18) - days(1) ? "turned eighteen" : "moved away",
                       date_in_words(facts.leaves));
  }
  int need = 0;
  std::array<int, 4> held{};
  for (const trace::Step& step : course.steps) {
    if (const auto* n = std::get_if<trace::Need>(&step.what); n != nullptr && n->child == child)
      need = n->level;
    if (const auto* s = std::get_if<trace::ServiceBegins>(&step.what); s != nullptr && s->child == child)
      ++held[static_cast<std::size_t>(s->kind)];
    if (const auto* s = std::get_if<trace::ServiceEnds>(&step.what); s != nullptr && s->child == child)
      --held[static_cast<std::size_t>(s->kind)];
  }
  std::vector<std::string> services;
  for (std::size_t k = 0; k < held.size(); ++k) {
    if (held[k] > 0) services.emplace_back(service_in_words(static_cast<measures::ServiceKind>(k)));
  }
  return fmt::format("{} at the end: need {}, {}.", child_in_words(course, position, course.run.to),
                     need_in_words(need), services.empty() ? "no CAF and no plan" : joined(services));
}

namespace {

/// "12 days", "14 months".
std::string time_after(Minutes span) {
  const auto whole_days = static_cast<int>(in_days(span));
  if (whole_days == 1) return "1 day";
  if (whole_days <= 60) return fmt::format("{} days", whole_days);
  return fmt::format("{} months", static_cast<int>(in_days(span) / 30.4));
}

/// When the first call that could have led to an assessment came.
std::string first_call_after(const measures::JudgedSpell& judged, Instant run_from) {
  const bool was_there = judged.spell.start <= run_from;
  const Instant from = was_there ? run_from : judged.spell.start;
  if (judged.age_at - from < days(1))
    return was_there ? "on the first day of the run" : "on the day the need began";
  return fmt::format("{} after {}", time_after(judged.age_at - from),
                     was_there ? "the run began" : "the need began");
}

/// What the state's name means, a sentence without a full stop.
std::string meaning(const measures::JudgedSpell& judged, Instant run_from) {
  using measures::State;
  switch (judged.state) {
    case State::censored:
      return "It is not counted: it, or the time in which it can be found, goes on beyond the run";
    case State::too_short:
      return "It is too short to be counted";
    case State::already_in_service:
      return "An assessment or a plan met the need, and took no call for it";
    case State::recognised_first:
      return fmt::format("The first call that could lead to an assessment of the need did; it came {}",
                         first_call_after(judged, run_from));
    case State::recognised_late:
      return fmt::format(
          "The first call that could have led to an assessment in time came {}, and did not; the need was "
          "found later",
          first_call_after(judged, run_from));
    case State::resolved_by_caf:
      return "No assessment found the need in time, and it fell with a CAF";
    case State::missed_though_told:
      return "Social care was told, and no assessment found the need before it ended";
    case State::never_told:
      break;
  }
  return "No call came that could have led to an assessment of the need";
}

}  // namespace

std::vector<std::string> spells_in_words(const Course& course, int position) {
  std::vector<std::string> all;
  const experiment::ChildOfCourse& child = course.children[static_cast<std::size_t>(position)];
  all.reserve(child.spells.size());
  for (const measures::JudgedSpell& judged : child.spells) {
    all.push_back(fmt::format("in need from {} to {}, at its highest {}: {}. {}",
                              date_in_words(judged.spell.start), date_in_words(judged.spell.end),
                              need_in_words(judged.spell.level), measures::words(judged.state),
                              meaning(judged, course.run.from)));
  }
  return all;
}

}  // namespace lscb::report
