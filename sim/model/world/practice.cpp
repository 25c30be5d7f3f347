// Standards of practice: what they add to a piece of work, and what follows from the work.
#include "world/practice.h"

#include <algorithm>

#include "world/causes.h"
#include "world/world.h"

namespace lscb::world {

using pathway::Work;
using workforce::Part;

namespace {

// Which standard a draw decides on, under causes::standard.
enum Standard : std::uint64_t { chronology, family_tree, specific_record, caf_outcomes, plan_outcomes };

}  // namespace

template <class Kind, class Use>
void World::each_in_force(Use&& use) const {
  for (const Act& act : acts_) {
    const auto* kind = std::get_if<Kind>(&act.change->effect);
    if (kind == nullptr || act.step == undoing || act.at > now_ || (kind->until && *kind->until <= now_)) {
      continue;
    }
    use(*kind);
  }
}

void World::gather_practice() {
  practice_ = {};
  Practice& p = practice_;
  // Shares in force together: the greatest holds. What can only be one thing: the latest.
  each_in_force<change::TreesAndChronologies>([&](const auto& t) {
    p.chronologies = std::max(p.chronologies, t.chronologies);
    p.family_trees = std::max(p.family_trees, t.family_trees);
  });
  each_in_force<change::MeasurableOutcomes>([&](const auto& m) {
    p.caf_outcomes = std::max(p.caf_outcomes, m.cafs.value_or(0.0));
    p.plan_outcomes = std::max(p.plan_outcomes, m.plans.value_or(0.0));
  });
  each_in_force<change::SpecificRecording>(
      [&](const auto& s) { p.specific_records = std::max(p.specific_records, s.contacts); });
  each_in_force<change::PerpetratorRemoval>([&](const auto& r) {
    p.removals_led = true;
    if (r.sought) p.removal_share = r.sought;
    if (r.weeks) p.removal_days = 7.0 * *r.weeks;
    if (r.capacity) p.removal_capacity = r.capacity;
  });
  each_in_force<change::CafMonitoring>([&](const auto& c) {
    p.caf_read_above = c.score_above;
    p.caf_reader = c.by;
  });
}

void World::act_on(const change::TreesAndChronologies&, const Act&) {
  gather_practice();
}
void World::act_on(const change::MeasurableOutcomes&, const Act&) {
  gather_practice();
}
void World::act_on(const change::SpecificRecording&, const Act&) {
  gather_practice();
}
void World::act_on(const change::CafMonitoring&, const Act&) {
  gather_practice();
}
void World::act_on(const change::PerpetratorRemoval&, const Act&) {
  gather_practice();
  take_up_removals();  // there may be room for more now
}

bool World::practised(double share, kernel::Cause cause, std::uint64_t standard) const {
  if (share <= 0.0) return false;
  kernel::Draws draws{key_, cause.child(causes::standard, standard)};
  return draws.uniform01() < share;
}

void World::hold_to_standards(Work work, workforce::Task& task) const {
  const auto chronology_part = workforce::index(Part::chronology);
  if (task.parts[chronology_part] > Minutes{0} && practised(practice_.chronologies, task.cause, chronology)) {
    task.standing = workforce::bit(Part::chronology);
  }
  switch (work) {
    case Work::screening:
      if (practised(practice_.specific_records, task.cause, specific_record)) {
        task.core += hours(p_.pathway.hours_specific_record);
      }
      break;
    case Work::initial_assessment:
    case Work::core_assessment:
      if (draws_family_tree(task.cause)) task.core += hours(p_.pathway.hours_family_tree);
      break;
    default:
      break;
  }
  note(task.household, trace::Standards{trace::Standard::work, practice_.chronologies, practice_.family_trees,
                                        practice_.specific_records});
}

bool World::draws_family_tree(kernel::Cause assessment) const {
  return practised(practice_.family_trees, assessment, family_tree);
}

void World::family_tree_drawn(HouseholdId household, kernel::Cause assessment) {
  take(Branch::family_tree_drawn, household);
  record::HouseholdFile& file = family(household).file;
  if (!hidden_adult(household) || file.adult_named) return;
  if (!observe::tree_names_adult(p_.observe, key_, assessment)) return;
  take(Branch::adult_named, household);
  file.adult_named = true;
}

bool World::checks_bring_out_adult(HouseholdId household, kernel::Cause cause) {
  const double whole = by_reference() ? 1.0 : tie(household, spec::Referrer::police);
  if (observe::checks_reveal(p_.observe, whole, key_, cause)) return true;
  // Asked about a man with a name, partners look a second time.
  return family(household).file.adult_named &&
         observe::checks_reveal(p_.observe, whole, key_, cause.child(causes::named_adult));
}

void World::record_in_particulars(Contact& contact) {
  if (!practised(practice_.specific_records, contact.cause, specific_record) || contact.specific) return;
  if (!observe::caller_clarifies(p_.observe, key_, contact.cause)) return;
  take(Branch::vague_report_clarified, contact.household);
  contact.specific = true;
  contact.signal = contact.in_particulars;
  contact.heard = contact.in_particulars;
}

Outcomes World::outcomes_of_caf(HouseholdId household) const {
  const kernel::Cause cause = cause_of(household);
  note(household, trace::Standards{trace::Standard::caf_outcomes, practice_.caf_outcomes});
  // One mark for both shares: a higher standard takes the CAFs that had them along.
  const bool anyhow = chosen(p_.pathway.caf_measurable_share, cause, 12);
  const bool measurable = anyhow || chosen(practice_.caf_outcomes, cause, 12);
  return {measurable, measurable && !anyhow};
}

Outcomes World::outcomes_of_plan(HouseholdId household, kernel::Cause plan) const {
  note(household, trace::Standards{trace::Standard::plan_outcomes, practice_.plan_outcomes});
  kernel::Draws draws{key_, plan.child(causes::standard, plan_outcomes)};
  const double mark = draws.uniform01();
  const bool anyhow = mark < p_.pathway.plan_measurable_share;
  const bool measurable = anyhow || mark < practice_.plan_outcomes;
  return {measurable, measurable && !anyhow};
}

// --- Training in what is good enough -----------------------------------------------------------------------

void World::act_on(const change::GoodEnoughParenting& training, const Act& act) {
  if (act.step == undoing || training.training_hours <= 0.0) return;
  const kernel::Cause cause =
      kernel::Cause::root().child(causes::parenting_training, static_cast<std::uint64_t>(act.at.count()));
  for (const TeamId team : teams_.duty) {
    workforce_.take_hours(team, workforce::StageFilter{0, 1}, hours(training.training_hours),
                          static_cast<workforce::TaskKind>(Work::parenting_training),
                          workforce::Priority::normal, now_ + weeks(6), cause, now_, work_out_);
  }
}

void World::trained_in_parenting(const workforce::TaskDone& done) {
  const TeamId team = workforce_.post(done.worker.post).team;
  for (std::size_t i = 0; i < teams_.duty.size(); ++i) {
    if (teams_.duty[i] != team) continue;
    // Each of the team carries a part of its sense of what is good enough.
    int present = 0;
    for (int role = 0; role < spec::role_count; ++role) {
      const auto heads = workforce_.headcount(team, static_cast<spec::Role>(role));
      present += heads.permanent + heads.agency;
    }
    yardsticks_[i].return_towards(p_.door.norm_reference,
                                  p_.door.training_norm_return / std::max(1, present));
  }
}

}  // namespace lscb::world
