// Orders by themselves: first prepared, first taken up, as far as there is room.
#include <gtest/gtest.h>

#include "world/orders.h"

namespace lscb::world {
namespace {

Order about(std::uint32_t household) {
  return {HouseholdId{household}, kernel::Cause::root().child(1, household)};
}

std::uint32_t taken_up(Orders& orders, std::optional<int> capacity) {
  const std::optional<Order> next = orders.take_up(capacity);
  return next ? next->household.value() : 0;
}

TEST(OrdersContract, AreTakenUpInTheOrderInWhichTheyWerePrepared) {
  Orders orders;
  const std::uint64_t first = orders.seek(about(1));
  const std::uint64_t second = orders.seek(about(2));
  EXPECT_EQ(taken_up(orders, std::nullopt), 0U);  // none is prepared
  orders.prepared(second);
  orders.prepared(first);
  EXPECT_EQ(orders.waiting(), 2U);
  EXPECT_EQ(taken_up(orders, std::nullopt), 2U);
  EXPECT_EQ(taken_up(orders, std::nullopt), 1U);
  EXPECT_EQ(taken_up(orders, std::nullopt), 0U);
  EXPECT_EQ(orders.in_hand(), 2);
}

TEST(OrdersContract, WaitForRoom) {
  Orders orders;
  for (std::uint32_t household = 1; household <= 3; ++household)
    orders.prepared(orders.seek(about(household)));
  EXPECT_EQ(taken_up(orders, 0), 0U);
  EXPECT_EQ(taken_up(orders, 1), 1U);
  EXPECT_EQ(taken_up(orders, 1), 0U);
  EXPECT_FALSE(orders.have_room(1));
  EXPECT_EQ(taken_up(orders, 2), 2U);  // there is more room now
  orders.ended();
  EXPECT_EQ(taken_up(orders, 1), 0U);  // and less
  orders.ended();
  EXPECT_EQ(taken_up(orders, 1), 3U);
  EXPECT_EQ(orders.waiting(), 0U);
}

// One that nobody needs to prepare asks for no room, and takes it.
TEST(OrdersContract, TakenInHandAtOnceTakeRoom) {
  Orders orders;
  orders.take_in_hand();
  orders.take_in_hand();
  EXPECT_FALSE(orders.have_room(2));
  orders.prepared(orders.seek(about(1)));
  EXPECT_EQ(taken_up(orders, 2), 0U);
  EXPECT_EQ(taken_up(orders, std::nullopt), 1U);
}

}  // namespace
}  // namespace lscb::world
