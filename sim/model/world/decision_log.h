// The decisions of the front door as they were weighed, kept where an experiment asks why calls went no
// further. Nothing in the model reads it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "door/attribution.h"
#include "measures/opportunity.h"

namespace lscb::world {

/// Missed opportunities of the counted window (contacts, as measure missed_opportunities_contacts), and of
/// those that a decision ended, what it rested on.
struct DecisionTally {
  std::array<std::int64_t, measures::unmet_count> by_kind{};
  std::int64_t decided = 0;  ///< screened out or sent to CAF by a decision that was weighed
  std::int64_t beyond = 0;   ///< of these, with every term restored it would have gone no further
  std::array<double, door::term_count>
      shares{};  ///< sums of the decisions' shares; with `beyond` they sum to `decided`
};

/// By contact number. Copied with the world. Memory: 200 bytes a contact.
class DecisionLog {
 public:
  /// The decision that settles the contact; a later one takes the place of an earlier.
  void put(std::uint32_t contact, const door::Weighed& weighed);
  /// A missed opportunity is counted.
  void count(const measures::Opportunity& missed, const door::Parameters& parameters);
  [[nodiscard]] const DecisionTally& tally() const { return tally_; }

 private:
  struct Entry {
    door::Weighed weighed;
    bool known = false;
  };
  std::vector<Entry> entries_;
  DecisionTally tally_;
};

}  // namespace lscb::world
