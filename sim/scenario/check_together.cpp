#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "door/returns.h"
#include "scenario/checks.h"

namespace lscb::scenario::detail {
namespace {

using change::Restructure;

/// The run begins two years before the window (MODEL, Start and end).
constexpr int run_in_months = 24;

class Checker {
 public:
  explicit Checker(const Together& together) : together_(together), area_(together.area) {
    for (const spec::Team& team : area_.teams) teams_.push_back(team.id);
    for (const spec::Centre& centre : area_.centres) centres_.push_back(centre.id);
  }

  void names(const ReadChange& read) const {
    if (const std::optional<std::string> team = team_of(read); team && !team->empty()) {
      known(read, "team", *team, teams_);
    }
    if (const std::optional<std::string> centre = centre_of(read)) known(read, "centre", *centre, centres_);
  }

  void dates(const ReadChange& read, std::optional<Interval> window, bool own) const {
    const Instant date = read.change.date;
    if (const auto* restructure = std::get_if<Restructure>(&read.change.effect)) {
      if (restructure->announced > date && read.places.count("announced") > 0) {
        report(read, "announced",
               fmt::format("announced {}, after it goes live on {}", day(restructure->announced), day(date)),
               "an announcement on or before the date");
      }
      if (own && window && restructure->announced < add_months(window->from, -run_in_months) &&
          restructure->announced != Instant{}) {
        report(read, "announced", fmt::format("announced {}", day(restructure->announced)),
               fmt::format("not before the run begins on {}, two years before from",
                           day(add_months(window->from, -run_in_months))));
      }
      if (!own && window && restructure->units > 0 && date < add_months(window->from, -run_in_months)) {
        report(read, "date", fmt::format("units made on {}, before the run begins", day(date)),
               fmt::format("a date from {} on, two years before from: what is earlier is not acted out, and "
                           "there would be no units",
                           day(add_months(window->from, -run_in_months))));
      }
    }
    if (const std::optional<Instant> until = change::until_of(read.change.effect); until && *until <= date) {
      report(read, "until", fmt::format("until {}, not after its date {}", day(*until), day(date)),
             "a later day, the first on which it no longer holds");
    }
    if (window && std::holds_alternative<change::TargetPolicy>(read.change.effect)) {
      // The run begins at no quarter's start, or at one: the first recorded whole comes then.
      const Instant begin = add_months(window->from, -run_in_months);
      const int recorded = door::quarter_of(begin - Minutes{1}) + 1;
      const Instant earliest = door::quarter_begins(recorded + 4);
      const std::optional<Instant> until = change::until_of(read.change.effect);
      if (date < earliest && !(until && *until <= begin)) {
        report(
            read, "date", fmt::format("a target from {}", day(date)),
            fmt::format("a date from {} on: it is measured against the four whole quarters before, and the "
                        "run begins on {}",
                        day(earliest), day(begin)));
      }
    }
    if (own && window && !window->contains(date)) {
      report(read, "date", fmt::format("a change on {}", day(date)),
             fmt::format("a date from {} and before {}, the scenario's own", day(window->from),
                         day(window->to)));
    }
  }

  void contradictions(const std::vector<const ReadChange*>& all) const {
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!contradict(*all[j], *all[i])) continue;
        const change::Origin& other = all[j]->change.origin;
        report(*all[i], "date",
               fmt::format("a second {} of {} on {}; the first is at {}:{}", all[i]->kind, target(*all[i]),
                           day(all[i]->change.date), other.file, other.line),
               "one of the two, or different days");
        break;
      }
    }
  }

  /// A team goes through one restructure at a time, from the first of its stages to the last.
  void stages(const std::vector<const ReadChange*>& all) const {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto* later = restructure_of(*all[i]);
      for (std::size_t j = 0; later != nullptr && j < i; ++j) {
        const auto* first = restructure_of(*all[j]);
        const Instant date = all[i]->change.date;
        if (first == nullptr || date == all[j]->change.date || date > last_stage(*all[j], *first)) continue;
        if (first->team && later->team && *first->team != *later->team) continue;
        if (first->units > 0 && later->teams) continue;  // told by going_back
        int stage = 1;
        while (stage < first->stages && stage_begins(*all[j], *first, stage + 1) <= date) ++stage;
        const bool on_the_day = stage_begins(*all[j], *first, stage) == date;
        report(*all[i], "date",
               fmt::format("a restructure of {} on {}, {} stage {} of the one at {}{}", target(*all[i]),
                           day(date), on_the_day ? "the day of" : "after", stage, written_at(*all[j]),
                           on_the_day ? "" : " and before its last"),
               fmt::format("a day after {}, its last stage", day(last_stage(*all[j], *first))));
        break;
      }
    }
  }

  /// Only units that are there go back, once, and not before the last of them is made.
  void going_back(const std::vector<const ReadChange*>& all) const {
    std::optional<Instant> made;
    bool any = false;
    for (const ReadChange* read : all) {
      const auto* restructure = std::get_if<Restructure>(&read->change.effect);
      if (restructure == nullptr) continue;
      if (restructure->units > 0) {
        any = true;
        made = last_stage(*read, *restructure);
      }
      if (!restructure->teams) continue;
      if (!made) {
        report(*read, "teams",
               any ? "units that go back a second time" : "units that go back, with none made",
               "a restructure with units at an earlier date, that has not been undone");
      } else if (read->change.date <= *made) {
        report(*read, "teams",
               fmt::format("units that go back on {}, before the last is made", day(read->change.date)),
               fmt::format("a date after {}", day(*made)));
      }
      made.reset();
    }
  }

 private:
  static const Restructure* restructure_of(const ReadChange& read) {
    return read.dated ? std::get_if<Restructure>(&read.change.effect) : nullptr;
  }
  static Instant stage_begins(const ReadChange& read, const Restructure& restructure, int stage) {
    return read.change.date + weeks(std::int64_t{stage - 1} * restructure.weeks_between_stages);
  }
  static Instant last_stage(const ReadChange& read, const Restructure& restructure) {
    return stage_begins(read, restructure, restructure.stages);
  }

  /// The team, or the centre, that a change names, of kinds that may name one.
  static std::optional<std::string> team_of(const ReadChange& read) {
    return std::visit(
        [](const auto& kind) -> std::optional<std::string> {
          if constexpr (requires { kind.team; }) {
            return kind.team;
          } else {
            return std::nullopt;
          }
        },
        read.change.effect);
  }
  static std::optional<std::string> centre_of(const ReadChange& read) {
    return std::visit(
        [](const auto& kind) -> std::optional<std::string> {
          if constexpr (requires { kind.centre; }) {
            return kind.centre;
          } else {
            return std::nullopt;
          }
        },
        read.change.effect);
  }

  static std::optional<std::string> heading_of(const ReadChange& read) {
    const auto* cut = std::get_if<change::BudgetCut>(&read.change.effect);
    if (cut == nullptr || !cut->heading) return std::nullopt;
    return spec::id(*cut->heading);
  }

  static std::string target(const ReadChange& read) {
    if (const auto heading = heading_of(read)) return in_quotes(*heading);
    if (const auto team = team_of(read)) return in_quotes(*team);
    if (const auto centre = centre_of(read)) return in_quotes(*centre);
    return std::visit(
        [](const auto& kind) -> std::string {
          if constexpr (requires { kind.team; }) return "every team";
          if constexpr (requires { kind.centre; }) return "every centre";
          if constexpr (requires { kind.heading; }) return "every heading";
          return "the area";
        },
        read.change.effect);
  }

  /// Two changes of one kind on one day cannot both be meant where they concern the same team, centre or
  /// heading, or the whole area. Posts add up, so they never contradict.
  static bool contradict(const ReadChange& a, const ReadChange& b) {
    if (a.kind != b.kind || a.kind == "posts" || a.kind == "centre-management" || !a.dated || !b.dated ||
        a.change.date != b.change.date)
      return false;
    const auto overlap = [](const std::optional<std::string>& one, const std::optional<std::string>& other) {
      return !one || !other || *one == *other;
    };
    return overlap(team_of(a), team_of(b)) && overlap(centre_of(a), centre_of(b)) &&
           overlap(heading_of(a), heading_of(b));
  }

  void known(const ReadChange& read, const char* key, const std::string& name,
             const std::vector<std::string>& names) const {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    report(read, key,
           fmt::format("a change on the {} {}, which {} does not have", key, in_quotes(name), area_.id),
           listed(names), nearest_name(name, names));
  }

  void report(const ReadChange& read, const std::string& key, std::string found, std::string expected,
              std::string suggestion = {}) const {
    together_.report(read, key, std::move(found), std::move(expected), std::move(suggestion));
  }

  const Together& together_;
  const spec::Area& area_;
  std::vector<std::string> teams_;
  std::vector<std::string> centres_;
};

}  // namespace

std::string day(Instant at) {
  const auto date = date_of(at);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string written_at(const ReadChange& read) {
  return fmt::format("{}:{}", read.change.origin.file, read.change.origin.line);
}

void Together::report(const ReadChange& read, const std::string& key, std::string found, std::string expected,
                      std::string suggestion) const {
  const Position at = read.place_of(key);
  problems.push_back({read.change.origin.file, at.line, at.column, std::move(found), std::move(expected),
                      std::move(suggestion)});
}

void check_together(const spec::Area& area, const door::Parameters& parameters,
                    const std::vector<ReadChange>& history, const std::vector<ReadChange>& changes,
                    std::optional<Interval> window, std::vector<Diagnostic>& problems) {
  const Together together{area, problems};
  const Checker checker(together);
  std::vector<const ReadChange*> all;
  for (const ReadChange& read : history) {
    checker.names(read);
    if (read.dated) checker.dates(read, window, false);
    all.push_back(&read);
  }
  for (const ReadChange& read : changes) {
    checker.names(read);
    if (read.dated) checker.dates(read, window, true);
    all.push_back(&read);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const ReadChange* a, const ReadChange* b) { return a->change.date < b->change.date; });
  checker.contradictions(all);
  checker.stages(all);
  checker.going_back(all);
  check_thresholds(together, parameters, all);
  check_centres(together, all);
  check_posts(together, all);
}

}  // namespace lscb::scenario::detail
