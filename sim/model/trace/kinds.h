// Words that steps share.
#pragma once

#include <cstdint>

namespace lscb::trace {

enum class Origin : std::uint8_t {
  arrives,  ///< when it comes is for others to say
  read,     ///< of what stands for others too; when it is read is the family's own
  follows,  ///< from what has come and been read
  beside,   ///< nothing follows from it
};

enum class Lane : std::uint8_t {
  truth,    ///< what happened, whoever knew
  record,   ///< what an agency did, heard or wrote down
  in_view,  ///< what stood before who decided or did the work
};

/// A child by its place among those of the family, from 0 for the oldest.
struct Child {
  std::uint8_t position = 0;
  friend bool operator==(const Child&, const Child&) = default;
};

/// Children of one family: bit i for the i-th.
struct Children {
  std::uint8_t bits = 0;
  [[nodiscard]] bool has(int position) const { return (bits >> position & 1U) != 0; }
  friend bool operator==(const Children&, const Children&) = default;
};

/// Parts of a piece of work: bit by pathway::Part.
struct Parts {
  std::uint8_t bits = 0;
  [[nodiscard]] bool has(int part) const { return (bits >> part & 1U) != 0; }
  friend bool operator==(const Parts&, const Parts&) = default;
};

/// A place in which somebody may hold a family's case.
enum class Holding : std::uint8_t { social_worker, practitioner, family_support };

/// Why who noticed did not tell.
enum class Silence : std::uint8_t {
  unwilling,  ///< it weighed too little with them
  gave_up,    ///< it would not have, but for earlier calls that came to nothing
  lost,       ///< told where nobody passed it on
};

/// Where a decision is taken.
enum class Stage : std::uint8_t {
  screening,
  referral,
  open_case,
  challenge,
  lead_challenge,
  audit,
  handover,
  second_reading
};

/// A standard of practice, or standards that are asked for together.
enum class Standard : std::uint8_t {
  work,               ///< of a piece of work: chronology read, family tree drawn, record in particulars
  caf_outcomes,       ///< measurable outcomes of a CAF
  plan_outcomes,      ///< measurable outcomes of a plan
  adult_removal,      ///< orders sought against a known dangerous adult
  second_reading,     ///< of a decision for CAF
  centre_management,  ///< the management of a children's centre is stated
};

/// A share or time that a change may replace for everybody.
enum class Arranged : std::uint8_t {
  agency_challenge,
  lead_challenge,
  audit,
  file_requested,
  file_arrives,
  file_days
};

/// Why a call that passes a threshold leads to nothing more.
enum class Obstacle : std::uint8_t {
  enquiry_under_way,
  assessment_under_way,
  children_planned,  ///< all whom it names have a plan
};

/// How a statutory clock ends.
enum class Ending : std::uint8_t { done, lapsed, lost };

}  // namespace lscb::trace
