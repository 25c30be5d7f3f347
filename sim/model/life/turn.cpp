// What happens to a family: candidates taking effect, and the rates that follow from its state.
#include "life/turn.h"

#include <algorithm>

#include "life/causes.h"

namespace lscb::life {
namespace {

constexpr Kind household_kind[] = {Kind::crisis, Kind::adult_arrives, Kind::adult_leaves};
constexpr Kind child_kind[] = {Kind::need_up, Kind::need_down, Kind::incident, Kind::harm};

AgeBand band_of(Minute age) {
  if (age < 0) return AgeBand::unborn;
  if (age < age_1) return AgeBand::under_1;
  if (age < age_5) return AgeBand::from_1_to_4;
  return age < age_11 ? AgeBand::from_5_to_10 : AgeBand::from_11_to_17;
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
          place_at(turn.house.end)};
}

Reach Truth::reach(const Turn& turn, int child, std::size_t lane) const {
  const ChildState& state = turn.children[child];
  return {field_, state.cause, child_kind[lane], turn.from(Turn::position_of(child, lane)),
          place_at(state.end)};
}

inline void Truth::retarget(Turn& turn, int child, std::size_t lane, float rate) {
  Lane& l = turn.children[child].lanes[lane];
  if (rate == l.rate) return;
  l.retarget(rate, reach(turn, child, lane));
}

void Truth::note_due(Turn& turn, int child) {
  const auto& lanes = turn.children[child].lanes;
  const Place first =
      std::min(std::min(lanes[0].place, lanes[1].place), std::min(lanes[2].place, lanes[3].place));
  turn.house.child_due[static_cast<std::size_t>(child)] = minute_at(first);
}

void Truth::note_due(Turn& turn) {
  const HouseholdLanes& lanes = turn.lanes;
  turn.house.due = minute_at(std::min(std::min(lanes[0].place, lanes[1].place), lanes[2].place));
}

void Truth::household_candidate(Turn& turn, std::size_t lane) {
  Lane& l = turn.lanes[lane];
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

void Truth::child_candidate(Turn& turn, int child, std::size_t lane) {
  ChildState& state = turn.children[child];
  Lane& l = state.lanes[lane];
  turn.next_in_lane = l.place + 1;
  if (lane == up_lane || lane == down_lane) {
    enter_in_ledger(field_.key(), state.cause, child_kind[lane], l.place);
    l.silence();
    set_need(turn, child, lane == up_lane ? state.need + 1 : state.need - 1);
    return;
  }
  const kernel::Cause cause = Field::cause(state.cause, child_kind[lane], l.place);
  l.advance(reach(turn, child, lane));
  note_due(turn, child);
  Occurrence& o =
      turn.report(lane == incident_lane ? Occurrence::Kind::incident : Occurrence::Kind::harm, child);
  o.cause = cause;
  o.need = state.effective;
  o.severity = rates_.severity(state.effective, kernel::Draws(field_.key(), cause).uniform01());
}

// A crisis lifts the need of every child at home by one step, and to 2 at least.
void Truth::crisis(Turn& turn, kernel::Cause cause) {
  turn.report(Occurrence::Kind::crisis).cause = cause;
  for (int i = 0; i < turn.house.children; ++i) {
    const ChildState& state = turn.children[i];
    if (state.here && !state.influence.removed) set_need(turn, i, std::clamp(state.need + 1, 2, 3));
  }
}

void Truth::set_adult(Turn& turn, bool there) {
  turn.house.adult_there = there;
  refresh_household(turn);
  for (int i = 0; i < turn.house.children; ++i) {
    if (turn.children[i].here) refresh_child(turn, i);
  }
}

void Truth::set_need(Turn& turn, int child, int need) {
  turn.children[child].need = static_cast<std::uint8_t>(need);
  refresh_child(turn, child);
}

bool Truth::update_circumstances(Turn& turn) {
  House& house = turn.house;
  const bool newcomer = turn.now < house.moved_in + age_1;
  bool unsettled = false;
  for (int i = 0; i < house.children; ++i) {
    const Minute born = turn.children[i].born;
    unsettled |= born - gestation <= turn.now && turn.now < born + age_1;
  }
  const bool changed = newcomer != house.newcomer || unsettled != house.unsettled;
  house.newcomer = newcomer;
  house.unsettled = unsettled;
  return changed;
}

void Truth::refresh_household(Turn& turn) {
  HouseholdLanes& lanes = turn.lanes;
  const Circumstances family = turn.circumstances();
  lanes[crisis_lane].retarget(rates_.crises(family), reach(turn, crisis_lane));
  lanes[arrival_lane].retarget(family.adult_there ? 0.0F : rates_.adult_arrives(family),
                               reach(turn, arrival_lane));
  lanes[departure_lane].retarget(family.adult_there ? rates_.adult_leaves() : 0.0F,
                                 reach(turn, departure_lane));
  note_due(turn);
}

void Truth::refresh_rise(Turn& turn, int child) {
  const ChildState& state = turn.children[child];
  retarget(turn, child, up_lane, rates_.need_up(state.need, turn.circumstances(), state.influence));
  note_due(turn, child);
}

void Truth::refresh_child(Turn& turn, int child) {
  ChildState& state = turn.children[child];
  const Circumstances family = turn.circumstances();
  const Influence& influence = state.influence;
  const std::uint8_t effective = family.adult_there && !influence.removed ? 3 : state.need;
  if (effective != state.effective) {
    state.effective = effective;
    turn.report(Occurrence::Kind::need_changed, child).need = effective;
  }
  const AgeBand band = band_of(turn.now - state.born);
  retarget(turn, child, up_lane, rates_.need_up(state.need, family, influence));
  retarget(turn, child, down_lane, rates_.need_down(state.need, influence));
  retarget(turn, child, incident_lane, rates_.incidents(effective, band, influence));
  const float harms_before = state.lanes[harm_lane].rate;
  const float harms = rates_.harms(effective, band, influence);
  retarget(turn, child, harm_lane, harms);
  note_due(turn, child);
  if (harms == harms_before) return;
  turn.report(Occurrence::Kind::harm_rate_changed, child).rate = harms;
  if (harms_before == 0.0F || harms == 0.0F) turn.milestone_passed = true;
}

}  // namespace lscb::life
