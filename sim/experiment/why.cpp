#include "experiment/why.h"

#include <numeric>
#include <utility>

#include "experiment/compare.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "measures/catalogue.h"
#include "world/replicate.h"

namespace lscb::experiment {

WhyResult why(const std::vector<world::Design>& designs, const Options& options, const Hooks& hooks) {
  refuse(objections(addresses_of(designs), options));
  Workload work = workload_of(options, hooks);
  work.counted = counted_window(designs, options);
  work.designs = designs;
  work.measures = measures::catalogue().size();
  const Replications replications{std::move(work), world::replicate_with_decisions, hooks.progress};
  replications.wait();

  WhyResult result{basis_of(replications, options.confidence)};
  std::vector<std::size_t> places(designs.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  result.designs = decision_table(replications, places, result.replications, options.confidence);
  return result;
}

}  // namespace lscb::experiment
