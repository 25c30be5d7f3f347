// What the truth promises its callers, on small areas.

#include "life/truth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "driver.h"
#include "lively.h"

namespace lscb::life {
namespace {

constexpr kernel::WorldKey key{2010, 1};
using What = Occurrence::Kind;

std::vector<std::vector<Seen>> by_family(const std::vector<Seen>& seen, std::size_t families) {
  std::vector<std::vector<Seen>> split(families);
  for (const Seen& s : seen) {
    if (s.what.household.value() < families) split[s.what.household.value()].push_back(s);
  }
  return split;
}

// One act on every third child, spread over the years.
std::vector<Act> some_acts(const Population& population, Interval horizon) {
  std::vector<Act> acts;
  const auto count = static_cast<std::int64_t>(population.children().size());
  for (std::int64_t i = 0; i < count; i += 3) {
    Act act;
    act.at = horizon.from + days(30) + Minutes{horizon.length().count() * i / (count + 100)};
    act.child = ChildId{static_cast<ChildId::Value>(i)};
    act.influence = {0.3, 2.0, 0.5, i % 2 == 0};
    acts.push_back(act);
  }
  return acts;
}

TEST(TruthPairing, IsTheSameOnEveryRun) {
  const auto run = [] {
    const Setting setting = small_area(300);
    return Driver(lively_parameters(), setting, key).run(setting.horizon.from);
  };
  const auto once = run(), again = run();
  EXPECT_GT(once.size(), 1000U);
  EXPECT_TRUE(once == again);
}

TEST(TruthPairing, OneHouseholdMoreLeavesEveryOtherLifeIdentical) {
  Setting setting = small_area(300);
  Driver without(lively_parameters(), setting, key);
  setting.extra_households = 7;
  Driver with(lively_parameters(), setting, key);
  const std::size_t families = without.truth.population().households().size();
  ASSERT_GT(with.truth.population().households().size(), families);
  EXPECT_TRUE(by_family(without.run(setting.horizon.from), families) ==
              by_family(with.run(setting.horizon.from), families));
}

TEST(TruthPairing, ServicesForOneFamilyTouchNoOther) {
  const Setting setting = small_area(300);
  Driver plain(lively_parameters(), setting, key), served(lively_parameters(), setting, key);
  const Population& population = plain.truth.population();
  const auto acts = some_acts(population, setting.horizon);
  std::vector<bool> touched(population.households().size(), false);
  for (const Act& act : acts) touched[population.child(act.child).household.value()] = true;
  const auto a = by_family(plain.run(setting.horizon.from), touched.size());
  const auto b = by_family(served.run(setting.horizon.from, acts), touched.size());
  std::size_t differ = 0;
  for (std::size_t h = 0; h < touched.size(); ++h) {
    if (!touched[h]) {
      EXPECT_TRUE(a[h] == b[h]);
    }
    differ += a[h] == b[h] ? 0 : 1;
  }
  EXPECT_GT(differ, 30U);
}

TEST(TruthPairing, NothingDiffersBeforeTheFirstAct) {
  const Setting setting = small_area(300);
  Driver plain(lively_parameters(), setting, key), served(lively_parameters(), setting, key);
  const auto acts = some_acts(plain.truth.population(), setting.horizon);
  auto a = plain.run(setting.horizon.from), b = served.run(setting.horizon.from, acts);
  EXPECT_FALSE(a == b);
  const auto early = [&](std::vector<Seen>& seen) {
    seen.erase(std::find_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.at >= acts.front().at; }),
               seen.end());
  };
  early(a);
  early(b);
  EXPECT_GT(a.size(), 100U);
  EXPECT_TRUE(a == b);
}

// Acts placed on the very minutes of events: whether the caller's calendar has them before or after is
// nothing.
TEST(TruthPairing, TheOrderOfEqualTimesIsNotTheCallers) {
  const Setting setting = small_area(200);
  const auto first = Driver(lively_parameters(), setting, key).run(setting.horizon.from);
  std::vector<Act> acts;
  for (std::size_t i = 0; i < first.size(); i += 9) {
    if (first[i].what.kind != What::incident || first[i].at == setting.horizon.from) continue;
    Act act;
    act.at = first[i].at;
    act.child = first[i].what.child;
    act.influence = {0.5, 1.5, 0.5, i % 2 == 0};
    acts.push_back(act);
  }
  ASSERT_GT(acts.size(), 50U);
  Driver before(lively_parameters(), setting, key), after(lively_parameters(), setting, key);
  const std::size_t families = before.truth.population().households().size();
  EXPECT_TRUE(by_family(before.run(setting.horizon.from, acts, true), families) ==
              by_family(after.run(setting.horizon.from, acts, false), families));
}

// Alone it is woken on few days, its own and their eves, and lives as it does among the others, whenever
// services bring its next day forward or put it off.
TEST(Truth, AFamilyAloneLivesAsAmongOthersAndSleepsMeanwhile) {
  const Setting setting = small_area(300);
  Driver among(lively_parameters(), setting, key);
  const Population population = among.truth.population();
  std::vector<Act> acts;
  for (std::size_t i = 0; i < population.children().size(); ++i) {
    for (int twice = 0; twice < 2; ++twice) {
      Act act;
      act.at = setting.horizon.from + days(40 + static_cast<std::int64_t>(i % 97) + 500 * twice) + hours(14);
      act.child = ChildId{static_cast<ChildId::Value>(i)};
      act.influence = twice == 0 ? Influence{0.1, 3.0, 0.5, true} : Influence{};
      acts.push_back(act);
    }
  }
  const std::size_t families = population.households().size();
  const auto expected = by_family(among.run(setting.horizon.from, acts), families);
  const auto whole_days = static_cast<std::size_t>(in_days(setting.horizon.length()));
  std::size_t seen = 0;
  std::size_t events = 0;
  for (std::size_t h = 0; h < families; ++h) {
    const HouseholdId household{static_cast<HouseholdId::Value>(h)};
    const ChildId first = population.household(household).first_child;
    std::vector<Act> own;
    for (Act act : acts) {
      if (population.child(act.child).household != household) continue;
      act.child = ChildId{act.child.value() - first.value()};
      own.push_back(act);
    }
    Driver alone(lively_parameters(), setting, key, population.only(household));
    auto course = alone.run(setting.horizon.from, own);
    for (Seen& one : course) {
      one.what.household = household;
      if (one.what.child.valid()) one.what.child = ChildId{one.what.child.value() + first.value()};
    }
    EXPECT_TRUE(course == expected[h]) << "family " << h;
    seen += course.size();
    events += alone.events();
  }
  EXPECT_GT(seen, 1000U);
  EXPECT_LT(events, families * whole_days / 4);
}

TEST(Truth, AWakeUpThatCameTwiceDoesNothing) {
  const Setting setting = small_area(100);
  Truth truth(lively_parameters(), setting, key);
  Outbox out;
  truth.start(setting.horizon.from, out);
  std::vector<Scheduled> first;
  for (const Scheduled& s : out.events) {
    if (s.event.household.valid()) first.push_back(s);
  }
  const auto hand_out = std::find_if(out.events.begin(), out.events.end(),
                                     [](const Scheduled& s) { return !s.event.household.valid(); });
  ASSERT_NE(hand_out, out.events.end());
  Scheduled day = *hand_out;
  while (first.empty()) {
    out.clear();
    truth.handle(day.event, day.at, out);
    for (const Scheduled& s : out.events) {
      if (s.event.household.valid())
        first.push_back(s);
      else
        day = s;
    }
  }
  out.clear();
  truth.handle(first[0].event, first[0].at, out);
  EXPECT_FALSE(out.occurrences.empty() && out.events.empty());
  out.clear();
  truth.handle(first[0].event, first[0].at, out);
  EXPECT_TRUE(out.occurrences.empty());
  EXPECT_TRUE(out.events.empty());
}

TEST(Truth, ReportsAgreeWithWhatItAnswers) {
  const Setting setting = small_area(300);
  Driver driver(lively_parameters(), setting, key);
  const auto seen = driver.run(setting.horizon.from);
  const Population& population = driver.truth.population();
  std::map<ChildId, int> need;
  std::map<ChildId, double> rate;
  std::map<HouseholdId, bool> adult;
  for (const Seen& s : seen) {
    const Occurrence& o = s.what;
    if (o.kind == What::need_changed) need[o.child] = o.need;
    if (o.kind == What::harm_rate_changed) rate[o.child] = o.rate;
    if (o.kind == What::adult_arrived) adult[o.household] = true;
    if (o.kind == What::adult_left) adult[o.household] = false;
    if (o.child.valid() && o.kind != What::turned_18) {
      EXPECT_TRUE(population.here(o.child).contains(s.at));
    }
  }
  std::size_t here = 0, in_need = 0;
  for (std::size_t i = 0; i < population.children().size(); ++i) {
    const ChildId child{static_cast<ChildId::Value>(i)};
    if (!driver.truth.here(child)) {
      EXPECT_EQ(driver.truth.need(child), 0);
      EXPECT_EQ(driver.truth.harm_rate(child), 0.0);
      continue;
    }
    ++here;
    in_need += driver.truth.need(child) > 0 ? 1 : 0;
    EXPECT_EQ(driver.truth.need(child), need[child]);
    EXPECT_EQ(driver.truth.harm_rate(child), rate[child]);
    const HouseholdId home = population.child(child).household;
    EXPECT_EQ(driver.truth.dangerous_adult(home), adult[home]);
    if (driver.truth.dangerous_adult(home)) {
      EXPECT_EQ(driver.truth.need(child), 3);
    }
  }
  EXPECT_GT(here, 200U);
  EXPECT_GT(in_need, 20U);
}

TEST(Truth, NamesAChildByItsPositionAndKnowsWhoIsHere) {
  const Setting setting = small_area(300);
  Truth truth(lively_parameters(), setting, key);
  const Population& population = truth.population();
  const auto check = [&](const Outbox& out) {
    for (const Occurrence& o : out.occurrences) {
      const Household& home = population.household(o.household);
      if (o.child.valid()) {
        EXPECT_EQ(o.child.value(), home.first_child.value() + o.position);
      }
      unsigned mask = 0;
      for (unsigned i = 0; i < home.children; ++i) {
        if (truth.here(ChildId{home.first_child.value() + i})) mask |= 1U << i;
      }
      EXPECT_EQ(truth.children_here(o.household), mask);
    }
  };
  Outbox out;
  kernel::Calendar<Event> calendar(setting.horizon.from.count());
  std::size_t of_younger_siblings = 0, departures = 0;
  truth.start(setting.horizon.from, out);
  for (kernel::Fired<Event> fired;;) {
    check(out);
    for (const Occurrence& o : out.occurrences) {
      of_younger_siblings += o.position > 0 ? 1 : 0;
      departures += o.kind == What::turned_18 || o.kind == What::moved_away ? 1 : 0;
    }
    for (const Scheduled& s : out.events) calendar.schedule(s.at.count(), s.event);
    out.clear();
    if (!calendar.next_until(setting.horizon.to.count() - 1, fired)) break;
    truth.handle(fired.event, Instant{fired.at}, out);
  }
  EXPECT_GT(of_younger_siblings, 100U);
  EXPECT_GT(departures, 50U);
}

TEST(Truth, AChildLookedAfterElsewhereHasNoIncidentsAndIsOutOfTheAdultsReach) {
  const Setting setting = small_area(300);
  Driver driver(lively_parameters(), setting, key);
  const Population& population = driver.truth.population();
  const Instant then = setting.horizon.from + days(10);
  std::vector<Act> acts;
  for (std::size_t i = 0; i < population.children().size(); ++i) {
    Act act;
    act.at = then;
    act.child = ChildId{static_cast<ChildId::Value>(i)};
    act.influence.removed = true;
    acts.push_back(act);
  }
  bool adults = false;
  const auto seen = driver.run(setting.horizon.from, acts);
  for (const Seen& s : seen) {
    const bool removed = s.what.child.valid() && population.here(s.what.child).from <= then;
    if (s.at > then && removed) {
      EXPECT_NE(s.what.kind, What::incident);
    }
    if (s.what.kind == What::adult_arrived && s.at > then) {
      adults = true;
      for (const Seen& t : seen) {
        if (t.at == s.at && t.what.kind == What::need_changed && t.what.household == s.what.household) {
          EXPECT_GT(population.here(t.what.child).from, then);
        }
      }
    }
  }
  EXPECT_TRUE(adults);
}

TEST(Truth, SendingTheDangerousAdultAwayReturnsTheChildrenToTheirOwnNeed) {
  const Setting setting = small_area(600);
  Truth truth(lively_parameters(), setting, key);
  Outbox out;
  truth.start(setting.horizon.from, out);
  std::size_t met = 0, fell = 0;
  for (std::size_t h = 0; h < truth.population().households().size(); ++h) {
    const HouseholdId home{static_cast<HouseholdId::Value>(h)};
    if (!truth.dangerous_adult(home)) continue;
    ++met;
    out.clear();
    truth.remove_dangerous_adult(home, setting.horizon.from, out);
    EXPECT_FALSE(truth.dangerous_adult(home));
    for (const Occurrence& o : out.occurrences) {
      EXPECT_EQ(o.household, home);
      if (o.kind == What::need_changed) {
        EXPECT_LT(o.need, 3);
        ++fell;
      }
    }
    out.clear();
    truth.remove_dangerous_adult(home, setting.horizon.from, out);
    EXPECT_TRUE(out.occurrences.empty());
  }
  EXPECT_GT(met, 5U);
  EXPECT_GT(fell, 5U);
}

TEST(TruthDeathTest, RefusesRatesBeyondTheFieldAndParametersUnset) {
  const Setting setting = small_area(50);
  Parameters absurd = shipped_parameters();
  absurd.incidents = {1e6, 1e6, 1e6, 1e6};
  EXPECT_DEATH(Driver(absurd, setting, key).run(setting.horizon.from), "exceeds the field's highest bound");
  EXPECT_DEATH(Truth(Parameters{}, setting, key), "unset or negative");
}

}  // namespace
}  // namespace lscb::life
