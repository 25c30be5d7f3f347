// Steps that come to a family from outside, and what outside it is read on its way.
#pragma once

#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "door/screening.h"
#include "kernel/cause.h"
#include "pathway/work.h"
#include "spec/area.h"
#include "trace/kinds.h"

namespace lscb::trace {

struct WorkDone {
  static constexpr const char* name = "work_done";
  static constexpr Origin origin = Origin::arrives;
  static constexpr Lane lane = Lane::record;
  pathway::Work work{};
  Parts asked{};  ///< that the work has
  Parts done{};   ///< of these, those that were not left out
  spec::Role role{};
  kernel::Cause about;  ///< the call, assessment, plan, visit or review that asked for it
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("work", work);
    v("asked", asked);
    v("done", done);
    v("role", role);
    v("about", about);
  }
  friend bool operator==(const WorkDone&, const WorkDone&) = default;
};

/// Of the work just done.
struct ByWhom {
  static constexpr const char* name = "by_whom";
  static constexpr Origin origin = Origin::beside;
  static constexpr Lane lane = Lane::record;
  PostId post;
  std::uint32_t incumbent = 0;  ///< the n-th of that post
  bool qualified = false;
  bool agency = false;
  Instant in_post_since;
  Instant begun;  ///< first minute of the work
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("post", post);
    v("incumbent", incumbent);
    v("qualified", qualified);
    v("agency", agency);
    v("in_post_since", in_post_since);
    v("begun", begun);
  }
  friend bool operator==(const ByWhom&, const ByWhom&) = default;
};

/// Somebody takes the case up.
struct Allocated {
  static constexpr const char* name = "allocated";
  static constexpr Origin origin = Origin::arrives;
  static constexpr Lane lane = Lane::record;
  Holding place{};
  bool handover = false;  ///< somebody held it before
  Instant waiting_since;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("place", place);
    v("handover", handover);
    v("waiting_since", waiting_since);
  }
  friend bool operator==(const Allocated&, const Allocated&) = default;
};

/// Who held the case has gone, or it was taken from them; it waits until it is allocated again.
struct Released {
  static constexpr const char* name = "released";
  static constexpr Origin origin = Origin::arrives;
  static constexpr Lane lane = Lane::record;
  Holding place{};
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("place", place);
  }
  friend bool operator==(const Released&, const Released&) = default;
};

struct Experience {
  static constexpr const char* name = "experience";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double lacking = 0.0;  ///< of who decides or assesses: 0 experienced .. 1 newly begun
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("lacking", lacking);
  }
  friend bool operator==(const Experience&, const Experience&) = default;
};

struct Backlog {
  static constexpr const char* name = "backlog";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double weeks = 0.0;  ///< of work that waits for who decides
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("weeks", weeks);
  }
  friend bool operator==(const Backlog&, const Backlog&) = default;
};

struct Yardstick {
  static constexpr const char* name = "yardstick";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double levels = 0.0;  ///< mean concern of what the duty team has lately seen
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("levels", levels);
  }
  friend bool operator==(const Yardstick&, const Yardstick&) = default;
};

/// Shifts of thresholds in force.
struct PolicyRead {
  static constexpr const char* name = "policy";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double assessment_shift = 0.0;  ///< levels
  double section47_shift = 0.0;   ///< levels
  double caf_shift = 0.0;         ///< levels
  double downgrade_anchor = 0.0;  ///< levels
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("assessment_shift", assessment_shift);
    v("section47_shift", section47_shift);
    v("caf_shift", caf_shift);
    v("downgrade_anchor", downgrade_anchor);
  }
  friend bool operator==(const PolicyRead&, const PolicyRead&) = default;
};

struct Tie {
  static constexpr const char* name = "tie";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  spec::Referrer referrer{};
  double whole = 0.0;  ///< 0..1: of the working relation with the agency
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("referrer", referrer);
    v("whole", whole);
  }
  friend bool operator==(const Tie&, const Tie&) = default;
};

struct CentreOpen {
  static constexpr const char* name = "centre_open";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double share = 0.0;  ///< of the week that the family's centre is open
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("share", share);
  }
  friend bool operator==(const CentreOpen&, const CentreOpen&) = default;
};

/// As an enquiry begins.
struct CaseHeld {
  static constexpr const char* name = "case_held";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  bool held = false;  ///< by somebody at work
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("held", held);
  }
  friend bool operator==(const CaseHeld&, const CaseHeld&) = default;
};

/// As a review falls due.
struct CaseWaits {
  static constexpr const char* name = "case_waits";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  bool waits = false;  ///< on the list of those that nobody holds
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("waits", waits);
  }
  friend bool operator==(const CaseWaits&, const CaseWaits&) = default;
};

/// Whether the work was thought over, in supervision or in the unit.
struct Reflected {
  static constexpr const char* name = "reflected";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  bool reflected = false;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("reflected", reflected);
  }
  friend bool operator==(const Reflected&, const Reflected&) = default;
};

struct Carried {
  static constexpr const char* name = "carried";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double share = 0.0;  ///< of a handover's loss that the unit spares
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("share", share);
  }
  friend bool operator==(const Carried&, const Carried&) = default;
};

/// Standards of practice in force that the piece of work or the decision asks for; what is not asked is 0.
struct Standards {
  static constexpr const char* name = "standards";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  Standard which{};
  double first = 0.0;
  double second = 0.0;
  double third = 0.0;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("which", which);
    v("first", first);
    v("second", second);
    v("third", third);
  }
  friend bool operator==(const Standards&, const Standards&) = default;
};

struct PublicityRead {
  static constexpr const char* name = "publicity";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  double multiple = 0.0;  ///< of calling
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("multiple", multiple);
  }
  friend bool operator==(const PublicityRead&, const PublicityRead&) = default;
};

/// What a source's recent calls have come to.
struct Repute {
  static constexpr const char* name = "repute";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  spec::Referrer referrer{};
  double factor = 0.0;  ///< of its willingness
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("referrer", referrer);
    v("factor", factor);
  }
  friend bool operator==(const Repute&, const Repute&) = default;
};

/// A share or time that stands for everybody.
struct Arrangement {
  static constexpr const char* name = "arrangement";
  static constexpr Origin origin = Origin::read;
  static constexpr Lane lane = Lane::in_view;
  Arranged which{};
  double value = 0.0;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("which", which);
    v("value", value);
  }
  friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

}  // namespace lscb::trace
