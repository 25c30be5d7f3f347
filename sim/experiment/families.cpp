#include "experiment/families.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "experiment/compare.h"
#include "experiment/family_table.h"
#include "experiment/replications.h"
#include "experiment/summary.h"
#include "kernel/assert.h"

namespace lscb::experiment {
namespace {

/// What stays of one replication.
struct Counted {
  std::vector<std::vector<std::int64_t>> families;  // by filter and design
  double children = 0.0;
  std::int64_t matching = 0;
  std::vector<FoundFamily> first;
};

std::vector<const FamilyFilter*> allowed(std::size_t designs) {
  std::vector<const FamilyFilter*> all;
  for (const FamilyFilter& filter : family_filters()) {
    if (designs == 2 || !filter.needs_two()) all.push_back(&filter);
  }
  return all;
}

bool listed_before(const FoundFamily& a, const FoundFamily& b) {
  if (a.rank != b.rank) return a.rank > b.rank;
  return std::tie(a.key.replication, a.key.family) < std::tie(b.key.replication, b.key.family);
}

void keep_first(std::vector<FoundFamily>& families, int top) {
  std::sort(families.begin(), families.end(), listed_before);
  families.resize(std::min(families.size(), static_cast<std::size_t>(top)));
}

std::vector<FamilyPair> families_of(std::vector<FamilyTable>& tables, Instant until) {
  if (tables.size() == 2) return paired(tables.front(), tables.back(), until);
  std::vector<FamilyPair> alone;
  for (const FamilyFigures& figures : tables.front().families)
    alone.push_back({figures, figures, Instant::never(), Instant::never()});
  return alone;
}

Counted count(std::vector<FamilyTable> tables, kernel::WorldKey key, Interval counted,
              const FamilySearch& search) {
  Counted result;
  const auto filters = allowed(tables.size());
  for (const FamilyFilter* filter : filters)
    result.families.emplace_back(filter->needs_two() ? 1 : tables.size(), 0);
  result.children =
      static_cast<double>(tables.front().child_minutes) / static_cast<double>(counted.length().count());
  const auto pairs = families_of(tables, counted.to);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const FamilyPair& pair = pairs[i];
    for (std::size_t f = 0; f < filters.size(); ++f) {
      auto& families = result.families[f];
      if (filters[f]->needs_two()) {
        families.front() += filters[f]->holds_of_pair(pair);
      } else {
        families.front() += filters[f]->holds(pair.first);
        if (families.size() == 2) families.back() += filters[f]->holds(pair.second);
      }
    }
    if (search.filter == nullptr || !search.filter->matches(pair)) continue;
    ++result.matching;
    const FamilyKey name{key.seed, static_cast<int>(key.replication) + 1, static_cast<std::uint32_t>(i) + 1};
    result.first.push_back({name, pair, search.filter->rank(pair)});
  }
  keep_first(result.first, search.top);
  return result;
}

/// Plays replications and leaves what is counted of each in its place; the outcomes hold nothing.
class Watcher {
 public:
  Watcher(const FamilySearch& search, int replications)
      : search_(search), counted_(static_cast<std::size_t>(replications)) {}

  void operator()(const std::vector<world::Design>& designs, kernel::WorldKey key, Interval counted,
                  world::Together& out) {
    std::vector<FamilyTable> tables;
    for (std::size_t d = 0; d < designs.size(); ++d) {
      out.playing = d;
      tables.push_back(family_table(designs[d], key, counted, designs.size() == 2));
    }
    counted_[key.replication] = count(std::move(tables), key, counted, search_);
    out.outcomes.assign(designs.size(), {});
  }

  [[nodiscard]] std::vector<Counted>& counted() { return counted_; }

 private:
  FamilySearch search_;
  std::vector<Counted> counted_;  // each written by the worker that plays the replication
};

FamilyFrequency frequency(const std::vector<Counted>& counted, std::size_t filter, std::size_t design,
                          StudentT& t) {
  FamilyFrequency result;
  Series series;
  double children = 0.0;
  for (const Counted& one : counted) {
    const std::int64_t families = one.families[filter][design];
    result.families += families;
    result.replications_with += families > 0;
    children += one.children;
    series.push_back(one.children > 0.0 ? std::optional{1e4 * static_cast<double>(families) / one.children}
                                        : std::nullopt);
  }
  result.per_10000 = estimate(series, t);
  keep_within(result.per_10000, 0.0);
  result.few = result.families <= few_families && children > 0.0;
  if (result.few) {
    const auto [low, high] = poisson_interval(result.families, t.confidence());
    result.per_10000.low = low * 1e4 / children;
    result.per_10000.high = high * 1e4 / children;
  }
  return result;
}

Estimate difference(const std::vector<Counted>& counted, std::size_t filter, StudentT& t) {
  Series series;
  for (const Counted& one : counted) {
    const auto& families = one.families[filter];
    series.push_back(one.children > 0.0
                         ? std::optional{1e4 * static_cast<double>(families[1] - families[0]) / one.children}
                         : std::nullopt);
  }
  return estimate(series, t);
}

}  // namespace

std::vector<std::string> objections(const std::vector<world::Design>& designs, const FamilySearch& search,
                                    const Options& options) {
  std::vector<std::string> found = objections(addresses_of(designs), options);
  if (designs.size() == 2 && found.empty()) {
    if (auto mistake = cannot_pair(designs.front(), designs.back())) found.push_back(std::move(*mistake));
  }
  if (designs.size() == 1 && search.filter != nullptr && search.filter->needs_two())
    found.push_back(std::string{search.filter->id} + " needs two scenarios");
  return found;
}

FamiliesResult find_families(const std::vector<world::Design>& designs, const FamilySearch& search,
                             const Options& options, const Hooks& hooks) {
  LSCB_REQUIRE((designs.size() == 1 || designs.size() == 2) && search.top >= 1,
               "families are looked for under one design or two, and one or more are listed");
  refuse(objections(designs, search, options));
  Workload workload = workload_of(options, hooks);
  workload.designs = designs;
  workload.counted = counted_window(designs, options);

  Watcher watcher{search, options.replications};
  const Replications replications{std::move(workload), std::ref(watcher), hooks.progress};
  replications.wait();
  FamiliesResult result{basis_of(replications, options.confidence)};
  for (const world::Design& design : designs) result.scenarios.push_back({design.scenario, design.title});
  result.replications_asked = options.replications;
  result.listed = search.filter;
  std::vector<Counted>& counted = watcher.counted();
  counted.resize(static_cast<std::size_t>(result.replications));

  StudentT t{options.confidence};
  const auto filters = allowed(designs.size());
  for (std::size_t f = 0; f < filters.size(); ++f) {
    FilteredFamilies& one = result.filters.emplace_back();
    one.filter = filters[f];
    const std::size_t sides = filters[f]->needs_two() ? 1 : designs.size();
    for (std::size_t d = 0; d < sides; ++d) one.frequencies.push_back(frequency(counted, f, d, t));
    if (sides == 2) one.difference = difference(counted, f, t);
  }
  for (Counted& one : counted) {
    result.children += one.children / static_cast<double>(counted.size());
    result.matching += one.matching;
    result.families.insert(result.families.end(), one.first.begin(), one.first.end());
  }
  keep_first(result.families, search.top);
  return result;
}

}  // namespace lscb::experiment
