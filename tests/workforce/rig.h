// A workforce under test: a small area, a calendar that brings its events back, and every notice it gave.
#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "base/working_calendar.h"
#include "kernel/calendar.h"
#include "workforce/workforce.h"

namespace lscb::workforce::test {

/// Office hours of a mean year: with these as productive hours a productive minute is an office minute.
inline double office_hours_a_year() {
  return in_hours(WorkingCalendar::england().office_time_between(at_date(2000, 1, 1), at_date(2028, 1, 1))) /
         28.0;
}

/// Nobody is new, nobody is squeezed: what a test wants otherwise it sets.
inline Parameters calm() {
  Parameters p;
  p.productive_hours_year = office_hours_a_year();
  p.ramp_start = 1.0;
  p.ramp_months = 4.0;
  p.agency_ramp_months = 1.0;
  p.caseload_cap_social_worker = 3;
  p.caseload_cap_practitioner = 3;
  p.caseload_cap_clinician = 3;
  p.caseload_cap_family_support_worker = 3;
  p.leaving_load_from = 2.0;
  p.leaving_load_slope = 0.0;
  p.leaving_load_most = 2.0;
  p.agency_delay_weeks = 3.0;
  p.agency_stay_months = 6.0;
  p.newly_qualified_share = 0.0;
  p.newcomer_experience_years = 5.0;
  p.agency_experience_years = 5.0;
  p.experience_years = 2.0;
  p.newly_qualified_caseload = 1.0;
  p.newly_qualified_time = 0.0;
  p.practice_untrained = 0.3;
  p.practice_hours = 60.0;
  p.leaving_early_years = 2.0;
  p.leaving_early = 1.0;
  p.leaving_later = 1.0;
  p.leaving_missing = 0.0;
  p.leaving_missing_from = 0.0;
  p.leaving_unrest = 0.0;
  p.unrest_months = 12.0;
  p.absence_spells_year = 0.0;
  p.absence_short_days = 4.0;
  p.absence_long_share = 0.1;
  p.absence_long_days = 40.0;
  p.absence_load_slope = 0.0;
  p.absence_unrest = 0.0;
  p.absence_cover_weeks = 3.0;
  p.squeeze_chronology_weeks = 2.0;
  p.squeeze_checks_weeks = 2.5;
  p.squeeze_visit_weeks = 5.0;
  p.squeeze_reflection_weeks = 6.0;
  p.squeeze_slope = 1.5;
  return p;
}

inline spec::Establishment posts(spec::Role role, int count, double vacant = 0.0) {
  spec::Establishment e;
  e.role = role;
  e.posts = count;
  e.vacant_at_start = vacant;
  return e;
}

/// Two teams and a centre in which nobody leaves.
inline spec::Area small_area(int social_workers = 2, double vacant = 0.0) {
  spec::Area area;
  area.teams.resize(2);
  area.teams[0].id = "duty";
  area.teams[0].establishment = {posts(spec::Role::social_worker, social_workers, vacant)};
  area.teams[1].id = "long-term";
  area.teams[1].establishment = {posts(spec::Role::social_worker, 2), posts(spec::Role::practitioner, 2)};
  area.centres.resize(1);
  area.centres[0].id = "north";
  area.centres[0].family_support_posts = 2;
  area.months_to_fill = 4.0;
  area.leaving_per_year = 0.0;
  area.agency_cover = 0.0;
  return area;
}

inline const TeamId duty{0};
inline const TeamId long_term{1};
inline const TeamId north{2};

/// A Monday on which the office is open.
inline Instant monday() {
  return at_date(2011, 6, 6);
}
inline Instant at(int day, int hour, int minute = 0) {
  return monday() + days(day) + Minutes{hour * 60 + minute};
}

inline CaseRef household(std::uint32_t number, int slot = 0) {
  return {HouseholdId{number}, static_cast<CaseSlot>(slot)};
}

inline Task task(Assignee who, Minutes core, std::uint64_t cause, Priority priority = Priority::normal) {
  Task t;
  t.assignee = who;
  t.core = core;
  t.cause = kernel::Cause::root().child(99, cause);
  t.priority = priority;
  t.due = monday() + days(30);
  return t;
}

class Rig {
 public:
  explicit Rig(const Parameters& p = calm(), const spec::Area& area = small_area(),
               std::uint64_t replication = 1, Instant begin = monday())
      : work(p, area, {20110606, replication}, WorkingCalendar::england(), {256, 1024}),
        calendar_(begin.count()) {
    work.start(begin, out);
    drain();
  }

  [[nodiscard]] Instant now() const { return Instant{calendar_.now()}; }

  /// Handles every event up to and at `end`; `after_each` is called between events.
  template <class AfterEach>
  void run_until(Instant end, AfterEach&& after_each) {
    kernel::Fired<Event> fired;
    while (calendar_.next_until(end.count(), fired)) {
      work.handle(fired.event, Instant{fired.at}, out);
      drain();
      after_each();
    }
  }
  void run_until(Instant end) {
    run_until(end, [] {});
  }
  void drain() {
    for (const Scheduled& s : out.events) calendar_.schedule(s.at.count(), s.event);
    for (const Notice& n : out.notices) {
      notices.push_back(n);
      told_at.push_back(now());
    }
    out.clear();
  }

  TaskId add(const Task& t) {
    const TaskId id = work.add(t, now(), out);
    drain();
    return id;
  }
  bool request(CaseRef ref, TeamId team = duty, spec::Role role = spec::Role::social_worker,
               int urgency = 0) {
    const bool held = work.request(ref, team, role, urgency, now(), out);
    drain();
    return held;
  }

  template <class Kind>
  [[nodiscard]] std::vector<Kind> told() const {
    std::vector<Kind> found;
    for (const Notice& n : notices) {
      if (const Kind* kind = std::get_if<Kind>(&n)) found.push_back(*kind);
    }
    return found;
  }

  Workforce work;
  Outbox out;
  std::vector<Notice> notices;
  std::vector<Instant> told_at;  ///< when each of all notices was given, also of those cleared since

 private:
  kernel::Calendar<Event> calendar_;
};

}  // namespace lscb::workforce::test
