// Each call as the reference worker would judge it, and what the chance of who decided made of a decision:
// marks beside the history, taken down only where an experiment asks. Nothing is drawn that the model would
// not draw the same, nothing is noted and nothing follows.
#pragma once

#include "world/world.h"

namespace lscb::world {

class World::Hindsight {
 public:
  explicit Hindsight(World& world) : w_(world) {}

  /// A call has come and nothing has been done about it.
  void flag(std::uint32_t contact, bool of_harm);
  void screened(std::uint32_t contact, const door::Evidence& evidence, const door::Decider& decider);
  void referral_decided(std::uint32_t contact, const door::Evidence& evidence, const door::Decider& decider);
  /// Of a decision read again.
  void read_again(std::uint32_t contact, const door::Evidence& evidence, const door::Decider& decider,
                  const door::Policy& policy);
  void on_open_case(std::uint32_t contact, const door::Evidence& evidence, const door::Decider& decider);

 private:
  /// A decision of the door itself: whether it goes on as it was weighed, and would without its noise.
  struct Chance {
    bool goes_on = false;
    bool without = false;
  };
  [[nodiscard]] Chance chance_in(door::Bar bar, const door::Evidence& evidence, const door::Decider& decider,
                                 const door::Policy& policy) const;
  [[nodiscard]] bool reference_assesses(std::uint32_t contact) const;
  /// luck(position) for each child named by the contact and those decided with it.
  template <class LuckOf>
  void set_luck(std::uint32_t contact, LuckOf&& luck);

  World& w_;
};

}  // namespace lscb::world
