// Money never becomes hours.
#include "base/money.h"
#include "base/time.h"

lscb::Minutes total(lscb::Minutes worked, lscb::Minutes travelled, lscb::Pence paid) {
#ifdef MISTAKE
  return worked + paid;  // refused
#else
  return paid > lscb::Pence{0} ? worked + travelled : worked;
#endif
}
