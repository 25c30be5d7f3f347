// The calls about each family, in order, kept where an experiment asks what the reference worker would have
// made of them. Nothing in the model reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "world/family.h"

namespace lscb::world {

/// Copied with the world. Memory: 4 bytes a household and a contact.
class ReferenceLog {
 public:
  explicit ReferenceLog(std::size_t households) : last_(households, nothing) {}

  /// A call comes. REQUIRES: numbers only rise.
  void told(HouseholdId household, std::uint32_t contact) {
    before_.resize(contact + std::size_t{1}, nothing);
    before_[contact] = last_[household.value()];
    last_[household.value()] = contact;
  }

  /// look(contact) for each call about the family before this one, the latest first. O(their number).
  template <class Look>
  void each_before(std::uint32_t contact, Look&& look) const {
    for (std::uint32_t one = before_[contact]; one != nothing; one = before_[one]) look(one);
  }

 private:
  std::vector<std::uint32_t> last_;    // by household
  std::vector<std::uint32_t> before_;  // by contact: the one before about the same family
};

}  // namespace lscb::world
