// The truth: each child's need and what follows from it, minute by minute. It knows no services: they act on
// it only through set_influence and remove_dangerous_adult, and learn of it only through the occurrences that
// their own errors let them see.
//
// The truth hands out wake-ups to be put into the caller's calendar and does whatever is due when one comes
// back. A wake-up that has been overtaken does nothing, so the caller never cancels. Only those of the
// present day are handed out (wakes.h), so that the caller's calendar stays small. What happens to a family
// is a pure function of (parameters, setting, key) and of the influences set on that family: neither other
// families nor the order of the caller's events at equal times play a part.
//
// Cost: a wake-up O(children of the family), about 1,300 instructions; no allocation in the steady
// state beyond the caller's outbox. Thread rule: one thread at a time; two Truths share nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/fetch.h"
#include "kernel/keyed_random.h"
#include "life/field.h"
#include "life/lane.h"
#include "life/parameters.h"
#include "life/population.h"
#include "life/rates.h"
#include "life/wakes.h"

namespace lscb::life {

/// Something is due in a family, or, without a household, the next wake-ups are to be handed out. To be put
/// into the caller's calendar and given back to Truth::handle.
struct Event {
  HouseholdId household;
};

struct Scheduled {
  Instant at;
  Event event;
};

/// What has just happened. Fields that a kind does not name are unset.
struct Occurrence {
  enum class Kind : std::uint8_t {
    need_changed,       ///< household, child, need: the effective need from now on
    harm_rate_changed,  ///< household, child, rate: serious harms a year from now on, after protection
    incident,           ///< household, child, cause, severity, need then: something others could notice
    harm,               ///< household, child, cause, severity, need then: a serious harm
    crisis,             ///< household, cause: domestic abuse, relapse
    adult_arrived,      ///< household, cause: a dangerous adult joined the family
    adult_left,         ///< household
    conceived,          ///< household, child, cause: a pregnancy
    born,               ///< household, child
    turned_18,          ///< household, child: no longer here; need 0 and no harm from now on, unreported
    moved_in,           ///< household, cause; Household::file_elsewhere
    moved_away          ///< household: as turned_18 for each of its children
  };
  Kind kind = Kind::need_changed;
  std::uint8_t need = 0;      ///< effective need 0..3
  std::uint8_t position = 0;  ///< of the child, if one is named, among those of the household
  HouseholdId household;
  ChildId child;
  float severity = 0.0F;  ///< in levels of need, 0..4
  double rate = 0.0;      ///< a year
  kernel::Cause cause;    ///< parent key of all that follows from it; draw from its children
};

/// Filled by Truth, emptied by the caller, reused.
struct Outbox {
  std::vector<Scheduled> events;
  std::vector<Occurrence> occurrences;  ///< in the order in which they happened

  void clear() {
    events.clear();
    occurrences.clear();
  }
};

class Truth {
 public:
  /// Builds the population. REQUIRES: as Population; rates within the bounds of the field (an assertion).
  Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key);
  /// Of families that are at hand. REQUIRES: made with these parameters, setting and key (or one of such).
  Truth(const Parameters& parameters, const Setting& setting, kernel::WorldKey key, Population population);

  /// Begins: each child's need, and each dangerous adult's presence, drawn from the stationary law without
  /// services, by family and child. Reports what differs from need 0, no harm and no dangerous adult.
  /// REQUIRES: called once, first; `at` in the horizon.
  void start(Instant at, Outbox& out);

  /// Does what is due in the event's family at `now`. REQUIRES: now is the time the event was scheduled for.
  void handle(const Event& event, Instant now, Outbox& out);

  /// Services' hold on a child from `now` on. What was due at `now` itself happens first, under the influence
  /// held until now. Ignored for a child who is not here. REQUIRES: `now` not before any earlier call's.
  void set_influence(ChildId child, const Influence& influence, Instant now, Outbox& out);

  /// The dangerous adult, if there is one, leaves the family. What was due at `now` itself happens first.
  void remove_dangerous_adult(HouseholdId household, Instant now, Outbox& out);

  [[nodiscard]] const Population& population() const { return population_; }
  /// Facts of the population that are asked for often, from where the truth has just been.
  [[nodiscard]] kernel::Cause cause(HouseholdId household) const { return houses_[household.value()].cause; }
  [[nodiscard]] kernel::Cause cause(ChildId child) const { return children_[child.value()].cause; }
  [[nodiscard]] ChildId first_child(HouseholdId household) const {
    return houses_[household.value()].first_child;
  }
  [[nodiscard]] int children(HouseholdId household) const { return houses_[household.value()].children; }
  [[nodiscard]] std::uint16_t catchment(HouseholdId household) const {
    return houses_[household.value()].catchment;
  }
  [[nodiscard]] HouseholdId household(ChildId child) const { return children_[child.value()].household; }
  /// The eighteenth birthday, or the family's move away.
  [[nodiscard]] Instant leaves(ChildId child) const {
    const ChildState& state = children_[child.value()];
    const Instant at_18 = Instant{state.born} + childhood;
    const Minute away = houses_[state.household.value()].moves_away;
    return away == no_minute ? at_18 : std::min(at_18, Instant{away});
  }
  [[nodiscard]] Instant born(ChildId child) const { return Instant{children_[child.value()].born}; }
  /// Conceived or arrived, and neither 18 nor gone.
  [[nodiscard]] bool here(ChildId child) const { return children_[child.value()].here; }
  /// Those of a household who are here: bit i stands for the i-th after Household::first_child. O(1).
  [[nodiscard]] std::uint8_t children_here(HouseholdId household) const {
    return houses_[household.value()].children_here;
  }
  /// Effective need 0..3; 0 for a child who is not here.
  [[nodiscard]] int need(ChildId child) const { return children_[child.value()].effective; }
  /// The child's own need 0..3, as it would show if a dangerous adult stayed hidden.
  [[nodiscard]] int own_need(ChildId child) const { return children_[child.value()].need; }
  [[nodiscard]] bool dangerous_adult(HouseholdId household) const {
    return houses_[household.value()].adult_there;
  }
  /// Serious harms a year at present, after protection. The integral of it is the expected harm.
  [[nodiscard]] double harm_rate(ChildId child) const {
    return children_[child.value()].lanes[harm_lane].rate;
  }
  [[nodiscard]] const Influence& influence(ChildId child) const { return children_[child.value()].influence; }

  /// Asks for the memory of a household that will soon be looked at: first the household's own, a little
  /// later its children's.
  void foresee(HouseholdId household) const { kernel::fetch(&houses_[household.value()]); }
  void foresee_children(HouseholdId household) const {
    const House& house = houses_[household.value()];
    kernel::fetch(&household_lanes_[household.value()]);
    for (std::size_t i = 0; i < house.children; ++i) kernel::fetch(&children_[house.first_child.value() + i]);
  }

  /// Bytes held, for a bench.
  [[nodiscard]] std::size_t memory() const;

 private:
  Truth(Rates rates, const Setting& setting, kernel::WorldKey key, Population population);

  // The order of the lanes settles equal times in a family: milestones, then these of the household, then the
  // children one by one.
  static constexpr std::size_t crisis_lane = 0, arrival_lane = 1, departure_lane = 2, household_lanes = 3;
  static constexpr std::size_t up_lane = 0, down_lane = 1, incident_lane = 2, harm_lane = 3, child_lanes = 4;

  struct alignas(64) ChildState {
    std::array<Lane, child_lanes> lanes;
    Influence influence;
    kernel::Cause cause;
    Minute born = 0;
    Minute end = 0;  // of the child's stay, or of the horizon
    HouseholdId household;
    std::uint8_t need = 0;       // the child's own
    std::uint8_t effective = 0;  // 3 while a dangerous adult is there
    bool here = false;
  };
  // What every wake-up reads, in one line of the cache.
  struct alignas(64) House {
    kernel::Cause cause;
    Minute scheduled = no_minute;  // time of the one wake-up that counts
    Minute milestone = no_minute;
    Minute due = no_minute;  // first in the household's own lanes
    std::array<Minute, most_siblings> child_due{no_minute, no_minute, no_minute, no_minute};
    Minute end = 0;
    Minute moved_in = 0;  // the earliest Minute: always here
    Minute moves_away = no_minute;
    ChildId first_child;
    float frailty = 1.0F;
    std::uint16_t catchment = 0;
    std::uint8_t children = 0;
    std::uint8_t children_here = 0;  // bit by order of birth
    bool here = false;
    bool adult_there = false;
    bool unsettled = false;  // expecting, or an infant in the family
    bool newcomer = false;   // moved in within the year
  };
  using HouseholdLanes = std::array<Lane, household_lanes>;
  struct Turn;

  static_assert(sizeof(House) == 64);

  // truth.cpp: a family's comings and goings, and the order of what is due.
  [[nodiscard]] Turn turn_of(HouseholdId id, Instant now, Outbox& out);
  [[nodiscard]] static Minute first_due(const House& house);
  [[nodiscard]] static int position_due(const Turn& turn, Minute at);
  [[nodiscard]] static Minute next_milestone(const Turn& turn);
  void hand_out(Instant now, Outbox& out);
  void hand_out_at(Instant day, Outbox& out);
  void keep_for_its_day(Turn& turn, Instant at);
  [[nodiscard]] Minute settle(Turn& turn);  // gives what first_due would
  void schedule(Turn& turn);
  void schedule(Turn& turn, Minute due);
  void milestone(Turn& turn);
  void enter_household(Turn& turn);
  void leave_household(Turn& turn);
  [[nodiscard]] std::array<double, 4> chances_of_need(const Turn& turn) const;
  void enter_child(Turn& turn, int child, const std::array<double, 4>& chances);
  void leave_child(Turn& turn, int child);

  // turn.cpp: what happens, and the rates that follow.
  [[nodiscard]] Reach reach(const Turn& turn, std::size_t lane) const;
  [[nodiscard]] Reach reach(const Turn& turn, int child, std::size_t lane) const;
  void retarget(Turn& turn, int child, std::size_t lane, float rate);
  static void note_due(Turn& turn, int child);
  static void note_due(Turn& turn);
  void household_candidate(Turn& turn, std::size_t lane);
  void child_candidate(Turn& turn, int child, std::size_t lane);
  void crisis(Turn& turn, kernel::Cause cause);
  void set_adult(Turn& turn, bool there);
  void set_need(Turn& turn, int child, int need);
  static bool update_circumstances(Turn& turn);  // whether they have changed
  void refresh_household(Turn& turn);
  void refresh_child(Turn& turn, int child);
  void refresh_rise(Turn& turn, int child);  // enough where only circumstances have changed

  Rates rates_;
  Population population_;
  Field field_;
  std::vector<House> houses_;
  std::vector<HouseholdLanes> household_lanes_;
  std::vector<ChildState> children_;
  Wakes wakes_;                        // from handed_out_ on
  std::vector<HouseholdId> of_today_;  // reused
  // Both begin a day; no wake-up that counts is kept for a day before next_hand_out_.
  Minute handed_out_ = 0;     ///< what is due before it is an event, and not kept for its day
  Minute next_hand_out_ = 0;  ///< the latest event of no household that is set, or behind the horizon
  Interval horizon_;
};

}  // namespace lscb::life
