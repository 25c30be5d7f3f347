// Orders against dangerous adults: those whose case a worker prepares, those that wait for room at the
// partner agencies, and how many the agencies have in hand. First prepared, first taken up. Nothing is drawn
// here, and what an order does is for others to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "kernel/cause.h"

namespace lscb::world {

struct Order {
  HouseholdId household;
  kernel::Cause cause;
};

class Orders {
 public:
  /// A worker is to prepare it. The answer names it.
  [[nodiscard]] std::uint64_t seek(const Order& order);
  /// REQUIRES: sought.
  [[nodiscard]] const Order& sought(std::uint64_t number) const { return sought_[number]; }
  /// It waits for room from now on. REQUIRES: sought, and not prepared before.
  void prepared(std::uint64_t number);
  /// One that nobody needs to prepare: in hand at once, whatever the room.
  void take_in_hand() { ++in_hand_; }
  /// The next, if one waits and there is room: in hand from now on. No capacity: room for all.
  [[nodiscard]] std::optional<Order> take_up(std::optional<int> capacity);
  /// One in hand has come to its end. REQUIRES: in_hand() > 0.
  void ended();

  [[nodiscard]] bool have_room(std::optional<int> capacity) const {
    return !capacity || in_hand_ < *capacity;
  }
  [[nodiscard]] int in_hand() const { return in_hand_; }
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

 private:
  int in_hand_ = 0;
  std::vector<Order> sought_;  ///< by number
  std::vector<Order> waiting_;
};

}  // namespace lscb::world
