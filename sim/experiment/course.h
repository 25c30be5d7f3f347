// One family's course through one replication, and the same family's under two designs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/time.h"
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

/// All that was taken down of a family, and how its children's spells are judged.
struct Course {
  std::string scenario;
  std::string title;
  FamilyKey key;
  Interval run;
  Interval window;
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
/// none is named, in order. Throws NoSuchFamily, once all has been handed on.
void follow(const world::Design& design, std::uint64_t seed, int replication,
            const std::vector<std::uint32_t>& families, const std::function<void(const trace::Step&)>& sink);

/// Plays the replication alone and watches one family. Costs a replication. Throws NoSuchFamily; REQUIRES: a
/// replication of 1 or more.
[[nodiscard]] Course course_of(const world::Design& design, const FamilyKey& key);

/// Why the designs' families cannot be paired, in words that say what can be; empty where they can.
[[nodiscard]] std::optional<std::string> cannot_pair(const world::Design& first, const world::Design& second);

/// Something that was read at one moment and differs between two courses.
struct DifferentInput {
  const trace::Step* first = nullptr;   ///< null: not read in that course
  const trace::Step* second = nullptr;  ///< of the same kind
};

/// Where two courses part for whoever looks at what happened and was done: the first such step that is in one
/// and not in the other, or at another time. What was only read, and came to the same, is passed over.
struct Divergence {
  std::optional<std::size_t> in_first;   ///< its place in the first course; empty: that course has ended
  std::optional<std::size_t> in_second;  ///< likewise
  bool of_second = false;                ///< the earlier of the two, which parts them, is the second course's
  Instant at;
  /// What the step rested on and differs, by the time it was read, the latest before the parting last. Empty
  /// where the step itself came from outside: work done at another time, or by others.
  std::vector<DifferentInput> inputs;
  std::size_t earlier_inputs = 0;  ///< differed before and changed nothing
};

/// Empty where nothing that happened or was done differs. The courses must outlive the result.
[[nodiscard]] std::optional<Divergence> divergence(const Course& first, const Course& second);

}  // namespace lscb::experiment
