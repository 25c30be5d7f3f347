// Stands for a source file of whichever room it is compiled as.
#include "base/time.h"

#ifdef LIFE_HEADER
#include LIFE_HEADER
#endif

static_assert(lscb::days(1).count() == lscb::minutes_per_day);
