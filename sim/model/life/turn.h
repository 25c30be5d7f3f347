// One family's turn: what Truth needs at hand while it settles a family at one instant. Private to the room.
#pragma once

#include "life/truth.h"

namespace lscb::life {

constexpr Place place_at(Minute minute) {
  return Place{minute} * (Place{1} << 32);
}

/// Children go by their position in the household here.
struct Truth::Turn {
  HouseholdId id;
  House& house;
  HouseholdLanes& lanes;
  ChildState* children;
  Minute now;
  Outbox& out;
  // Position, in the order of a family's lanes, of what is happening, and the place after it in its own lane.
  // Lanes behind it may still hold points of this minute, lanes before it may not.
  int position = -1;
  // The next milestone is no longer the one on file: looked for once, when all is settled.
  bool milestone_passed = false;
  Place next_in_lane = 0;

  [[nodiscard]] static constexpr int position_of(std::size_t household_lane) {
    return 1 + static_cast<int>(household_lane);
  }
  [[nodiscard]] static constexpr int position_of(int child, std::size_t lane) {
    return 1 + static_cast<int>(household_lanes + lane) + child * static_cast<int>(child_lanes);
  }
  [[nodiscard]] Place from(int lane_position) const {
    if (lane_position == position) return next_in_lane;
    return place_at(lane_position > position ? now : now + 1);
  }
  // From here on the minute is over: changes act on what is later.
  void close_minute() { position = 1 << 20; }

  [[nodiscard]] Circumstances circumstances() const {
    return {house.frailty, house.unsettled, house.newcomer, house.adult_there};
  }
  Occurrence& report(Occurrence::Kind kind) {
    Occurrence& o = out.occurrences.emplace_back();
    o.kind = kind;
    o.household = id;
    return o;
  }
  Occurrence& report(Occurrence::Kind kind, int child) {
    Occurrence& o = report(kind);
    o.child = ChildId{house.first_child.value() + static_cast<ChildId::Value>(child)};
    o.position = static_cast<std::uint8_t>(child);
    return o;
  }
};

// The ages at which rates change, in minutes.
inline constexpr auto gestation = static_cast<Minute>(pregnancy.count());
inline constexpr auto age_1 = static_cast<Minute>(years(1).count());
inline constexpr auto age_5 = static_cast<Minute>(years(5).count());
inline constexpr auto age_11 = static_cast<Minute>(years(11).count());
inline constexpr auto age_18 = static_cast<Minute>(childhood.count());

}  // namespace lscb::life
