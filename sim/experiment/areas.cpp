#include "experiment/areas.h"

#include <fmt/core.h>

#include <algorithm>
#include <exception>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "experiment/memory.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "kernel/cause.h"

namespace lscb::experiment {
namespace {

constexpr std::uint64_t area_kind = 0x61726561;  // a name for the draw, never to be changed

/// Every area in each replication, the largest first, so that threads end at about the same time.
class Plan {
 public:
  Plan(const std::vector<AreaOfMany>& areas, int replications)
      : areas_(areas), replications_(replications), order_(areas.size()), place_(areas.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return areas[a].designs.front().area.children > areas[b].designs.front().area.children;
    });
    for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = static_cast<int>(i);
  }

  [[nodiscard]] int plays() const { return replications_ * count(); }
  [[nodiscard]] int count() const { return static_cast<int>(areas_.size()); }
  /// The number of a play among all.
  [[nodiscard]] int play(int replication, int area) const {
    return replication * count() + place_[static_cast<std::size_t>(area)];
  }

  void replicate(const Replicator& replicator, kernel::WorldKey play, Interval counted,
                 world::Together& out) const {
    const auto areas = static_cast<std::uint64_t>(count());
    const AreaOfMany& area = areas_[order_[play.replication % areas]];
    const kernel::WorldKey key{seed_of_area(play.seed, area.code), play.replication / areas};
    try {
      replicator(area.designs, key, counted, out);
      give_back_memory();
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("in {}, replication {} under the area's own seed {}: {}",
                                           area.name, key.replication, key.seed, error.what()));
    }
  }

 private:
  const std::vector<AreaOfMany>& areas_;
  int replications_;
  std::vector<std::size_t> order_;  // areas by size
  std::vector<int> place_;          // in that order, by area
};

/// Figures by area, scenario and measure, over the replications that are whole.
class Harvest {
 public:
  Harvest(const Replications& plays, const Plan& plan, int replications)
      : plays_(plays), plan_(plan), replications_(replications) {}

  [[nodiscard]] Series of_area(int area, std::size_t scenario, std::size_t measure) const {
    Series series;
    for (int r = 0; r < replications_; ++r)
      series.push_back(plays_.outcomes(plan_.play(r, area))[scenario].figures[measure]);
    return series;
  }
  /// Summed in the areas' order; undefined where it is in any.
  [[nodiscard]] Series of_all(std::size_t scenario, std::size_t measure) const {
    Series series;
    for (int r = 0; r < replications_; ++r) {
      std::optional<double> sum = 0.0;
      for (int a = 0; a < plan_.count(); ++a) {
        const auto& figure = plays_.outcomes(plan_.play(r, a))[scenario].figures[measure];
        sum = sum && figure ? std::optional(*sum + *figure) : std::nullopt;
      }
      series.push_back(sum);
    }
    return series;
  }

 private:
  const Replications& plays_;
  const Plan& plan_;
  int replications_;
};

Series difference(const Series& alternative, const Series& base) {
  Series out;
  for (std::size_t r = 0; r < base.size(); ++r)
    out.push_back(alternative[r] && base[r] ? std::optional(*alternative[r] - *base[r]) : std::nullopt);
  return out;
}

void add_totals(AreasResult& result, const Harvest& harvest, StudentT& t) {
  for (std::size_t s = 0; s < result.scenarios.size(); ++s) {
    for (std::size_t m = 0; m < result.measures.size(); ++m) {
      Estimate total;
      Estimate from_first;
      if (adds_up(result.measures[m])) {
        const Series all = harvest.of_all(s, m);
        total = estimate(all, t);
        from_first = estimate(difference(all, harvest.of_all(0, m)), t);
        if (total.mean) {
          // The sum of the means as they are told, to the last digit.
          double sum = 0.0;
          for (const auto& area : result.areas) sum += area.scenarios[s][m].mean.value_or(0.0);
          total.mean = sum;
        }
      }
      result.scenarios[s].totals.push_back(total);
      result.scenarios[s].differences.push_back(from_first);
    }
  }
}

std::vector<const world::Design*> designs_of(const std::vector<AreaOfMany>& areas) {
  std::vector<const world::Design*> all;
  for (const auto& area : areas) {
    for (const auto& design : area.designs) all.push_back(&design);
  }
  return all;
}

}  // namespace

std::uint64_t seed_of_area(std::uint64_t seed, std::uint64_t code) {
  return kernel::Cause{seed}.child(area_kind, code).value;
}

bool adds_up(const measures::Measure& measure) {
  constexpr std::string_view a_year = " a year";
  const std::string_view unit = measure.unit;
  if (unit == "children") return true;
  return unit.size() > a_year.size() && unit.substr(unit.size() - a_year.size()) == a_year;
}

std::vector<std::string> objections(const std::vector<AreaOfMany>& areas, const Options& options) {
  Options enough = options;
  if (options.replications == 1) enough.replications = 2;
  std::vector<std::string> found = objections(designs_of(areas), enough);
  if (areas.empty()) found.emplace_back("no area to run");
  return found;
}

AreasResult run_areas(const std::vector<AreaOfMany>& areas, const Options& options, const Hooks& hooks,
                      const Replicator& replicator, const std::vector<measures::Measure>& catalogue) {
  refuse(objections(areas, options));
  const Plan plan{areas, options.replications};
  const auto& designs = areas.front().designs;
  Workload workload = workload_of(options, hooks);
  workload.designs = designs;
  workload.counted = {options.from.value_or(designs.front().window.from),
                      options.to.value_or(designs.front().window.to)};
  workload.replications = plan.plays();
  workload.measures = catalogue.size();

  AreasResult result;
  result.seed = options.seed;
  result.replications_asked = options.replications;
  result.confidence = options.confidence;
  result.counted = workload.counted;
  result.measures = catalogue;
  const Replications plays{std::move(workload),
                           [&](const std::vector<world::Design>&, kernel::WorldKey play, Interval counted,
                               world::Together& out) { plan.replicate(replicator, play, counted, out); },
                           hooks.progress};
  plays.wait();
  result.replications = plays.done_from_first() / plan.count();

  StudentT t{options.confidence};
  const Harvest harvest{plays, plan, result.replications};
  for (const auto& design : designs) result.scenarios.push_back({design.scenario, design.title, {}, {}});
  for (int a = 0; a < plan.count(); ++a) {
    const AreaOfMany& area = areas[static_cast<std::size_t>(a)];
    auto& out = result.areas.emplace_back(
        AreasResult::Area{area.code, area.name, area.designs.front().area.children, {}});
    for (std::size_t s = 0; s < designs.size(); ++s) {
      Estimates& estimates = out.scenarios.emplace_back();
      for (std::size_t m = 0; m < catalogue.size(); ++m)
        estimates.push_back(estimate(harvest.of_area(a, s, m), t));
    }
  }
  add_totals(result, harvest, t);
  return result;
}

}  // namespace lscb::experiment
