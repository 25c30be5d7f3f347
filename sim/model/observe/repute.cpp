#include "observe/repute.h"

#include "base/numeric.h"
#include "observe/partners.h"

namespace lscb::observe {

Repute::Repute(const Parameters& p)
    : reference_(p.repute_reference), weight_(p.weight_repute), step_(1.0 / p.repute_memory_calls) {
  recent_.fill(reference_);
}

void Repute::learn(spec::Referrer referrer, bool led_to_something) {
  if (!is_agency(referrer)) return;
  double& recent = recent_[spec::index(referrer)];
  recent += step_ * ((led_to_something ? 1.0 : 0.0) - recent);
}

double Repute::factor(spec::Referrer referrer) const {
  if (!is_agency(referrer)) return 1.0;
  return numeric::clamp(1.0 + weight_ * (recent(referrer) - reference_), 0.0, 2.0);
}

}  // namespace lscb::observe
