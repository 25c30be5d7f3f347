// One family's turn: what Truth needs at hand while it settles a family at one instant. Private to the room.
#pragma once

#include "life/truth.h"

namespace lscb::life {

struct Truth::Turn {
  HouseholdId id;
  House& house;
  Instant now;
  Outbox& out;
  // Position, in the order of a family's lanes, of what is happening, and the place after it in its own lane.
  // Lanes behind it may still hold points of this minute, lanes before it may not.
  int position = -1;
  Place next_in_lane = 0;

  [[nodiscard]] ChildId child(int i) const {
    return ChildId{house.first_child.value() + static_cast<ChildId::Value>(i)};
  }
  [[nodiscard]] std::size_t order_of(ChildId child_id) const {
    return child_id.value() - house.first_child.value();
  }
  [[nodiscard]] unsigned bit_of(ChildId child_id) const { return 1U << order_of(child_id); }
  [[nodiscard]] static constexpr int position_of(std::size_t household_lane) {
    return 1 + static_cast<int>(household_lane);
  }
  [[nodiscard]] int position_of(ChildId child_id, std::size_t lane) const {
    return 1 + static_cast<int>(household_lanes + order_of(child_id) * child_lanes + lane);
  }
  [[nodiscard]] Place from(int lane_position) const {
    if (lane_position > position) return place_at(now);
    return lane_position == position ? next_in_lane : after_minute(now);
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
  Occurrence& report(Occurrence::Kind kind, ChildId child_id) {
    Occurrence& o = report(kind);
    o.child = child_id;
    o.position = static_cast<std::uint8_t>(order_of(child_id));
    return o;
  }
};

}  // namespace lscb::life
