// What the world keeps of a household that services have met. Arenas in World hold these; ids are positions.
#pragma once

#include <array>
#include <cstdint>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/cause.h"
#include "life/population.h"
#include "measures/history.h"
#include "measures/organisation.h"
#include "observe/finding.h"
#include "record/household_file.h"
#include "spec/area.h"
#include "world/delivery.h"

namespace lscb::world {

inline constexpr std::uint32_t nothing = 0xffff'ffffU;
/// Children of one household have positions from 0; a mask has a bit for each.
using Children = std::uint8_t;
inline constexpr int most_children = static_cast<int>(life::most_siblings);
static_assert(most_children <= 8);

/// A witness who has not called yet.
struct PendingCall {
  HouseholdId household;
  std::uint8_t child = 0;  ///< position in the household
  spec::Referrer referrer = spec::Referrer::police;
  bool emergency = false;
  bool forwarded = false;  ///< has been to the wrong place
  float severity = 0.0F;   ///< in levels
  float reluctance = 0.0F;
  Instant incident_at;
  kernel::Cause incident;
};

/// A call that was made.
struct Contact {
  HouseholdId household;
  Children children = 0;
  spec::Referrer referrer = spec::Referrer::police;
  measures::Route route = measures::Route::no_further_action;
  bool warranted = true;  ///< the reference worker would assess on what could be known
  bool emergency = false;
  bool decided = false;
  Instant at;
  kernel::Cause cause;
  double signal = 0.0;
  double account = 0.0;
  std::uint32_t first_point = nothing;     ///< in the history log; one for each child, in order
  std::uint32_t joined = nothing;          ///< a later contact that is decided together with this one
  Children also = 0;                       ///< children whom those joined name
  bool referred = false;                   ///< was taken on as a referral
  bool specific = true;                    ///< told in particulars, or recorded so
  double in_particulars = 0.0;             ///< the signal once the caller says what happened
  double heard = 0.0;                      ///< gravest concern told by this call and those joined
  std::uint32_t decision_clock = nothing;  ///< in the clock book, as all clocks below
  [[nodiscard]] Children named() const { return static_cast<Children>(children | also); }
};

/// An assessment: initial or single, core, or core as the vehicle of an enquiry.
struct Assessment {
  HouseholdId household;
  Children children = 0;
  measures::AssessmentKind kind = measures::AssessmentKind::initial;
  std::uint8_t tasks_left = 0;
  Children to_conference = 0;      ///< for whom the enquiry confirmed significant harm
  std::uint8_t enquiry_found = 0;  ///< the need that it found for them
  bool open = false;
  Instant referral;
  Instant begun;
  Instant fieldwork_ends;
  kernel::Cause cause;  ///< of the work: trigger and kind
  std::uint32_t contact = nothing;
  std::uint32_t first_point = nothing;  ///< in the history log
  observe::Care care;
  measures::DoneBy assessor{};    ///< on whose work the finding rests
  measures::DoneBy enquirer{};    ///< who made the enquiry
  bool family_tree = false;       ///< one is drawn
  std::array<TaskId, 3> tasks{};  ///< its work, for when it is given up
  std::uint32_t clock = nothing;
  std::uint32_t conference_clock = nothing;
};

enum class PlanKind : std::uint8_t { child_in_need, protection, looked_after };
inline constexpr int plan_kinds = 3;
constexpr std::size_t index(PlanKind kind) {
  return static_cast<std::size_t>(kind);
}

/// One kind of plan held for some of a household's children, with its rhythm.
struct Plan {
  Children children = 0;
  bool visit_open = false;  ///< the last visit has not been made yet
  bool review_open = false;
  bool measurable = true;             ///< its outcomes can be measured
  bool outcomes_by_standard = false;  ///< and writing them takes time of its own
  std::uint16_t token = 0;
  std::uint16_t first_turn = 0;  ///< where in the round of those who visit this plan's first visit stands
  std::uint16_t visits = 0;      ///< asked for
  std::uint16_t visits_made = 0;
  std::uint16_t reviews = 0;
  TaskId visit;  ///< the last that was asked for
  Instant since;
  Instant review_clock;  ///< when the running review period began
  Delivery delivered;
  kernel::Cause cause;
  std::uint32_t core_group_clock = nothing;
  std::uint32_t next_review_clock = nothing;
};

enum class CafState : std::uint8_t { none, waiting, active };

struct Caf {
  CafState state = CafState::none;
  Children children = 0;
  bool assessment_given = false;
  bool measurable = false;
  bool outcomes_by_standard = false;
  bool supervised = false;  ///< a manager has gone through it since the last review
  bool review_open = false;
  std::uint16_t token = 0;
  std::uint16_t reviews = 0;
  double in_view = 1.0;  ///< share of what its leads came to know that the present one knows, 0..1
  Instant since;
  Delivery delivered;
  kernel::Cause cause;
  std::uint32_t contact = nothing;  ///< the call that the door sent here; none after an assessment or plan
};

struct Family {
  HouseholdId household;
  record::HouseholdFile file;
  std::uint32_t assessment = nothing;  ///< the open one
  std::uint32_t referral = nothing;    ///< contact being decided as a referral
  std::uint32_t conference = nothing;  ///< the enquiry whose conference is to come
  std::uint16_t handovers = 0;
  bool removal_sought = false;
  bool adult_followed =
      false;  ///< truth: another has come since the dangerous adult on file; no decision reads it
  bool with_long_term = false;  ///< its social worker is asked of the long-term team
  TeamId unit;                  ///< that holds its case; none where there are no units
  bool left_unit = false;       ///< its case came back to a team, while other units may still be there
  std::array<Plan, plan_kinds> plans;
  Caf caf;
  /// Open service spans in the history log, by child and measures::ServiceKind.
  std::array<std::array<std::uint32_t, 4>, most_children> spans{};
  std::array<Instant, most_children> last_referral;

  explicit Family(HouseholdId id) : household(id) {
    for (auto& by_kind : spans) by_kind.fill(nothing);
    last_referral.fill(Instant::long_ago());
  }
  [[nodiscard]] Plan& plan(PlanKind kind) { return plans[index(kind)]; }
  [[nodiscard]] Children planned() const {
    return static_cast<Children>(plans[0].children | plans[1].children | plans[2].children);
  }
};

}  // namespace lscb::world
