// Steps that agencies take for a family, and what stood before those who decided.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "door/screening.h"
#include "kernel/cause.h"
#include "measures/history.h"
#include "pathway/clock.h"
#include "spec/area.h"
#include "trace/branch.h"
#include "trace/kinds.h"

namespace lscb::trace {

/// Somebody has seen it, and may call.
struct Noticed {
  static constexpr const char* name = "noticed";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  spec::Referrer referrer{};
  Child child;
  kernel::Cause incident;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("referrer", referrer);
    v("child", child);
    v("incident", incident);
  }
  friend bool operator==(const Noticed&, const Noticed&) = default;
};

/// No call came of it.
struct Withheld {
  static constexpr const char* name = "withheld";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  spec::Referrer referrer{};
  Silence why{};
  kernel::Cause incident;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("referrer", referrer);
    v("why", why);
    v("incident", incident);
  }
  friend bool operator==(const Withheld&, const Withheld&) = default;
};

/// The call reached the wrong place first, and comes later.
struct Misrouted {
  static constexpr const char* name = "misrouted";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  spec::Referrer referrer{};
  Instant comes_at;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("referrer", referrer);
    v("comes_at", comes_at);
  }
  friend bool operator==(const Misrouted&, const Misrouted&) = default;
};

/// Children's social care is told.
struct Told {
  static constexpr const char* name = "told";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  kernel::Cause contact;  ///< names the call
  spec::Referrer referrer{};
  Children children;     ///< whom it names
  double signal = 0.0;   ///< concern as told, in levels of need
  bool specific = true;  ///< in particulars, not in general terms
  bool emergency = false;
  kernel::Cause incident;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("contact", contact);
    v("referrer", referrer);
    v("children", children);
    v("signal", signal);
    v("specific", specific);
    v("emergency", emergency);
    v("incident", incident);
  }
  friend bool operator==(const Told&, const Told&) = default;
};

/// A decision is weighed: all that stood before who decided, and what the rule made of it.
struct Judged {
  static constexpr const char* name = "judged";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::in_view;
  Stage stage{};
  kernel::Cause about;  ///< the call, or the re-reading
  door::Evidence evidence;
  door::Decider decider;
  door::Thresholds thresholds;  ///< in force
  door::Score score;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("stage", stage);
    v("about", about);
    v("evidence", evidence);
    v("decider", decider);
    v("thresholds", thresholds);
    v("score", score);
  }
  friend bool operator==(const Judged&, const Judged&) = default;
};

/// What becomes of a call.
struct Decided {
  static constexpr const char* name = "decided";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  kernel::Cause contact;
  measures::Route route{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("contact", contact);
    v("route", route);
  }
  friend bool operator==(const Decided&, const Decided&) = default;
};

/// A branch of the pathway is taken.
struct Turn {
  static constexpr const char* name = "turn";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  Branch branch{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("branch", branch);
  }
  friend bool operator==(const Turn&, const Turn&) = default;
};

struct AssessmentBegun {
  static constexpr const char* name = "assessment_begun";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  measures::AssessmentKind kind{};
  Children children;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("kind", kind);
    v("children", children);
  }
  friend bool operator==(const AssessmentBegun&, const AssessmentBegun&) = default;
};

/// What an assessment finds for a child.
struct Found {
  static constexpr const char* name = "found";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  Child child;
  std::uint8_t level = 0;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
    v("level", level);
  }
  friend bool operator==(const Found&, const Found&) = default;
};

struct ServiceBegins {
  static constexpr const char* name = "service_begins";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  Child child;
  measures::ServiceKind kind{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
    v("kind", kind);
  }
  friend bool operator==(const ServiceBegins&, const ServiceBegins&) = default;
};

struct ServiceEnds {
  static constexpr const char* name = "service_ends";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  Child child;
  measures::ServiceKind kind{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
    v("kind", kind);
  }
  friend bool operator==(const ServiceEnds&, const ServiceEnds&) = default;
};

struct ClockStarted {
  static constexpr const char* name = "clock_started";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  pathway::ClockKind kind{};
  Instant from;
  Instant due;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("kind", kind);
    v("from", from);
    v("due", due);
  }
  friend bool operator==(const ClockStarted&, const ClockStarted&) = default;
};

struct ClockEnded {
  static constexpr const char* name = "clock_ended";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::record;
  pathway::ClockKind kind{};
  Ending how{};
  Instant due;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("kind", kind);
    v("how", how);
    v("due", due);
  }
  friend bool operator==(const ClockEnded&, const ClockEnded&) = default;
};

/// A call about an open case passes a threshold, and what it would ask for is in hand already.
struct NothingBegun {
  static constexpr const char* name = "nothing_begun";
  static constexpr Origin origin = Origin::beside;
  static constexpr Lane lane = Lane::record;
  kernel::Cause contact;
  Obstacle why{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("contact", contact);
    v("why", why);
  }
  friend bool operator==(const NothingBegun&, const NothingBegun&) = default;
};

}  // namespace lscb::trace
