// What services actually delivered do to a child's rates. The only way in which services reach the truth.
#pragma once

#include "effect/parameters.h"
#include "life/rates.h"

namespace lscb::effect {

/// What a child receives. `…_delivered`: share of what was due that has come lately, 0..1; 0: none.
struct Services {
  double caf_delivered = 0.0;
  double child_in_need_delivered = 0.0;
  double protection_delivered = 0.0;
  bool looked_after = false;
};

/// The strongest service held acts; they do not add up.
[[nodiscard]] life::Influence influence(const Parameters& parameters, const Services& services);

}  // namespace lscb::effect
