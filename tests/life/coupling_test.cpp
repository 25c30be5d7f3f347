// Monotone coupling: under prescribed influences, lower rates of rising, higher rates of falling and more
// protection never raise a child's need at any time, nor add a harm, in the same world.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "driver.h"
#include "lively.h"
#include "support/property.h"

namespace lscb::life {
namespace {

struct Pair {
  std::vector<Act> better, worse;
};

// At each moment the better life's influence is at least as good as the worse one's.
Pair any_pair(const Population& population, Interval horizon) {
  Pair pair;
  const auto any_instant = [&] {
    return Instant{*rc::gen::inRange(horizon.from.count() + 1, horizon.to.count())};
  };
  const auto share = [] { return *rc::gen::inRange(0, 11) / 10.0; };
  for (std::size_t i = 0; i < population.children().size(); ++i) {
    const int changes = *rc::gen::inRange(0, 4);
    for (int n = 0; n < changes; ++n) {
      Act better, worse;
      better.at = worse.at = any_instant();
      better.child = worse.child = ChildId{static_cast<ChildId::Value>(i)};
      worse.influence = {share(), 1.0 + 2.0 * share(), share(), *rc::gen::inRange(0, 4) == 0};
      better.influence = {worse.influence.up_factor * share(), worse.influence.down_factor + 3.0 * share(),
                          std::max(worse.influence.protection, share()),
                          worse.influence.removed || *rc::gen::inRange(0, 4) == 0};
      pair.better.push_back(better);
      pair.worse.push_back(worse);
    }
  }
  for (std::size_t h = 0; h < population.households().size(); ++h) {
    if (*rc::gen::inRange(0, 2) == 0) continue;
    Act act;
    act.at = any_instant();
    act.household = HouseholdId{static_cast<HouseholdId::Value>(h)};
    pair.better.push_back(act);
    if (*rc::gen::arbitrary<bool>()) pair.worse.push_back(act);
  }
  const auto by_time = [](const Act& a, const Act& b) { return a.at < b.at; };
  std::stable_sort(pair.better.begin(), pair.better.end(), by_time);
  std::stable_sort(pair.worse.begin(), pair.worse.end(), by_time);
  return pair;
}

struct Life {
  std::map<ChildId, std::map<Instant, int>> need;     // from then on, at the end of the minute
  std::map<ChildId, std::map<Instant, double>> harm;  // rate, likewise
  std::set<std::uint64_t> harms;                      // by cause
};

Life life_of(const std::vector<Seen>& seen, const Population& population) {
  Life life;
  const auto leave = [&](ChildId child, Instant at) {
    life.need[child][at] = 0;
    life.harm[child][at] = 0.0;
  };
  for (const Seen& s : seen) {
    const Occurrence& o = s.what;
    if (o.kind == Occurrence::Kind::need_changed) life.need[o.child][s.at] = o.need;
    if (o.kind == Occurrence::Kind::harm_rate_changed) life.harm[o.child][s.at] = o.rate;
    if (o.kind == Occurrence::Kind::harm) life.harms.insert(o.cause.value);
    if (o.kind == Occurrence::Kind::turned_18) leave(o.child, s.at);
    if (o.kind == Occurrence::Kind::moved_away) {
      const Household& home = population.household(o.household);
      for (ChildId::Value i = 0; i < home.children; ++i) leave(ChildId{home.first_child.value() + i}, s.at);
    }
  }
  return life;
}

template <class Value>
Value value_at(const std::map<Instant, Value>& path, Instant at) {
  const auto after = path.upper_bound(at);
  return after == path.begin() ? Value{} : std::prev(after)->second;
}

// Whether `low` never exceeds `high`: it is enough to look where either changes.
template <class Value>
bool never_above(const std::map<Instant, Value>& low, const std::map<Instant, Value>& high) {
  for (const auto& [at, value] : low) {
    if (value > value_at(high, at)) return false;
  }
  for (const auto& [at, value] : high) {
    if (value_at(low, at) > value) return false;
  }
  return true;
}

TEST(Coupling, BetterServicesNeverRaiseNeedNorAddAHarm) {
  const Parameters parameters = lively_parameters();
  const Setting setting = small_area(40);
  std::size_t harms_averted = 0, needs_lowered = 0;
  proof::holds(60, [&] {
    const kernel::WorldKey key{*rc::gen::arbitrary<std::uint64_t>(), 8};
    Driver good(parameters, setting, key), bad(parameters, setting, key);
    const Population& population = good.truth.population();
    const Pair pair = any_pair(population, setting.horizon);
    const Life better = life_of(good.run(setting.horizon.from, pair.better), population);
    const Life worse = life_of(bad.run(setting.horizon.from, pair.worse), population);
    for (std::size_t i = 0; i < population.children().size(); ++i) {
      const ChildId child{static_cast<ChildId::Value>(i)};
      const auto path = [child](const auto& paths) {
        const auto found = paths.find(child);
        return found == paths.end() ? typename std::decay_t<decltype(paths)>::mapped_type{} : found->second;
      };
      RC_ASSERT(never_above(path(better.need), path(worse.need)));
      RC_ASSERT(never_above(path(better.harm), path(worse.harm)));
      needs_lowered += path(better.need) != path(worse.need) ? 1 : 0;
    }
    RC_ASSERT(
        std::includes(worse.harms.begin(), worse.harms.end(), better.harms.begin(), better.harms.end()));
    harms_averted += worse.harms.size() - better.harms.size();
  });
  // The pairs differ enough for the property to say something.
  EXPECT_GT(needs_lowered, 300U);
  EXPECT_GT(harms_averted, 20U);
}

}  // namespace
}  // namespace lscb::life
