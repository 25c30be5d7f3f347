// What an agency has lately seen come of its calls, about whichever family: word goes round in a station or a
// school that calling leads to something, or that it does not.
//
// Thread rule: one replication, one thread.
#pragma once

#include "observe/parameters.h"
#include "spec/area.h"

namespace lscb::observe {

class Repute {
 public:
  /// Every agency begins at `repute_reference`.
  explicit Repute(const Parameters& parameters);

  /// A call of this source led to something, or to nothing. Only agencies have a common memory.
  void learn(spec::Referrer referrer, bool led_to_something);
  /// Share of its recent calls that led to something, 0..1; exponentially weighted over
  /// `repute_memory_calls`.
  [[nodiscard]] double recent(spec::Referrer referrer) const { return recent_[spec::index(referrer)]; }
  /// What it multiplies willingness by: 1 + weight_repute x (recent - reference), 0..2; exactly 1 where it
  /// weighs nothing, and for everybody who is no agency.
  [[nodiscard]] double factor(spec::Referrer referrer) const;

 private:
  spec::ByReferrer<double> recent_{};
  double reference_;
  double weight_;
  double step_;
};

}  // namespace lscb::observe
