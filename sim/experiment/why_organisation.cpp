#include "experiment/why_organisation.h"

#include <utility>

#include "experiment/compare.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "measures/catalogue.h"

namespace lscb::experiment {
namespace {

/// Where each design's own run and its seven restored ones stand among the designs that are run: a group at
/// its reference stands where the design does.
struct Places {
  std::size_t as_it_was = 0;
  std::array<std::size_t, group_count> restored{};
};

class Summing {
 public:
  Summing(const Replications& replications, int done, double confidence)
      : replications_(replications),
        done_(done),
        single_(confidence),
        together_(simultaneous_level(confidence, group_count)) {
    for (std::size_t f = 0; f < missed_ids.size(); ++f) measures_[f] = *measures::find(missed_ids[f]);
  }

  OrganisationOfDesign of(const std::vector<Places>& places, std::size_t d) {
    const Places& own = places[d];
    const world::Design& design = replications_.workload().designs[own.as_it_was];
    OrganisationOfDesign result;
    result.scenario = design.scenario;
    result.title = design.title;
    for (std::size_t f = 0; f < missed_ids.size(); ++f) {
      result.missed[f] = estimate(figure(own.as_it_was, f), single_);
      for (std::size_t g = 0; g < group_count; ++g) {
        ButFor& but_for = result.groups[g];
        const Series effect = effect_of(own, g, f);
        but_for.group = all_groups[g];
        but_for.at_reference = own.restored[g] == own.as_it_was;
        but_for.difference[f] = estimate(effect, together_);
        if (d > 0)
          but_for.beyond_first[f] = estimate(apart(effect_of(places.front(), g, f), effect), together_);
      }
    }
    return result;
  }

 private:
  [[nodiscard]] Series figure(std::size_t design, std::size_t f) const {
    return series(replications_, design, measures_[f], done_);
  }
  [[nodiscard]] Series effect_of(const Places& places, std::size_t g, std::size_t f) const {
    return apart(figure(places.as_it_was, f), figure(places.restored[g], f));
  }

  const Replications& replications_;
  const int done_;
  StudentT single_;
  StudentT together_;
  std::array<std::size_t, missed_ids.size()> measures_{};
};

}  // namespace

WhyOrganisation why_organisation(const std::vector<world::Design>& designs, const Options& options,
                                 const Hooks& hooks, const Replicator& replicator) {
  refuse(objections(addresses_of(designs), options));
  Workload work = workload_of(options, hooks);
  work.counted = counted_window(designs, options);
  std::vector<Places> places;
  for (const auto& design : designs) {
    Places& own = places.emplace_back();
    own.as_it_was = work.designs.size();
    work.designs.push_back(design);
    for (std::size_t g = 0; g < group_count; ++g) {
      const bool nothing = at_reference(design, all_groups[g]);
      own.restored[g] = nothing ? own.as_it_was : work.designs.size();
      if (nothing) continue;
      world::Design& other = work.designs.emplace_back(restored(design, all_groups[g]));
      other.scenario += std::string(" with ") + id(all_groups[g]) + " restored";  // as a failure names it
    }
  }
  work.measures = measures::catalogue().size();
  const Replications replications{std::move(work), replicator, hooks.progress};
  replications.wait();

  WhyOrganisation result{basis_of(replications, options.confidence)};
  Summing summing{replications, result.replications, options.confidence};
  for (std::size_t d = 0; d < designs.size(); ++d) result.designs.push_back(summing.of(places, d));
  return result;
}

}  // namespace lscb::experiment
