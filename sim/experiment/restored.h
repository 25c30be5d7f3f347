// One of seven groups of an organisation's workings put back to its reference, all else left as it is.
//
// The reference of a group is the organisation in which that group takes nothing away: not a better one than
// the published thresholds, posts and practice would give, and for account and experience as much as there
// can be. What no group touches: the families and their need, what happens to them, who notices and what
// they say, published thresholds, the chance of who decides, consent, referrers who give up, labels, the
// team's yardstick, standards of practice, and what a service does once it is delivered.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "world/design.h"

namespace lscb::experiment {

enum class Group : std::uint8_t { policy, load, turnover, early_help, partners, experience, account };
inline constexpr std::size_t group_count = 7;
inline constexpr std::array<Group, group_count> all_groups{
    Group::policy,   Group::load,       Group::turnover, Group::early_help,
    Group::partners, Group::experience, Group::account};

[[nodiscard]] const char* id(Group group);     ///< "early_help"
[[nodiscard]] const char* words(Group group);  ///< "work waiting and posts standing vacant"

/// How many times its posts a team of social care, or a centre, has where nothing is to wait for it: the
/// least whole multiple at which no case, or no CAF, had to wait in ten runs of `no-change` and ten of
/// `isle-of-wight-2011` (seeds 1 to 10).
inline constexpr int enough_posts = 5;
inline constexpr int enough_family_support = 7;

/// The same design with the group at its reference from the first day of the run-in on. The same families
/// live under it: area, demand and life parameters that make them are the same, figure by figure. REQUIRES: a
/// design that scenario::check has passed; the result need not lie within the ranges of files.
[[nodiscard]] world::Design restored(const world::Design& design, Group group);

/// Whether there is nothing to restore: the group takes nothing away in this design.
[[nodiscard]] bool at_reference(const world::Design& design, Group group);

}  // namespace lscb::experiment
