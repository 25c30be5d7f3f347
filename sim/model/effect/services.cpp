#include "effect/services.h"

namespace lscb::effect {
namespace {

life::Influence of(double recovery, double prevention, double protection, double delivered) {
  life::Influence influence;
  influence.down_factor = 1.0 + (recovery - 1.0) * delivered;
  influence.up_factor = 1.0 - prevention * delivered;
  influence.protection = protection * delivered;
  return influence;
}

}  // namespace

life::Influence influence(const Parameters& p, const Services& services) {
  if (services.looked_after) {
    life::Influence away = of(p.looked_after_recovery, 0.0, p.looked_after_protection, 1.0);
    away.removed = true;
    return away;
  }
  if (services.protection_delivered > 0.0) {
    return of(p.protection_recovery, p.protection_prevention, p.protection_protection,
              services.protection_delivered);
  }
  if (services.child_in_need_delivered > 0.0) {
    return of(p.child_in_need_recovery, p.child_in_need_prevention, p.child_in_need_protection,
              services.child_in_need_delivered);
  }
  if (services.caf_delivered > 0.0) {
    return of(p.caf_recovery, p.caf_prevention, p.caf_protection, services.caf_delivered);
  }
  return {};
}

}  // namespace lscb::effect
