// Names of this room's draws. Constants of the program, never renumbered (kernel/cause.h). Below 200 stand
// the cells of the field (field.cpp). A family's cause descends from the root, a child's from the family's.
// The severity of an incident or a harm is drawn from its cause itself.
#pragma once

#include <cstdint>

namespace lscb::life::causes {

inline constexpr std::uint64_t families_of_year = 201;  ///< index: years since 1970
inline constexpr std::uint64_t family = 202;            ///< index: number in its year
inline constexpr std::uint64_t added_family = 203;      ///< index: Setting::extra_households
inline constexpr std::uint64_t child = 204;             ///< index: order of birth in the family
inline constexpr std::uint64_t beginning = 205;         ///< state when first here
inline constexpr std::uint64_t arrival = 207;           ///< of a family from elsewhere

}  // namespace lscb::life::causes
