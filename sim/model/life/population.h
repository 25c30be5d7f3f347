// The families of an area: who is born when, who moves in and away. Immutable facts, a pure function of
// (parameters, setting, key); services change none of them.
//
// Families form at a constant rate, so many in each absolute calendar year (numbered from 1970), each known
// by (year, number in that year). A horizon only selects from them: the same family has the same facts and
// the same cause under every horizon, and one family more changes no other. Ids, in contrast, number the
// selected families of one run: never key a draw by an id; use `cause`.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/keyed_random.h"
#include "life/parameters.h"

namespace lscb::life {

struct Setting {
  /// Children aged 0-17 in the area on any day, on average. > 0.
  double children = 0.0;
  /// Multiplies every rate that raises need: an area's demand relative to the reference area. > 0.
  double intensity = 1.0;
  /// Shares of the families by children's centre; they sum to 1. Empty: no centre.
  std::vector<double> catchments;
  /// The stretch a run can look at. Facts do not depend on it.
  Interval horizon;
  /// Families added behind all others, so that the ids of the others stay (tests of independence).
  std::uint32_t extra_households = 0;
};

/// From conception to birth.
inline constexpr Minutes pregnancy = days(266);
/// Of 18 years; within a day of the eighteenth birthday.
inline constexpr Minutes childhood = years(18);

/// A family has no more children than this, ever.
inline constexpr std::size_t most_siblings = 4;

struct Child {
  Instant born;
  kernel::Cause cause;  ///< parent of every draw about the child
  HouseholdId household;
  std::uint8_t ordinal = 0;  ///< 0 for the family's first child ever

  [[nodiscard]] constexpr Instant conceived() const { return born - pregnancy; }
  [[nodiscard]] constexpr Instant turns_18() const { return born + childhood; }
};

struct Household {
  kernel::Cause cause;                     ///< parent of every draw about the family
  Instant moved_in = Instant::long_ago();  ///< long ago: always here
  Instant moves_away = Instant::never();
  ChildId first_child;  ///< of those selected; the others follow it
  std::uint8_t children = 0;
  bool file_elsewhere = false;  ///< a previous authority holds a file on the family
  std::uint16_t catchment = 0;  ///< index into Setting::catchments
  float frailty = 1.0F;         ///< mean 1 over families, strongly skewed
};

class Population {
 public:
  /// O(families). REQUIRES: every parameter set; setting.children > 0; setting.horizon not empty.
  Population(const Parameters& parameters, const Setting& setting, kernel::WorldKey key);

  /// One family of it, with the facts and causes that it has there: household 0, and its children from 0 on.
  [[nodiscard]] Population only(HouseholdId id) const;

  [[nodiscard]] const std::vector<Household>& households() const { return households_; }
  [[nodiscard]] const std::vector<Child>& children() const { return children_; }
  [[nodiscard]] const Household& household(HouseholdId id) const { return households_[id.value()]; }
  [[nodiscard]] const Child& child(ChildId id) const { return children_[id.value()]; }

  /// When the child counts as here, unborn included: from conception or the family's arrival to the
  /// eighteenth birthday or the family's move away. May be empty.
  [[nodiscard]] Interval here(ChildId id) const;

  /// Children aged 0-17 who live in the area at an instant. O(children).
  [[nodiscard]] std::size_t count_at(Instant at) const;

 private:
  Population() = default;

  std::vector<Household> households_;
  std::vector<Child> children_;
};

/// Children a family ever has, on average.
[[nodiscard]] double mean_family_size(const Parameters& parameters);

}  // namespace lscb::life
