// One family's life worked out the slow way: every point of the field drawn at once, put in order, and tried
// one by one against rates computed afresh. What Truth must agree with, though it reads only what it needs.
#pragma once

#include <vector>

#include "driver.h"

namespace lscb::life {

/// What happened in the family, acts prescribed. `acts` in order of time, of this family only.
std::vector<Seen> eager_life(const Parameters& parameters, const Setting& setting, kernel::WorldKey key,
                             const Population& population, HouseholdId household, Instant begin,
                             const std::vector<Act>& acts);

/// The occurrences of one family, in an order that does not depend on how they were worked out.
std::vector<Seen> of_family(const std::vector<Seen>& seen, HouseholdId household);

}  // namespace lscb::life
