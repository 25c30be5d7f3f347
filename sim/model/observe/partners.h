// Partner agencies' ties to the front door, each its own. A tie is whole (1) or partly broken; a
// reorganisation without consultation breaks a share of it, and people remake it in time. A weak tie makes a
// call less likely, less specific and later, and an answer to a check less complete.
//
// Thread rule: one replication, one thread.
#pragma once

#include "base/time.h"
#include "spec/area.h"

namespace lscb::observe {

[[nodiscard]] bool is_agency(spec::Referrer referrer);

class Partners {
 public:
  /// Breaks `share` (0..1) of the present tie of every agency that is not `spared`, at `at`; what is broken
  /// mends exponentially with a mean of `mend_months`. Relatives, neighbours and the family itself have no
  /// tie to an organisation to lose.
  void break_ties(double share, double mend_months, Instant at, const spec::ByReferrer<bool>& spared = {});

  /// 0..1; 1 is whole. O(1).
  [[nodiscard]] double tie(spec::Referrer referrer, Instant at) const;

 private:
  struct Tie {
    double broken = 0.0;  // at since
    double mend_per_minute = 0.0;
    Instant since;
  };
  spec::ByReferrer<Tie> ties_{};
};

}  // namespace lscb::observe
