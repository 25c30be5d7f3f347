#include "door/yardstick.h"

namespace lscb::door {

Yardstick::Yardstick(const Parameters& parameters)
    : level_(parameters.norm_reference), step_(1.0 / parameters.norm_memory_contacts) {}

void Yardstick::see(double concern) {
  level_ += step_ * (concern - level_);
}

void Yardstick::return_towards(double reference, double share) {
  level_ += share * (reference - level_);
}

}  // namespace lscb::door
