#include "life/truth.h"

#include <algorithm>

#include "kernel/assert.h"
#include "life/causes.h"
#include "life/turn.h"

namespace lscb::life {

Truth::Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key)
    : rates_(parameters, setting.intensity),
      population_(parameters, setting, key),
      field_(key),
      houses_(population_.households().size()),
      children_(population_.children().size()),
      horizon_(setting.horizon) {}

void Truth::start(Instant at, Outbox& out) {
  LSCB_REQUIRE(horizon_.contains(at), "the truth begins inside its horizon");
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    Turn turn = turn_of(HouseholdId{static_cast<HouseholdId::Value>(i)}, at, out);
    House& house = turn.house;
    const Household& facts = turn.facts;
    if (facts.children == 0 || facts.moves_away <= at) continue;
    const Instant last_end = population_.child(turn.child(facts.children - 1)).turns_18();
    house.end = std::min({facts.moves_away, last_end, horizon_.to});
    const Instant entry = entry_of(facts);
    if (entry <= at) {
      enter_household(turn);
      house.milestone = next_milestone(turn);
    } else {
      house.milestone = entry;
    }
    schedule(turn);
  }
}

void Truth::handle(const Event& event, Instant now, Outbox& out) {
  Turn turn = turn_of(event.household, now, out);
  if (turn.house.scheduled != now) return;  // overtaken
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
  return population_.households().capacity() * sizeof(Household) + population_.children().capacity() * sizeof(Child) +
         houses_.capacity() * sizeof(House) + children_.capacity() * sizeof(ChildState);
}

Truth::Turn Truth::turn_of(HouseholdId id, Instant now, Outbox& out) {
  return Turn{id, population_.household(id), houses_[id.value()], now, out};
}

// A child of those selected is conceived, or the family comes with its children.
Instant Truth::entry_of(const Household& facts) const {
  return std::max(facts.moved_in, population_.child(facts.first_child).conceived());
}

void Truth::enter_household(Turn& turn) {
  House& house = turn.house;
  house.here = true;
  update_circumstances(turn);
  kernel::Draws draws(field_.key(), turn.facts.cause.child(causes::beginning));
  if (draws.uniform01() < rates_.stationary_adult(turn.circumstances())) {
    house.adult_there = true;
    turn.report(Occurrence::Kind::adult_arrived).cause = turn.facts.cause.child(causes::arrival);
  }
  refresh_household(turn);
  for (int i = 0; i < turn.facts.children; ++i) {
    const ChildId id = turn.child(i);
    if (population_.here(id).contains(turn.now)) enter_child(turn, id);
  }
}

void Truth::leave_household(Turn& turn) {
  for (int i = 0; i < turn.facts.children; ++i) leave_child(turn.child(i));
  for (Lane& lane : turn.house.lanes) lane.silence();
  turn.house.here = false;
  turn.house.adult_there = false;
}

void Truth::enter_child(Turn& turn, ChildId id) {
  ChildState& state = children_[id.value()];
  const Child& facts = population_.child(id);
  state.here = true;
  state.end = std::min({facts.turns_18(), turn.facts.moves_away, horizon_.to});
  Circumstances family = turn.circumstances();
  family.adult_there = false;
  const auto chances = rates_.stationary_need(family);
  double share = kernel::Draws(field_.key(), facts.cause.child(causes::beginning)).uniform01();
  state.need = 0;
  while (state.need < 3 && share >= chances[state.need]) share -= chances[state.need++];
  refresh_child(turn, id);
}

void Truth::leave_child(ChildId id) {
  ChildState& state = children_[id.value()];
  for (Lane& lane : state.lanes) lane.silence();
  state.here = false;
  state.need = state.effective = 0;
  state.influence = Influence{};
}

// What is due at the turn's instant, in order. A change may make more of it due.
void Truth::settle(Turn& turn) {
  for (;;) {
    const Due due = earliest(turn);
    if (due.at > turn.now) return;
    LSCB_DEBUG_ASSERT(due.at == turn.now, "a wake-up came too late");
    turn.position = due.position;
    if (due.position == 0) {
      milestone(turn);
    } else if (due.position <= static_cast<int>(household_lanes)) {
      household_candidate(turn, static_cast<std::size_t>(due.position - 1));
    } else {
      const auto offset = static_cast<std::size_t>(due.position) - 1 - household_lanes;
      child_candidate(turn, turn.child(static_cast<int>(offset / child_lanes)), offset % child_lanes);
    }
  }
}

void Truth::schedule(Turn& turn) {
  House& house = turn.house;
  const Instant at = earliest(turn).at;
  if (at >= house.scheduled && house.scheduled > turn.now) return;  // it will look again then
  house.scheduled = at;
  if (at < horizon_.to) turn.out.events.push_back({at, Event{turn.id}});
}

Truth::Due Truth::earliest(const Turn& turn) const {
  Due due{turn.house.milestone, 0};
  const auto consider = [&due](const Lane& lane, int position) {
    const Instant at = minute_of(lane.place);
    if (at < due.at) due = {at, position};
  };
  int position = 1;
  for (const Lane& lane : turn.house.lanes) consider(lane, position++);
  for (int i = 0; i < turn.facts.children; ++i) {
    for (const Lane& lane : children_[turn.child(i).value()].lanes) consider(lane, position++);
  }
  return due;
}

void Truth::milestone(Turn& turn) {
  House& house = turn.house;
  const Household& facts = turn.facts;
  if (turn.now == facts.moves_away) {
    turn.report(Occurrence::Kind::moved_away);
    leave_household(turn);
    house.milestone = Instant::never();
    return;
  }
  if (!house.here) {
    if (turn.now == facts.moved_in) turn.report(Occurrence::Kind::moved_in).cause = facts.cause.child(causes::arrival);
    enter_household(turn);
  } else {
    update_circumstances(turn);
  }
  for (int i = 0; i < facts.children; ++i) {
    const ChildId id = turn.child(i);
    const Child& child = population_.child(id);
    if (turn.now == child.conceived()) {
      if (!here(id)) enter_child(turn, id);
      turn.report(Occurrence::Kind::conceived, id).cause = child.cause.child(causes::beginning);
    } else if (turn.now == child.born) {
      turn.report(Occurrence::Kind::born, id);
    } else if (turn.now == child.turns_18() && here(id)) {
      turn.report(Occurrence::Kind::turned_18, id);
      leave_child(id);
    }
    if (here(id)) refresh_child(turn, id);
  }
  if (turn.now >= house.end) leave_household(turn);
  house.milestone = next_milestone(turn);
}

Instant Truth::next_milestone(const Turn& turn) const {
  if (!turn.house.here) return Instant::never();
  Instant next = turn.facts.moves_away;
  const auto consider = [&](Instant at) {
    if (at > turn.now && at < next) next = at;
  };
  if (turn.house.newcomer) consider(turn.facts.moved_in + years(1));
  for (int i = 0; i < turn.facts.children; ++i) {
    const ChildId id = turn.child(i);
    const Child& child = population_.child(id);
    if (turn.now < child.born + years(1)) {
      consider(child.conceived());
      consider(child.born);
      consider(child.born + years(1));
    } else if (harm_rate(id) > 0.0) {
      consider(child.born + years(5));
      consider(child.born + years(11));
    }
    consider(child.turns_18());
  }
  return next;
}

}  // namespace lscb::life
