// The shipped parameters with everything rare made common, so that a small area shows it.
#pragma once

#include "life_parameters.h"

namespace lscb::life {

inline Parameters lively_parameters() {
  Parameters p = shipped_parameters();
  for (double& rate : p.need_up) rate *= 3.0;
  for (double& rate : p.harms) rate = rate * 200.0 + 0.05;
  p.crises *= 10.0;
  p.adult_arrives *= 20.0;
  return p;
}

}  // namespace lscb::life
