#include <utility>

#include "experiment/options.h"
#include "world/replicate.h"

namespace lscb::experiment {

Replicator the_model() {
  return world::replicate_together;
}

Replicator each_alone(OneReplicator one) {
  return [one = std::move(one)](const std::vector<world::Design>& designs, kernel::WorldKey key,
                                Interval counted, world::Together& out) {
    out.outcomes.clear();
    for (out.playing = 0; out.playing < designs.size(); ++out.playing) {
      out.outcomes.push_back(one(designs[out.playing], key, counted));
    }
  };
}

}  // namespace lscb::experiment
