// Random histories for the laws of the counting.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "child.h"
#include "measures/history.h"
#include "support/property.h"

namespace lscb::measures {

// A random history, self-consistent as the world's are: calls know of open assessments and plans, assessments
// answer calls or none.
struct RandomChild {
  ChildHistory facts;
  std::vector<NeedPoint> need;
  std::vector<ContactPoint> contacts;
  std::vector<AssessmentPoint> assessments;
  std::vector<ServiceSpan> services;

  [[nodiscard]] ChildHistory history() const {
    ChildHistory h = facts;
    h.need = need;
    h.contacts = contacts;
    h.assessments = assessments;
    h.services = services;
    return h;
  }
};

inline Instant after(Instant at, int most_days) {
  return at + Minutes{*rc::gen::inRange<std::int64_t>(1, most_days * minutes_per_day)};
}

inline AssessmentPoint some_assessment(Instant begun, std::uint64_t answers) {
  AssessmentPoint a;
  a.kind = *rc::gen::element(AssessmentKind::initial, AssessmentKind::core, AssessmentKind::section47);
  a.begun = begun;
  if (*rc::gen::inRange(0, 6) > 0) a.completed = after(begun, 60);
  a.found = *rc::gen::inRange<std::uint8_t>(0, 4);
  a.led_to_core = *rc::gen::arbitrary<bool>();
  a.answers = answers;
  return a;
}

inline void add_services(RandomChild& child) {
  const int count = *rc::gen::inRange(0, 4);
  Instant at = test_run.from;
  for (int i = 0; i < count; ++i) {
    at = after(at, 500);
    const auto kind = *rc::gen::element(ServiceKind::caf, ServiceKind::caf, ServiceKind::child_in_need,
                                        ServiceKind::protection);
    child.services.push_back({kind, at, *rc::gen::arbitrary<bool>() ? after(at, 300) : Instant::never()});
  }
}

inline std::uint8_t covers(const RandomChild& child, Instant at) {
  std::uint8_t need = 0;
  for (const ServiceSpan& s : child.services) {
    if (s.from <= at && at < s.to) need = std::max(need, need_covered(s.kind));
  }
  return need;
}

inline bool assessed_at(const RandomChild& child, Instant at) {
  return std::any_of(child.assessments.begin(), child.assessments.end(),
                     [&](const AssessmentPoint& a) { return a.begun <= at && at < a.completed; });
}

inline void add_contacts(RandomChild& child) {
  const int count = *rc::gen::inRange(0, 9);
  Instant at = test_run.from;
  for (int i = 1; i <= count; ++i) {
    at = after(at, 300);
    ContactPoint c;
    c.contact = static_cast<std::uint64_t>(i);
    c.at = at;
    c.incident_at = at - Minutes{*rc::gen::inRange<std::int64_t>(0, 30 * minutes_per_day)};
    c.route = static_cast<Route>(*rc::gen::inRange(0, 6));
    c.under_assessment = assessed_at(child, at);
    c.plan_covers = covers(child, at);
    c.lost_in_handover = *rc::gen::inRange(0, 8) == 0;
    child.contacts.push_back(c);
    const int what_follows = *rc::gen::inRange(0, 5);
    if (!c.under_assessment && what_follows < 2) {
      child.assessments.push_back(some_assessment(at, what_follows == 0 ? c.contact : 0));
    }
  }
}

inline RandomChild some_child() {
  RandomChild child;
  child.facts.born = at_date(2006, 1, 1);
  child.facts.conceived = child.facts.born - weeks(40);
  child.facts.leaves = *rc::gen::arbitrary<bool>() ? at_date(2024, 1, 1) : after(at_date(2012, 1, 1), 1000);
  Instant at = test_run.from - days(1);
  const int points = *rc::gen::inRange(0, 12);
  for (int i = 0; i < points; ++i) {
    child.need.push_back({at, *rc::gen::inRange<std::uint8_t>(0, 4)});
    at = after(at, *rc::gen::element(20, 60, 400));
  }
  add_services(child);
  add_contacts(child);
  return child;
}

}  // namespace lscb::measures
