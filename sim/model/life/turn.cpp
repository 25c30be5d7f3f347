// What happens to a family: candidates taking effect, and the rates that follow from its state.
#include "life/turn.h"

#include <algorithm>

#include "life/causes.h"

namespace lscb::life {
namespace {

constexpr Kind household_kind[] = {Kind::crisis, Kind::adult_arrives, Kind::adult_leaves};
constexpr Kind child_kind[] = {Kind::need_up, Kind::need_down, Kind::incident, Kind::harm};

AgeBand band_of(Instant born, Instant now) {
  if (now < born) return AgeBand::unborn;
  const Minutes age = now - born;
  if (age < years(1)) return AgeBand::under_1;
  if (age < years(5)) return AgeBand::from_1_to_4;
  return age < years(11) ? AgeBand::from_5_to_10 : AgeBand::from_11_to_17;
}

// In debug builds, proves that no point of the field takes effect twice (kernel/cause_ledger.h).
void enter_in_ledger([[maybe_unused]] kernel::WorldKey key, [[maybe_unused]] kernel::Cause subject,
                     [[maybe_unused]] Kind kind, [[maybe_unused]] Place place) {
#ifndef NDEBUG
  static_cast<void>(kernel::Draws(key, Field::cause(subject, kind, place)));
#endif
}

}  // namespace

Reach Truth::reach(const Turn& turn, std::size_t lane) const {
  return {field_, turn.house.cause, household_kind[lane], turn.from(Turn::position_of(lane)),
          place_at(wide(turn.house.end))};
}

Reach Truth::reach(const Turn& turn, ChildId id, std::size_t lane) const {
  const ChildState& state = children_[id.value()];
  return {field_, state.cause, child_kind[lane], turn.from(turn.position_of(id, lane)),
          place_at(wide(state.end))};
}

void Truth::note_due(Turn& turn, ChildId id) {
  const auto& lanes = children_[id.value()].lanes;
  const Place first =
      std::min(std::min(lanes[0].place, lanes[1].place), std::min(lanes[2].place, lanes[3].place));
  turn.house.child_due[turn.order_of(id)] = minute_at(first);
}

void Truth::note_due(Turn& turn) {
  const HouseholdLanes& lanes = household_lanes_[turn.id.value()];
  turn.house.due = minute_at(std::min({lanes[0].place, lanes[1].place, lanes[2].place}));
}

void Truth::household_candidate(Turn& turn, std::size_t lane) {
  Lane& l = household_lanes_[turn.id.value()][lane];
  const kernel::Cause cause = Field::cause(turn.house.cause, household_kind[lane], l.place);
  enter_in_ledger(field_.key(), turn.house.cause, household_kind[lane], l.place);
  turn.next_in_lane = l.place + 1;
  if (lane == crisis_lane) {
    l.advance(reach(turn, lane));
    note_due(turn);
    crisis(turn, cause);
    return;
  }
  l.silence();
  const bool arrives = lane == arrival_lane;
  set_adult(turn, arrives);
  turn.report(arrives ? Occurrence::Kind::adult_arrived : Occurrence::Kind::adult_left).cause = cause;
}

void Truth::child_candidate(Turn& turn, ChildId id, std::size_t lane) {
  ChildState& state = children_[id.value()];
  Lane& l = state.lanes[lane];
  turn.next_in_lane = l.place + 1;
  if (lane == up_lane || lane == down_lane) {
    enter_in_ledger(field_.key(), state.cause, child_kind[lane], l.place);
    l.silence();
    set_need(turn, id, lane == up_lane ? state.need + 1 : state.need - 1);
    return;
  }
  const kernel::Cause cause = Field::cause(state.cause, child_kind[lane], l.place);
  l.advance(reach(turn, id, lane));
  note_due(turn, id);
  Occurrence& o =
      turn.report(lane == incident_lane ? Occurrence::Kind::incident : Occurrence::Kind::harm, id);
  o.cause = cause;
  o.need = state.effective;
  o.severity = rates_.severity(state.effective, kernel::Draws(field_.key(), cause).uniform01());
}

// A crisis lifts the need of every child at home by one step, and to 2 at least.
void Truth::crisis(Turn& turn, kernel::Cause cause) {
  turn.report(Occurrence::Kind::crisis).cause = cause;
  for (int i = 0; i < turn.house.children; ++i) {
    const ChildId id = turn.child(i);
    const ChildState& state = children_[id.value()];
    if (state.here && !state.influence.removed) set_need(turn, id, std::clamp(state.need + 1, 2, 3));
  }
}

void Truth::set_adult(Turn& turn, bool there) {
  turn.house.adult_there = there;
  refresh_household(turn);
  for (int i = 0; i < turn.house.children; ++i) {
    if (here(turn.child(i))) refresh_child(turn, turn.child(i));
  }
}

void Truth::set_need(Turn& turn, ChildId id, int need) {
  children_[id.value()].need = static_cast<std::uint8_t>(need);
  refresh_child(turn, id);
}

void Truth::update_circumstances(Turn& turn) {
  House& house = turn.house;
  house.newcomer = turn.now < wide(house.moved_in) + years(1);
  house.unsettled = false;
  for (int i = 0; i < house.children; ++i) {
    const Instant born = wide(children_[turn.child(i).value()].born);
    if (born - pregnancy <= turn.now && turn.now < born + years(1)) house.unsettled = true;
  }
}

void Truth::refresh_household(Turn& turn) {
  HouseholdLanes& lanes = household_lanes_[turn.id.value()];
  const Circumstances family = turn.circumstances();
  lanes[crisis_lane].retarget(rates_.crises(family), reach(turn, crisis_lane));
  lanes[arrival_lane].retarget(family.adult_there ? 0.0F : rates_.adult_arrives(family),
                               reach(turn, arrival_lane));
  lanes[departure_lane].retarget(family.adult_there ? rates_.adult_leaves() : 0.0F,
                                 reach(turn, departure_lane));
  note_due(turn);
}

void Truth::refresh_child(Turn& turn, ChildId id) {
  ChildState& state = children_[id.value()];
  const Circumstances family = turn.circumstances();
  const Influence& influence = state.influence;
  const std::uint8_t effective = family.adult_there && !influence.removed ? 3 : state.need;
  if (effective != state.effective) {
    state.effective = effective;
    turn.report(Occurrence::Kind::need_changed, id).need = effective;
  }
  const AgeBand band = band_of(wide(state.born), turn.now);
  const float harms_before = state.lanes[harm_lane].rate;
  const float rate[child_lanes] = {
      rates_.need_up(state.need, family, influence), rates_.need_down(state.need, influence),
      rates_.incidents(effective, band, influence), rates_.harms(effective, band, influence)};
  for (std::size_t lane = 0; lane < child_lanes; ++lane) {
    if (rate[lane] != state.lanes[lane].rate) state.lanes[lane].retarget(rate[lane], reach(turn, id, lane));
  }
  note_due(turn, id);
  if (rate[harm_lane] == harms_before) return;
  turn.report(Occurrence::Kind::harm_rate_changed, id).rate = rate[harm_lane];
  if (harms_before == 0.0F || rate[harm_lane] == 0.0F) turn.house.milestone = next_milestone(turn);
}

}  // namespace lscb::life
