// What is kept of one child for counting: the truth and the record side by side, which only the measures may
// see together. Nothing here is read by a decision. Each list is in time order.
//
// The lists are views: the world keeps them as it likes (measures/history_log.h is one way) and they need
// live only while a history is counted.
#pragma once

#include <cstdint>
#include <span>

#include "base/ids.h"
#include "base/time.h"

namespace lscb::measures {

/// True need from `at` on: 0 universal, 1 additional, 2 complex (s17), 3 significant harm (s47).
struct NeedPoint {
  Instant at;
  std::uint8_t need = 0;
};

/// What became of a contact.
enum class Route : std::uint8_t {
  no_further_action,
  information_and_advice,
  caf,
  assessment,  ///< initial or single assessment opened
  strategy_discussion,
  existing_case,  ///< passed to the worker of an open case
};

/// What the chance of who decided made of a call, with all else as it was.
enum class Luck : std::uint8_t {
  none,       ///< nothing: settled the same without it; or nobody asked
  good,       ///< an assessment was opened that would not have been
  bad_start,  ///< not taken on as a referral, and would have been, to be decided again
  bad,        ///< not assessed, and would have been
};

/// One contact that names the child. What is said of the child is as it stood just before the contact.
struct ContactPoint {
  std::uint64_t contact = 0;  ///< unique in the replication, not 0; the same for every child that it names
  Instant incident_at;        ///< when what it tells of happened; not after `at`
  Instant at;                 ///< when social care was told
  Route route = Route::no_further_action;
  bool under_assessment = false;  ///< an assessment of the child was open
  std::uint8_t plan_covers = 0;   ///< need that the child's plan covers: 0 none, 2 CIN, 3 CP or looked after
  bool lost_in_handover = false;  ///< its assessment was closed or dropped at a change of worker
  // Only where an experiment asks for it (world/reference.cpp).
  bool flagged = false;  ///< the reference worker would assess on what was held or obtainable as it came
  bool of_harm = false;  ///< made because a child of the family had just come to serious harm
  Luck luck = Luck::none;
};

enum class AssessmentKind : std::uint8_t { initial, core, section47, single };

/// One assessment of the child, in the order in which they begin. A core assessment that is the vehicle of an
/// enquiry is one piece of work and stands here once. Not completed: `completed == Instant::never()`.
struct AssessmentPoint {
  AssessmentKind kind = AssessmentKind::initial;
  Instant begun;  ///< opened (the referral, for an initial or single one)
  Instant completed = Instant::never();
  std::uint8_t found = 0;  ///< need found, on the scale of NeedPoint
  bool led_to_core = false;
  /// The contact that it answers, also where it followed another assessment of the same referral (a core
  /// after an initial one). 0: none, such as a step-up from CAF, a visit, an audit.
  std::uint64_t answers = 0;
};

enum class ServiceKind : std::uint8_t { caf, child_in_need, protection, looked_after };

/// A CAF or plan held for the child, [from, to); `to == Instant::never()` while open. By `from`.
struct ServiceSpan {
  ServiceKind kind = ServiceKind::caf;
  Instant from;  ///< active from (for CAF: consented and begun)
  Instant to = Instant::never();
  Instant stepped_up = Instant::never();  ///< when a CAF's lead professional first took it to social care
};

/// Need that a service covers while it is held. A CAF covers none: it is not a plan of social care.
[[nodiscard]] constexpr std::uint8_t need_covered(ServiceKind kind) {
  if (kind == ServiceKind::caf) return 0;
  return kind == ServiceKind::child_in_need ? 2 : 3;
}

/// From `at` on harm comes at this rate, after protection, in events a year.
struct HarmPoint {
  Instant at;
  double rate = 0.0;
};

/// Something that happened to the child.
struct HarmEvent {
  Instant at;
};

struct ChildHistory {
  ChildId child;
  HouseholdId household;
  Instant conceived;
  Instant born;
  Instant leaves;                         ///< the eighteenth birthday, or the family's move away
  Instant arrives = Instant::long_ago();  ///< the family's move into the area
  std::uint16_t catchment = 0;            ///< of a children's centre, by its place in the area's list
  std::span<const NeedPoint> need;        ///< first point at or before the run's start; need 0 before it
  std::span<const ContactPoint> contacts;
  std::span<const AssessmentPoint> assessments;
  std::span<const ServiceSpan> services;
  std::span<const HarmPoint> harm;  ///< rate 0 before the first
  std::span<const HarmEvent> harm_events;
};

}  // namespace lscb::measures
