#include <utility>

#include "measures/catchments.h"
#include "measures/entry.h"

namespace lscb::measures {
namespace {

using Entries = std::vector<Entry>;

/// A count of children, each once a calendar year, and its split by age.
void add_children(Entries& entries, const std::string& id, const std::string& label,
                  ChildYears Totals::*count) {
  entries.push_back({{id, label, "children a year", Better::lower, true},
                     [count](const Ground& g) { return g.a_year((g.children.*count).total()); }});
}

void add_ages(Entries& entries, const std::string& id, const std::string& label, ChildYears Totals::*count) {
  for (std::size_t age = 0; age < age_band_count; ++age) {
    entries.push_back({{id + "@age=" + age_band_ids[age], label + ", " + age_band_words[age],
                        "children a year", Better::lower},
                       [count, age](const Ground& g) { return g.a_year((g.children.*count).by_age[age]); }});
  }
}

struct Missed {
  const char* id;
  const char* label;
  ChildYears Totals::*count;
};

void add_missed(Entries& entries) {
  static const Missed all[] = {
      {"missed_assessments", "children who needed an assessment and got none", &Totals::missed},
      {"missed_though_told_children", "of these: missed though social care had been told",
       &Totals::missed_though_told},
      {"never_told_children", "of these: nobody told social care", &Totals::never_told},
      {"protection_missed_children", "of these: at significant harm (protection missed)",
       &Totals::protection_missed},
      {"help_missed_children", "of these: in complex need (help missed)", &Totals::help_missed},
  };
  for (const Missed& m : all) add_children(entries, m.id, m.label, m.count);
  add_children(entries, "late_children", "children whose need was recognised late", &Totals::late);

  static const Missed splits[] = {
      {"missed_assessments", "got no assessment", &Totals::missed},
      {"missed_though_told_children", "missed though told", &Totals::missed_though_told},
      {"never_told_children", "never told", &Totals::never_told},
      {"protection_missed_children", "protection missed", &Totals::protection_missed},
      {"help_missed_children", "help missed", &Totals::help_missed},
  };
  for (const Missed& m : splits) add_ages(entries, m.id, m.label, m.count);
}

void add_rate(Entries& entries) {
  entries.push_back({{"missed_assessments_per_10000_children",
                      "got no assessment, of 10,000 children in the area", "children a year", Better::lower},
                     [](const Ground& g) {
                       return per_10000(g.children.missed.total(), g.children.child_minutes, g.counted);
                     }});
}

void add_running(Entries& entries) {
  const auto add = [&](const char* id, const char* label, bool first_page, auto count) {
    entries.push_back({{id, label, "children", Better::lower, first_page},
                       [count](const Ground& g) { return static_cast<double>(count(g.children.running)); }});
  };
  using R = RunningChildren;
  add("running_missed_children",
      "on the last day counted: children whose need still runs and has been missed so far", true,
      [](const R& r) { return r.missed(); });
  add("running_missed_though_told_children", "still running: missed though social care had been told", true,
      [](const R& r) { return r.missed_though_told; });
  add("running_never_told_children", "still running: nobody has told social care", true,
      [](const R& r) { return r.never_told; });
  add("running_protection_missed_children", "still running: at significant harm so far (protection missed)",
      false, [](const R& r) { return r.protection_missed; });
  add("running_help_missed_children", "still running: in complex need (help missed)", false,
      [](const R& r) { return r.help_missed; });
  add("running_undecided_children",
      "on the last day counted: children whose need still runs, too early to say", true,
      [](const R& r) { return r.undecided; });
}

void add_opportunities(Entries& entries) {
  const std::string id_all = "missed_opportunities_contacts";
  entries.push_back({{id_all, "calls that could have led to an assessment of the need, and did not",
                      "contacts a year", Better::lower, true},
                     [](const Ground& g) {
                       std::int64_t sum = 0;
                       for (const std::int64_t n : g.children.missed_opportunities) sum += n;
                       return g.a_year(sum);
                     }});
  for (std::size_t kind = 0; kind < unmet_count; ++kind) {
    const auto unmet = static_cast<Unmet>(kind);
    entries.push_back({{id_all + "@kind=" + id(unmet), std::string("missed opportunities: ") + words(unmet),
                        "contacts a year", Better::lower},
                       [kind](const Ground& g) { return g.a_year(g.children.missed_opportunities[kind]); }});
  }
}

void add_spell_states(Entries& entries) {
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (state == State::censored) continue;
    const bool good = state == State::recognised_first || state == State::resolved_by_caf;
    const bool bad = is_missed(state) || state == State::recognised_late;
    entries.push_back({{std::string("ended_spells@state=") + id(state),
                        std::string("times in need that ended: ") + words(state), "spells a year",
                        good ? Better::higher : (bad ? Better::lower : Better::neither)},
                       [i](const Ground& g) { return g.a_year(g.children.spells[i]); }});
  }
  const auto ended = [](const Ground& g) {
    std::int64_t sum = -g.children.spells[static_cast<std::size_t>(State::censored)];
    for (const std::int64_t n : g.children.spells) sum += n;
    return sum;
  };
  entries.push_back(
      {{"ended_spells", "times in need that ended and were judged", "spells a year", Better::neither},
       [ended](const Ground& g) { return g.a_year(ended(g)); }});
  entries.push_back({{"begun_before_share", "of these: begun before the window", "share", Better::neither},
                     [ended](const Ground& g) { return ratio(g.children.spells_begun_before, ended(g)); }});
  entries.push_back({{"censored_share", "times in need that could not be judged by the end of the run",
                      "share", Better::lower, true},
                     [](const Ground& g) {
                       return ratio(g.children.spells[static_cast<std::size_t>(State::censored)],
                                    g.children.spells_in_window);
                     }});
}

void add_need_and_harm(Entries& entries) {
  const auto days_a_year = [](std::int64_t Totals::*minutes) {
    return [minutes](const Ground& g) {
      return std::optional{g.a_year(static_cast<double>(g.children.*minutes) / minutes_per_day)};
    };
  };
  entries.push_back({{"need_child_days", "time children spent in complex need or at significant harm",
                      "child-days a year", Better::lower},
                     days_a_year(&Totals::need_minutes)});
  entries.push_back({{"unprotected_need_child_days", "of this: without a plan that meets the need",
                      "child-days a year", Better::lower, true},
                     days_a_year(&Totals::unprotected_minutes)});
  entries.push_back({{"expected_harm_events", "serious harm to be expected, after protection",
                      "events a year", Better::lower, true},
                     [](const Ground& g) { return g.a_year(g.children.expected_harm); }});
  entries.push_back(
      {{"harm_events", "serious harm that happened (an illustration)", "events a year", Better::lower},
       [](const Ground& g) { return g.a_year(g.children.harm_events); }});
}

void add_first_assessments(Entries& entries) {
  entries.push_back({{"first_assessed_children", "children assessed for the first time in the run",
                      "children a year", Better::neither},
                     [](const Ground& g) { return g.a_year(g.children.first_assessed); }});
  entries.push_back(
      {{"before_first_assessment_contacts",
        "calls about a child until its first assessment, with the one that led to it", "contacts a child",
        Better::lower},
       [](const Ground& g) { return ratio(g.children.contacts_before_first, g.children.first_assessed); }});
  entries.push_back({{"eight_contacts_share", "first assessed children who had had eight calls or more",
                      "share", Better::lower},
                     [](const Ground& g) {
                       return ratio(g.children.first_assessed_after_eight, g.children.first_assessed);
                     }});
  entries.push_back(
      {{"eight_contacts_unassessed_children", "children who came to eight calls without an assessment",
        "children a year", Better::lower},
       [](const Ground& g) { return g.a_year(g.children.eight_and_none); }});
}

void add_early_help(Entries& entries) {
  entries.push_back(
      {{"caf_at_need_child_days", "time children in complex need or at significant harm had a CAF",
        "child-days a year", Better::lower},
       [](const Ground& g) {
         return std::optional{g.a_year(static_cast<double>(g.children.caf_need_minutes) / minutes_per_day)};
       }});
  entries.push_back({{"caf_step_ups_at_need_children",
                      "children in that need whose CAF was taken to social care for the first time",
                      "children a year", Better::neither},
                     [](const Ground& g) { return g.a_year(g.children.caf_step_ups); }});
  entries.push_back({{"caf_step_up_days",
                      "their days in that need with a CAF until then (those never stepped up are not in it)",
                      "days a child", Better::lower},
                     [](const Ground& g) -> std::optional<double> {
                       if (g.children.caf_step_ups == 0) return std::nullopt;
                       return static_cast<double>(g.children.caf_step_up_minutes) / minutes_per_day /
                              static_cast<double>(g.children.caf_step_ups);
                     }});
}

}  // namespace

void add_child_entries(Entries& entries) {
  add_missed(entries);
  add_running(entries);
  add_opportunities(entries);
  add_need_and_harm(entries);
  add_first_assessments(entries);
  add_spell_states(entries);
  add_rate(entries);
  add_early_help(entries);
}

}  // namespace lscb::measures
