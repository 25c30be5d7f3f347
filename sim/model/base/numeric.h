// The one door to transcendental functions on a replication's path (ARCHITECTURE, Determinism): if a
// platform's library ever differs in a last bit, this is the place to mend.
#pragma once

#include <cmath>

namespace lscb::numeric {

inline double exp(double x) {
  return std::exp(x);
}
inline double log(double x) {
  return std::log(x);
}
inline double pow(double base, double exponent) {
  return std::pow(base, exponent);
}

inline double clamp(double x, double low, double high) {
  return x < low ? low : (x > high ? high : x);
}

}  // namespace lscb::numeric
