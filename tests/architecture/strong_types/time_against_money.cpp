// Minutes are neither more nor fewer than pence.
#include "base/money.h"
#include "base/time.h"

bool exceeds(lscb::Minutes spent, lscb::Minutes allowed, lscb::Pence budget) {
#ifdef MISTAKE
  return spent > budget;  // refused
#else
  return budget > lscb::Pence{0} && spent > allowed;
#endif
}
