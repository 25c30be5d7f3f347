// Names of this room's draws. Constants of the program, never renumbered (kernel/cause.h).
#pragma once

#include <cstdint>

namespace lscb::observe::causes {

inline constexpr std::uint64_t notice = 1001;
inline constexpr std::uint64_t call = 1002;
inline constexpr std::uint64_t report = 1003;
inline constexpr std::uint64_t account = 1004;
inline constexpr std::uint64_t checks = 1005;
inline constexpr std::uint64_t finding = 1006;
inline constexpr std::uint64_t engagement = 1007;
inline constexpr std::uint64_t clarified = 1020;
inline constexpr std::uint64_t family_tree = 1021;
inline constexpr std::uint64_t misrouting = 1008;
inline constexpr std::uint64_t adult_gone = 1022;

}  // namespace lscb::observe::causes
