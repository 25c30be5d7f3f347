// Which measures a report shows, and in what company: the headline never without its parts.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "experiment/options.h"
#include "measures/catalogue.h"

namespace lscb::report {

using Indices = std::vector<std::size_t>;

/// What the headline falls into; each pair adds up to it, but for a child that is in both in one year.
inline constexpr std::string_view headline_parts[] = {"missed_though_told_children", "never_told_children"};
inline constexpr std::string_view headline_levels[] = {"protection_missed_children", "help_missed_children"};

/// What was spent beyond the budget; beside the spend.
inline constexpr std::string_view balance_id = "overspend_pounds";

/// What a chair asks of a comparison besides; a split of one of these by one thing.
inline constexpr std::string_view waiting = "unallocated_at_end_children";
inline constexpr std::string_view calls = "calls_contacts";
inline constexpr std::string_view turned_away = "turned_away_contacts";
/// Work that the model knows of, social care's and others'.
inline constexpr std::string_view work[] = {
    "work_hours@role=social_worker",    "work_hours@role=practitioner",
    "work_hours@role=clinician",        "work_hours@role=family_support_worker",
    "work_hours@role=team_manager",     "work_hours@role=unit_coordinator",
    "work_hours@role=conference_chair", "caf_stock_children",
    "partner_checks_households"};

[[nodiscard]] inline bool is_split(std::string_view id, std::string_view of, std::string_view by) {
  return id.size() > of.size() + by.size() && id.substr(0, of.size()) == of &&
         id.substr(of.size(), by.size()) == by && id.find('@', of.size() + 1) == std::string_view::npos;
}

/// A board's reading order, as indices into `all`: each measure stands in one list at most.
struct FirstPage {
  Indices headline;      ///< the headline and its two parts
  Indices levels;        ///< protection missed and help missed
  Indices ages;          ///< the headline by age band
  Indices areas;         ///< the headline by catchment
  Indices others;        ///< what else is marked for the first page
  Indices waiting;       ///< children without a worker at the window's end, and by what runs on them
  Indices waiting_ages;  ///< likewise by age band
  Indices calls;         ///< by who makes them
  Indices turned_away;   ///< likewise
  Indices work;          ///< hours by role, CAFs held, checks answered
  Indices spend;         ///< all of it
  Indices spend_on;      ///< by who pays for what
  Indices rest;          ///< everything else, in the registry's order
};

[[nodiscard]] inline FirstPage first_page(const std::vector<measures::Measure>& all) {
  FirstPage page;
  const auto among = [](std::string_view id, const auto& ids) {
    return std::find(std::begin(ids), std::end(ids), id) != std::end(ids);
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view id = all[i].id;
    if (id == experiment::headline_id || among(id, headline_parts)) {
      page.headline.push_back(i);
    } else if (among(id, headline_levels)) {
      page.levels.push_back(i);
    } else if (is_split(id, experiment::headline_id, "@age=")) {
      page.ages.push_back(i);
    } else if (is_split(id, experiment::headline_id, "@catchment=")) {
      page.areas.push_back(i);
    } else if (id == waiting || is_split(id, waiting, "@waits=")) {
      page.waiting.push_back(i);
    } else if (is_split(id, waiting, "@age=")) {
      page.waiting_ages.push_back(i);
    } else if (is_split(id, calls, "@by=")) {
      page.calls.push_back(i);
    } else if (is_split(id, turned_away, "@by=")) {
      page.turned_away.push_back(i);
    } else if (among(id, work)) {
      page.work.push_back(i);
    } else if (is_split(id, experiment::spend_id, "@on=")) {
      page.spend_on.push_back(i);
    } else if (id == experiment::spend_id || id == balance_id) {
      page.spend.push_back(i);
    } else if (all[i].headline) {
      // "of this: ..." is nothing without the measure before it.
      const bool continues = all[i].label.rfind("of th", 0) == 0;
      if (continues && !page.rest.empty() && page.rest.back() + 1 == i) {
        page.others.push_back(page.rest.back());
        page.rest.pop_back();
      }
      page.others.push_back(i);
    } else {
      page.rest.push_back(i);
    }
  }
  return page;
}

}  // namespace lscb::report
