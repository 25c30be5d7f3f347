// A record written by hand, and a workforce that it answers for.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <utility>
#include <vector>

#include "kernel/calendar.h"
#include "rig.h"
#include "workforce/played.h"

namespace lscb::workforce {

inline constexpr TaskKind assessing{3};
inline constexpr CaseSlot slot{0};
inline constexpr TeamId duty{0};
inline constexpr TeamId centre{2};
inline constexpr PostId first_post{0};
inline constexpr PostId second_post{1};
inline constexpr HouseholdId own{7};  // in the record
inline constexpr HouseholdId other{8};
inline constexpr CaseRef own_case{HouseholdId{0}, slot};
inline const kernel::Cause cause{11};
inline const Instant monday = at_date(2011, 3, 7) + hours(9.0);

inline Task task_at(kernel::Cause by, const Assignee& who) {
  Task task;
  task.kind = assessing;
  task.priority = Priority::normal;
  task.household = HouseholdId{0};
  task.cause = by;
  task.assignee = who;
  task.core = hours(2.0);
  task.parts[index(Part::chronology)] = hours(1.0);
  return task;
}

inline const std::uint32_t pool = Record::pool_of(duty, spec::Role::social_worker);
inline const Assignee in_pool = Assignee::in_pool(duty, spec::Role::social_worker);
inline const Assignee of_case = Assignee::of_case(slot);

/// Done at once by the first post: begun an hour after it was asked, two hours' work in three.
inline RecordedTask recorded(HouseholdId household, kernel::Cause by, Instant added,
                             const Assignee& asked = in_pool, std::uint32_t queue = pool) {
  RecordedTask task;
  task.asked = asked;
  task.core = hours(2.0);
  task.parts[index(Part::chronology)] = hours(1.0);
  task.household = household;
  task.cause = by;
  task.kind = assessing;
  task.priority = Priority::normal;
  task.added = task.queued = added;
  task.started = added + hours(1.0);
  task.finished = added + hours(4.0);
  task.given = hours(2.0);
  task.worker.post = first_post;
  task.worker.role = spec::Role::social_worker;
  task.queue = queue;
  return task;
}

inline RecordedHold held(HouseholdId household, Instant since, Minutes waited, PostId post) {
  RecordedHold hold;
  hold.household = household;
  hold.slot = slot;
  hold.team = duty;
  hold.role = spec::Role::social_worker;
  hold.urgency = 1;
  hold.since = since;
  hold.allocated = since + waited;
  hold.at_once = waited == Minutes{0};
  hold.post = post;
  hold.incumbent = 1;
  return hold;
}

class Against : public testing::Test {
 protected:
  void open(Easing easing = {}) {
    record.close();
    played.emplace(Played::Setting{record, parameters, squeeze, WorkingCalendar::england(), key, own,
                                   kernel::Cause{5}, centre, TeamId{3}, easing});
  }
  /// Brings its events back until then.
  void run(Instant until) {
    keep();
    while (true) {
      auto next = events.end();
      for (auto e = events.begin(); e != events.end(); ++e) {
        if (e->at <= until && (next == events.end() || e->at < next->at)) next = e;
      }
      if (next == events.end()) break;
      const Scheduled due = *next;
      events.erase(next);
      now = due.at;
      played->handle(due.event, now, out);
      keep();
    }
    now = until;
  }
  void keep() {
    events.insert(events.end(), out.events.begin(), out.events.end());
    for (const Notice& notice : out.notices) {
      if (const auto* one = std::get_if<TaskDone>(&notice)) done.push_back(*one);
      if (const auto* one = std::get_if<CaseAllocated>(&notice)) allocated.emplace_back(now, *one);
      if (const auto* one = std::get_if<CaseReleased>(&notice)) taken.emplace_back(now, *one);
    }
    out.clear();
  }
  void ask(const Task& task, Instant at) {
    run(at);
    played->add(task, now, out);
    keep();
  }
  bool request(Instant at) {
    run(at);
    const bool at_once = played->request(own_case, duty, spec::Role::social_worker, 1, now, out);
    keep();
    return at_once;
  }

  Parameters parameters = test::calm();
  Squeeze squeeze{parameters};
  kernel::WorldKey key{3, 0};
  Record record;
  std::optional<Played> played;
  Outbox out;
  Instant now = monday;
  std::vector<Scheduled> events;
  std::vector<TaskDone> done;
  std::vector<std::pair<Instant, CaseAllocated>> allocated;
  std::vector<std::pair<Instant, CaseReleased>> taken;
};

}  // namespace lscb::workforce
