// One family's course through one replication, and the same family's under two designs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time.h"
#include "change/change.h"
#include "measures/classification.h"
#include "trace/step.h"
#include "world/design.h"

namespace lscb::experiment {

/// Names a family of a replication. All are numbered from 1; the families' numbers hold for every design of
/// one area and period.
struct FamilyKey {
  std::uint64_t seed = 1;
  int replication = 1;
  std::uint32_t family = 1;
};

struct ChildOfCourse {
  Instant conceived;
  Instant born;
  Instant leaves;  ///< the eighteenth birthday, or the family's move away
  std::vector<measures::JudgedSpell> spells;
  std::vector<measures::Opportunity> opportunities;
};

/// A change of the organisation that the design makes.
struct PlannedChange {
  Instant date;
  std::string title;
  std::optional<Instant> until{};  ///< no longer in force from then on, where that was stated
  change::Change change{};         ///< what is made; of an announcement, what is announced
};

/// The same is made, or announced, on the same day, whatever it is called.
[[nodiscard]] bool same_change(const PlannedChange& a, const PlannedChange& b);

/// All that was taken down of a family, and how its children's spells are judged.
struct Course {
  std::string scenario;
  std::string title;
  FamilyKey key;
  Interval run;
  Interval window;
  std::vector<PlannedChange> changes;  ///< by date
  std::string centre;  ///< title of the children's centre in whose catchment it lives; empty: there is none
  std::vector<ChildOfCourse> children;  ///< by position, the oldest first
  std::vector<trace::Step> steps;       ///< in order
};

class NoSuchFamily : public std::invalid_argument {
 public:
  /// `families`: how many there are.
  NoSuchFamily(std::uint32_t asked, std::uint32_t families);
};

/// Plays one replication (from 1) alone and hands on the steps of the families asked for, all steps where
/// none is named, in order. False where `cancel` was set before all had been handed on: it then ends at the
/// next step of any family. Throws NoSuchFamily, once all has been handed on.
bool follow(const world::Design& design, std::uint64_t seed, int replication,
            const std::vector<std::uint32_t>& families, const std::function<void(const trace::Step&)>& sink,
            const std::atomic<bool>* cancel = nullptr);

/// Plays the replication alone and watches one family. Costs a replication. Throws NoSuchFamily; REQUIRES: a
/// replication of 1 or more.
[[nodiscard]] Course course_of(const world::Design& design, const FamilyKey& key);

/// Why the designs' families cannot be paired, in words that say what can be; empty where they can.
[[nodiscard]] std::optional<std::string> cannot_pair(const world::Design& first, const world::Design& second);

}  // namespace lscb::experiment
