// The kinds of work of the pathway, how long each takes, and which parts go first when time is short.
#pragma once

#include <array>
#include <cstdint>

#include "base/time.h"
#include "pathway/parameters.h"
#include "spec/area.h"

namespace lscb::pathway {

/// Never renumber: the numbers stand in fingerprints and draws.
enum class Work : std::uint8_t {
  screening,
  referral_checks,
  referral_decision,
  initial_assessment,
  core_assessment,
  core_contribution,
  section47,
  conference,
  review_conference,
  protection_visit,
  child_in_need_visit,
  looked_after_visit,
  caf_assessment,
  caf_review,
  reread_file,
  closure,
  challenge,
  consultation,
  training,
  supervising,         ///< a manager's part in a worker's supervision
  supervision,         ///< the worker's own
  chairing,            ///< of a conference, initial or review
  unit_meeting,        ///< a member's week in the unit's meeting
  administration,      ///< what a unit coordinator takes off others
  adult_removal,       ///< a worker's part in orders against a dangerous adult
  caf_second_reading,  ///< of a decision for CAF, before it takes effect
  centre_supervision,  ///< of a family support worker, about one CAF
  parenting_training,  ///< in what is good enough
  inspection,          ///< preparation, action plan, audit
};
inline constexpr int work_count = 29;
[[nodiscard]] const char* name(Work work);
/// As files write it.
[[nodiscard]] const char* id(Work work);

/// Parts that pressure drops, in the order in which they go (MODEL, Caseload): by position in `Hours::parts`.
enum Part : std::uint8_t { chronology, checks, visit, reflection };
inline constexpr int part_count = 4;

/// Productive time of one piece of work: what cannot be dropped, and what can.
struct Effort {
  Minutes core;
  std::array<Minutes, part_count> parts{};
  [[nodiscard]] Minutes total() const;
};

/// Share of the total of such work that is the part, 0..1.
[[nodiscard]] double share_of(Work work, Part part);

/// Work with or for a family that the pathway asks for: the output of the services. Not what makes it better
/// or possible (training, supervision, meetings, chairs), nor what is done a second time because hands or
/// decisions change (re-reading, challenge, second readings).
[[nodiscard]] bool is_case_work(Work work);

/// Hours for the first child with each further one at the sibling share. REQUIRES: children >= 1.
[[nodiscard]] double with_siblings(const Parameters& parameters, double hours_first_child, int children);

/// Screening counts children at the full rate; the rest as `with_siblings`. Visits: one visit of the plan's
/// rhythm. Supervising counts the cases that the worker holds. REQUIRES: a kind whose hours do not come from
/// elsewhere (consultation, training, administration, parenting training, inspection).
[[nodiscard]] Effort effort(const Parameters& parameters, Work work, int children);

/// 0 urgent (pre-empts), 1, 2, 3.
[[nodiscard]] std::uint8_t priority(Work work);

/// Rhythm of visits.
inline constexpr Minutes protection_visit_interval = weeks(2);
inline constexpr Minutes child_in_need_visit_interval = weeks(4);
inline constexpr Minutes looked_after_visit_interval = weeks(6);

/// Who makes the n-th visit, so that over time each role carries its share of the plan's hours.
[[nodiscard]] spec::Role visitor(const Parameters& parameters, Work work, int nth);

}  // namespace lscb::pathway
