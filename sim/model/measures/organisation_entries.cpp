#include <array>
#include <utility>

#include "measures/entry.h"

namespace lscb::measures {
namespace {

using Entries = std::vector<Entry>;

struct Flow {
  const char* id;
  const char* label;
  const char* unit;
  Better better;
  std::int64_t OrganisationTally::*count;
};

const Flow flows[] = {
    {"calls_contacts", "calls to children's social care", "contacts a year", Better::neither,
     &OrganisationTally::contacts},
    {"contacts_children", "children named in calls", "children a year", Better::neither,
     &OrganisationTally::contact_children},
    {"no_further_action_children", "contacts that ended in no further action or advice", "children a year",
     Better::neither, &OrganisationTally::no_further_action_children},
    {"referrals_children", "referrals", "children a year", Better::neither,
     &OrganisationTally::referral_children},
    {"rereferrals_children", "referrals within 12 months of the last", "children a year", Better::lower,
     &OrganisationTally::rereferral_children},
    {"cafs_opened_children", "CAFs opened", "children a year", Better::neither,
     &OrganisationTally::cafs_opened_children},
    {"caf_refused_households", "CAFs refused by the family", "households a year", Better::lower,
     &OrganisationTally::caf_refused_households},
    {"caf_step_ups_children", "CAFs stepped up to social care", "children a year", Better::neither,
     &OrganisationTally::caf_step_up_children},
    {"cafs_closed_children", "CAFs closed", "children a year", Better::neither,
     &OrganisationTally::cafs_closed_children},
    {"initial_assessments_children", "initial assessments completed", "children a year", Better::neither,
     &OrganisationTally::initial_assessment_children},
    {"core_assessments_children", "core assessments completed", "children a year", Better::neither,
     &OrganisationTally::core_assessment_children},
    {"single_assessments_children", "single assessments completed", "children a year", Better::neither,
     &OrganisationTally::single_assessment_children},
    {"section47_enquiries_children", "section 47 enquiries completed", "children a year", Better::neither,
     &OrganisationTally::section47_children},
    {"no_need_found_children", "assessments that found no need", "children a year", Better::lower,
     &OrganisationTally::no_need_found_children},
    {"not_warranted_children", "of these: not warranted on what could have been known", "children a year",
     Better::lower, &OrganisationTally::not_warranted_children},
    {"conferences_children", "initial child protection conferences", "children a year", Better::neither,
     &OrganisationTally::conference_children},
    {"protection_plans_begun_children", "child protection plans begun", "children a year", Better::neither,
     &OrganisationTally::protection_plan_children},
    {"child_in_need_plans_begun_children", "child-in-need plans begun", "children a year", Better::neither,
     &OrganisationTally::child_in_need_plan_children},
    {"accommodated_children", "children accommodated by agreement (s20)", "children a year", Better::neither,
     &OrganisationTally::accommodated_children},
    {"proceedings_children", "children in care proceedings begun", "children a year", Better::neither,
     &OrganisationTally::proceedings_children},
    {"emergency_orders_children", "children taken into police protection or under an emergency order",
     "children a year", Better::neither, &OrganisationTally::emergency_children},
    {"challenges_decisions", "decisions reopened by a challenge or an audit", "decisions a year",
     Better::neither, &OrganisationTally::challenges},
};

void add_flows(Entries& entries) {
  for (const Flow& flow : flows) {
    entries.push_back({{flow.id, flow.label, flow.unit, flow.better},
                       [count = flow.count](const Ground& g) { return g.a_year(g.organisation.*count); }});
  }
  entries.push_back({{"rereferrals_share", "referrals within 12 months of the last, of all referrals",
                      "share", Better::lower},
                     [](const Ground& g) {
                       return ratio(g.organisation.rereferral_children, g.organisation.referral_children);
                     }});
  entries.push_back(
      {{"supervision_held_share", "monthly supervisions held, of those due", "share", Better::higher},
       [](const Ground& g) {
         return ratio(g.organisation.supervisions_held, g.organisation.supervisions_due);
       }});
  entries.push_back(
      {{"unit_meetings_held_share", "weekly unit meetings held, of those due", "share", Better::higher},
       [](const Ground& g) {
         return ratio(g.organisation.unit_meetings_held, g.organisation.unit_meetings_due);
       }});
}

void add_door(Entries& entries) {
  const auto add = [&](const char* id, const char* label, DoorPart OrganisationTally::*part) {
    entries.push_back({{id, label, "share", Better::higher}, [part](const Ground& g) {
                         const DoorPart& of = g.organisation.*part;
                         return ratio(of.done, of.due);
                       }});
  };
  add("chronologies_read_share", "chronologies read, of screenings and decisions at the door",
      &OrganisationTally::chronologies);
  add("checks_made_share", "partners' records checked, of referrals decided at the door",
      &OrganisationTally::checks);
  add("account_tested_share", "parents' account tested by a visit, of referrals decided at the door",
      &OrganisationTally::account_tested);
}

void add_clocks(Entries& entries) {
  for (std::size_t i = 0; i < pathway::clock_count; ++i) {
    const auto kind = static_cast<pathway::ClockKind>(i);
    entries.push_back(
        {{std::string(pathway::id(kind)) + "_in_time_share",
          std::string("in time, of those done: ") + pathway::name(kind), "share", Better::higher},
         [i](const Ground& g) {
           const ClockCount& clock = g.organisation.clocks[i];
           return ratio(clock.met, clock.total);
         }});
  }
  for (std::size_t i = 0; i < pathway::clock_count; ++i) {
    const auto kind = static_cast<pathway::ClockKind>(i);
    entries.push_back(
        {{std::string(pathway::id(kind)) + "_limit_met_share",
          std::string("in time, of all that fell due: ") + pathway::name(kind), "share", Better::higher},
         [i](const Ground& g) {
           const LimitCount& limit = g.organisation.limits[i];
           return ratio(limit.met, limit.total);
         }});
  }
  for (std::size_t i = 0; i < pathway::clock_count; ++i) {
    const auto kind = static_cast<pathway::ClockKind>(i);
    entries.push_back(
        {{std::string(pathway::id(kind)) + "_overdue_children",
          std::string("children waiting past the limit, on an average day: ") + pathway::name(kind),
          "children", Better::lower},
         [i](const Ground& g) { return g.on_average(g.organisation.limits[i].overdue_children); }});
  }
}

struct Level {
  const char* id;
  const char* label;
  Better better;
  LevelMinutes OrganisationTally::*integral;
};

const Level levels[] = {
    {"unallocated_children", "children without a worker, on an average day", Better::lower,
     &OrganisationTally::unallocated_children},
    {"caf_stock_children", "children with a CAF, on an average day", Better::neither,
     &OrganisationTally::caf_children},
    {"child_in_need_stock_children", "children on a child-in-need plan, on an average day", Better::neither,
     &OrganisationTally::child_in_need_plans_children},
    {"protection_stock_children", "children on a protection plan, on an average day", Better::neither,
     &OrganisationTally::protection_plans_children},
    {"looked_after_stock_children", "children looked after, on an average day", Better::neither,
     &OrganisationTally::looked_after_children},
};

void add_levels(Entries& entries) {
  for (const Level& level : levels) {
    entries.push_back(
        {{level.id, level.label, "children", level.better},
         [integral = level.integral](const Ground& g) { return g.on_average(g.organisation.*integral); }});
  }
  entries.push_back(
      {{"unallocated_at_end_children", "children without a worker at the window's end", "children",
        Better::lower},
       [](const Ground& g) { return static_cast<double>(g.organisation.unallocated_children_at_end); }});
  entries.push_back({{"caseload_households", "families to a social worker in post, on an average day",
                      "households a worker", Better::lower},
                     [](const Ground& g) {
                       return ratio(g.organisation.held_cases, g.organisation.filled_social_worker_posts);
                     }});
  entries.push_back(
      {{"vacancy_share", "social workers' posts without a permanent holder", "share", Better::lower},
       [](const Ground& g) {
         const OrganisationTally& o = g.organisation;
         const std::int64_t permanent = o.filled_social_worker_posts - o.agency_social_workers;
         return ratio(o.social_worker_posts - permanent, o.social_worker_posts);
       }});
  entries.push_back({{"agency_share", "agency staff among social workers in post", "share", Better::lower},
                     [](const Ground& g) {
                       return ratio(g.organisation.agency_social_workers,
                                    g.organisation.filled_social_worker_posts);
                     }});
  entries.push_back(
      {{"illness_share", "social workers in post who are ill", "share", Better::lower}, [](const Ground& g) {
         return ratio(g.organisation.ill_social_workers, g.organisation.filled_social_worker_posts);
       }});
}

void add_spend(Entries& entries) {
  entries.push_back({{"spend_pounds", "spend", "pounds a year", Better::neither}, [](const Ground& g) {
                       Pence sum;
                       for (const Pence spend : g.organisation.spend) sum += spend;
                       return g.a_year(in_pounds(sum));
                     }});
  for (std::size_t i = 0; i < spend_count; ++i) {
    entries.push_back({{std::string("spend_pounds@on=") + spend_ids[i],
                        std::string("spend: ") + spend_words[i], "pounds a year", Better::neither},
                       [i](const Ground& g) { return g.a_year(in_pounds(g.organisation.spend[i])); }});
  }
  const auto sum = [](const auto& parts) {
    Pence all;
    for (const Pence part : parts) all += part;
    return all;
  };
  entries.push_back({{"budget_pounds", "budget", "pounds a year", Better::neither},
                     [sum](const Ground& g) { return g.a_year(in_pounds(sum(g.organisation.budget))); }});
  entries.push_back({{"overspend_pounds", "spent beyond the budget", "pounds a year", Better::lower},
                     [sum](const Ground& g) {
                       return g.a_year(in_pounds(sum(g.organisation.spend) - sum(g.organisation.budget)));
                     }});
  for (std::size_t i = 0; i < spend_count; ++i) {
    entries.push_back({{std::string("budget_pounds@on=") + spend_ids[i],
                        std::string("budget: ") + spend_words[i], "pounds a year", Better::neither},
                       [i](const Ground& g) { return g.a_year(in_pounds(g.organisation.budget[i])); }});
  }
  for (std::size_t i = 0; i < restraint_count; ++i) {
    entries.push_back({{std::string(restraint_ids[i]) + "_months",
                        std::string(restraint_words[i]) + " in force", "months a year", Better::lower},
                       [i](const Ground& g) { return g.a_year(in_months(g.organisation.restrained[i])); }});
  }
  entries.push_back({{"early_help_cut_posts", "family support posts deleted to save in the year",
                      "posts a year", Better::lower},
                     [](const Ground& g) { return g.a_year(g.organisation.early_help_posts_cut); }});
}

void add_work(Entries& entries) {
  static constexpr spec::ByRole<const char*> role_words = {
      "social workers", "practitioners",     "clinicians",       "family support workers",
      "team managers",  "unit coordinators", "conference chairs"};
  for (std::size_t role = 0; role < role_words.size(); ++role) {
    entries.push_back({{std::string("work_hours@role=") + spec::id(static_cast<spec::Role>(role)),
                        std::string("hours worked by ") + role_words[role], "hours a year", Better::neither},
                       [role](const Ground& g) {
                         Minutes sum;
                         for (const auto& work : g.organisation.work) sum += work[role];
                         return g.a_year(in_hours(sum));
                       }});
  }
  for (std::size_t kind = 0; kind < pathway::work_count; ++kind) {
    const auto work = static_cast<pathway::Work>(kind);
    entries.push_back({{std::string("work_hours@kind=") + pathway::id(work),
                        std::string("hours worked: ") + pathway::name(work), "hours a year", Better::neither},
                       [kind](const Ground& g) {
                         Minutes sum;
                         for (const Minutes minutes : g.organisation.work[kind]) sum += minutes;
                         return g.a_year(in_hours(sum));
                       }});
  }
}

void add_waiting_at_end(Entries& entries) {
  const std::string all = "unallocated_at_end_children";
  const std::string start = "without a worker at the end";
  const auto of_kind = [](std::size_t kind) {
    return [kind](const Ground& g) {
      std::int64_t sum = 0;
      for (const std::int64_t n : g.organisation.waiting_at_end[kind]) sum += n;
      return std::optional{static_cast<double>(sum)};
    };
  };
  const auto of_age = [](std::size_t age) {
    return [age](const Ground& g) {
      std::int64_t sum = 0;
      for (const auto& kind : g.organisation.waiting_at_end) sum += kind[age];
      return std::optional{static_cast<double>(sum)};
    };
  };
  const auto waits_id = [](std::size_t kind) {
    return std::string("@waits=") + id(static_cast<Waits>(kind));
  };
  for (std::size_t kind = 0; kind < waits_count; ++kind) {
    entries.push_back(
        {{all + waits_id(kind), start + ": " + words(static_cast<Waits>(kind)), "children", Better::lower},
         of_kind(kind)});
  }
  for (std::size_t age = 0; age < age_band_count; ++age) {
    entries.push_back(
        {{all + "@age=" + age_band_ids[age], start + ", " + age_band_words[age], "children", Better::lower},
         of_age(age)});
  }
  for (std::size_t kind = 0; kind < waits_count; ++kind) {
    for (std::size_t age = 0; age < age_band_count; ++age) {
      entries.push_back({{all + waits_id(kind) + "@age=" + age_band_ids[age],
                          start + ", " + age_band_words[age] + ": " + words(static_cast<Waits>(kind)),
                          "children", Better::lower},
                         [kind, age](const Ground& g) {
                           return static_cast<double>(g.organisation.waiting_at_end[kind][age]);
                         }});
    }
  }
}

// What falls to agencies other than children's social care.
void add_partners(Entries& entries) {
  static constexpr spec::ByReferrer<const char*> callers = {"the police",
                                                            "health services",
                                                            "schools",
                                                            "children's centres",
                                                            "relatives and neighbours",
                                                            "anonymously",
                                                            "housing",
                                                            "families themselves"};
  const auto add = [&](const std::string& id, const std::string& label, Better better,
                       spec::ByReferrer<std::int64_t> OrganisationTally::*count) {
    for (std::size_t i = 0; i < callers.size(); ++i) {
      const std::string by = std::string(callers[i]) == "anonymously" ? " " : " by ";
      entries.push_back({{id + "@by=" + spec::id(static_cast<spec::Referrer>(i)), label + by + callers[i],
                          "contacts a year", better},
                         [count, i](const Ground& g) { return g.a_year((g.organisation.*count)[i]); }});
    }
  };
  add("calls_contacts", "calls made", Better::neither, &OrganisationTally::contacts_by);
  add("turned_away_contacts", "calls turned away, made", Better::lower, &OrganisationTally::turned_away_by);
  entries.push_back({{"turned_away_contacts", "calls turned away: no further action or advice",
                      "contacts a year", Better::neither},
                     [](const Ground& g) {
                       std::int64_t sum = 0;
                       for (const std::int64_t n : g.organisation.turned_away_by) sum += n;
                       return g.a_year(sum);
                     }});
  entries.push_back({{"partner_checks_households", "checks of partner agencies' records that were answered",
                      "households a year", Better::neither},
                     [](const Ground& g) { return g.a_year(g.organisation.partner_checks_households); }});
}

}  // namespace

const char* id(Waits waits) {
  static constexpr std::array<const char*, waits_count> ids = {
      "assessment_past_limit", "assessment_within_limit", "protection_plan_past_limit",
      "protection_plan",       "looked_after_plan",       "child_in_need_plan"};
  return ids[static_cast<std::size_t>(waits)];
}

const char* words(Waits waits) {
  static constexpr std::array<const char*, waits_count> all = {
      "assessment or conference past its limit",
      "assessment or conference still within its limit",
      "protection plan, a review or core group past its limit",
      "protection plan, none past its limit",
      "looked-after plan (no clock of reviews is kept)",
      "child-in-need plan (no clock of reviews is kept)"};
  return all[static_cast<std::size_t>(waits)];
}

void add_organisation_entries(std::vector<Entry>& entries) {
  add_flows(entries);
  add_clocks(entries);
  add_levels(entries);
  add_spend(entries);
  add_work(entries);
  add_waiting_at_end(entries);
  add_partners(entries);
  add_door(entries);
}

}  // namespace lscb::measures
