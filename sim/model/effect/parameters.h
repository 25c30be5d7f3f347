#pragma once

#include "spec/parameter.h"

namespace lscb::effect {

/// What a service does when it is actually delivered. Values and sources: scenarios/parameters/effect.toml.
struct Parameters {
  double caf_recovery = spec::unset;
  double caf_prevention = spec::unset;
  double caf_protection = spec::unset;
  double child_in_need_recovery = spec::unset;
  double child_in_need_prevention = spec::unset;
  double child_in_need_protection = spec::unset;
  double protection_recovery = spec::unset;
  double protection_prevention = spec::unset;
  double protection_protection = spec::unset;
  double looked_after_recovery = spec::unset;
  double looked_after_protection = spec::unset;
  double delivery_memory_visits = spec::unset;

  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    v("effect.caf_recovery", "factor", self.caf_recovery);
    v("effect.caf_prevention", "share", self.caf_prevention);
    v("effect.caf_protection", "share", self.caf_protection);
    v("effect.child_in_need_recovery", "factor", self.child_in_need_recovery);
    v("effect.child_in_need_prevention", "share", self.child_in_need_prevention);
    v("effect.child_in_need_protection", "share", self.child_in_need_protection);
    v("effect.protection_recovery", "factor", self.protection_recovery);
    v("effect.protection_prevention", "share", self.protection_prevention);
    v("effect.protection_protection", "share", self.protection_protection);
    v("effect.looked_after_recovery", "factor", self.looked_after_recovery);
    v("effect.looked_after_protection", "share", self.looked_after_protection);
    v("effect.delivery_memory_visits", "visits", self.delivery_memory_visits);
  }
};

}  // namespace lscb::effect
