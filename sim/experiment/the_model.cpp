#include "experiment/options.h"
#include "world/replicate.h"

namespace lscb::experiment {

Replicator the_model() {
  return world::replicate;
}

}  // namespace lscb::experiment
