// A household cannot stand where a child should.
#include "base/ids.h"

bool assessed(lscb::ChildId child);

bool ask(lscb::HouseholdId household, lscb::ChildId child) {
#ifdef MISTAKE
  return household.valid() && assessed(household);  // refused
#else
  return household.valid() && assessed(child);
#endif
}
