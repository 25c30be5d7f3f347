#include "life/truth.h"

#include <algorithm>
#include <utility>

#include "kernel/assert.h"
#include "life/causes.h"
#include "life/turn.h"

namespace lscb::life {
Truth::Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key)
    : Truth{Rates{parameters, setting.intensity}, setting, key, Population{parameters, setting, key}} {}

Truth::Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key,
             Population population)
    : Truth{Rates{parameters, setting.intensity}, setting, key, std::move(population)} {}

Truth::Truth(Rates rates, const Setting& setting, kernel::WorldKey key, Population population)
    : rates_(std::move(rates)),
      population_(std::move(population)),
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
    house.catchment = facts.catchment;
    house.moved_in = narrow(facts.moved_in);
    house.moves_away = narrow(facts.moves_away);
  }
  for (std::size_t i = 0; i < children_.size(); ++i) {
    const Child& facts = population_.children()[i];
    const Instant away = population_.household(facts.household).moves_away;
    children_[i].cause = facts.cause;
    children_[i].household = facts.household;
    children_[i].born = narrow(facts.born);
    children_[i].end = narrow(std::min({facts.turns_18(), away, horizon_.to}));
  }
}

void Truth::start(Instant at, Outbox& out) {
  LSCB_REQUIRE(horizon_.contains(at), "the truth begins inside its horizon");
  const Instant tomorrow = start_of_day(day_number(at) + 1);
  handed_out_ = narrow(tomorrow);
  hand_out_at(tomorrow, out);
  const Minute now = narrow(at), last = narrow(horizon_.to);
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    Turn turn = turn_of(HouseholdId{static_cast<HouseholdId::Value>(i)}, at, out);
    House& house = turn.house;
    if (house.children == 0 || house.moves_away <= now) continue;
    const Minute all_18 = turn.children[house.children - 1].born + age_18;
    house.end = std::min(std::min(house.moves_away, all_18), last);
    const Minute entry = std::max(house.moved_in, turn.children[0].born - gestation);
    if (entry <= now) {
      enter_household(turn);
    } else {
      house.milestone = entry;
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
  if (turn.house.scheduled != turn.now) return;  // overtaken
  const Minute due = settle(turn);
  if (turn.milestone_passed) {
    schedule(turn);
  } else {
    schedule(turn, due);
  }
}

void Truth::set_influence(ChildId child, const Influence& influence, Instant now, Outbox& out) {
  LSCB_REQUIRE(influence.up_factor >= 0.0 && influence.up_factor <= 1.0, "services never raise need");
  LSCB_REQUIRE(influence.down_factor >= 1.0, "services never keep need up");
  LSCB_REQUIRE(influence.protection >= 0.0 && influence.protection <= 1.0, "protection is a share");
  ChildState& state = children_[child.value()];
  if (!state.here) return;
  Turn turn = turn_of(state.household, now, out);
  static_cast<void>(settle(turn));
  if (state.here) {
    turn.close_minute();
    state.influence = influence;
    refresh_child(turn, static_cast<int>(child.value() - turn.house.first_child.value()));
  }
  schedule(turn);
}

void Truth::remove_dangerous_adult(HouseholdId household, Instant now, Outbox& out) {
  Turn turn = turn_of(household, now, out);
  static_cast<void>(settle(turn));
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
  House& house = houses_[id.value()];
  return Turn{id,          house, household_lanes_[id.value()], children_.data() + house.first_child.value(),
              narrow(now), out};
}

// Hands out the wake-ups of the day that begins. Those that were put off or brought forward are not in it any
// more; one put in twice is recognised as overtaken when it comes back the second time.
void Truth::hand_out(Instant now, Outbox& out) {
  const Minute begins = narrow(now);
  if (begins < handed_out_)
    return;  // set twice: a day that was to be the next was brought forward and came again
  LSCB_REQUIRE(begins == next_hand_out_, "no day is passed over on which a wake-up is due");
  const Instant tomorrow = now + days(1);
  handed_out_ = narrow(tomorrow);
  // From the eve: as where every day has some, the hand-out is then set a day before, which is its place
  // among whatever else is set for that midnight. (Not so where a day comes to have its first within a day of
  // it.)
  const Instant next = wakes_.first_day_with_any(tomorrow);
  hand_out_at(next == tomorrow ? next : next - days(1), out);
  wakes_.take(now, of_today_);
  for (const HouseholdId id : of_today_) kernel::fetch(&houses_[id.value()]);
  for (const HouseholdId id : of_today_) {
    const House& house = houses_[id.value()];
    if (house.scheduled < begins || house.scheduled >= handed_out_) continue;
    out.events.push_back({Instant{house.scheduled}, Event{id}});
  }
}

void Truth::hand_out_at(Instant day, Outbox& out) {
  next_hand_out_ = narrow(day);
  if (day < horizon_.to) out.events.push_back({day, Event{}});
}

// Days that had no wake-up when the last were handed out are passed over, so that a family alone does not
// stir on each; the first wake-up that such a day gets sees to it that it is handed out.
void Truth::keep_for_its_day(Turn& turn, Instant at) {
  wakes_.put(turn.id, at);
  if (narrow(at) < next_hand_out_ + minutes_per_day) {
    const Instant day = start_of_day(day_number(at));
    const Instant eve = day - days(1);
    const Instant first = narrow(eve) > turn.now ? eve : day;
    if (narrow(first) < next_hand_out_) hand_out_at(first, turn.out);
  }
}

void Truth::enter_household(Turn& turn) {
  House& house = turn.house;
  house.here = true;
  turn.milestone_passed = true;
  update_circumstances(turn);
  const auto chances = chances_of_need(turn);
  kernel::Draws draws(field_.key(), house.cause.child(causes::beginning));
  if (draws.uniform01() < rates_.stationary_adult(turn.circumstances())) {
    house.adult_there = true;
    turn.report(Occurrence::Kind::adult_arrived).cause = house.cause.child(causes::arrival);
  }
  refresh_household(turn);
  for (int i = 0; i < house.children; ++i) {
    const Minute born = turn.children[i].born;
    if (born - gestation <= turn.now && turn.now < born + age_18) enter_child(turn, i, chances);
  }
}

void Truth::leave_household(Turn& turn) {
  for (int i = 0; i < turn.house.children; ++i) leave_child(turn, i);
  for (Lane& lane : turn.lanes) lane.silence();
  note_due(turn);
  turn.house.here = false;
  turn.house.adult_there = false;
}

std::array<double, 4> Truth::chances_of_need(const Turn& turn) const {
  Circumstances family = turn.circumstances();
  family.adult_there = false;
  return rates_.stationary_need(family);
}

void Truth::enter_child(Turn& turn, int child, const std::array<double, 4>& weight) {
  ChildState& state = turn.children[child];
  state.here = true;
  turn.house.children_here = static_cast<std::uint8_t>(turn.house.children_here | 1U << child);
  double share = kernel::Draws(field_.key(), state.cause.child(causes::beginning)).uniform01() *
                 (weight[0] + weight[1] + weight[2] + weight[3]);
  state.need = 0;
  while (state.need < 3 && share >= weight[state.need]) share -= weight[state.need++];
  refresh_child(turn, child);
}

void Truth::leave_child(Turn& turn, int child) {
  ChildState& state = turn.children[child];
  for (Lane& lane : state.lanes) lane.silence();
  note_due(turn, child);
  turn.house.children_here = static_cast<std::uint8_t>(turn.house.children_here & ~(1U << child));
  state.here = false;
  state.need = state.effective = 0;
  state.influence = Influence{};
}

// What is due at the turn's instant, in order. A change may make more of it due.
Minute Truth::settle(Turn& turn) {
  Minute due = first_due(turn.house);
  for (; due <= turn.now; due = first_due(turn.house)) {
    LSCB_DEBUG_ASSERT(due == turn.now, "a wake-up came too late");
    turn.position = position_due(turn, due);
    if (turn.position == 0) {
      milestone(turn);
    } else if (turn.position <= static_cast<int>(household_lanes)) {
      household_candidate(turn, static_cast<std::size_t>(turn.position - 1));
    } else {
      const auto offset = static_cast<std::size_t>(turn.position) - 1 - household_lanes;
      child_candidate(turn, static_cast<int>(offset / child_lanes), offset % child_lanes);
    }
  }
  return due;
}

void Truth::schedule(Turn& turn) {
  if (turn.milestone_passed) turn.house.milestone = next_milestone(turn);
  schedule(turn, first_due(turn.house));
}

void Truth::schedule(Turn& turn, Minute due) {
  House& house = turn.house;
  if (due >= house.scheduled && house.scheduled > turn.now) return;  // it will look again then
  house.scheduled = due;
  const Instant at{due};
  if (at >= horizon_.to) return;
  // On a day that is passed over nothing is left to be handed out: what is due today is set here and now. Not
  // so in the minute of a midnight whose hand-out is still to come.
  if (turn.now >= handed_out_ && turn.now < next_hand_out_)
    handed_out_ = narrow(start_of_day(day_number(Instant{turn.now}) + 1));
  if (due < handed_out_) {
    turn.out.events.push_back({at, Event{turn.id}});
  } else {
    keep_for_its_day(turn, at);
  }
}

Minute Truth::first_due(const House& house) {
  const auto& child = house.child_due;
  return std::min(std::min(std::min(house.milestone, house.due), std::min(child[0], child[1])),
                  std::min(child[2], child[3]));
}

// In the order of the family's lanes: the first of those that are due first. From the last to the first,
// without branches, for which it is comes as a surprise each time.
int Truth::position_due(const Turn& turn, Minute at) {
  const House& house = turn.house;
  const auto first_of = [at](const auto& lanes) {
    std::size_t first = lanes.size() - 1;
    for (std::size_t lane = first; lane-- > 0;) first = minute_at(lanes[lane].place) == at ? lane : first;
    return first;
  };
  if (at == house.milestone) return 0;
  if (at == house.due) return Turn::position_of(first_of(turn.lanes));
  int child = static_cast<int>(most_siblings) - 1;
  for (int i = child; i-- > 0;) child = house.child_due[static_cast<std::size_t>(i)] == at ? i : child;
  return Turn::position_of(child, first_of(turn.children[child].lanes));
}

void Truth::milestone(Turn& turn) {
  House& house = turn.house;
  house.milestone = no_minute;
  if (turn.now == house.moves_away) {
    turn.report(Occurrence::Kind::moved_away);
    leave_household(turn);
    return;
  }
  turn.milestone_passed = true;
  bool changed = false;
  if (!house.here) {
    if (turn.now == house.moved_in) {
      turn.report(Occurrence::Kind::moved_in).cause = house.cause.child(causes::arrival);
    }
    enter_household(turn);
  } else {
    changed = update_circumstances(turn);
  }
  for (int i = 0; i < house.children; ++i) {
    ChildState& child = turn.children[i];
    const Minute age = turn.now - child.born;
    if (age == -gestation) {
      if (!child.here) enter_child(turn, i, chances_of_need(turn));
      turn.report(Occurrence::Kind::conceived, i).cause = child.cause.child(causes::arrival);
    } else if (age == 0) {
      turn.report(Occurrence::Kind::born, i);
    } else if (age == age_18 && child.here) {
      turn.report(Occurrence::Kind::turned_18, i);
      leave_child(turn, i);
    }
    const bool other_band = age == 0 || age == age_1 || age == age_5 || age == age_11;
    if (child.here && other_band) {
      refresh_child(turn, i);
    } else if (child.here && changed) {
      refresh_rise(turn, i);
    }
  }
  if (turn.now >= house.end) leave_household(turn);
}

Minute Truth::next_milestone(const Turn& turn) {
  const House& house = turn.house;
  if (!house.here) return no_minute;
  Minute next = house.moves_away;
  const auto consider = [now = turn.now, &next](Minute at) {
    if (at > now && at < next) next = at;
  };
  if (house.newcomer) consider(house.moved_in + age_1);
  for (int i = 0; i < house.children; ++i) {
    const ChildState& child = turn.children[i];
    if (turn.now < child.born + age_1) {
      consider(child.born - gestation);
      consider(child.born);
      consider(child.born + age_1);
    } else if (child.lanes[harm_lane].rate > 0.0F) {
      consider(child.born + age_5);
      consider(child.born + age_11);
    }
    consider(child.born + age_18);
  }
  return next;
}

}  // namespace lscb::life
