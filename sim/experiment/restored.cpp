#include "experiment/restored.h"

#include <algorithm>
#include <variant>
#include <vector>

#include "experiment/design_difference.h"

namespace lscb::experiment {
namespace {

using world::Design;

constexpr double for_good_weeks = 52.0 * 100.0;  // longer than any run
constexpr double for_good_months = 12.0 * 100.0;
constexpr double never_squeezed_weeks = 1000.0;

/// Calls edit(kind) for each change of the kind, the shared past's as well.
template <class Kind, class Edit>
void edit_each(Design& design, Edit&& edit) {
  for (auto* changes : {&design.history, &design.changes}) {
    for (change::Change& change : *changes) {
      if (auto* kind = std::get_if<Kind>(&change.effect)) edit(*kind);
    }
  }
}

template <class Kind, class Which>
void take_out(Design& design, Which&& which) {
  for (auto* changes : {&design.history, &design.changes}) {
    changes->erase(std::remove_if(changes->begin(), changes->end(),
                                  [&](const change::Change& change) {
                                    const auto* kind = std::get_if<Kind>(&change.effect);
                                    return kind != nullptr && which(*kind);
                                  }),
                   changes->end());
  }
}

template <class Kind>
void take_out(Design& design) {
  take_out<Kind>(design, [](const Kind&) { return true; });
}

// The published thresholds, and the anchor that there is anyhow. A second reading of decisions for CAF, an
// answer to pressure and none itself, stays.
void restore_policy(Design& design) {
  take_out<change::ThresholdPolicy>(design);
  take_out<change::TargetPolicy>(design);
}

void restore_load(Design& design) {
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) {
      role.posts *= enough_posts;
      role.part_time *= enough_posts;
      role.vacant_at_start = 0.0;
    }
  }
  // Who leaves is followed at once, as far as files may say (half a month); who leaves stays as it is.
  design.area.months_to_fill = 0.5;
  edit_each<change::Recruitment>(design, [](change::Recruitment& r) { r.months_to_fill.reset(); });
  take_out<change::Posts>(design, [](const change::Posts& posts) { return posts.count < 0; });
  edit_each<change::OverspendRules>(design, [](change::OverspendRules& rules) {
    rules.vacancy_freeze = change::VacancyFreeze::none;
    rules.agency_stop = false;
  });
  workforce::Parameters& p = design.parameters.workforce;
  p.absence_spells_year = 0.0;  // what waits for who is ill waits, however many colleagues there are
  // So do the hours that a change takes of each worker. They are still worked, since training teaches, but
  // press nothing out of other work and nobody's decision down.
  for (double* half : {&p.squeeze_chronology_weeks, &p.squeeze_checks_weeks, &p.squeeze_visit_weeks,
                       &p.squeeze_reflection_weeks}) {
    *half = never_squeezed_weeks;
  }
  design.parameters.door.weight_backlog = 0.0;
}

void restore_turnover(Design& design) {
  workforce::Parameters& p = design.parameters.workforce;
  // By the multiples, not the area's rate: on the first day the same people have been there as long.
  p.leaving_early = 0.0;
  p.leaving_later = 0.0;
  // Until the post is filled. Whoever covers one on the first day has then been there long, and is practised.
  p.agency_stay_months = for_good_months;
  p.absence_unrest = 0.0;  // nobody is moved, nothing unsettles
  design.parameters.pathway.handover_loss = 0.0;
  // A reorganisation takes its hours, which are load, and its ties, which are partners'. It moves no case,
  // nobody and no post: no units are made, and none that were made go back.
  edit_each<change::Restructure>(design, [](change::Restructure& r) {
    r.cases_transferred = 0.0;
    r.units = 0;
    r.teams = false;
    r.coordinators = 0;
    r.competence_checked = false;
    r.coaching_hours = 0.0;
    r.coaching_months = 0;
  });
}

void restore_early_help(Design& design) {
  for (spec::Centre& centre : design.area.centres) {
    centre.family_support_posts *= enough_family_support;
    centre.open_days = 5;
  }
  take_out<change::CentreCut>(design);
  edit_each<change::OverspendRules>(design,
                                    [](change::OverspendRules& rules) { rules.early_help_cut = 0.0; });
}

// With whole ties callers are as willing, as quick and as clear as they are, no call goes astray, and checks
// bring out what partners' records hold: the same reference that decisions are set against.
void restore_partners(Design& design) {
  edit_each<change::Restructure>(design, [](change::Restructure& r) { r.partner_ties_broken = 0.0; });
}

void restore_experience(Design& design) {
  workforce::Parameters& p = design.parameters.workforce;
  p.experience_years = 1e-9;  // nobody lacks any
  design.parameters.pathway.supervision_lasts_weeks = for_good_weeks;
  // In a unit the meeting is supervision: everybody has the practice, and it is led as well by whoever does.
  p.practice_untrained = 1.0;
  p.led_by_another = 1.0;
  design.parameters.pathway.unit_meeting_lasts_weeks = for_good_weeks;
  // A centre's managers stay. Where none were ever stated, supervision there is taken as given.
  take_out<change::CentreManagement>(
      design, [](const change::CentreManagement& management) { return management.posts < 0; });
  edit_each<change::CentreManagement>(design,
                                      [](change::CentreManagement& management) { management.until.reset(); });
}

// Weights, not what the parents say or seem: the same people say and seem the same.
void restore_account(Design& design) {
  design.parameters.door.weight_account = 0.0;
  design.parameters.door.discount_engagement = 0.0;
  design.parameters.pathway.caf_engaged_step_up_discount = 0.0;
}

}  // namespace

const char* id(Group group) {
  constexpr std::array<const char*, group_count> ids{"policy",   "load",       "turnover", "early_help",
                                                     "partners", "experience", "account"};
  return ids[static_cast<std::size_t>(group)];
}

const char* words(Group group) {
  constexpr std::array<const char*, group_count> all{
      "pressure on decisions: thresholds moved, targets, downgrading",
      "work waiting and posts standing vacant",
      "people leaving or moved, units made, what handovers lose",
      "no room for a CAF, and centres cut or closed",
      "ties with partner agencies broken",
      "inexperience, and supervision that was not given",
      "the parents' account, and seeming to engage"};
  return all[static_cast<std::size_t>(group)];
}

Design restored(const Design& design, Group group) {
  Design result = design;
  switch (group) {
    case Group::policy:
      restore_policy(result);
      break;
    case Group::load:
      restore_load(result);
      break;
    case Group::turnover:
      restore_turnover(result);
      break;
    case Group::early_help:
      restore_early_help(result);
      break;
    case Group::partners:
      restore_partners(result);
      break;
    case Group::experience:
      restore_experience(result);
      break;
    case Group::account:
      restore_account(result);
      break;
  }
  return result;
}

bool at_reference(const Design& design, Group group) {
  return !first_difference(design, restored(design, group));
}

}  // namespace lscb::experiment
