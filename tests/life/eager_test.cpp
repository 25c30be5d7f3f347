// Truth reads the field lazily, strip by strip, and never tries a point that cannot take effect. It must come
// to the same life as drawing everything and trying every point (eager_life.h), whatever services do.

#include <gtest/gtest.h>

#include <algorithm>

#include "eager_life.h"
#include "lively.h"
#include "support/property.h"

namespace lscb::life {
namespace {

std::vector<Act> any_acts(const Population& population, Interval horizon) {
  std::vector<Act> acts;
  const int count = *rc::gen::inRange(0, 60);
  const auto households = static_cast<std::uint32_t>(population.households().size());
  const auto children = static_cast<std::uint32_t>(population.children().size());
  for (int i = 0; i < count; ++i) {
    Act act;
    act.at = Instant{*rc::gen::inRange(horizon.from.count() + 1, horizon.to.count())};
    if (*rc::gen::inRange(0, 4) == 0) {
      act.household = HouseholdId{*rc::gen::inRange(0U, households)};
    } else {
      act.child = ChildId{*rc::gen::inRange(0U, children)};
      act.influence.up_factor = *rc::gen::inRange(0, 11) / 10.0;
      act.influence.down_factor = 1.0 + *rc::gen::inRange(0, 50) / 10.0;
      act.influence.protection = *rc::gen::inRange(0, 11) / 10.0;
      act.influence.removed = *rc::gen::arbitrary<bool>();
    }
    acts.push_back(act);
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return acts;
}

TEST(Truth, LivesAsIfEveryPointHadBeenDrawnAndTried) {
  const Parameters parameters = lively_parameters();
  std::size_t occurrences = 0;
  proof::holds(25, [&] {
    const kernel::WorldKey key{*rc::gen::arbitrary<std::uint64_t>(), 3};
    Setting setting = small_area(25);
    setting.intensity = *rc::gen::element(1.0, 0.4, 2.5);
    Driver driver(parameters, setting, key);
    const Population& population = driver.truth.population();
    RC_PRE(!population.households().empty());
    const auto acts = any_acts(population, setting.horizon);
    const auto seen = driver.run(setting.horizon.from, acts, *rc::gen::arbitrary<bool>());
    for (std::size_t h = 0; h < population.households().size(); ++h) {
      const HouseholdId id{static_cast<HouseholdId::Value>(h)};
      std::vector<Act> own;
      for (const Act& act : acts) {
        const bool theirs =
            act.child.valid() ? population.child(act.child).household == id : act.household == id;
        if (theirs) own.push_back(act);
      }
      const auto lazy = of_family(seen, id);
      const auto eager = eager_life(parameters, setting, key, population, id, setting.horizon.from, own);
      RC_ASSERT(lazy.size() == eager.size());
      for (std::size_t i = 0; i < lazy.size(); ++i) RC_ASSERT(lazy[i] == eager[i]);
      occurrences += lazy.size();
    }
  });
  EXPECT_GT(occurrences, 10'000U);
}

}  // namespace
}  // namespace lscb::life
