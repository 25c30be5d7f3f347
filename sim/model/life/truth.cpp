#include "life/truth.h"

#include <algorithm>

#include "kernel/assert.h"
#include "life/causes.h"
#include "life/turn.h"

namespace lscb::life {
namespace {

// Asks for a line of memory ahead of its use.
inline void fetch([[maybe_unused]] const void* line) {
#if defined(__GNUC__)
  __builtin_prefetch(line);
#endif
}

}  // namespace

Truth::Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key)
    : rates_(parameters, setting.intensity),
      population_(parameters, setting, key),
      field_(key),
      houses_(population_.households().size()),
      household_lanes_(houses_.size()),
      children_(population_.children().size()),
      wakes_(setting.horizon, houses_.size() + houses_.size() / 4),
      horizon_(setting.horizon) {
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    const Household& facts = population_.households()[i];
    House& house = houses_[i];
    house.cause = facts.cause;
    house.first_child = facts.first_child;
    house.children = facts.children;
    house.frailty = facts.frailty;
    house.moved_in = narrow(facts.moved_in);
    house.moves_away = narrow(facts.moves_away);
  }
  for (std::size_t i = 0; i < children_.size(); ++i) {
    const Child& facts = population_.children()[i];
    const Instant away = population_.household(facts.household).moves_away;
    children_[i].cause = facts.cause;
    children_[i].born = narrow(facts.born);
    children_[i].end = narrow(std::min({facts.turns_18(), away, horizon_.to}));
  }
}

void Truth::start(Instant at, Outbox& out) {
  LSCB_REQUIRE(horizon_.contains(at), "the truth begins inside its horizon");
  handed_out_ = start_of_day(day_number(at) + 1);
  out.events.push_back({handed_out_, Event{}});
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    Turn turn = turn_of(HouseholdId{static_cast<HouseholdId::Value>(i)}, at, out);
    House& house = turn.house;
    const Household& facts = population_.household(turn.id);
    if (facts.children == 0 || facts.moves_away <= at) continue;
    const Instant last_end = population_.child(turn.child(facts.children - 1)).turns_18();
    house.end = narrow(std::min({facts.moves_away, last_end, horizon_.to}));
    const Instant entry = std::max(facts.moved_in, population_.child(facts.first_child).conceived());
    if (entry <= at) {
      enter_household(turn);
      house.milestone = next_milestone(turn);
    } else {
      house.milestone = narrow(entry);
    }
    schedule(turn);
  }
}

void Truth::handle(const Event& event, Instant now, Outbox& out) {
  if (!event.household.valid()) {
    hand_out(now, out);
    return;
  }
  Turn turn = turn_of(event.household, now, out);
  if (wide(turn.house.scheduled) != now) return;  // overtaken
  settle(turn);
  schedule(turn);
}

void Truth::set_influence(ChildId child, const Influence& influence, Instant now, Outbox& out) {
  LSCB_REQUIRE(influence.up_factor >= 0.0 && influence.up_factor <= 1.0, "services never raise need");
  LSCB_REQUIRE(influence.down_factor >= 1.0, "services never keep need up");
  LSCB_REQUIRE(influence.protection >= 0.0 && influence.protection <= 1.0, "protection is a share");
  ChildState& state = children_[child.value()];
  if (!state.here) return;
  Turn turn = turn_of(population_.child(child).household, now, out);
  settle(turn);
  if (state.here) {
    turn.close_minute();
    state.influence = influence;
    refresh_child(turn, child);
  }
  schedule(turn);
}

void Truth::remove_dangerous_adult(HouseholdId household, Instant now, Outbox& out) {
  Turn turn = turn_of(household, now, out);
  settle(turn);
  turn.close_minute();
  if (turn.house.adult_there) {
    set_adult(turn, false);
    turn.report(Occurrence::Kind::adult_left);
  }
  schedule(turn);
}

std::size_t Truth::memory() const {
  return population_.households().capacity() * sizeof(Household) +
         population_.children().capacity() * sizeof(Child) + houses_.capacity() * sizeof(House) +
         household_lanes_.capacity() * sizeof(HouseholdLanes) + children_.capacity() * sizeof(ChildState) +
         wakes_.memory();
}

Truth::Turn Truth::turn_of(HouseholdId id, Instant now, Outbox& out) {
  return Turn{id, houses_[id.value()], now, out};
}

// Hands out the wake-ups of the day that begins. Those that were put off or brought forward are not in it any
// more; one put in twice is recognised as overtaken when it comes back the second time. What the day will
// need of memory is asked for now, all at once: otherwise each wake-up would wait for its own.
void Truth::hand_out(Instant now, Outbox& out) {
  LSCB_REQUIRE(now == handed_out_, "the day's wake-ups are asked for once, at its beginning");
  handed_out_ = now + days(1);
  if (handed_out_ < horizon_.to) out.events.push_back({handed_out_, Event{}});
  wakes_.take(now, of_today_);
  for (const HouseholdId id : of_today_) fetch(&houses_[id.value()]);
  const Minute begins = narrow(now), ends = narrow(handed_out_);
  for (const HouseholdId id : of_today_) {
    const House& house = houses_[id.value()];
    if (house.scheduled < begins || house.scheduled >= ends) continue;
    out.events.push_back({wide(house.scheduled), Event{id}});
    for (int i = 0; i < house.children; ++i) {
      const ChildState& child = children_[house.first_child.value() + static_cast<ChildId::Value>(i)];
      fetch(&child.lanes);
      fetch(&child.influence);
    }
  }
}

void Truth::enter_household(Turn& turn) {
  House& house = turn.house;
  house.here = true;
  update_circumstances(turn);
  kernel::Draws draws(field_.key(), house.cause.child(causes::beginning));
  if (draws.uniform01() < rates_.stationary_adult(turn.circumstances())) {
    house.adult_there = true;
    turn.report(Occurrence::Kind::adult_arrived).cause = house.cause.child(causes::arrival);
  }
  refresh_household(turn);
  for (int i = 0; i < house.children; ++i) {
    const ChildId id = turn.child(i);
    const Instant born = wide(children_[id.value()].born);
    if (born - pregnancy <= turn.now && turn.now < born + childhood) enter_child(turn, id);
  }
}

void Truth::leave_household(Turn& turn) {
  for (int i = 0; i < turn.house.children; ++i) leave_child(turn, turn.child(i));
  for (Lane& lane : household_lanes_[turn.id.value()]) lane.silence();
  note_due(turn);
  turn.house.here = false;
  turn.house.adult_there = false;
}

void Truth::enter_child(Turn& turn, ChildId id) {
  ChildState& state = children_[id.value()];
  state.here = true;
  turn.house.children_here = static_cast<std::uint8_t>(turn.house.children_here | turn.bit_of(id));
  Circumstances family = turn.circumstances();
  family.adult_there = false;
  const auto weight = rates_.stationary_need(family);
  double share = kernel::Draws(field_.key(), state.cause.child(causes::beginning)).uniform01() *
                 (weight[0] + weight[1] + weight[2] + weight[3]);
  state.need = 0;
  while (state.need < 3 && share >= weight[state.need]) share -= weight[state.need++];
  refresh_child(turn, id);
}

void Truth::leave_child(Turn& turn, ChildId id) {
  ChildState& state = children_[id.value()];
  for (Lane& lane : state.lanes) lane.silence();
  note_due(turn, id);
  turn.house.children_here = static_cast<std::uint8_t>(turn.house.children_here & ~turn.bit_of(id));
  state.here = false;
  state.need = state.effective = 0;
  state.influence = Influence{};
}

// What is due at the turn's instant, in order. A change may make more of it due.
void Truth::settle(Turn& turn) {
  const Minute now = narrow(turn.now);
  for (Minute due = first_due(turn.house); due <= now; due = first_due(turn.house)) {
    LSCB_DEBUG_ASSERT(due == now, "a wake-up came too late");
    turn.position = position_due(turn, due);
    if (turn.position == 0) {
      milestone(turn);
    } else if (turn.position <= static_cast<int>(household_lanes)) {
      household_candidate(turn, static_cast<std::size_t>(turn.position - 1));
    } else {
      const auto offset = static_cast<std::size_t>(turn.position) - 1 - household_lanes;
      child_candidate(turn, turn.child(static_cast<int>(offset / child_lanes)), offset % child_lanes);
    }
  }
}

void Truth::schedule(Turn& turn) {
  House& house = turn.house;
  const Minute due = first_due(house);
  const Instant at = wide(due);
  if (due >= house.scheduled && wide(house.scheduled) > turn.now) return;  // it will look again then
  house.scheduled = due;
  if (at >= horizon_.to) return;
  if (at < handed_out_) {
    turn.out.events.push_back({at, Event{turn.id}});
  } else {
    wakes_.put(turn.id, at);
  }
}

Minute Truth::first_due(const House& house) {
  const auto& child = house.child_due;
  return std::min(std::min(std::min(house.milestone, house.due), std::min(child[0], child[1])),
                  std::min(child[2], child[3]));
}

// In the order of the family's lanes: the first of those that are due first. From the last to the first,
// without branches, for which it is comes as a surprise each time.
int Truth::position_due(const Turn& turn, Minute at) const {
  const House& house = turn.house;
  const auto first_of = [at](const auto& lanes) {
    std::size_t first = lanes.size() - 1;
    for (std::size_t lane = first; lane-- > 0;) first = minute_at(lanes[lane].place) == at ? lane : first;
    return static_cast<int>(first);
  };
  if (at == house.milestone) return 0;
  if (at == house.due) return Turn::position_of(0) + first_of(household_lanes_[turn.id.value()]);
  int child = static_cast<int>(most_siblings) - 1;
  for (int i = child; i-- > 0;) child = house.child_due[static_cast<std::size_t>(i)] == at ? i : child;
  const ChildId id = turn.child(child);
  return turn.position_of(id, 0) + first_of(children_[id.value()].lanes);
}

void Truth::milestone(Turn& turn) {
  House& house = turn.house;
  if (turn.now == wide(house.moves_away)) {
    turn.report(Occurrence::Kind::moved_away);
    leave_household(turn);
    house.milestone = no_minute;
    return;
  }
  if (!house.here) {
    if (turn.now == wide(house.moved_in)) {
      turn.report(Occurrence::Kind::moved_in).cause = house.cause.child(causes::arrival);
    }
    enter_household(turn);
  } else {
    update_circumstances(turn);
  }
  for (int i = 0; i < house.children; ++i) {
    const ChildId id = turn.child(i);
    const Instant born = wide(children_[id.value()].born);
    if (turn.now == born - pregnancy) {
      if (!here(id)) enter_child(turn, id);
      turn.report(Occurrence::Kind::conceived, id).cause = children_[id.value()].cause.child(causes::arrival);
    } else if (turn.now == born) {
      turn.report(Occurrence::Kind::born, id);
    } else if (turn.now == born + childhood && here(id)) {
      turn.report(Occurrence::Kind::turned_18, id);
      leave_child(turn, id);
    }
    if (here(id)) refresh_child(turn, id);
  }
  if (turn.now >= wide(house.end)) leave_household(turn);
  house.milestone = next_milestone(turn);
}

Minute Truth::next_milestone(const Turn& turn) const {
  const House& house = turn.house;
  if (!house.here) return no_minute;
  const Minute now = narrow(turn.now);
  Minute next = house.moves_away;
  const auto consider = [now, &next](Minute at) {
    if (at > now && at < next) next = at;
  };
  constexpr auto year = static_cast<Minute>(years(1).count());
  if (house.newcomer) consider(house.moved_in + year);
  for (int i = 0; i < house.children; ++i) {
    const ChildState& child = children_[turn.child(i).value()];
    if (now < child.born + year) {
      consider(child.born - static_cast<Minute>(pregnancy.count()));
      consider(child.born);
      consider(child.born + year);
    } else if (child.lanes[harm_lane].rate > 0.0F) {
      consider(child.born + 5 * year);
      consider(child.born + 11 * year);
    }
    consider(child.born + static_cast<Minute>(childhood.count()));
  }
  return next;
}

}  // namespace lscb::life
