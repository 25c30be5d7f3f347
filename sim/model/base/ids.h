// Identities. Each kind of thing has its own type, so that a worker cannot stand where a household should.
#pragma once

#include <compare>
#include <cstdint>

namespace lscb {

template <class Tag>
class Id {
 public:
  using Value = std::uint32_t;
  constexpr Id() = default;
  constexpr explicit Id(Value value) : value_(value) {}
  [[nodiscard]] constexpr Value value() const { return value_; }
  [[nodiscard]] constexpr bool valid() const { return value_ != none_value; }
  constexpr auto operator<=>(const Id&) const = default;
  [[nodiscard]] static constexpr Id none() { return Id{}; }

 private:
  static constexpr Value none_value = 0xffff'ffffU;
  Value value_ = none_value;
};

using HouseholdId = Id<struct HouseholdTag>;
using ChildId = Id<struct ChildTag>;
using PostId = Id<struct PostTag>;
using TeamId = Id<struct TeamTag>;
using CentreId = Id<struct CentreTag>;
using TaskId = Id<struct TaskTag>;

}  // namespace lscb
