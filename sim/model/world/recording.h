// One replication taken down as each family met it, so that one family can be played again alone: the same
// keyed life, the rest of the organisation's recorded load held fixed (MODEL, Why).
//
// Taken down is all that comes to a family from outside it, or is read there on its way: what work waited for
// whom and how long it took, who held a case and when it was taken from them, thresholds in force, and the
// like. Played again under the design as it was, a family has the very course that it had, but for what it
// saw within the minute of a reorganisation: what is asked of the record at the same minute gets the same
// answer. Where its course parts from that, it is answered as whoever last asked the same was answered: it
// waits as long, comes to the same desk, finds the same. So its own work presses nobody, and nobody else's
// course is another. That is the approximation; its error is found by running the whole area again.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/cause.h"
#include "kernel/keyed_random.h"
#include "measures/hindsight.h"
#include "world/design.h"
#include "world/missed_child.h"
#include "world/replicate.h"

namespace lscb::world {

struct Watch;

/// What the record's answers give way to, for the family that is played again. What stands in a design, such
/// as a weight or a share, is for the design to say; here is what only the record holds.
struct Eased {
  bool policy = false;      ///< the published thresholds
  bool load = false;        ///< social care: no work waits, no case waits, everybody is at work
  bool turnover = false;    ///< nobody who holds the case leaves it
  bool early_help = false;  ///< centres: no work and no CAF waits; they are open all week
  bool experience = false;  ///< work is thought over
  friend bool operator==(const Eased&, const Eased&) = default;
};

/// Serious harm to a family's children in a stretch of time.
struct Aftermath {
  struct Harm {
    std::uint8_t position = 0;
    Instant at;
    friend bool operator==(const Harm&, const Harm&) = default;
  };
  std::vector<Harm> harms;  ///< child by child, in order of time
  double expected = 0.0;    ///< events
};

/// Thread rule: immutable once made; replays from several threads at once are good.
class Recording {
 public:
  /// Plays the replication. Memory: some 20 MB for 25,000 children. REQUIRES: as replicate.
  /// `watch` is for the replication alone, and may be null.
  Recording(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch = nullptr);
  ~Recording();
  Recording(Recording&&) noexcept;
  Recording& operator=(Recording&&) noexcept;

  /// What replicate gives.
  [[nodiscard]] const Outcome& outcome() const;
  /// By household and position.
  [[nodiscard]] const std::vector<MissedChild>& missed() const;
  /// All that there are, met or not.
  [[nodiscard]] std::uint32_t households() const;
  /// The family alone under `design`: bit i is set if the child in position i is missed.
  /// REQUIRES: a design of the same window and of the same families (as experiment::restored gives).
  /// Watched, steps name it household 0.
  [[nodiscard]] std::uint8_t replay(HouseholdId household, const Design& design, const Eased& eased,
                                    const Watch* watch = nullptr) const;
  /// What comes of the family under its own design in `stretch`; where `reference_from` comes, met from then
  /// on by the reference worker: decisions at the door as door::reference_decision, all work at once, whole
  /// and by the experienced, visits made, room for a CAF, nobody leaving. The stretch ends in the counted
  /// window.
  [[nodiscard]] Aftermath aftermath(HouseholdId household, Interval stretch, Instant reference_from,
                                    const Watch* watch = nullptr) const;
  /// Hindsight of the replication, and what comes, in the counted window, of each family with a predictable
  /// harm where it meets the reference worker from the first flagged call on. REQUIRES: recorded with a watch
  /// that asks for the reference worker.
  [[nodiscard]] measures::HindsightTally hindsight() const;

 private:
  void replay_by_reference(std::span<measures::HarmCase> harms, measures::HindsightTally& tally) const;

  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace lscb::world
