// Names of the world's draws and of the causes it derives. Constants of the program, never renumbered.
#pragma once

#include <cstdint>

namespace lscb::world::causes {

// Children of an incident or of an earlier decision.
inline constexpr std::uint64_t contact = 4001;     ///< index: referrer
inline constexpr std::uint64_t assessment = 4002;  ///< index: kind
inline constexpr std::uint64_t plan = 4003;        ///< index: kind
inline constexpr std::uint64_t visit = 4004;       ///< index: number of the plan's visit
inline constexpr std::uint64_t review = 4005;      ///< index: number of the plan's review
inline constexpr std::uint64_t caf = 4006;
inline constexpr std::uint64_t step_up = 4007;  ///< index: number of the CAF's review
inline constexpr std::uint64_t reread = 4008;   ///< index: post
inline constexpr std::uint64_t conference = 4009;
inline constexpr std::uint64_t closure = 4010;
inline constexpr std::uint64_t enquiry = 4011;
inline constexpr std::uint64_t from_harm = 4012;
inline constexpr std::uint64_t supervision = 4013;     ///< of the root, by post; below it by month
inline constexpr std::uint64_t unit_meeting = 4014;    ///< of the root, by unit; below it by week and post
inline constexpr std::uint64_t coaching = 4015;        ///< likewise, by month
inline constexpr std::uint64_t administration = 4016;  ///< of the work that is relieved, by its kind
inline constexpr std::uint64_t chairing = 4017;
inline constexpr std::uint64_t centre_supervision = 4030;  ///< index: number of the CAF's review
inline constexpr std::uint64_t named_adult = 4031;

// Draws.
inline constexpr std::uint64_t decision_noise = 4101;  ///< index: stage
inline constexpr std::uint64_t choice = 4102;          ///< index: what is chosen
inline constexpr std::uint64_t start_plan = 4103;
inline constexpr std::uint64_t change = 4104;        ///< index: number of the change
inline constexpr std::uint64_t meeting_mark = 4105;  ///< of a piece of work, by its kind
inline constexpr std::uint64_t standard = 4130;            ///< index: which standard of practice
inline constexpr std::uint64_t parenting_training = 4131;  ///< index: minute
inline constexpr std::uint64_t inspection = 4132;  ///< index: minute; below it, what the hours are for

}  // namespace lscb::world::causes
