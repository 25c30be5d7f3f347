#include "life/population.h"

#include <algorithm>
#include <array>

#include "base/numeric.h"
#include "kernel/assert.h"
#include "kernel/distributions.h"
#include "life/causes.h"

namespace lscb::life {
namespace {

constexpr std::int64_t year_length = static_cast<std::int64_t>(minutes_per_year);

constexpr double upper_half(std::uint64_t word) {
  return static_cast<double>(word >> 32) * 0x1.0p-32;
}
constexpr double lower_half(std::uint64_t word) {
  return static_cast<double>(word & 0xffff'ffffU) * 0x1.0p-32;
}
constexpr double third(std::uint64_t word, int which) {
  return static_cast<double>(word >> (21 * which) & 0x1f'ffffU) * 0x1.0p-21;
}
constexpr Minutes share_of(double share, Minutes length) {
  return Minutes{static_cast<std::int64_t>(share * static_cast<double>(length.count()))};
}

// Births of a family, by its first block of words.
struct Births {
  std::size_t count = 1;
  std::array<Instant, most_siblings> at{};

  [[nodiscard]] Instant first_conceived() const { return at[0] - pregnancy; }
  [[nodiscard]] Instant last_turns_18() const { return at[count - 1] + childhood; }
};

class Maker {
 public:
  Maker(const Parameters& p, const Setting& setting, kernel::WorldKey key)
      : p_(p),
        setting_(setting),
        key_(key),
        shortest_(years(p.sibling_gap_shortest)),
        gap_range_(years(p.sibling_gap_longest) - years(p.sibling_gap_shortest)) {}

  // Adds the family of that cause if a child of it is in the area within the horizon.
  void consider(kernel::Cause cause, Instant year, std::vector<Household>& households,
                std::vector<Child>& children) {
    kernel::Draws draws(key_, cause);
    const Births births = births_of(draws, year);
    const Interval& horizon = setting_.horizon;
    if (births.first_conceived() >= horizon.to || births.last_turns_18() <= horizon.from) return;

    Household household;
    household.cause = cause;
    move(household, births, draws());
    if (household.moved_in >= horizon.to || household.moves_away <= horizon.from) return;
    household.first_child = ChildId{static_cast<ChildId::Value>(children.size())};
    const HouseholdId id{static_cast<HouseholdId::Value>(households.size())};
    for (std::size_t i = 0; i < births.count; ++i) {
      Child child;
      child.born = births.at[i];
      if (child.conceived() >= horizon.to || child.turns_18() <= horizon.from) continue;
      child.cause = cause.child(causes::child, i);
      child.household = id;
      child.ordinal = static_cast<std::uint8_t>(i);
      children.push_back(child);
      ++household.children;
    }
    const std::uint64_t word = draws();
    household.catchment = catchment(upper_half(word));
    household.frailty = static_cast<float>(
        std::min(kernel::gamma(draws, p_.frailty_shape, 1.0 / p_.frailty_shape), p_.frailty_cap));
    household.file_elsewhere = household.moved_in != Instant::long_ago() &&
                               lower_half(word) < p_.file_elsewhere * static_cast<double>(household.frailty);
    households.push_back(household);
  }

 private:
  Births births_of(kernel::Draws& draws, Instant year) const {
    const std::uint64_t first = draws(), gaps = draws();
    Births births;
    births.at[0] = year + share_of(upper_half(first), Minutes{year_length});
    double size = lower_half(first);
    for (const double share : {p_.families_of_one, p_.families_of_two, p_.families_of_three}) {
      size -= share;
      if (size < 0.0) break;
      births.at[births.count] = births.at[births.count - 1] + shortest_ +
                                share_of(third(gaps, static_cast<int>(births.count) - 1), gap_range_);
      ++births.count;
    }
    return births;
  }

  // Families that move in, and as many others that move away, do so at a moment uniform over the family's
  // years with children: the losses and the gains balance at every age.
  void move(Household& household, const Births& births, std::uint64_t word) const {
    const double share = upper_half(word);
    if (share >= 2.0 * p_.families_moving) return;
    const Instant begins = births.first_conceived();
    const Instant when = begins + share_of(lower_half(word), births.last_turns_18() - begins);
    (share < p_.families_moving ? household.moved_in : household.moves_away) = when;
  }

  [[nodiscard]] std::uint16_t catchment(double share) const {
    std::size_t i = 0;
    for (; i + 1 < setting_.catchments.size(); ++i) {
      share -= setting_.catchments[i];
      if (share < 0.0) break;
    }
    return static_cast<std::uint16_t>(i);
  }

  const Parameters& p_;
  const Setting& setting_;
  kernel::WorldKey key_;
  Minutes shortest_;
  Minutes gap_range_;
};

constexpr std::int64_t year_of_cell(Instant at) {
  const std::int64_t cell = at.count() / year_length;
  return cell * year_length > at.count() ? cell - 1 : cell;
}

}  // namespace

double mean_family_size(const Parameters& p) {
  return p.families_of_one + 2.0 * p.families_of_two + 3.0 * p.families_of_three +
         4.0 * (1.0 - p.families_of_one - p.families_of_two - p.families_of_three);
}

Population::Population(const Parameters& p, const Setting& setting, kernel::WorldKey key) {
  LSCB_REQUIRE(setting.children > 0.0, "an area has children");
  LSCB_REQUIRE(setting.horizon.from < setting.horizon.to, "the horizon is not empty");
  LSCB_REQUIRE(p.families_of_one + p.families_of_two + p.families_of_three <= 1.0,
               "the shares of family sizes exceed 1");
  LSCB_REQUIRE(p.families_moving <= 0.5, "no more than half of the families move in");
  LSCB_REQUIRE(p.sibling_gap_shortest <= p.sibling_gap_longest,
               "the shortest gap between births exceeds the longest");

  // A family that moves in or away is here for half of its children's years, on average.
  const double families_a_year = setting.children / (18.0 * mean_family_size(p) * (1.0 - p.families_moving));
  const auto always = static_cast<std::uint64_t>(families_a_year);
  const double sometimes = families_a_year - static_cast<double>(always);
  const Minutes longest = childhood + years(p.sibling_gap_longest) * (most_siblings - 1);
  const std::int64_t first = year_of_cell(setting.horizon.from - longest) - 1;
  const std::int64_t last = year_of_cell(setting.horizon.to + pregnancy);

  const double years_seen = 18.0 + in_years(setting.horizon.length()) + 1.0;
  const double expected = setting.children * years_seen / 18.0;
  children_.reserve(static_cast<std::size_t>(expected * 1.1) + 64);
  households_.reserve(static_cast<std::size_t>(expected * 1.25 / mean_family_size(p)) + 64);

  Maker maker(p, setting, key);
  for (std::int64_t year = first; year <= last; ++year) {
    const auto of_year =
        kernel::Cause::root().child(causes::families_of_year, static_cast<std::uint64_t>(year));
    const std::uint64_t families = always + (kernel::Draws(key, of_year).uniform01() < sometimes ? 1 : 0);
    const Instant begins{year * year_length};
    for (std::uint64_t n = 0; n < families; ++n) {
      maker.consider(of_year.child(causes::family, n), begins, households_, children_);
    }
  }
  for (std::uint32_t n = 0; n < setting.extra_households; ++n) {
    const Instant begins = setting.horizon.from - Minutes{year_length} * (n % 18);
    maker.consider(kernel::Cause::root().child(causes::added_family, n), begins, households_, children_);
  }
}

Population Population::only(HouseholdId id) const {
  Population one;
  Household& family = one.households_.emplace_back(household(id));
  for (std::uint32_t i = 0; i < family.children; ++i) {
    Child& child = one.children_.emplace_back(children_[family.first_child.value() + i]);
    child.household = HouseholdId{0};
  }
  family.first_child = ChildId{0};
  return one;
}

Interval Population::here(ChildId id) const {
  const Child& c = child(id);
  const Household& h = household(c.household);
  const Instant from = std::max(c.conceived(), h.moved_in);
  return {from, std::max(from, std::min(c.turns_18(), h.moves_away))};
}

std::size_t Population::count_at(Instant at) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < children_.size(); ++i) {
    if (children_[i].born <= at && here(ChildId{static_cast<ChildId::Value>(i)}).contains(at)) ++count;
  }
  return count;
}

}  // namespace lscb::life
