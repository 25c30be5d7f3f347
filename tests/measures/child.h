#pragma once

#include <cstdint>
#include <vector>

#include "base/time.h"
#include "base/working_calendar.h"
#include "measures/classification.h"
#include "measures/history.h"

namespace lscb::measures {

// The run of every hand-built history, and the window inside it.
inline constexpr Interval test_run{at_date(2009, 1, 1), at_date(2014, 9, 30)};
inline constexpr Interval test_window{at_date(2011, 1, 1), at_date(2014, 1, 1)};

// 09:00 on the n-th working day after Monday 5 September 2011, n >= 0. No bank holiday until day 80.
inline Instant workday(int n) {
  const auto& calendar = WorkingCalendar::england();
  return calendar.deadline(at_date(2011, 9, 5), n) - hours(8);
}

// A history written line by line, in time order.
class Child {
 public:
  explicit Child(Instant born = at_date(2005, 3, 1)) {
    history_.child = ChildId{0};
    history_.household = HouseholdId{0};
    history_.born = born;
    history_.conceived = born - weeks(40);
    history_.leaves = add_months(born, 18 * 12);
  }

  Child& leaves(Instant at) {
    history_.leaves = at;
    return *this;
  }
  Child& lives_in(std::uint16_t catchment, Instant since = Instant::long_ago()) {
    history_.catchment = catchment;
    history_.arrives = since;
    return *this;
  }
  Child& household(std::uint32_t id) {
    history_.household = HouseholdId{id};
    return *this;
  }

  Child& need(Instant from, int level) {
    need_.push_back({from, static_cast<std::uint8_t>(level)});
    return *this;
  }
  // At `level` in [from, to), and at 0 after it.
  Child& in_need(Instant from, Instant to, int level) { return need(from, level).need(to, 0); }

  // A call about something an hour before, that names the child.
  ContactPoint& call(Instant at, Route route) {
    ContactPoint contact;
    contact.contact = next_contact_++;
    contact.incident_at = at - hours(1);
    contact.at = at;
    contact.route = route;
    contacts_.push_back(contact);
    return contacts_.back();
  }

  // An assessment that answers the last call.
  AssessmentPoint& assessed(AssessmentKind kind, Instant begun, Instant completed, int found) {
    return assessed_without_call(kind, begun, completed, found, contacts_.back().contact);
  }
  AssessmentPoint& assessed_without_call(AssessmentKind kind, Instant begun, Instant completed, int found,
                                         std::uint64_t answers = 0) {
    assessments_.push_back({kind, begun, completed, static_cast<std::uint8_t>(found), false, answers});
    return assessments_.back();
  }

  Child& service(ServiceKind kind, Instant from, Instant to = Instant::never()) {
    services_.push_back({kind, from, to, Instant::never()});
    return *this;
  }
  // The last service, a CAF, was taken to social care.
  Child& stepped_up(Instant at) {
    services_.back().stepped_up = at;
    return *this;
  }
  Child& harm(Instant from, double rate) {
    harm_.push_back({from, rate});
    return *this;
  }
  Child& harmed(Instant at) {
    harm_events_.push_back({at});
    return *this;
  }

  // Valid until the child is written to again.
  [[nodiscard]] ChildHistory history() const {
    ChildHistory history = history_;
    history.need = need_;
    history.contacts = contacts_;
    history.assessments = assessments_;
    history.services = services_;
    history.harm = harm_;
    history.harm_events = harm_events_;
    return history;
  }

 private:
  ChildHistory history_;
  std::uint64_t next_contact_ = 1;
  std::vector<NeedPoint> need_;
  std::vector<ContactPoint> contacts_;
  std::vector<AssessmentPoint> assessments_;
  std::vector<ServiceSpan> services_;
  std::vector<HarmPoint> harm_;
  std::vector<HarmEvent> harm_events_;
};

inline Judge judged(const Child& child, AssessmentRules rules = {}) {
  Judge judge{test_run.to, rules};
  judge.judge(child.history());
  return judge;
}

// The state of the child's only spell; none of the real ones if there is not exactly one.
inline State state_of(const Child& child) {
  const Judge judge = judged(child);
  return judge.spells().size() == 1 ? judge.spells().front().state : static_cast<State>(state_count);
}

}  // namespace lscb::measures
