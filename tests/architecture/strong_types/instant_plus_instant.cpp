// Two points in time have no sum.
#include "base/time.h"

lscb::Instant moved(lscb::Instant at, lscb::Instant other) {
#ifdef MISTAKE
  return at + other;  // refused
#else
  return at + (other - at);
#endif
}
