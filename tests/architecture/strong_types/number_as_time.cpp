// A plain number has no unit, so it is no length of time.
#include "base/time.h"

lscb::Minutes limit() {
#ifdef MISTAKE
  return 10;  // refused
#else
  return lscb::Minutes{10};
#endif
}
