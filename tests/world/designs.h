// Designs for the tests of the world: the shipped scenarios, whole or in a small area.
#pragma once

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/load.h"
#include "world/design.h"
#include "world/replicate.h"

namespace lscb::world {

inline const std::vector<std::string>& shipped_scenarios() {
  static const std::vector<std::string> names =
      scenario::names(scenario::Library::at(SHIPPED_SCENARIOS), scenario::Kind::scenario);
  return names;
}

/// A scenario that comes with the program. Throws where it does not load: every test needs it.
inline Design shipped(std::string_view name) {
  scenario::Loaded loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
  if (!loaded.design) throw std::runtime_error(std::string(name) + " does not load");
  return *loaded.design;
}

inline double& parameter(Parameters& parameters, std::string_view id) {
  double* found = nullptr;
  Parameters::visit(parameters, [&](const char* name, const char*, double& value) {
    if (id == name) found = &value;
  });
  if (found == nullptr) throw std::runtime_error("no parameter " + std::string(id));
  return *found;
}

/// The same area with fewer children, and posts, flows and money in proportion (posts rounded up). Three
/// centres are left. Teams keep their ids, so that every shipped change still applies.
inline Design small(Design design, double children = 4000.0) {
  const double scale = children / design.area.children;
  design.area.children = children;
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) {
      role.posts = static_cast<int>(std::ceil(role.posts * scale));
    }
  }
  spec::Flows& f = design.area.flows;
  for (double* flow : {&f.contacts, &f.referrals, &f.initial_assessments, &f.core_assessments,
                       &f.section47_enquiries, &f.conferences, &f.review_conferences,
                       &f.protection_plans_held, &f.children_in_need, &f.looked_after}) {
    *flow *= scale;
  }
  design.area.centres.resize(std::min<std::size_t>(3, design.area.centres.size()));
  for (spec::Centre& centre : design.area.centres) {
    centre.catchment = 1.0 / static_cast<double>(design.area.centres.size());
    centre.family_support_posts = 1;
  }
  return design;
}

inline Design small(std::string_view name) {
  return small(shipped(name));
}

/// So many staff, all experienced, none ill and none leaving, that nobody waits for anybody; no history, no
/// norm, no backlog and no referrer who gives up. Writing up a closed case takes no time: whoever has just
/// closed one is free, and is asked first.
inline Design unlimited(Design design) {
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) {
      role.posts = 300;
      role.vacant_at_start = 0.0;
    }
  }
  for (spec::Centre& centre : design.area.centres) centre.family_support_posts = 100;
  design.area.leaving_per_year = 0.0;
  design.history.clear();
  for (const char* role : {"social_worker", "practitioner", "clinician", "family_support_worker"}) {
    parameter(design.parameters, std::string("workforce.caseload_cap_") + role) = 200.0;
  }
  for (const char* id : {"door.weight_norm", "door.weight_backlog", "observe.giving_up_per_refusal",
                         "pathway.hours_closure", "workforce.absence_spells_year"}) {
    parameter(design.parameters, id) = 0.0;
  }
  parameter(design.parameters, "workforce.experience_years") = 1e-9;
  return design;
}

/// Staff who stay, are never ill and are soon replaced, without a past: what a change does can be counted.
inline Design settled() {
  Design design = small("no-change");
  for (spec::Team& team : design.area.teams) {
    for (spec::Establishment& role : team.establishment) role.vacant_at_start = 0.0;
  }
  design.area.leaving_per_year = 0.0;
  design.area.months_to_fill = 0.5;
  parameter(design.parameters, "workforce.absence_spells_year") = 0.0;
  design.history.clear();
  return design;
}

/// The day of most tests' change.
inline const Instant change_day = at_date(2011, 4, 1);

/// The design with one change more.
inline Design with(Design design, change::Effect effect, Instant date = change_day) {
  design.changes.push_back({date, "a change", "council", std::move(effect), {}});
  return design;
}

inline double figure(const Outcome& outcome, std::string_view id) {
  const auto index = measures::find(id);
  if (!index) throw std::runtime_error("no measure " + std::string(id));
  return outcome.figures[*index].value_or(std::nan(""));
}

inline std::uint64_t taken(const Outcome& outcome, std::string_view branch) {
  for (const BranchCount& count : outcome.branches) {
    if (branch == count.id) return count.taken;
  }
  throw std::runtime_error("no branch " + std::string(branch));
}

inline Outcome run(const Design& design, std::uint64_t seed = 1, std::uint64_t replication = 0) {
  return replicate(design, kernel::WorldKey{seed, replication}, design.window);
}

}  // namespace lscb::world
