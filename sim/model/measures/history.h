// What is kept of one child for counting: the truth and the record side by side, which only the measures may
// see together. The world appends in time order; nothing here is read by a decision.
#pragma once

#include <cstdint>
#include <vector>

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
  assessment,         ///< initial or single assessment opened
  strategy_discussion,
  existing_case,      ///< passed to the worker of an open case
};

/// One contact that names the child.
struct ContactPoint {
  std::uint64_t contact = 0;   ///< unique in the replication
  Instant incident_at;         ///< when what it tells of happened
  Instant at;                  ///< when social care was told
  Route route = Route::no_further_action;
  bool under_assessment = false;   ///< the child's assessment was open when the contact came
  std::uint8_t plan_covers = 0;    ///< need that the child's plan covers then: 0 none, 2 CIN, 3 CP or looked after
  bool lost_in_handover = false;   ///< its assessment was closed or dropped at a change of worker
};

enum class AssessmentKind : std::uint8_t { initial, core, section47, single };

/// One assessment of the child. Not completed: `completed == Instant::never()`.
struct AssessmentPoint {
  AssessmentKind kind = AssessmentKind::initial;
  Instant begun;               ///< opened (the referral, for an initial one)
  Instant completed = Instant::never();
  std::uint8_t found = 0;      ///< need found, on the scale of NeedPoint
  bool led_to_core = false;
};

enum class ServiceKind : std::uint8_t { caf, child_in_need, protection, looked_after };

/// A CAF or plan held for the child, [from, to); `to == Instant::never()` while open.
struct ServiceSpan {
  ServiceKind kind = ServiceKind::caf;
  Instant from;                ///< active from (for CAF: consented and begun)
  Instant to = Instant::never();
};

/// A stretch with a constant rate of harm after protection, in events a year.
struct HarmPoint {
  Instant at;
  double rate = 0.0;
};

struct ChildHistory {
  ChildId child;
  HouseholdId household;
  Instant conceived;
  Instant born;
  Instant leaves;              ///< the eighteenth birthday, or the family's move away
  std::vector<NeedPoint> need; ///< first point at or before the run's start; need 0 before it
  std::vector<ContactPoint> contacts;
  std::vector<AssessmentPoint> assessments;
  std::vector<ServiceSpan> services;
  std::vector<HarmPoint> harm;
};

}  // namespace lscb::measures
