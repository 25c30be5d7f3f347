// What the world counts of the organisation while a replication runs: flows within the counted window and
// integrals of levels over it, all whole numbers. Rates and shares are made of them in figures.cpp.
#pragma once

#include <array>
#include <cstdint>

#include "base/money.h"
#include "base/time.h"
#include "measures/age_band.h"
#include "pathway/clock.h"
#include "pathway/work.h"
#include "spec/area.h"

namespace lscb::measures {

/// Clocks of one kind that stopped in the window because what was due was done: in time, and all. The share
/// is one of survivors: what is never done is in neither.
struct ClockCount {
  std::int64_t met = 0;
  std::int64_t total = 0;
};

/// What runs on a child whose case nobody holds; the first that applies. All of it is on the record.
enum class Waits : std::uint8_t {
  assessment_past_limit,       ///< an assessment or a conference is due, and its limit is out
  assessment_within_limit,     ///< one is due, and there is time left
  protection_plan_past_limit,  ///< a protection plan, whose review or first core group is past its limit
  protection_plan,             ///< another protection plan
  looked_after_plan,           ///< no clock of its reviews is kept, nor of the next
  child_in_need_plan,
};
inline constexpr int waits_count = 6;
[[nodiscard]] const char* id(Waits waits);     ///< e.g. "assessment_past_limit"
[[nodiscard]] const char* words(Waits waits);  ///< in plain words

/// Who did a piece of work, as the record has it; the first that applies.
enum class DoneBy : std::uint8_t {
  not_qualified,    ///< whatever the contract
  agency,           ///< qualified, engaged through an agency
  newly_qualified,  ///< qualified, under a year in the work
  experienced,      ///< qualified, a year in the work or more
};
inline constexpr int done_by_count = 4;
template <class T>
using ByWhom = std::array<T, done_by_count>;
constexpr std::size_t index(DoneBy by) {
  return static_cast<std::size_t>(by);
}
[[nodiscard]] const char* id(DoneBy by);     ///< e.g. "newly_qualified"
[[nodiscard]] const char* words(DoneBy by);  ///< in plain words

/// Where money goes. Centres' staff are family support workers and lead professionals.
enum class Spend : std::uint8_t {
  team_staff,
  centre_staff,
  centre_running,
  agency_premium,
  recruitment,
  placements,
};
inline constexpr int spend_count = 6;
inline constexpr std::array<const char*, spend_count> spend_ids = {
    "team_staff", "centre_staff", "centre_running", "agency_premium", "recruitment", "placements"};
inline constexpr std::array<const char*, spend_count> spend_words = {"staff of teams",
                                                                     "staff of children's centres",
                                                                     "running costs of children's centres",
                                                                     "agency premium",
                                                                     "recruitment",
                                                                     "placements"};

/// Measures that the rules against overspending may bring into force.
enum class Restraint : std::uint8_t { vacancy_freeze, agency_stop, early_help_cut };
inline constexpr int restraint_count = 3;
inline constexpr std::array<const char*, restraint_count> restraint_ids = {"vacancy_freeze", "agency_stop",
                                                                           "early_help_cut"};
inline constexpr std::array<const char*, restraint_count> restraint_words = {
    "vacancy freeze", "stop of new agency engagements", "monthly cut of early help"};

/// Of a mean year's twelve.
constexpr double in_months(Minutes length) {
  return 12.0 * in_years(length);
}

/// Integral of a level over the window, in units of the level times minutes (kernel::TimeWeighted::integral).
using LevelMinutes = std::int64_t;

/// Of occasions at the front door on which something ought to be done: done, and all.
struct DoorPart {
  std::int64_t done = 0;
  std::int64_t due = 0;
  void count(bool was_done) {
    due += 1;
    done += was_done ? 1 : 0;
  }
};

/// Clocks of one kind whose limit fell in the window, done or not: met by then, and all (clock_book.h).
struct LimitCount {
  std::int64_t met = 0;
  std::int64_t total = 0;
  LevelMinutes overdue_children = 0;
};

struct OrganisationTally {
  // Flows in the window. `_children` counts a child once for each event that names it.
  std::int64_t contacts = 0;  ///< calls
  std::int64_t contact_children = 0;
  std::int64_t referral_children = 0;
  std::int64_t no_further_action_children = 0;  ///< contacts that ended in no further action or advice
  std::int64_t rereferral_children = 0;         ///< referrals within 12 months of the child's last
  std::int64_t cafs_opened_children = 0;
  std::int64_t caf_refused_households = 0;  ///< consent refused
  std::int64_t caf_step_up_children = 0;
  std::int64_t cafs_closed_children = 0;
  std::int64_t initial_assessment_children = 0;  ///< completed, as the next three
  std::int64_t core_assessment_children = 0;
  std::int64_t single_assessment_children = 0;
  std::int64_t section47_children = 0;
  std::int64_t no_need_found_children = 0;  ///< completed assessments that found need below 2
  std::int64_t not_warranted_children = 0;  ///< of these: not warranted on what was knowable
  std::int64_t conference_children = 0;
  std::int64_t protection_plan_children = 0;     ///< plans begun
  std::int64_t child_in_need_plan_children = 0;  ///< plans begun
  std::int64_t accommodated_children = 0;        ///< by agreement (s20)
  std::int64_t proceedings_children = 0;
  std::int64_t emergency_children = 0;              ///< emergency orders (s44, s46)
  std::int64_t challenges = 0;                      ///< decisions reopened by escalation or audit
  spec::ByReferrer<std::int64_t> contacts_by{};     ///< calls, by who made them
  spec::ByReferrer<std::int64_t> turned_away_by{};  ///< of these: no further action or advice, when decided
  std::int64_t partner_checks_households = 0;       ///< families on whom partners answered checks

  /// The same children by who finished the work that the finding rests on: initial, core and single
  /// assessments. Of an enquiry, who made it; its core assessment is among the core.
  ByWhom<std::int64_t> initial_by{};
  ByWhom<std::int64_t> core_by{};
  ByWhom<std::int64_t> single_by{};
  ByWhom<std::int64_t> section47_by{};
  /// Visits under plans, made, by who made them and by role.
  ByWhom<std::int64_t> visits_by{};
  spec::ByRole<std::int64_t> visits_by_role{};
  // What pressure left of the work at the front door.
  DoorPart chronologies;    ///< read, at a screening or a decision of a referral
  DoorPart checks;          ///< of partners' records, made on a referral
  DoorPart account_tested;  ///< the parents' account tested by a visit, at a decision of a referral

  std::int64_t supervisions_due = 0;
  std::int64_t supervisions_held = 0;
  std::int64_t unit_meetings_due = 0;
  std::int64_t unit_meetings_held = 0;

  std::array<ClockCount, pathway::clock_count> clocks{};  ///< by pathway::ClockKind
  std::array<LimitCount, pathway::clock_count> limits{};  ///< likewise

  // Levels.
  LevelMinutes unallocated_children = 0;
  std::int64_t unallocated_children_at_end = 0;
  /// The same children by Waits and age; without families on the list of whom no child is left.
  std::array<ByAge<std::int64_t>, waits_count> waiting_at_end{};
  LevelMinutes held_cases = 0;                  ///< households on social workers' caseloads
  LevelMinutes filled_social_worker_posts = 0;  ///< permanent or agency
  LevelMinutes agency_social_workers = 0;
  LevelMinutes social_worker_posts = 0;
  LevelMinutes ill_social_workers = 0;
  LevelMinutes caf_children = 0;                  ///< CAF stock
  LevelMinutes protection_plans_children = 0;     ///< stock
  LevelMinutes child_in_need_plans_children = 0;  ///< stock
  LevelMinutes looked_after_children = 0;         ///< stock

  std::array<Pence, spend_count> spend{};                         ///< by Spend
  std::array<Pence, spend_count> budget{};                        ///< likewise
  std::array<Minutes, restraint_count> restrained{};              ///< how long, by Restraint
  std::int64_t early_help_posts_cut = 0;                          ///< by the rules against overspending
  std::array<spec::ByRole<Minutes>, pathway::work_count> work{};  ///< minutes done, by pathway::Work and role
};

}  // namespace lscb::measures
