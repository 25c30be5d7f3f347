// Stages of decision, for the keys of their noise. Constants of the program, never renumbered; two may share
// a number only where they never share a cause.
#pragma once

#include <cstdint>

namespace lscb::world {

inline constexpr std::uint64_t at_screening = 1;
inline constexpr std::uint64_t at_referral = 2;
inline constexpr std::uint64_t at_open_case = 3;
inline constexpr std::uint64_t at_challenge = 4;
inline constexpr std::uint64_t at_audit = 5;
inline constexpr std::uint64_t at_lead_challenge = 6;  ///< of a contact's cause
inline constexpr std::uint64_t at_handover = 6;        ///< of the cause of a re-reading
inline constexpr std::uint64_t at_second_reading = 20;

}  // namespace lscb::world
