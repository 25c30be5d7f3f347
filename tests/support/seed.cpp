#include "support/seed.h"

#include <cstdlib>

namespace lscb::proof {

std::uint64_t seed_of(const std::string& name) {
  const char* const fresh = std::getenv("LSCB_FRESH_SEED");
  return fnv1a(fresh != nullptr ? name + "@" + fresh : name);
}

}  // namespace lscb::proof
