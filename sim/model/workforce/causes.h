// Names of this room's draws. Constants of the program, never renumbered (kernel/cause.h).
#pragma once

#include <cstdint>

namespace lscb::workforce::causes {

inline constexpr std::uint64_t group = 2001;         ///< of the root, by team
inline constexpr std::uint64_t post = 2002;          ///< of a group, by rank
inline constexpr std::uint64_t at_start = 2003;      ///< of a post
inline constexpr std::uint64_t tenure = 2004;        ///< of a post, by tenure
inline constexpr std::uint64_t candidate = 2005;     ///< of a tenure, by cell
inline constexpr std::uint64_t agency_round = 2006;  ///< of a tenure, by round
inline constexpr std::uint64_t parts = 2007;         ///< of a task's cause, by kind
inline constexpr std::uint64_t transfer = 2008;      ///< of a change's cause, by household
inline constexpr std::uint64_t taken_hours = 2009;   ///< of a change's cause, by post
inline constexpr std::uint64_t role = 2010;          ///< of a team's group, by role
inline constexpr std::uint64_t person = 2011;        ///< of a tenure, or of its round of agency cover
inline constexpr std::uint64_t absence = 2012;       ///< of a tenure, by cell
inline constexpr std::uint64_t taken = 2013;  ///< of a household, by post and time: a record played again

}  // namespace lscb::workforce::causes
