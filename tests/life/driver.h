// Drives a Truth alone through a calendar, with prescribed influences, and keeps what it reports.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "kernel/calendar.h"
#include "life/truth.h"

namespace lscb::life {

/// Something prescribed from outside: an influence on a child, or a dangerous adult sent away.
struct Act {
  Instant at;
  ChildId child;          ///< or
  HouseholdId household;  ///< whose dangerous adult leaves
  Influence influence;
};

struct Seen {
  Instant at;
  Occurrence what;

  friend bool operator==(const Seen& a, const Seen& b) {
    return a.at == b.at && a.what.kind == b.what.kind && a.what.need == b.what.need &&
           a.what.position == b.what.position && a.what.household == b.what.household &&
           a.what.child == b.what.child && a.what.severity == b.what.severity && a.what.rate == b.what.rate &&
           a.what.cause == b.what.cause;
  }
};

class Driver {
 public:
  Driver(const Parameters& parameters, const Setting& setting, kernel::WorldKey key)
      : truth(parameters, setting, key), calendar_(setting.horizon.from.count()), end_(setting.horizon.to) {}
  Driver(const Parameters& parameters, const Setting& setting, kernel::WorldKey key, Population population)
      : truth(parameters, setting, key, std::move(population)),
        calendar_(setting.horizon.from.count()),
        end_(setting.horizon.to) {}

  /// Runs from `begin` to the end of the horizon and returns all occurrences in order. `acts_first`: whether
  /// an act comes before or after the calendar's own events of its minute.
  std::vector<Seen> run(Instant begin, const std::vector<Act>& acts = {}, bool acts_first = false) {
    truth.start(begin, out_);
    deliver(begin);
    const int priority = acts_first ? -1 : 1;
    for (std::size_t i = 0; i < acts.size(); ++i) {
      calendar_.schedule(acts[i].at.count(), {{}, static_cast<std::int32_t>(i)}, priority);
    }
    for (kernel::Fired<Wake> fired; calendar_.next_until(end_.count() - 1, fired);) {
      const Instant now{fired.at};
      ++events_;
      if (fired.event.act < 0) {
        truth.handle(fired.event.life, now, out_);
      } else {
        perform(acts[static_cast<std::size_t>(fired.event.act)], now);
      }
      deliver(now);
    }
    return std::move(seen_);
  }

  /// How many there were, acts with them.
  [[nodiscard]] std::size_t events() const { return events_; }

  Truth truth;

 private:
  struct Wake {
    Event life;
    std::int32_t act = -1;
  };

  void perform(const Act& act, Instant now) {
    if (act.child.valid()) {
      truth.set_influence(act.child, act.influence, now, out_);
    } else {
      truth.remove_dangerous_adult(act.household, now, out_);
    }
  }
  void deliver(Instant now) {
    for (const Scheduled& s : out_.events) calendar_.schedule(s.at.count(), {s.event, -1});
    for (const Occurrence& o : out_.occurrences) seen_.push_back({now, o});
    out_.clear();
  }

  kernel::Calendar<Wake> calendar_;
  Instant end_;
  Outbox out_;
  std::vector<Seen> seen_;
  std::size_t events_ = 0;
};

/// A small area over the years of the shipped scenarios.
inline Setting small_area(double children) {
  Setting setting;
  setting.children = children;
  setting.horizon = {at_date(2008, 1, 1), at_date(2014, 10, 1)};
  return setting;
}

}  // namespace lscb::life
