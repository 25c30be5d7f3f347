#include "door/steering.h"

#include "base/numeric.h"

namespace lscb::door {

double steered(double shift, double recorded, double wanted, double baseline, double step, double tolerance,
               double low, double high) {
  if (baseline <= 0.0) return shift;
  const double off = recorded - wanted;
  const double free = tolerance * baseline;
  const double move = off > free ? step : (off < -free ? -step : 0.0);
  return numeric::clamp(shift + move, low, high);
}

Steering::Steering(const Target& target, const Returns& baseline, double tolerance)
    : target_(target), baseline_(baseline), tolerance_(tolerance) {}

void Steering::read(const Returns& recorded) {
  if (target_.section47_reduction) {
    const double wanted = baseline_.enquiries * (1.0 - *target_.section47_reduction);
    section47_shift_ = steered(section47_shift_, recorded.enquiries, wanted, baseline_.enquiries,
                               target_.step, tolerance_, 0.0, widest_shift);
  }
  if (target_.caf_increase) {
    const double wanted = baseline_.cafs * (1.0 + *target_.caf_increase);
    caf_shift_ = steered(caf_shift_, recorded.cafs, wanted, baseline_.cafs, target_.step, tolerance_,
                         -widest_shift, 0.0);
  }
}

}  // namespace lscb::door
