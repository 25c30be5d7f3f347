#include "world/orders.h"

#include "kernel/assert.h"

namespace lscb::world {

std::uint64_t Orders::seek(const Order& order) {
  sought_.push_back(order);
  return sought_.size() - 1;
}

void Orders::prepared(std::uint64_t number) {
  LSCB_REQUIRE(number < sought_.size(), "an order is sought before it is prepared");
  waiting_.push_back(sought_[number]);
}

std::optional<Order> Orders::take_up(std::optional<int> capacity) {
  if (waiting_.empty() || !have_room(capacity)) return std::nullopt;
  const Order next = waiting_.front();
  waiting_.erase(waiting_.begin());
  ++in_hand_;
  return next;
}

void Orders::ended() {
  LSCB_REQUIRE(in_hand_ > 0, "an order is in hand until it ends");
  --in_hand_;
}

}  // namespace lscb::world
